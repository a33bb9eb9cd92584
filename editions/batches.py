"""Many rows, some at a time."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

Row = TypeVar("Row")
AT_ONCE = 200


def batches(rows: Iterable[Row], size: int = AT_ONCE) -> Iterator[list[Row]]:
    """Lists of at most `size` rows, in their order."""
    waiting = iter(rows)
    while some := list(islice(waiting, size)):
        yield some
