"""An index that does nothing, so that the chain alone is measured."""

from typing import Any


def index_edition(edition: Any, document: Any) -> None:
    """Nothing."""


def clear() -> None:
    """Nothing."""
