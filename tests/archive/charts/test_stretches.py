"""States on many days at once are the states of law.states."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.charts.intervals import Stretch, binding, lasting, months, quarters, runs, stretches, tallied
from archive.index.filters import Selection
from law.dates import UNKNOWN, DateRange, exact
from law.states import state
from tests.archive.published import document, publish
from tests.invented import records as invented

TODAY = date(2026, 11, 22)
FIRST = date(2020, 1, 1)
bounds = st.none() | st.integers(0, 40).map(lambda number: FIRST + timedelta(number))


def ranges() -> st.SearchStrategy[DateRange]:
    def ordered(pair: tuple[date | None, date | None]) -> DateRange:
        return DateRange(*sorted(pair)) if None not in pair else DateRange(*pair)  # type: ignore[type-var]

    return st.tuples(bounds, bounds).map(ordered)


def stretch(binds: DateRange, ends: DateRange, **values: object) -> Stretch:
    found = Stretch(1, "person", "case", "ban", "public-activity-ban", "ordered", False, False, binds, ends)
    return found._replace(**values)


@given(ranges(), ranges(), st.booleans(), st.booleans(), st.sampled_from(["ordered", "expected"]))
def test_runs_are_the_states_of_every_day(
    binds: DateRange, ends: DateRange, open_ended: bool, void: bool, standing: str
) -> None:
    days = [FIRST + timedelta(number) for number in range(-2, 44, 3)]
    one = stretch(binds, ends, open_ended=open_ended, void=void, standing=standing)
    found = [run.state for run in runs(one, days) for _place in range(run.first, run.last)]
    assert found == [state(one, day) for day in days]  # type: ignore[arg-type]


def test_unknown_counts_from_the_first_day_known_in_the_case() -> None:
    one = stretch(UNKNOWN, UNKNOWN, since=date(2020, 2, 1))
    found = [(run.state, run.first, run.last) for _one, run in binding([one], months(FIRST, 4))]
    assert found == [("unknown", 1, 4)]


def test_unknown_counts_always_where_no_day_is_known() -> None:
    found = [(run.state, run.first, run.last) for _one, run in binding([stretch(UNKNOWN, UNKNOWN)], months(FIRST, 4))]
    assert found == [("unknown", 0, 4)]


def test_binding_leaves_out_what_ended_and_what_is_to_come() -> None:
    one = stretch(exact(date(2020, 2, 1)), exact(date(2020, 3, 1)))
    assert [(run.first, run.last) for _one, run in binding([one], months(FIRST, 4))] == [(1, 2)]


def test_tallied_counts_each_once_under_its_highest_rank() -> None:
    of = tallied({"a": [(1, 0, 3), (3, 1, 2)], "b": [(2, 0, 1), (2, 0, 3)]}, 3)
    assert (of(1), of(2), of(3)) == ([1, 0, 1], [1, 1, 1], [0, 1, 0])


def test_quarters_and_months() -> None:
    assert quarters(2020, 2020) == [date(2020, 1, 1), date(2020, 4, 1), date(2020, 7, 1), date(2020, 10, 1)]
    assert months(date(2020, 12, 31), 2) == [date(2020, 12, 1), date(2021, 1, 1)]


@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, 3])
def test_stretches_are_two_queries(number: int, django_assert_num_queries: object) -> None:
    publish(*(document(invented.case(f"invented-{one}")) for one in range(number)))
    with django_assert_num_queries(2):  # type: ignore[operator]
        found = stretches(lasting(Selection(TODAY, TODAY)))
    assert {one.case for one in found} == {f"invented-{one}" for one in range(number)}


@pytest.mark.django_db
def test_fines_count_only_if_chosen() -> None:
    publish(document())
    assert "fine" not in {one.kind for one in stretches(lasting(Selection(TODAY, TODAY)))}
    assert {one.kind for one in stretches(lasting(Selection(TODAY, TODAY, kind=("fine",))))} == {"fine"}


@pytest.mark.django_db
def test_first_day_of_the_case_does_not_hang_on_the_filters() -> None:
    publish(document())
    everything = {one.item: one.since for one in stretches(lasting(Selection(TODAY, TODAY)))}
    assert everything["ban"] == date(2016, 6, 1)
    only = stretches(lasting(Selection(TODAY, TODAY, kind=("public-activity-ban",))))
    assert [(one.item, one.since) for one in only] == [("ban", date(2016, 6, 1))]
