"""An index that does nothing, so that the chain alone is measured."""

from collections.abc import Iterator
from typing import Any


def lines_of(document: Any) -> tuple[()]:
    """Nothing."""
    return ()


def index_edition(edition: Any, lines: Any) -> None:
    """Nothing."""


def index_editions(published: Any) -> None:
    """Nothing."""


def strays(replayed: Any) -> Iterator[str]:
    """Nothing."""
    return iter(())


def rebuild(replayed: Any) -> Iterator[int]:
    """Nothing."""
    return iter(())
