"""Cases by the length of what was pronounced and of what it came to."""

from typing import Any

import numpy as np
import pytest

from archive.charts.burden import CLASSES, PRONOUNCED, distributed
from archive.index.columns.binary import Array
from archive.index.indexing.rows import burden_days


def part(kind: str, least: int | None, most: int | None) -> dict[str, object]:
    return {"kind": kind, "days": {"least": least, "most": most}}


def days(burdens: list[dict[str, Any]]) -> Array:
    """As the columns have the days: -1 for what cannot be said."""
    rows = [[-1 if number is None else number for number in burden_days(burden)] for burden in burdens]
    return np.array(rows)


def test_burden_by_class_of_length() -> None:
    burdens = [
        {"nominal": "P5Y", "parts": [part("behind-bars", 1826, 1826), part("record-or-list", 2000, 2300)]},
        {"nominal": "P18M", "parts": [part("banned", 1095, 1095)]},
        {"nominal": None, "parts": [part("home", 10, None)]},
    ]
    counts = distributed(days(burdens))

    def of(name: str) -> dict[str, tuple[int, int]]:
        return {
            one: (number.sure, number.possible)
            for one, number in zip(CLASSES, counts.numbers[name], strict=True)
            if any(number)
        }

    assert (counts.cases, of(PRONOUNCED)) == (3, {"5-7": (1, 0), "1-2": (1, 0)})
    assert of("behind-bars") == {"none": (2, 0), "5-7": (1, 0)}
    assert of("banned") == {"none": (2, 0), "3-5": (1, 0)}
    assert of("record-or-list") == {"none": (2, 0), "5-7": (1, 0)}
    assert counts.unknown == {PRONOUNCED: 1, "behind-bars": 0, "home": 1, "banned": 0, "record-or-list": 0}


@pytest.mark.parametrize(("least", "most", "classes"), [(0, 400, 3), (700, 740, 2), (400, 500, 1)])
def test_range_of_days_counts_in_every_class_that_it_touches(least: int, most: int, classes: int) -> None:
    numbers = distributed(days([{"nominal": None, "parts": [part("home", least, most)]}])).numbers["home"]
    assert sum(number.possible or number.sure for number in numbers) == classes
