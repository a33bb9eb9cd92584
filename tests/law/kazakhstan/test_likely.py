"""The likely reading: within the strict one, moved by no row's order, and nothing where nothing is presumed."""

from datetime import date, timedelta
from typing import NamedTuple

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from law.dates import UNKNOWN, edtf, exact
from law.facts import NOT_RECORDED, Case, Fact, Verdict
from law.kazakhstan import KAZAKHSTAN, presumptions
from law.kazakhstan.links import linked
from law.kazakhstan.presumptions import IN_FORCE_BY_SIX_MONTHS, PRESUMPTIONS, Presumed, presume
from law.lengths import Days
from law.outcome import Likely, Outcome, Reckoning
from law.reckon import reckon
from tests.law.building import case, custody, freedom, house_arrest, prison
from tests.law.building import outcome as outcome_of
from tests.law.building import verdict as first_verdict
from tests.law.strategies import cases, disputed, known, stories

LAW = settings(max_examples=300, deadline=None)
DAYS_OF_AN_OUTCOME = ("binds_from", "counts_from", "ends", "last_day")


@st.composite
def gaps(draw: st.DrawFn) -> Case:
    """A case of which a source tells less: no ruling, no day of force, no registration, no regime, dates of years."""
    case = draw(stories()).wide if draw(st.booleans()) else draw(cases())
    verdicts = [
        _less_of(draw, verdict) for verdict in case.verdicts if verdict.instance != "appeal" or draw(st.booleans())
    ]
    case = draw(st.booleans().flatmap(lambda several: disputed(case) if several else st.just(case)))
    return case._replace(
        verdicts=tuple(verdicts),
        custody=tuple(row._replace(until=draw(st.sampled_from((row.until, NOT_RECORDED)))) for row in case.custody),
        restrictions=tuple(
            row._replace(registered=draw(st.sampled_from((row.registered, NOT_RECORDED)))) for row in case.restrictions
        ),
    )


def _less_of(draw: st.DrawFn, verdict: Verdict) -> Verdict:
    pending = draw(st.sampled_from((UNKNOWN, UNKNOWN, UNKNOWN, exact(date(2020, 1, 1)))))
    appealed = draw(st.sampled_from((verdict.appealed, None, True)))
    return verdict._replace(pending_on=pending, appealed=appealed)


def likely_of(outcome: Outcome) -> Likely:
    assert outcome.likely is not None
    return outcome.likely


def spoken_of(reckoning: Reckoning) -> list[Outcome]:
    return [outcome for outcome in reckoning.restrictions if outcome.likely is not None]


def test_house_arrest_that_is_cut_by_an_unknown_force_waits_for_it() -> None:
    """Registered on a known day, but half of the house arrest until force is credited (CC 62(3-1))."""
    appealed, freed = first_verdict("2020-01-10", appealed=True), freedom("P1Y", registered="2020-09-01")
    restriction = outcome_of(case(appealed, house_arrest("2020-01-01"), freed), freed.id)
    assert "in_force:v1" in restriction.missing
    assert {use.rule for use in likely_of(restriction).presumptions} == {IN_FORCE_BY_SIX_MONTHS, "penalty-unchanged"}

    ended = outcome_of(case(appealed, house_arrest("2020-01-01", "2020-01-09"), freed), freed.id)
    assert "in_force:v1" not in ended.missing
    assert likely_of(ended) == ended.as_likely()


@LAW
@given(gaps())
def test_likely_lies_within_strict(case: Case) -> None:
    reckoning = reckon(case)
    for outcome in spoken_of(reckoning):
        likely = likely_of(outcome)
        for field in DAYS_OF_AN_OUTCOME:
            days = getattr(likely, field)
            assert days.is_unknown or getattr(outcome, field).contains(days), (outcome.id, field)
    for verdict in reckoning.verdicts:
        if verdict.likely is not None and not verdict.likely.in_force.is_unknown:
            assert verdict.in_force.contains(verdict.likely.in_force), verdict.id


@LAW
@given(gaps())
def test_likely_burden_lies_within_the_strict_one(case: Case) -> None:
    burden = reckon(case).burden
    if burden.likely is None:
        return
    assert within(burden.likely.days, burden.days)
    assert [part.kind for part in burden.likely.parts] == [part.kind for part in burden.parts]
    for likely, strict in zip(burden.likely.parts, burden.parts, strict=True):
        assert within(likely.days, strict.days), likely.kind
        assert strict.begins.contains(likely.begins)
        assert strict.until.contains(likely.until)
    assert burden.last_day.contains(burden.likely.last_day)


def within(likely: Days, strict: Days) -> bool:
    most = strict.most is None or (likely.most is not None and likely.least <= likely.most <= strict.most)
    return strict.least <= likely.least and most


@LAW
@given(gaps())
def test_likely_differs_only_by_presumptions_that_are_named(case: Case) -> None:
    for outcome in spoken_of(reckon(case)):
        likely = likely_of(outcome)
        strict = outcome.as_likely()
        if likely.presumptions:
            assert likely.steps, outcome.id
            assert {use.rule for use in likely.presumptions} <= set(PRESUMPTIONS)
        elif likely != strict:
            assert all(getattr(likely, field).is_unknown for field in DAYS_OF_AN_OUTCOME), outcome.id


