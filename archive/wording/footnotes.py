"""The numbered sources of a page: oldest first, numbers as they stand in the list."""

from collections.abc import Iterable
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from editions.schema import Document, Source

ARCHIVES = ("archive.org", "archive.ph", "archive.is", "archive.today", "ghostarchive.org", "perma.cc")
"""Hosts that keep pages as they were; whatever lies elsewhere is somebody's copy."""


def host_of(address: str) -> str:
    """Returns the host of an address without `www.`."""
    return (urlsplit(address).hostname or "").removeprefix("www.")


def is_archive(host: str) -> bool:
    """Whether pages are kept there as they were."""
    return any(host == archive or host.endswith(f".{archive}") for archive in ARCHIVES)


class Footnote(NamedTuple):
    number: int
    source: Source

    @property
    def copy_host(self) -> str | None:
        """Where a copy lies that no archive keeps."""
        host = host_of(self.source.archived_url or "")
        return host if host and not is_archive(host) else None

    @property
    def has_address(self) -> bool:
        return bool(self.source.url or self.source.archived_url)


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
