"""What must hold for every case: ranges hold every reading, order is nothing, days count once."""

from datetime import date, timedelta
from itertools import pairwise
from random import Random

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from law import burden
from law.dates import DateRange, exact
from law.facts import Case, Custody
from law.lengths import Days, Length
from law.outcome import Outcome, Reckoning
from law.reckon import reckon
from law.states import STATES, state
from tests.law.building import case, freedom, verdict
from tests.law.strategies import DAYS, LENGTHS, Story, cases, known, stories

LAW = settings(deadline=None, max_examples=100)


def _assert_holds(wide: Reckoning, narrow: Reckoning) -> None:
    """Every range of the one lies in the same range of the other."""
    for vague, sharp in zip(wide.verdicts, narrow.verdicts, strict=True):
        assert vague.in_force.contains(sharp.in_force), vague.id
    assert [found.id for found in wide.restrictions] == [found.id for found in narrow.restrictions]
    for vague, sharp in zip(wide.restrictions, narrow.restrictions, strict=True):
        _assert_outcome_holds(vague, sharp)
    assert _holds(wide.burden.days, narrow.burden.days)
    for part, other in zip(wide.burden.parts, narrow.burden.parts, strict=True):
        assert _holds(part.days, other.days), part.kind


def _assert_outcome_holds(vague: Outcome, sharp: Outcome) -> None:
    assert vague.open_ended == sharp.open_ended
    assert vague.binds_from.contains(sharp.binds_from), vague.id
    assert vague.counts_from.contains(sharp.counts_from), vague.id
    assert vague.ends.contains(sharp.ends), (vague.id, vague.ends, sharp.ends)
    for one, other in zip(vague.early, sharp.early, strict=True):
        assert one.date.contains(other.date), (vague.id, one.date, other.date)


def _holds(wide: Days, narrow: Days) -> bool:
    return wide.least <= narrow.least and (wide.most is None or (narrow.most is not None and narrow.most <= wide.most))


@LAW
@given(stories())
def test_every_exact_day_in_the_range_gives_an_end_in_the_range(story: Story):
    sharp = reckon(story.exact)
    assume(not sharp.contradictions)

    _assert_holds(reckon(story.narrow), sharp)


@LAW
@given(stories())
def test_a_narrower_fact_never_gives_a_wider_answer(story: Story):
    sharp = reckon(story.narrow)
    assume(not reckon(story.exact).contradictions)

    _assert_holds(reckon(story.wide), sharp)


@LAW
@given(cases(), st.randoms(use_true_random=False))
def test_the_order_of_rows_is_nothing(found: Case, random: Random):
    shuffled = found._replace(
        charges=_shuffled(found.charges, random),
        custody=_shuffled(found.custody, random),
        verdicts=_shuffled(found.verdicts, random),
        restrictions=_shuffled(found.restrictions, random),
        reports=_shuffled(found.reports, random),
    )

    assert _by_id(reckon(shuffled)) == _by_id(reckon(found))


def _shuffled(rows: tuple, random: Random) -> tuple:
    return tuple(random.sample(rows, len(rows)))


def _by_id(found: Reckoning) -> Reckoning:
    """The rows stand as the case has them; everything else must be equal to the last step."""
    return found._replace(
        verdicts=tuple(sorted(found.verdicts)),
        custody=tuple(sorted(found.custody)),
        restrictions=tuple(sorted(found.restrictions)),
    )


@LAW
@given(cases(), LENGTHS)
def test_a_longer_penalty_never_ends_earlier(found: Case, more: Length):
    rows = [row._replace(length=row.length.plus(more)) if row.length else row for row in found.restrictions]

    for short, long in zip(
        reckon(found).restrictions, reckon(found._replace(restrictions=tuple(rows))).restrictions, strict=True
    ):
        assert _not_earlier(long.ends.earliest, short.ends.earliest), short.id
        assert short.ends.latest is None or _not_earlier(long.ends.latest, short.ends.latest), short.id


def _not_earlier(one: date | None, other: date | None) -> bool:
    return other is None or (one is not None and one >= other)


@LAW
@given(cases(), st.randoms(use_true_random=False))
def test_custody_told_twice_counts_once(found: Case, random: Random):
    assume(found.custody)
    again = random.choice(found.custody)._replace(id="again")

    twice = reckon(found._replace(custody=(*found.custody, again)))

    for once, told_twice in zip(reckon(found).restrictions, twice.restrictions, strict=True):
        assert (told_twice.counts_from, told_twice.ends) == (once.counts_from, once.ends), once.id
    assert twice.burden == reckon(found).burden


@LAW
@given(DAYS, st.integers(1, 300), st.integers(1, 299))
def test_custody_told_in_two_spells_counts_as_one(begins: date, days: int, cut: int):
    until, middle = begins + timedelta(days), begins + timedelta(min(cut, days))
    whole = Custody("c1", "custody", known(begins), known(until))
    parts = (whole._replace(until=known(middle)), Custody("c2", "custody", known(middle), known(until)))

    def ends(*spells: Custody) -> DateRange:
        heard = verdict((until + timedelta(5)).isoformat(), (until + timedelta(25)).isoformat())
        return reckon(case(heard, freedom("P6Y", starts="2027-01-01"), *spells)).outcome("freedom").ends

    assert ends(*parts) == ends(whole)


