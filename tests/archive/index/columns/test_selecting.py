"""Random queries against a brute-force count over the documents, on real and on invented cases.

INVENTED_CASES=10000 makes the invented archive larger than every run can wait for.
"""

import os
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain, islice
from random import Random
from typing import Any

import numpy as np
import pytest

from archive.index.columns.columns import numbered
from archive.index.columns.selecting import Tally, choose
from archive.index.filters import Selection
from archive.index.models import Entry
from law.country import country
from law.states import STATES, state
from tests.archive.index.columns import oracle
from tests.archive.index.columns.oracle import Seen
from tests.archive.published import TODAY, for_this_module, publish, real_documents
from tests.invented.archives.publishing import documents

pytestmark = pytest.mark.django_db
QUERIES, INVENTED, AT_ONCE = 300, int(os.environ.get("INVENTED_CASES", "60")), 500
READINGS = ("strict", "six-months", "penalty-unchanged")
NAMES = (*oracle.FACETS, "kind", "state", "covers")


@pytest.fixture(scope="module")
def by_reading(django_db_setup: Any, django_db_blocker: Any) -> Iterator[dict[str, list[Seen]]]:
    """The shipped cases and some invented ones under each reading, published once for all tests of this module."""
    waiting = chain(real_documents(), documents(range(INVENTED), seed=4))
    seen: dict[str, list[Seen]] = {reading: [] for reading in READINGS}
    with for_this_module(django_db_blocker):
        while some := list(islice(waiting, AT_ONCE)):
            publish(*some)
            for reading, of_reading in seen.items():
                of_reading += (oracle.seen(one, reading) for one in some)
        yield seen


@pytest.fixture(scope="module")
def published(by_reading: dict[str, list[Seen]]) -> list[Seen]:
    """The same by the reading that nobody has to choose."""
    return by_reading[READINGS[-1]]


def queries(found: list[Seen], number: int) -> Iterator[Selection]:
    """Random selections: the same ones every time."""
    random = Random(11)
    values = {name: sorted({value for one in found for value in one.values[name]}) for name in oracle.FACETS}
    values |= {
        "kind": list(country().kinds),
        "state": list(STATES),
        "covers": [*country().ban_scopes, "none"],
        "region": [*country().regions, "none"],
    }
    for _ in range(number):
        names = random.sample(NAMES, random.choice((0, 1, 1, 2, 3)))
        made = {
            name: tuple(random.sample(values[name], min(len(values[name]), random.randint(1, 3)))) for name in names
        }
        on = date(2016, 1, 1) + timedelta(days=random.randrange(6000))
        excluded = {
            f"{name}!": tuple(random.sample(values[name], min(len(values[name]), random.randint(1, 2))))
            for name in random.sample(oracle.EXCLUDABLE, random.choice((0, 0, 1, 2)))
        }
        reading = random.choice((None, *READINGS))
        yield Selection(today=TODAY, on=on, reading=reading, **made, excluded=excluded, **_more(random, on))


def _more(random: Random, on: date) -> dict[str, Any]:
    """Sometimes a filter that is no facet."""
    first = date(2015, 1, 1) + timedelta(days=random.randrange(8000))
    year = random.randint(2014, 2025)
    return random.choice(
        (
            *({}, {}, {}, {"ends_from": first}, {"ends_until": first}, {"ends_within": random.choice((0, 30, 400))}),
            *({"year_from": year}, {"year_to": year}, {"year_from": year, "year_to": year + 2}),
            *({"ended_by": ("parole", "replaced")}, {"ended_by": ("none",), "ends_from": first}, {"total_from": first}),
            *({"total_until": first}, {"total_from": first, "total_until": first + timedelta(900)}),
            *({"burden_min": random.choice((1, 1000, 3650))}, {"verified_since": date(2025, 6, 1)}),
            *({"standing": ("follows",)}, {"standing": ("expected", "ordered")}),
            *({"kinds_all": ("criminal-record", "public-activity-ban")}, {"kinds_all": ("imprisonment",)}),
        )
    )


def case_ids(selection: Selection) -> set[str]:
    return set(Entry.objects.filter(edition__in=choose(selection).cases).values_list("case_id", flat=True))


def test_cases_and_counts_are_those_of_brute_force(by_reading: dict[str, list[Seen]]) -> None:
    seen: dict[str, int] = {"cases": 0, "choices": 0}
    for selection in queries(by_reading[READINGS[-1]], QUERIES):
        published = by_reading[selection.reading or READINGS[-1]]
        expected = oracle.chosen(published, selection)
        ids = case_ids(selection)
        assert ids == {one.case_id for one in expected}, selection
        counted = choose(selection).tally
        assert (counted.cases, counted.people) == (len(expected), len({one.person_id for one in expected}))
        for name in NAMES:
            assert counted.facets[name] == oracle.facet(published, selection, name), (name, selection)
        assert_certainties_are_those_of_brute_force(counted, published, selection)
        seen = {"cases": seen["cases"] + len(ids), "choices": seen["choices"] + sum(map(len, counted.facets.values()))}
    assert seen["cases"] > 1000
    assert seen["choices"] > 10_000


