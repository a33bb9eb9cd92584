"""What the code says that a case file cannot hold: odd facts, and the words of the seam."""

from law.dates import DateRange, edtf, exact, within
from law.kazakhstan import KAZAKHSTAN
from law.reckon import reckon
from tests.law.building import (
    ban,
    case,
    change,
    charge,
    custody,
    days,
    freedom,
    listing,
    outcome,
    prison,
    report,
    restriction,
    ruling,
    verdict,
)

HEARD = verdict("2021-01-10", "2021-03-01")


def test_days_wholly_outside_the_bounds_stay_as_they_are():
    assert within(days("2020-01-01"), days("2021")) == days("2020-01-01")
    assert within(days("[2020-12-01..2021-02-01]"), DateRange(days("2021").earliest, None)) == days(
        "[2021-01-01..2021-02-01]"
    )


def test_control_after_parole_that_a_source_reports_is_not_derived_again():
    paroled = prison("P4Y", "full", starts="2021-03-01", ends="2022-09-01", ended_by="parole")
    reported = restriction("probation-control", "P2Y", id="control", starts="2022-09-01")

    ids = [found.id for found in reckon(case(HEARD, paroled, reported)).restrictions]

    assert ids == ["prison", "control", "law:criminal-record:v1"]


def test_a_penalty_replaced_by_an_order_that_set_nothing_stays_alone():
    rows = (
        freedom("P2Y", registered="2021-03-10", ends="2022-03-10", ended_by="replaced"),
        ruling("2022-03-10", "replaced", instance="enforcement"),
    )

    assert edtf(outcome(case(HEARD, *rows), "freedom").ends) == "2022-03-10"


def test_a_ban_that_ended_before_parole_is_not_widened_by_it():
    rows = (prison("P4Y", "full", starts="2021-03-01", ends="2022-09-01", ended_by="parole"), ban(None))

    assert edtf(outcome(case(HEARD, *rows), "ban").ends) == "[2022-09-01..2032-09-01]"


def test_a_report_before_the_end_of_the_listing_changes_nothing():
    rows = (charge("174", "1"), freedom("P2Y", registered="2021-03-10"), listing(starts="2021-05-01"))

    assert edtf(outcome(case(HEARD, *rows, report("list", "2022-05-01")), "list").ends) == "2023-03-10"


def test_custody_of_unknown_end_counts_until_force_before_a_reviewed_penalty():
    rows = (
        verdict("2021-01-10"),
        ruling("2021-03-01", "changed"),
        custody("2020-12-01"),
        prison("P2Y", changes=(change("replaced", "2021-03-01", to="freedom", verdict="v2"),)),
        freedom("P1Y6M", verdict="v2", registered="2021-03-10"),
    )

    # 91 days of custody double, off 10 September 2022
    assert edtf(outcome(case(*rows), "freedom").ends) == "2022-03-12"


def test_years_of_the_record_after_prison_by_the_offence():
    assert KAZAKHSTAN.record_years_after_prison(charge("174", "1")) == 6
    assert KAZAKHSTAN.record_years_after_prison(charge("250", None)) is None


def test_an_exact_day_is_within_its_own_year():
    assert within(exact(days("2021-05-05").earliest), days("2021")) == days("2021-05-05")


def test_a_review_of_a_penalty_whose_verdict_is_not_known_names_it():
    rows = (
        verdict("2021-01-10"),
        ruling("2021-03-01", "changed"),
        prison("P2Y", verdict="v9", changes=(change("replaced", "2021-03-01", to="freedom", verdict="v2"),)),
        freedom("P1Y6M", verdict="v2"),
    )

    assert outcome(case(*rows), "freedom").missing == ("verdict",)


def test_a_ban_that_was_over_before_parole_is_left_alone():
    rows = (
        prison("P4Y", "full", starts="2021-03-01", ends="2022-09-01", ended_by="parole"),
        ban("P1M", starts="2021-03-01"),
    )

    assert edtf(outcome(case(HEARD, *rows), "ban").ends) == "2021-04-01"


def test_a_review_of_unknown_day_came_by_the_registration_of_what_it_set():
    rows = (
        verdict("2021-01-10", "2021-03-01"),
        ruling(None, "changed", id="v3", instance="cassation"),
        prison("P4Y", changes=(change("replaced", None, to="freedom", verdict="v3"),)),
    )

    # served from 2 March 2021 at most to 9 December 2022: 648 days
    registered = outcome(case(*rows, freedom("P3Y", verdict="v3", registered="2022-12-10")), "freedom")
    assert edtf(registered.ends) == "[2024-03-02..2025-12-10]"
    assert edtf(outcome(case(*rows, freedom("P3Y", verdict="v3")), "freedom").ends) == ""
