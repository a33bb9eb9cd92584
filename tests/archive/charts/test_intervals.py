"""States on many days at once are the states of law.states."""

from datetime import date, timedelta
from itertools import product
from operator import itemgetter
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.charts import intervals
from archive.charts.intervals import Runs, binding, months, quarters, runs, tallied
from archive.index.columns.selecting import choose
from archive.index.models import Period
from archive.index.selection import Selection
from law.dates import UNKNOWN, DateRange, exact
from law.outcome import Likely
from law.states import STATES, state
from tests.archive.charts.restrictions import Stretch, lasting
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


def spans(found: Runs) -> list[tuple[str, int, int]]:
    rows = zip(found.state.tolist(), found.first.tolist(), found.last.tolist(), strict=True)
    return [(STATES[code], first, last) for code, first, last in rows]


likely_days = st.none() | st.tuples(ranges(), ranges()).map(lambda pair: Likely(pair[0], pair[0], pair[1], UNKNOWN))


@given(ranges(), ranges(), st.booleans(), st.booleans(), st.sampled_from(["ordered", "expected"]), likely_days)
def test_runs_are_the_states_of_every_day(
    binds: DateRange, ends: DateRange, open_ended: bool, void: bool, standing: str, likely: Likely | None
) -> None:
    days = [FIRST + timedelta(number) for number in range(-2, 44, 3)]
    one = stretch(binds, ends, open_ended=open_ended, void=void, standing=standing, likely=likely)
    found = [
        said
        for said, first, last in sorted(spans(runs(lasting([one]), days)), key=itemgetter(1))
        for _ in range(first, last)
    ]
    assert found == [state(one, day) for day in days]  # type: ignore[arg-type]


def test_unknown_counts_from_the_first_day_known_in_the_case() -> None:
    one = stretch(UNKNOWN, UNKNOWN, since=date(2020, 2, 1))
    assert spans(binding(lasting([one]), months(FIRST, 4))) == [("unknown", 1, 4)]


def test_unknown_counts_always_where_no_day_is_known() -> None:
    found = binding(lasting([stretch(UNKNOWN, UNKNOWN)]), months(FIRST, 4))
    assert spans(found) == [("unknown", 0, 4)]


def test_binding_leaves_out_what_ended_and_what_is_to_come() -> None:
    one = stretch(exact(date(2020, 2, 1)), exact(date(2020, 3, 1)))
    assert spans(binding(lasting([one]), months(FIRST, 4))) == [("in-force", 1, 2)]


def test_tallied_counts_each_once_under_its_highest_rank() -> None:
    units, ranks = np.array([0, 0, 1, 1]), np.array([0, 2, 1, 1])
    first, last = np.array([0, 1, 0, 0]), np.array([3, 2, 1, 3])
    counts = tallied(np.zeros(4, int), units, ranks, first, last, (1, 3, 3))
    assert counts.tolist() == [[[1, 0, 1], [1, 1, 1], [0, 1, 0]]]


def test_tallied_when_every_group_and_rank_overlaps_is_what_sets_count() -> None:
    """Units in any order, each in several groups: brute force over every day."""
    draw = np.random.default_rng(1)
    groups, units, ranks, first = (draw.integers(0, most, 400) for most in (3, 40, 4, 12))
    last = first + draw.integers(1, 5, 400)
    counts = tallied(groups, units, ranks, first, last, (3, 4, 16))
    for group, day in product(range(3), range(16)):
        highest: dict[int, int] = {}
        for row in np.flatnonzero((groups == group) & (first <= day) & (day < last)):
            highest[units[row]] = max(highest.get(units[row], 0), int(ranks[row]))
        assert counts[group, :, day].tolist() == [list(highest.values()).count(rank) for rank in range(4)]


def test_quarters_and_months() -> None:
    assert quarters(2020, 2020) == [date(2020, 1, 1), date(2020, 4, 1), date(2020, 7, 1), date(2020, 10, 1)]
    assert months(date(2020, 12, 31), 2) == [date(2020, 12, 1), date(2021, 1, 1)]


def chosen(*kinds: str) -> tuple[intervals.Lasting, list[str]]:
    """What lasts of a selection, and the ids of those restrictions."""
    selection = choose(Selection(TODAY, TODAY, kind=kinds))
    items = dict(Period.objects.values_list("pk", "item"))
    places = intervals.without_once(selection, selection.restrictions)
    return intervals.lasting(selection), [items[number] for number in selection.columns.periods["id"][places].tolist()]


@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, 3])
def test_restrictions_are_one_query(number: int, django_assert_num_queries: Any) -> None:
    """The columns were read before: only whether they are still right is asked."""
    publish(*(document(invented.case(f"invented-{one}")) for one in range(number)))
    entries = set(chosen()[0].periods["entry"].tolist())
    with django_assert_num_queries(1):
        found = intervals.lasting(choose(Selection(TODAY, TODAY)))
    assert set(found.periods["entry"].tolist()) == entries
    assert len(entries) == number


@pytest.mark.django_db
def test_fines_count_only_if_chosen() -> None:
    publish(document())
    assert "fine" not in chosen()[1]
    assert chosen("fine")[1] == ["fine"]


@pytest.mark.django_db
def test_first_day_of_the_case_does_not_hang_on_the_filters() -> None:
    publish(document())
    found, items = chosen()
    assert found.since[items.index("ban")] == date(2016, 6, 1).toordinal()
    found, items = chosen("public-activity-ban")
    assert (items, found.since.tolist()) == (["ban"], [date(2016, 6, 1).toordinal()])
