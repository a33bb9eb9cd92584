"""States and ends of many restrictions at once are those that the law gives one by one."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product

import pytest

from archive.index.columns.states import ends_between, ends_within, may_end_between, states_on
from law.dates import UNKNOWN, DateRange
from law.outcome import Likely, Outcome
from law.states import STATES, state
from tests.archive.charts.restrictions import Stretch, lasting

ON = date(2020, 1, 10)
DAYS = [ON + timedelta(days) for days in (-2, -1, 0, 1, 2)]
"""All that a bound can be beside one day, and beside another bound."""
BOUNDS = [
    DateRange(first, last) for first, last in product([None, *DAYS], repeat=2) if not first or not last or first <= last
]
STANDINGS = ("ordered", "follows", "expected")


def every_outcome() -> Iterator[Outcome]:
    """An outcome of every standing with every pair of bounds, open or not, void or not; then with likely days."""
    for standing, begins, ends, is_open, void in product(STANDINGS, BOUNDS, BOUNDS, (False, True), (False, True)):
        yield Outcome("x", "fine", standing, False, None, binds_from=begins, ends=ends, open_ended=is_open, void=void)
    for begins, ends, is_open in product(BOUNDS, BOUNDS, (False, True)):
        for likely_begins, likely_ends in product(BOUNDS[::3], BOUNDS[1::3]):
            likely = Likely(likely_begins, likely_begins, likely_ends, UNKNOWN)
            yield Outcome(
                "x", "fine", "ordered", False, None, binds_from=begins, ends=ends, open_ended=is_open, likely=likely
            )


def stretch(outcome: Outcome) -> Stretch:
    plain = outcome.kind, outcome.standing, outcome.void, outcome.open_ended, outcome.binds_from, outcome.ends
    return Stretch(1, "person", "case", outcome.id, *plain, likely=outcome.likely, last_day=outcome.last_day)


def test_states_are_those_of_law() -> None:
    outcomes = list(every_outcome())
    restrictions = lasting([stretch(outcome) for outcome in outcomes])
    states = [STATES[code] for code in states_on(ON.toordinal(), restrictions.periods, restrictions.expected)]
    assert states == [state(outcome, ON) for outcome in outcomes]
    assert set(states) == set(STATES)


YEAR = date(2030, 1, 1), date(2030, 12, 31)


@pytest.mark.parametrize(
    ("strict", "likely", "days", "expected"),
    [
        (YEAR, None, (date(2030, 6, 1), None), "not known"),
        (YEAR, None, (date(2031, 1, 1), None), ""),
        (YEAR, None, (None, date(2029, 12, 31)), ""),
        (YEAR, None, (date(2030, 1, 1), date(2030, 12, 31)), "certainly"),
        (YEAR, (date(2030, 3, 1), date(2030, 4, 1)), (date(2030, 3, 1), date(2030, 4, 1)), "likely"),
        (YEAR, (date(2030, 3, 1), date(2030, 4, 1)), (date(2030, 6, 1), None), ""),
        ((date(2029, 1, 1), None), YEAR, (date(2030, 1, 1), date(2030, 12, 31)), "likely"),
        (YEAR, (None, None), (date(2030, 1, 1), None), "certainly"),
        ((date(2030, 1, 1), None), None, (date(2040, 1, 1), date(2041, 1, 1)), "open"),
        ((None, date(2030, 1, 1)), None, (None, date(2000, 1, 1)), "open"),
        ((date(2030, 1, 1), None), None, (None, date(2029, 1, 1)), ""),
        ((None, None), None, (date(2000, 1, 1), date(2100, 1, 1)), ""),
    ],
)
def test_last_day_within_days(
    strict: tuple[date | None, date | None],
    likely: tuple[date | None, date | None] | None,
    days: tuple[date | None, date | None],
    expected: str,
) -> None:
    """By the working range, the likely one where it is given; certainly only by the strict one."""
    likely_days = Likely(UNKNOWN, UNKNOWN, UNKNOWN, DateRange(*likely)) if likely else None
    outcome = Outcome("x", "fine", "ordered", False, None, last_day=DateRange(*strict), likely=likely_days)
    periods = lasting([stretch(outcome)]).periods
    words = {
        "certainly": ends_within(periods, days, "last"),
        "likely": ends_within(periods, days, "working"),
        "not known": ends_between(periods, days),
        "open": may_end_between(periods, days),
    }
    assert next((word for word, holds in words.items() if holds.all()), "") == expected
