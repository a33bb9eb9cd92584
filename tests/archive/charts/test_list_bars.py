"""The bars of a list: what is sure, likely and possible, from where to where."""

from datetime import date
from typing import Any

import pytest

from archive.charts.list_bars import ListAxis, picture, stretches, undated_edges
from archive.index.columns.restrictions import Restriction

ON = date(2022, 1, 1)
AXIS = ListAxis(date(2020, 1, 1), date(2030, 1, 1))


def day(year: int | None) -> date | None:
    return date(year, 1, 1) if year else None


def restriction(begins: tuple[Any, Any], ends: tuple[Any, Any], likely: tuple[Any, Any] = (None, None)) -> Restriction:
    days = [day(year) for year in (*begins, *ends, *likely)]
    return Restriction(1, 0, "probation", "ordered", False, False, False, *days, None, None, None, None, "in-force")


def looks(row: Restriction) -> dict[str, list[int]]:
    """The years of each look."""
    years: dict[str, list[int]] = {}
    for look, begin, end in stretches(row, AXIS, ON):
        years.setdefault(look, []).extend((2020 + round(begin / 100), 2020 + round(end / 100)))
    return years


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (restriction((2021, 2021), (2024, 2024)), {"solid": [2021, 2022], "ahead": [2022, 2024]}),
        (
            restriction((2021, 2021), (2024, 2027)),
            {"open": [2024, 2027], "solid": [2021, 2022], "ahead": [2022, 2024]},
        ),
        (restriction((2021, None), (2024, 2027)), {"open": [2021, 2027]}),
        (
            restriction((2021, None), (None, None), (2022, 2025)),
            {"open": [2021, 2022, 2025, 2030], "likely": [2022, 2025]},
        ),
        (
            restriction((2021, 2021), (2024, 2027), (2021, 2026)),
            {"open": [2026, 2027], "solid": [2021, 2022], "ahead": [2022, 2024], "likely": [2024, 2026]},
        ),
    ],
)
def test_looks_from_where_to_where(row: Restriction, expected: dict[str, list[int]]) -> None:
    assert looks(row) == expected


@pytest.mark.parametrize(
    ("row", "years"),
    [
        (restriction((2021, 2021), (2024, 2027)), []),
        (restriction((None, 2021), (2024, 2027)), [2021]),  # first reported that day, begun nobody knows when
        (restriction((2021, None), (2024, 2027)), [2021]),
        (restriction((2021, None), (2024, 2027), (2022, 2025)), []),  # a likely reading has the day
        (restriction((2021, 2021), (2024, None)), [2030]),
        (restriction((2021, 2021), (None, None))._replace(open_ended=True), []),  # for life: no end to be known
    ],
)
def test_dots_stand_where_no_source_has_a_day(row: Restriction, years: list[int]) -> None:
    assert [2020 + round(x / 100) for x in undated_edges(row, AXIS)] == years
    looks = [shape.look for shape in picture([row], AXIS, ON).shapes]
    assert ("dots" in looks) == bool(years)
