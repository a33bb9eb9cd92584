"""Tests of editions use their own index, which remembers what it was told."""

from typing import Any

import pytest

from tests.editions import index


@pytest.fixture(autouse=True)
def told(settings: Any) -> list[tuple[int, str | None]]:
    """What the index was told in this test: numbers of editions with the ids of their cases."""
    settings.EDITION_INDEX = index.__name__
    index.told.clear()
    return index.told
