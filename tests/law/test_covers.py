"""Unions of days."""

from hypothesis import given
from hypothesis import strategies as st

from law.covers import Cover

STRETCHES = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=6)


def test_stretches_that_touch_become_one():
    assert Cover.of([(5, 7), (1, 3), (3, 5)]) == Cover(((1, 7),))
    assert Cover.of([(1, 3), (4, 5)]) == Cover(((1, 3), (4, 5)))
    assert Cover.of([(3, 3), (5, 4)]) == Cover()


def test_an_open_stretch_takes_what_comes_after():
    assert Cover.of([(1, None), (3, 5)]) == Cover(((1, None),))
    assert Cover.of([(1, 4), (3, None)]) == Cover(((1, None),))
    assert Cover.of([(1, None)]).days() is None


def test_days_outside_when_open():
    one, other = Cover.of([(1, None)]), Cover.of([(3, 5), (7, None)])

    assert one.days_outside(other) == 4
    assert other.days_outside(one) == 0
    assert one.days_outside(Cover.of([(3, 5)])) is None
    assert Cover.of([(9, None)]).days_outside(other) == 0
    assert Cover().days_outside(one) == 0
    assert one.days_outside(Cover()) is None


@given(STRETCHES, STRETCHES)
def test_covers_count_like_sets_of_days(one: list[tuple[int, int]], other: list[tuple[int, int]]):
    first = {day for begin, end in one for day in range(begin, end)}
    second = {day for begin, end in other for day in range(begin, end)}
    mine, theirs = Cover.of(one), Cover.of(other)

    assert mine.days() == len(first)
    assert mine.joined(theirs).days() == len(first | second)
    assert mine.days_outside(theirs) == len(first - second)