@LAW
@given(DAYS, LENGTHS)
def test_a_length_ends_on_the_same_day_number_or_on_the_last_of_the_month(start: date, length: Length):
    end = exact(start).plus(Length(length.years, length.months)).earliest

    months = (end.year - start.year) * 12 + end.month - start.month
    assert months == length.years * 12 + length.months
    last = (end + timedelta(1)).month != end.month
    assert end.day == start.day or (last and end.day < start.day)


@LAW
@given(cases())
def test_every_day_has_one_state_and_none_comes_back(found: Case):
    sharp = reckon(found)
    assume(not sharp.contradictions)
    for outcome in sharp.restrictions:
        order = [state(outcome, day) for day in _days_around(outcome)]
        assert set(order) <= set(STATES)
        if outcome.binds_from.is_exact and outcome.ends.is_exact:
            expected = {"upcoming", "in-force", "ended"} if outcome.standing != "expected" else {"expected"}
            assert set(order) <= expected
        after = ["upcoming", "in-force", "likely-in-force", "possible", "unknown", "ended"]
        if outcome.ends.is_exact and outcome.standing != "expected":
            seen_ended = [before == "ended" and then != "ended" for before, then in pairwise(order)]
            assert not any(seen_ended), outcome.id
            assert set(order) <= set(after)


def _days_around(outcome: Outcome) -> list[date]:
    known_days = {day for day in (*outcome.binds_from, *outcome.ends, date(2015, 1, 1), date(2045, 1, 1)) if day}
    return sorted({day + timedelta(more) for day in known_days for more in (-1, 0, 1)})


@LAW
@given(cases())
def test_an_end_or_start_that_is_open_names_what_would_settle_it(found: Case):
    for outcome in reckon(found).restrictions:
        if None in outcome.binds_from or (None in outcome.ends and not outcome.open_ended):
            assert outcome.missing, outcome.id


SPANS = st.lists(
    st.builds(
        lambda kind, begin, days: burden.DateSpan(kind, exact(begin), exact(begin + timedelta(days))),
        st.sampled_from(burden.HEAVIEST_FIRST),
        st.dates(date(2019, 1, 1), date(2020, 12, 31)),
        st.integers(0, 300),
    ),
    max_size=6,
)


@LAW
@given(SPANS)
def test_burden_counts_each_day_once_under_the_heaviest(spans: list[burden.DateSpan]):
    heaviest: dict[date, str] = {}
    for kind in reversed(burden.HEAVIEST_FIRST):
        for span in (span for span in spans if span.kind == kind):
            for more in range((span.ends.latest - span.begins.earliest).days):
                heaviest[span.begins.earliest + timedelta(more)] = kind

    total = burden.total(spans)

    assert total.days == Days(len(heaviest), len(heaviest))
    counts = {part.kind: part.days for part in total.parts}
    for kind in counts:
        days = sum(1 for found in heaviest.values() if found == kind)
        assert counts[kind] == Days(days, days)
    assert set(heaviest.values()) <= set(counts)


@LAW
@given(SPANS, st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), min_size=6, max_size=6))
def test_burden_of_wider_spans_holds_that_of_exact_ones(spans: list[burden.DateSpan], margins: list[tuple[int, int]]):
    wide = [
        span._replace(begins=span.begins.widen(-before, after), ends=span.ends.widen(-after, before))
        for span, (before, after) in zip(spans, margins, strict=False)
    ]

    vague, sharp = burden.total(wide), burden.total(spans)

    assert _holds(vague.days, sharp.days)
    assert vague.begins.contains(sharp.begins)
    assert vague.until.contains(sharp.until)
    for one, other in zip(vague.parts, sharp.parts, strict=True):
        assert _holds(one.days, other.days)
        assert one.days.least <= (other.days.most or 0)


@LAW
@given(cases())
def test_the_parts_of_the_burden_hold_the_total_between_them(found: Case):
    total = reckon(found).burden
    most = [part.days.most for part in total.parts]

    assert sum(part.days.least for part in total.parts) <= total.days.least
    assert None in most or total.days.least <= (total.days.most or 0) <= sum(days or 0 for days in most)


@LAW
@given(cases(), st.dates(date(2015, 1, 1), date(2026, 12, 31)))
def test_an_edition_of_the_law_never_fails_and_marks_every_step(found: Case, edition: date):
    by_edition = reckon(found, edition=edition)

    decided = {step.decided_on for outcome in by_edition.restrictions for step in outcome.steps}
    assert decided <= {exact(edition), None} | {outcome.value for outcome in _reported(found)}
    assert reckon(found).edition is None


def _reported(found: Case) -> list:
    return [fact for row in found.restrictions for fact in (row.starts, row.ends, row.registered)]
