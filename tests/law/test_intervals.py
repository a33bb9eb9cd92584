"""Unions of days."""

from hypothesis import given
from hypothesis import strategies as st

from law.intervals import IntervalSet

INTERVALS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=6)


def test_intervals_that_touch_become_one():
    assert IntervalSet.of([(5, 7), (1, 3), (3, 5)]) == IntervalSet(((1, 7),))
    assert IntervalSet.of([(1, 3), (4, 5)]) == IntervalSet(((1, 3), (4, 5)))
    assert IntervalSet.of([(3, 3), (5, 4)]) == IntervalSet()


def test_an_open_interval_takes_what_comes_after():
    assert IntervalSet.of([(1, None), (3, 5)]) == IntervalSet(((1, None),))
    assert IntervalSet.of([(1, 4), (3, None)]) == IntervalSet(((1, None),))
    assert IntervalSet.of([(1, None)]).days() is None


def test_days_outside_when_open():
    one, other = IntervalSet.of([(1, None)]), IntervalSet.of([(3, 5), (7, None)])

    assert one.days_outside(other) == 4
    assert other.days_outside(one) == 0
    assert one.days_outside(IntervalSet.of([(3, 5)])) is None
    assert IntervalSet.of([(9, None)]).days_outside(other) == 0
    assert IntervalSet().days_outside(one) == 0
    assert one.days_outside(IntervalSet()) is None


@given(INTERVALS, INTERVALS)
def test_sets_of_intervals_count_like_sets_of_days(one: list[tuple[int, int]], other: list[tuple[int, int]]):
    first = {day for begin, end in one for day in range(begin, end)}
    second = {day for begin, end in other for day in range(begin, end)}
    mine, theirs = IntervalSet.of(one), IntervalSet.of(other)

    assert mine.days() == len(first)
    assert mine.joined(theirs).days() == len(first | second)
    assert mine.days_outside(theirs) == len(first - second)
