"""The numbered sources of a page: oldest first, numbers as they stand in the list."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from editions.schema import Document, Source


class Footnote(NamedTuple):
    number: int
    source: Source


class Footnotes:
    """Numbers for the sources of one document."""

    def __init__(self, document: Document) -> None:
        ordered = sorted(document.sources, key=lambda source: (source.published or "9999", source.id))
        self.notes = tuple(Footnote(number, source) for number, source in enumerate(ordered, 1))
        self._numbers = {note.source.id: note.number for note in self.notes}

    def of(self, sources: Iterable[str] | dict[str, Any] | None) -> tuple[int, ...]:
        """The numbers of these sources, ascending; a citation by field counts all its sources."""
        if isinstance(sources, dict):
            sources = [id_ for ids in sources.values() for id_ in ids]
        return tuple(sorted({self._numbers[id_] for id_ in sources or () if id_ in self._numbers}))
