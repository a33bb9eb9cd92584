"""What may be said of a restriction on a day: a computed boundary is never worded as an event."""

from datetime import date

import pytest

from archive.wording.statements import about, brief, report, statement
from law.dates import UNKNOWN, DateRange, exact, parse
from law.outcome import Outcome

BEFORE, ON, AFTER = date(2020, 1, 1), date(2023, 1, 1), date(2027, 1, 1)


def outcome(**values: object) -> Outcome:
    found = {"binds_from": exact(date(2021, 2, 4)), "ends": exact(date(2025, 9, 15)), **values}
    return Outcome(id="ban", kind="public-activity-ban", standing="ordered", derived=False, verdict="v1")._replace(
        **found
    )


def test_in_force_by_calculation() -> None:
    said = statement(outcome(last_report=parse("2022-04")), ON)
    assert said == "in force by our calculation, through 14 September 2025, free from the 15th; last report: April 2022"


@pytest.mark.parametrize(
    ("basis", "words"), [("reported", "as reported"), ("told", "as told by the person or their lawyer")]
)
def test_in_force_by_report(basis: str, words: str) -> None:
    said = statement(outcome(end_basis=basis), ON)
    assert said == f"in force, through 14 September 2025, free from the 15th {words}; no report speaks of it"


@pytest.mark.parametrize(
    ("start_basis", "words"),
    [("computed", "as reported"), ("told", "as told by the person or their lawyer")],
)
def test_in_force_on_a_day_before_the_newest_report(start_basis: str, words: str) -> None:
    said = statement(outcome(start_basis=start_basis, last_report=parse("2024-04")), ON)
    assert said == (
        f"in force {words}, by our calculation through 14 September 2025, free from the 15th; last report: April 2024"
    )


def test_ended_by_calculation_is_no_event() -> None:
    said = statement(outcome(), AFTER)
    assert said == (
        "should have ended by our calculation, through 14 September 2025, free from the 15th; no report confirms it"
    )


def test_ended_by_calculation_when_somebody_spoke_of_it_since() -> None:
    said = statement(outcome(last_report=parse("2026-01-02")), AFTER)
    assert said.endswith("free from the 15th; a later report speaks of it: 2 January 2026")


def test_ended_by_report() -> None:
    assert statement(outcome(end_basis="reported"), AFTER) == (
        "ended, through 14 September 2025, free from the 15th as reported"
    )


def test_upcoming() -> None:
    assert statement(outcome(), BEFORE) == "not yet in force: by our calculation from 4 February 2021"


def test_uncertain_start_and_end() -> None:
    start = outcome(binds_from=parse("[2022-12-01..2023-02-01]"))
    end = outcome(ends=parse("[2022-12-01..2023-02-01]"))
    assert statement(start, ON).startswith("may have begun; first day by our calculation: between 1 December 2022")
    assert statement(end, ON).startswith("may have ended; first day without it by our calculation: between 1 December")


def test_unknown_says_the_bound_that_is_known() -> None:
    said = statement(outcome(binds_from=DateRange(date(2021, 2, 4), None), ends=UNKNOWN), ON)
    assert said == (
        "cannot be calculated for this day; by our calculation its first day is: not before 4 February 2021; "
        "no report speaks of it"
    )


def test_unknown_says_both_bounds_in_one_line() -> None:
    said = brief(outcome(binds_from=DateRange(date(2022, 2, 4), None), ends=DateRange(date(2024, 2, 4), None)), ON)
    assert said == (
        "cannot be calculated for this day; by our calculation its first day is: not before 4 February 2022; "
        "its last: not before 3 February 2024"
    )


def test_unknown_says_no_last_day_that_may_lie_before_the_first() -> None:
    """Days in custody may have used up the whole term: that is no end to print."""
    said = brief(outcome(binds_from=DateRange(date(2022, 2, 4), None), ends=DateRange(date(2022, 2, 4), None)), ON)
    assert said.endswith("its first day is: not before 4 February 2022")


def test_unknown_says_the_last_day_alone() -> None:
    said = brief(outcome(binds_from=UNKNOWN, ends=DateRange(date(2024, 2, 4), None)), ON)
    assert said.endswith("by our calculation its last day is: not before 3 February 2024")


def test_fine_of_which_nobody_says_that_it_was_paid() -> None:
    said = statement(outcome(ends=UNKNOWN)._replace(kind="fine"), ON)
    assert said == "ordered; no source says whether it was carried out"


def test_expected_listing_and_void() -> None:
    assert statement(outcome(standing="expected"), ON) == "the law provides for it; listing not confirmed"
    assert statement(outcome(void=True), ON) == "void: the verdict was cancelled"


def test_no_end() -> None:
    assert statement(outcome(ends=UNKNOWN, open_ended=True), ON) == "in force, no end date; no report speaks of it"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2025-05~", "about May 2025"),
        ("2025~", "about 2025"),
        ("2025", "2025"),
        ("2025-04", "April 2025"),
        ("2025-05-07", "7 May 2025"),
        ("[2024-12-31..2025-01-02]", "between 31 December 2024 and 2 January 2025"),
    ],
)
def test_about_a_month_or_year_is_named_by_its_middle(text: str, words: str) -> None:
    assert about(parse(text)) == words
    assert report(outcome(last_report=parse(text))) == f"last report: {words}"