@LAW
@given(gaps())
def test_what_a_source_reports_never_moves(case: Case) -> None:
    filled = presume(KAZAKHSTAN, linked(KAZAKHSTAN, case)).case
    for before, after in zip(case.verdicts, filled.verdicts, strict=True):
        assert _reported(before.in_force, after.in_force)
        assert before._replace(in_force=after.in_force, on=after.on) == after
    for row, filled_row in zip(case.custody, filled.custody, strict=True):
        assert _reported(row.until, filled_row.until)
        assert row._replace(until=filled_row.until) == filled_row
    for row_, filled_row_ in zip(linked(KAZAKHSTAN, case).restrictions, filled.restrictions, strict=True):
        assert row_.regime in (None, filled_row_.regime)
        assert row_._replace(regime=filled_row_.regime) == filled_row_


def _reported(before: Fact, after: Fact) -> bool:
    return before == after or (not before.known and after.how == "presumed")


@LAW
@given(gaps())
def test_presuming_twice_changes_nothing(case: Case) -> None:
    once = presume(KAZAKHSTAN, linked(KAZAKHSTAN, case)).case
    assert presume(KAZAKHSTAN, once).case == once


@LAW
@given(gaps())
def test_the_order_of_rows_changes_nothing(case: Case) -> None:
    turned = case._replace(
        verdicts=case.verdicts[::-1], custody=case.custody[::-1], restrictions=case.restrictions[::-1]
    )
    one, other = reckon(case), reckon(turned)
    likely = {outcome.id: outcome.likely for outcome in other.restrictions}
    assert {outcome.id: _days(outcome.likely) for outcome in one.restrictions} == {
        id_: _days(days) for id_, days in likely.items()
    }


def _days(likely: Likely | None) -> object:
    return likely and (*(getattr(likely, field) for field in DAYS_OF_AN_OUTCOME), sorted(likely.presumptions))


@LAW
@given(gaps())
def test_without_presumptions_likely_is_strict(case: Case) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(presumptions, "presume", lambda _law, case: Presumed(case))
        reckoning = reckon(case)
    for outcome in reckoning.restrictions:
        expected = None if outcome.void or outcome.standing == "expected" else outcome.as_likely()
        assert outcome.likely == expected
    for verdict in reckoning.verdicts:
        assert verdict.likely is None or verdict.likely == (verdict.in_force, ())
    assert reckoning.burden.likely is not None
    assert reckoning.burden.likely.days == reckoning.burden.days


@LAW
@given(gaps(), st.integers(0, 200))
def test_a_fact_inside_what_was_presumed_narrows_or_keeps_both(case: Case, days: int) -> None:
    """A day of force that a source now reports, within the days presumed."""
    before = reckon(case)
    verdict = next(verdict for verdict in case.verdicts if verdict.id == "v1")
    presumed = next(outcome for outcome in before.verdicts if outcome.id == "v1").likely
    if presumed is None or presumed.in_force.earliest is None or presumed.in_force.latest is None:
        return
    day = min(presumed.in_force.earliest + timedelta(days), presumed.in_force.latest)
    told = verdict._replace(in_force=known(day))
    after = reckon(case._replace(verdicts=tuple(told if row.id == "v1" else row for row in case.verdicts)))
    assume(not before.contradictions and not after.contradictions)
    ends = {outcome.id: outcome for outcome in after.restrictions}
    for outcome in spoken_of(before):
        for field in DAYS_OF_AN_OUTCOME:
            strict, narrower = getattr(outcome, field), getattr(ends[outcome.id], field)
            assert strict.contains(narrower), (outcome.id, field)
            likely, narrower = getattr(outcome.likely, field), getattr(ends[outcome.id].likely, field)
            assert likely.is_unknown or narrower.is_unknown or likely.contains(narrower), (outcome.id, field)


HELD = (custody("2021-07-01"), first_verdict("2021-10-11"))


def test_custody_before_prison_likely_ends_at_force() -> None:
    period = reckon(case(*HELD, prison("P5Y"))).custody[0]
    assert (edtf(period.likely.ends), edtf(period.likely.last_day)) == (
        "[2021-10-27..2022-04-12]",
        "[2021-10-26..2022-04-11]",
    )
    assert [use.rule for use in period.likely.presumptions] == [IN_FORCE_BY_SIX_MONTHS]
    assert period.ends.contains(period.likely.ends)


@pytest.mark.parametrize(
    ("facts", "basis"),
    [
        ((*HELD, prison("P5Y")), "computed"),
        ((*HELD, prison("P5Y", ends="2025-07-01")), "reported"),
        ((*HELD, freedom("P5Y")), "computed"),
        ((custody("2021-07-01", "2021-08-01"), HELD[1], prison("P5Y")), "reported"),
    ],
)
def test_end_of_custody_is_reported_only_if_it_or_the_release_is(facts: tuple[NamedTuple, ...], basis: str) -> None:
    period = reckon(case(*facts)).custody[0]
    assert (period.end_basis, period.as_restriction().end_basis) == (basis, basis)
