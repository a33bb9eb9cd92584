"""The one door from the chain to the tables that make it searchable.

`editions` may not import `archive`, so the settings name the module: EDITION_INDEX.
"""

from importlib import import_module
from typing import Protocol, cast

from django.conf import settings

from editions.models import Edition
from editions.schema import Document


class Index(Protocol):
    """What the module named by EDITION_INDEX offers. It writes in the caller's transaction."""

    def index_edition(self, edition: Edition, document: Document | None) -> None:
        """Make an edition findable; no document: the case is withdrawn, or its text was erased."""

    def clear(self) -> None:
        """Forget everything."""


def _index() -> Index:
    return cast(Index, import_module(settings.EDITION_INDEX))


def index_edition(edition: Edition, document: Document | None) -> None:
    """Make an edition findable, in the transaction that appends it."""
    _index().index_edition(edition, document)


def clear() -> None:
    """Empty the index, to fill it anew by replaying the chain."""
    _index().clear()