def assert_certainties_are_those_of_brute_force(counted: Tally, published: list[Seen], selection: Selection) -> None:
    """The parts add up to the whole, and each is that of the documents."""
    of_words = selection.kind or selection.state or selection.standing or selection.covers or selection.ended_by
    speaks = of_words or selection.has_ends
    if not speaks and selection.total_ends != (None, None):
        of_total = {part.certainty: part.cases for part in counted.certainties}
        assert of_total == oracle.total_certainties(published, selection), selection
        assert (sum(part.people for part in counted.certainties), counted.of_choices) == (counted.people, {})
        return
    if not speaks:
        assert (counted.certainties, counted.of_choices) == ((), {})
        return
    expected = oracle.certainties(published, selection)
    assert {word: (cases, people) for word, cases, people in counted.certainties} == expected, selection
    assert sum(part.cases for part in counted.certainties) == counted.cases
    assert sum(part.people for part in counted.certainties) == counted.people
    for name in NAMES:
        differing = oracle.choice_certainties(published, selection, name)
        assert counted.of_choices.get(name, {}) == differing, (name, selection)
    assert {part.certainty: part.cases for part in counted.besides} == oracle.besides(published, selection), selection
    assert counted.open_ends.cases == oracle.open_ends(published, selection), selection


def test_choice_adds_what_its_count_says(published: list[Seen]) -> None:
    """Beside each choice stands what choosing it alone gives."""
    selection = Selection(today=TODAY, on=TODAY, kind=("public-activity-ban",))
    for value, number in choose(selection).tally.facets["region"].items():
        narrowed = Selection(today=TODAY, on=TODAY, kind=("public-activity-ban",), region=(value,))
        assert len(choose(narrowed).cases) == number


@pytest.mark.parametrize("on", [date(2022, 5, 1), date(2024, 1, 1), TODAY])
def test_next_end_is_the_next_last_day_by_brute_force(published: list[Seen], on: date) -> None:
    """By the working range; what has no last day to name, and what is over, is never first."""
    in_order = choose(Selection(today=TODAY, on=on, sort="next-end")).ordered("en").tolist()
    of_edition = dict(Entry.objects.filter(edition__in=in_order).values_list("edition", "case_id"))
    next_days = {one.case_id: next_last_day(one, on) for one in published}
    days = [next_days[of_edition[edition]] for edition in in_order]
    assert days == sorted(days)
    assert days[0] < date.max == days[-1]


def next_last_day(one: Seen, on: date) -> date:
    outcomes = [held.outcome for held in one.held if state(held.outcome, on) not in ("void", "expected", "ended")]
    ranges = [outcome.working_last_day for outcome in outcomes if None not in outcome.working_last_day]
    first = min((days.earliest for days in ranges if days.earliest and days.earliest >= on), default=None)
    return first or min((days.latest for days in ranges if days.latest and days.latest >= on), default=date.max)


@pytest.mark.parametrize("kind", ["criminal-record", "public-activity-ban", "imprisonment"])
def test_reading_that_presumes_less_is_never_surer(by_reading: dict[str, list[Seen]], kind: str) -> None:
    """What is certain stays; what is likely only becomes fewer; nobody is lost."""
    counts = []
    for reading in READINGS:
        parts = choose(Selection(today=TODAY, on=TODAY, kind=(kind,), reading=reading)).tally.certainties
        assert {part.certainty: (part.cases, part.people) for part in parts} == oracle.certainties(
            by_reading[reading], Selection(today=TODAY, on=TODAY, kind=(kind,))
        )
        counts.append({part.certainty: part.cases for part in parts})
    strict, six_months, unchanged = counts
    assert strict.get("likely", 0) <= six_months.get("likely", 0) <= unchanged.get("likely", 0)
    assert strict.get("certainly", 0) == six_months.get("certainly", 0) == unchanged.get("certainly", 0)
    assert sum(strict.values()) == sum(six_months.values()) == sum(unchanged.values())


def test_people_are_numbered_as_they_first_come() -> None:
    assert numbered(np.array([7, 3, 7, -1, 3, 9])).tolist() == [0, 1, 0, 2, 1, 3]
    assert numbered(np.empty(0, np.int64)).tolist() == []
