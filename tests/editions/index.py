"""An index that only remembers what it was told, in place of the readers' side."""

from collections.abc import Sequence

from editions.models import Edition
from editions.schema import Document

told: list[tuple[int, str | None]] = []


def index_edition(edition: Edition, document: Document | None) -> None:
    told.append((edition.number, document.case.id if document else None))


def index_editions(published: Sequence[tuple[Edition, Document | None]]) -> None:
    for edition, document in published:
        index_edition(edition, document)


def clear() -> None:
    told.clear()
