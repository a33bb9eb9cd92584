from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.index.models import Entry, Period
from law.dates import DateRange
from law.outcome import Outcome
from law.states import STATES, state

pytestmark = pytest.mark.django_db
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


def entry() -> Entry:
    filtered = {"case_key": "0" * 32, "case_id": "a-case", "person_id": "a-person", "known_from": EPOCH, "facets": []}
    plain = {key: {} for key in ("names", "title", "city", "articles", "burden", "texts", "name_words")}
    keys = dict.fromkeys(("sort_en", "sort_ru", "sort_kk", "words"), "")
    return Entry.objects.create(
        edition=1, published_at="2020-01-01T00:00Z", burden_least=0, **filtered, **plain, **keys
    )


def period(of: Entry, number: int, outcome: Outcome) -> Period:
    names = ("case_key", "case_id", "person_id", "known_from", "facets", "burden_least")
    return Period(
        entry=of,
        position=0,
        item=str(number),
        kind=outcome.kind,
        standing=outcome.standing,
        derived=False,
        void=outcome.void,
        begins_earliest=outcome.binds_from.earliest,
        begins_latest=outcome.binds_from.latest,
        ends_earliest=outcome.ends.earliest,
        ends_latest=outcome.ends.latest,
        open_ended=outcome.open_ended,
        covers=[],
        missing=[],
        **{name: getattr(of, name) for name in names},
    )


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(outcomes=st.lists(OUTCOMES, min_size=1, max_size=20), on=DAYS)
def test_state_in_sql_is_that_of_law(outcomes: list[Outcome], on: date) -> None:
    Entry.objects.all().delete()
    of = entry()
    Period.objects.bulk_create(period(of, number, outcome) for number, outcome in enumerate(outcomes))
    found = dict(Period.objects.with_state(on).values_list("item", "state"))
    assert found == {str(number): state(outcome, on) for number, outcome in enumerate(outcomes)}
    for one in STATES:
        chosen = set(Period.objects.state(on, one).values_list("item", flat=True))
        assert chosen == {item for item, of_item in found.items() if of_item == one}


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
    period(entry(), 0, outcome).save()
    assert Period.objects.ends_between(*asked).exists() is found
