"""Scales and shapes."""

import re

import pytest

from archive.charts.scale import area, at, below, legend, shortened, step, top, upward


@pytest.mark.parametrize(
    ("most", "by", "end"), [(0, 1, 1), (1, 1, 1), (5, 1, 5), (6, 2, 6), (23, 5, 25), (110, 50, 150)]
)
def test_scale_holds_the_number_in_round_steps(most: int, by: int, end: int) -> None:
    assert (step(most), top(most)) == (by, end)


def test_ticks_stand_from_foot_to_top() -> None:
    assert [(tick.at, tick.label) for tick in upward(2, 100, 50)] == [("100", "0"), ("75", "1"), ("50", "2")]


def test_coordinates_never_depend_on_a_language() -> None:
    assert (at(1.25), at(3.0)) == ("1.2", "3")


def test_area_goes_in_steps() -> None:
    assert area([0, 1, 2, 3], [10, 10, 10], [5, 5, 8]) == "M0 5h2v3h1v2h-3z"


def test_area_adds_no_rounding_up() -> None:
    """A thousand steps of a third end where the last one does, to the tenth."""
    path = area([number / 3 for number in range(1001)], [0] * 1000, [number % 2 + 0.04 for number in range(1000)])
    moves = re.findall(r"([hv])(-?[0-9]*\.?[0-9]+)", path)
    assert sum(float(far) for way, far in moves[:-1] if way == "h") == pytest.approx(1000 / 3, abs=0.05)
    assert ("h", ".3") in moves and ("v", "1") in moves and ("v", "-1") in moves


def test_area_when_no_tenth_differs_stays_level() -> None:
    assert area([0, 1, 2], [10, 10], [5.01, 5.04]) == "M0 5h2v5h-2z"


def test_area_of_nothing_is_no_path() -> None:
    assert area([0, 1, 2], [10, 10], [10, 10]) == ""


def test_keys_stand_side_by_side() -> None:
    assert [key.x for key in legend([("ban", "bans", False), ("record", "record", True)], 720)] == [0, 72]


def test_long_label_is_shortened() -> None:
    assert (shortened("Court", 5), shortened("A long name, of a court", 13)) == ("Court", "A long name…")


def test_keys_take_as_many_lines_as_they_need() -> None:
    keys = legend([("ban", "bans", False), ("record", "record", True), ("custody", "custody", False)], 180)
    assert [(key.x, key.y) for key in keys] == [(0, 0), (72, 0), (0, 18)]
    assert (below(keys), below([])) == (18, 0)
