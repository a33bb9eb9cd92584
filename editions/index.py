"""The one door from the chain to the tables that make it searchable.

`editions` may not import `archive`, so the settings name the module: EDITION_INDEX.
"""

from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from typing import Any, Protocol, cast

from django.conf import settings

from editions.models import Edition
from editions.schema import Document
from records.json_dict import JSONDict

Lines = tuple[Any, ...]
"""What a document is found by, as the index writes it. Only the index looks into it."""


class Index(Protocol):
    """What the module named by EDITION_INDEX offers. It writes in the caller's transaction."""

    def lines_of(self, document: JSONDict) -> Lines:
        """What a plain document is found by. Asks no database: another process may write it."""

    def index_edition(self, edition: Edition, lines: Lines | None) -> None:
        """Make an edition findable again of which a part is gone, or, without lines, all."""

    def index_editions(self, published: Sequence[tuple[Edition, Lines | None]]) -> None:
        """Make editions findable, in the order of the chain; no lines: withdrawn, or the text was erased."""

    def rebuild(self, replayed: Iterable[tuple[Edition, str | None]]) -> Iterator[int]:
        """Forget everything and index all editions, in the order of the chain; gives how many are done, now and then.

        With each comes its text as stored; none: the case is withdrawn, or the text was erased.
        """

    def strays(self, replayed: Iterable[tuple[Edition, str | None]]) -> Iterator[str]:
        """What the index holds that a replay of the chain would not give, or the other way round, in a line each."""


def _index() -> Index:
    return cast(Index, import_module(settings.EDITION_INDEX))


def lines_of(document: JSONDict) -> Lines:
    """What a plain document is found by."""
    return _index().lines_of(document)


def index_edition(edition: Edition, document: Document | None) -> None:
    """Make an edition findable again of which a part or all is gone, in the transaction that takes it out."""
    _index().index_edition(edition, lines_of(document.to_dict()) if document else None)


def index_editions(published: Sequence[tuple[Edition, Lines | None]]) -> None:
    """Make many editions findable, in the transaction that appends them."""
    _index().index_editions(published)


def rebuild(replayed: Iterable[tuple[Edition, str | None]]) -> Iterator[int]:
    """Fills the index anew from all editions in the order of the chain; gives how many are done, now and then."""
    return _index().rebuild(replayed)


def strays(replayed: Iterable[tuple[Edition, str | None]]) -> Iterator[str]:
    """Where the index is not what a replay of the chain gives."""
    return _index().strays(replayed)
