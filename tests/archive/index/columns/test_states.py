"""States and ends of many restrictions at once are those that the law gives one by one."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.index.columns.states import ends_between, states_on
from law.dates import DateRange
from law.outcome import Outcome
from law.states import STATES, state
from tests.archive.charts.restrictions import Stretch, lasting

EPOCH = date(2020, 1, 1)
DAYS = st.integers(0, 12).map(lambda number: EPOCH + timedelta(days=number))


@st.composite
def ranges(draw: st.DrawFn) -> DateRange:
    first, last = sorted((draw(DAYS), draw(DAYS)))
    return DateRange(draw(st.sampled_from((first, None))), draw(st.sampled_from((last, None))))


OUTCOMES = st.builds(
    Outcome,
    id=st.just("x"),
    kind=st.just("fine"),
    standing=st.sampled_from(("ordered", "follows", "expected")),
    derived=st.just(False),
    verdict=st.none(),
    binds_from=ranges(),
    ends=ranges(),
    open_ended=st.booleans(),
    void=st.sampled_from((False, False, False, True)),
)


def stretch(outcome: Outcome) -> Stretch:
    plain = outcome.kind, outcome.standing, outcome.void, outcome.open_ended, outcome.binds_from, outcome.ends
    return Stretch(1, "person", "case", outcome.id, *plain)


@settings(max_examples=300, deadline=None)
@given(outcomes=st.lists(OUTCOMES, min_size=1, max_size=20), on=DAYS)
def test_states_are_those_of_law(outcomes: list[Outcome], on: date) -> None:
    found = lasting([stretch(outcome) for outcome in outcomes])
    states = [STATES[code] for code in states_on(on.toordinal(), found.periods, found.expected)]
    assert states == [state(outcome, on) for outcome in outcomes]


@pytest.mark.parametrize(
    ("ends", "asked", "found"),
    [
        ((date(2030, 1, 1), date(2030, 12, 31)), (date(2030, 6, 1), None), True),
        ((date(2030, 1, 1), date(2030, 12, 31)), (date(2031, 1, 1), None), False),
        ((date(2030, 1, 1), date(2030, 12, 31)), (None, date(2029, 12, 31)), False),
        ((date(2030, 1, 1), None), (date(2040, 1, 1), date(2041, 1, 1)), True),
        ((None, date(2030, 1, 1)), (None, date(2000, 1, 1)), True),
        ((None, None), (date(2000, 1, 1), date(2100, 1, 1)), False),
    ],
)
def test_ends_between_when_ranges_overlap(
    ends: tuple[date | None, date | None], asked: tuple[date | None, date | None], found: bool
) -> None:
    outcome = Outcome("x", "fine", "ordered", False, None, ends=DateRange(*ends))
    assert ends_between(lasting([stretch(outcome)]).periods, *asked).tolist() == [found]
