"""Two reports of one length: every answer holds what follows by either, and nothing chooses between them."""

from itertools import product

from hypothesis import given, settings

from law.dates import edtf
from law.facts import Case, Restriction
from law.lengths import Days, Length
from law.outcome import Likely, Outcome, Reckoning, Step
from law.reckon import reckon
from tests.law.building import case, custody, days, fact, freedom, prison, verdict
from tests.law.strategies import cases, disputed

LAW = settings(deadline=None, max_examples=60)
DAYS = ("binds_from", "counts_from", "ends", "last_day")


def by_each_length(found: Case) -> list[Case]:
    """The case once for each combination of its reported lengths."""
    return [found._replace(restrictions=rows) for rows in product(*map(_by_each, found.restrictions))]


def _by_each(row: Restriction) -> list[Restriction]:
    if row.other_length is None:
        return [row]
    return [row._replace(length=length, other_length=None) for length in (row.length, row.other_length)]


@LAW
@given(cases().flatmap(disputed))
def test_every_combination_lies_within(found: Case) -> None:
    whole = reckon(found)
    for reading in map(reckon, by_each_length(found)):
        for wide, narrow in zip(whole.restrictions, reading.restrictions, strict=True):
            _assert_within(wide, narrow)
        assert _holds(whole.burden.days, reading.burden.days)
        assert set(reading.contradictions) <= set(whole.contradictions)


def _assert_within(wide: Outcome, narrow: Outcome) -> None:
    assert (wide.id, wide.standing, wide.void) == (narrow.id, narrow.standing, narrow.void)
    assert wide.certainty >= narrow.certainty  # C stands after A
    assert wide.open_ended <= narrow.open_ended
    for field in DAYS:
        assert getattr(wide, field).contains(getattr(narrow, field)), (wide.id, field)
    if isinstance(wide.likely, Likely) and isinstance(narrow.likely, Likely):
        for field in DAYS:
            assert getattr(wide.likely, field).contains(getattr(narrow.likely, field)), (wide.id, field)
    if wide.planning_day is not None:
        assert narrow.planning_day is not None
        assert narrow.planning_day <= wide.planning_day


def _holds(wide: Days, narrow: Days) -> bool:
    return wide.least <= narrow.least and (wide.most is None or (narrow.most is not None and narrow.most <= wide.most))


@LAW
@given(cases().flatmap(disputed))
def test_which_report_stands_first_moves_no_range(found: Case) -> None:
    turned = [
        row._replace(length=row.other_length, other_length=row.length) if row.other_length else row
        for row in found.restrictions
    ]
    one, other = reckon(found), reckon(found._replace(restrictions=tuple(turned)))

    assert list(map(_ranges, one.restrictions)) == list(map(_ranges, other.restrictions))
    assert (one.burden.days, one.contradictions) == (other.burden.days, other.contradictions)


def _ranges(outcome: Outcome) -> tuple[object, ...]:
    return (*(getattr(outcome, field) for field in DAYS), outcome.planning_day, outcome.certainty)


def two_reports(**more: object) -> Case:
    row = freedom("P1Y", registered="2021-03-20", **more)
    assert isinstance(row, Restriction)
    return case(verdict("2021-02-20", "2021-03-10"), _disputed(row))


def _disputed(row: Restriction) -> Restriction:
    return row._replace(other_length=row.length.plus(row.length) if row.length else None, length_sources=("a", "b"))


def both_lengths(found: Reckoning, id_: str) -> list[Step]:
    return [step for step in found.outcome(id_).steps if step.operation == "both-lengths"]


def test_step_names_both_lengths_with_the_sources_of_both() -> None:
    (step,) = both_lengths(reckon(two_reports()), "freedom")

    assert [(entry.name, str(entry.value)) for entry in step.inputs[:2]] == [("length", "P1Y"), ("other-length", "P2Y")]
    assert (step.certainty, step.sources) == ("C", ("a", "b"))


def test_burden_gives_neither_of_two_lengths_as_the_one_pronounced() -> None:
    burden = reckon(two_reports()).burden

    assert (burden.nominal, [penalty.length for penalty in burden.pronounced]) == (None, [None])


def test_disputed_length_of_another_case_is_never_named_by_its_row_or_sources() -> None:
    """The record after prison is interrupted by the later crime until that penalty is served: two or four years."""
    first = case(verdict("2021-01-10", "2021-03-01"), prison("P2Y", "full", starts="2021-03-01", ends="2023-03-01"))
    later = case(verdict("2024-05-01", "2024-06-01"), _disputed(freedom("P2Y", registered="2024-06-01")), id="other-1")

    record = reckon(first, [later]).outcome("law:criminal-record:v1")

    assert edtf(record.ends) == "[2026-03-01..2031-06-01]"  # the latest is three years more after 1 June 2028
    step = record.steps[-1]
    assert (step.operation, step.sources, [entry.ref for entry in step.inputs]) == ("both-lengths", (), [None] * 4)


def test_end_by_the_other_day_of_custody_holds_both_lengths() -> None:
    held = custody("2020-01-10")._replace(begins=fact("2020-01-10", otherwise=days("2020-01-20")))
    whole = reckon(
        case(held, verdict("2020-05-01", "2020-06-01"), prison("P2Y")._replace(other_length=Length(years=3)))
    )
    # From 20 January 133 days of custody, 199.5 off the term: Saturday 13 November 2021, or Sunday a year later.
    assert edtf(whole.outcome("prison").otherwise) == "[2021-11-12..2022-11-11]"
