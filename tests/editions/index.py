"""An index that only remembers what it was told, in place of the readers' side."""

from collections.abc import Iterable, Iterator, Sequence

from editions.load import load
from editions.models import Edition
from editions.schema import Document

told: list[tuple[int, str | None]] = []


def index_edition(edition: Edition, document: Document | None) -> None:
    told.append((edition.number, document.case.id if document else None))


def index_editions(published: Sequence[tuple[Edition, Document | None]]) -> None:
    for edition, document in published:
        index_edition(edition, document)


def rebuild(replayed: Iterable[tuple[Edition, str | None]]) -> Iterator[int]:
    told.clear()
    for number, (edition, content) in enumerate(replayed, start=1):
        index_edition(edition, load(content.encode(), edition.format) if content else None)
        yield number


def strays(replayed: Iterable[tuple[Edition, str | None]]) -> Iterator[str]:
    return iter(())
