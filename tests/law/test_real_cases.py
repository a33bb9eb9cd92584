"""The four people of the Vlast article, from the fixtures to literal dates (issue 2, “It must show”)."""

import json
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from editions.reckoning import reckoning_of
from law.dates import DateRange, edtf
from law.lengths import Days, Length
from law.outcome import Outcome, Penalty, Reckoning
from law.states import basis, state

FIXTURES = Path(__file__).parents[2] / "fixtures" / "kazakhstan.json"
RECORD = "law:criminal-record:v1"
LISTING = "law:financial-monitoring-list:v1"


@cache
def archive() -> Mapping[str, list[dict]]:
    return json.loads(FIXTURES.read_text(encoding="utf-8"))


@cache
def reckoning(case_id: str) -> Reckoning:
    cases = {case["id"]: case for case in archive()["cases"]}
    person = next(person for person in archive()["people"] if person["id"] == cases[case_id]["person"])
    others = [case for case in cases.values() if case["person"] == person["id"] and case["id"] != case_id]
    return reckoning_of(cases[case_id], person, others, archive()["sources"])


def row(case_id: str, id_: str) -> Outcome:
    return reckoning(case_id).outcome(id_)


def dates(outcome: Outcome) -> tuple[str, str, str]:
    return edtf(outcome.binds_from), edtf(outcome.counts_from), edtf(outcome.ends)


@pytest.mark.parametrize(
    ("case_id", "id_", "binds", "counts", "ends"),
    [
        ("bokai-2016", "prison", "[2017-01-20..2017-01-27]", "[2016-06-01..2016-06-03]", "2021-02-04"),
        ("bokai-2016", "ban", "[2017-01-20..2017-01-27]", "2021-02-04", "2024-02-04"),
        (
            "bokai-2016",
            "supervision",
            "[2021-02-04..2021-02-18]",
            "[2021-02-04..2021-02-18]",
            "[2024-08-04..2024-08-18]",
        ),
        ("bokai-2016", RECORD, "[2017-01-20..2017-01-27]", "[2017-01-20..2017-01-27]", "2030-02-04"),
        ("bokai-2016", "list", "[..2025-06-30]", "[..2025-06-30]", "2030-02-04"),
        ("ilyashev-2020", "ban", "[2020-09-15..2020-09-22]", "[2020-09-15..2020-09-22]", "[2025-09-15..2025-09-22]"),
        (
            "ilyashev-2020",
            "restriction",
            "[2020-09-15..2020-11-06]",
            "[2020-09-15..2020-11-06]",
            "[2023-05-04..2023-06-25]",
        ),
        (
            "ilyashev-2020",
            RECORD,
            "[2020-09-15..2020-09-22]",
            "[2020-09-15..2020-09-22]",
            "[2025-09-15..2025-09-22]",
        ),
        ("mamai-2023", "suspended", "[2023-04-26..2023-11-21]", "[2023-04-26..2023-11-21]", "[2029-04-26..2029-11-21]"),
        ("mamai-2023", "ban", "[2023-04-26..2023-10-07]", "[2023-04-26..2023-10-07]", "[2029-04-26..2029-10-07]"),
        ("yensebek-2025", "restriction", "[2025-04-29..]", "[2025-04-29..]", "[2029-11-10..]"),
        ("yensebek-2025", "ban", "[2025-04-29..]", "[2025-04-29..]", "[2026-04-29..]"),
        ("yensebek-2025", RECORD, "[2025-04-29..]", "[2025-04-29..]", "[2029-11-10..]"),
        ("yensebek-2025", LISTING, "", "", "[2029-11-10..]"),
    ],
)
def test_dates(case_id: str, id_: str, binds: str, counts: str, ends: str):
    assert dates(row(case_id, id_)) == (binds, counts, ends)


def test_bokai_release_as_reported_lies_within_the_days_of_the_rule():
    prison = row("bokai-2016", "prison")

    assert (prison.end_basis, edtf(prison.rule_end), prison.fitted) == ("reported", "[2021-02-03..2021-02-05]", False)
    assert prison.otherwise is None


def test_bokai_steps_count_232_to_234_days_at_one_and_a_half():
    credit = next(step for step in row("bokai-2016", "prison").steps if step.operation == "credit-custody")

    assert [(named.name, named.value) for named in credit.inputs] == [
        ("custody-days", Days(232, 234)),
        ("rate", "1.5"),
        ("regime", "medium"),
    ]
    assert (credit.rule, credit.result) == ("credit-prison", Days(116, 117))


def test_bokai_list_is_told_without_a_start_and_waits_for_the_record():
    listing = row("bokai-2016", "list")

    assert (listing.standing, listing.start_basis, listing.missing) == ("told", "told", ("starts:list",))
    assert listing.waits_for == (RECORD,)
    assert row("bokai-2016", RECORD).waits_for == ("prison", "ban")


def test_bokai_burden_in_its_parts():
    burden = reckoning("bokai-2016").burden

    assert burden.nominal == Length(5)
    assert [penalty for penalty in burden.pronounced if penalty.kind != "fine"] == [
        Penalty("prison", "imprisonment", "length", Length(5)),
        Penalty("ban", "public-activity-ban", "length", Length(3)),
    ]
    assert (edtf(burden.begins), edtf(burden.until)) == ("[2016-06-01..2016-06-03]", "2030-02-04")
    assert burden.days == Days(4994, 4996)
    assert [(part.kind, part.days) for part in burden.parts] == [
        ("behind-bars", Days(1707, 1709)),
        ("home", Days(1263, 1291)),
        ("banned", Days(0, 14)),
        ("record-or-list", Days(1996, 2010)),
    ]


def test_bokai_claim_of_2030_agrees():
    (claim,) = reckoning("bokai-2016").claims

    assert (claim.result, claim.days, claim.about, claim.certainty) == ("agrees", 0, RECORD, "C")


@pytest.mark.parametrize(
    ("day", "states"),
    [
        (date(2017, 1, 19), ("upcoming", "upcoming", "upcoming", "upcoming")),
        (date(2017, 1, 20), ("likely-in-force", "likely-in-force", "upcoming", "likely-in-force")),
        (date(2017, 1, 27), ("in-force", "in-force", "upcoming", "in-force")),
        (date(2021, 2, 3), ("in-force", "in-force", "upcoming", "in-force")),
        (date(2021, 2, 4), ("ended", "in-force", "unknown", "in-force")),
        (date(2021, 2, 18), ("ended", "in-force", "in-force", "in-force")),
        (date(2023, 1, 1), ("ended", "in-force", "in-force", "in-force")),
        (date(2024, 2, 4), ("ended", "ended", "in-force", "in-force")),
        (date(2024, 8, 10), ("ended", "ended", "possible", "in-force")),
        (date(2030, 2, 3), ("ended", "ended", "ended", "in-force")),
        (date(2030, 2, 4), ("ended", "ended", "ended", "ended")),
    ],
)
def test_bokai_states_on_a_day(day: date, states: tuple[str, ...]):
    found = tuple(state(row("bokai-2016", id_), day) for id_ in ("prison", "ban", "supervision", RECORD))

    assert found == states


def test_ilyashev_ban_should_have_ended_and_the_claims_agree():
    ban = row("ilyashev-2020", "ban")

    assert [
        (state(ban, day), basis(ban, day)) for day in (date(2025, 9, 14), date(2025, 9, 15), date(2025, 9, 22))
    ] == [
        ("in-force", "computed"),
        ("possible", "computed"),
        ("ended", "computed"),
    ]
    assert [(claim.result, claim.days, claim.about) for claim in reckoning("ilyashev-2020").claims] == [
        ("agrees", 0, "ban"),
        ("agrees", 0, "restriction"),
    ]


def test_ilyashev_registration_is_a_named_assumption():
    restriction = row("ilyashev-2020", "restriction")
    assumptions = [(step.rule, step.assumption) for step in restriction.steps if step.assumption]

    assert assumptions == [("restriction-start", "registered-within-45-days")]
    assert restriction.missing == ("registered:restriction",)


def test_mamai_may_ask_in_2026():
    (early,) = row("mamai-2023", "suspended").early
    (claim,) = reckoning("mamai-2023").claims

    assert (early.rule, edtf(early.date)) == ("suspended-early", "[2026-04-26..2026-11-21]")
    # "In the near future" names no day: the article's words are kept and compared with nothing.
    assert (claim.result, claim.days) == ("cannot-be-compared", None)


def test_yensebek_names_what_is_missing():
    assert row("yensebek-2025", "ban").missing == ("in_force:v1", "length:ban")
    assert row("yensebek-2025", "restriction").missing == ("in_force:v1", "registered:restriction")
    assert row("yensebek-2025", RECORD).missing == ("in_force:v1", "registered:restriction", "length:ban")


def test_yensebek_listing_is_expected_and_never_counts():
    listing = row("yensebek-2025", LISTING)

    assert (listing.standing, listing.certainty) == ("expected", "C")
    assert state(listing, date(2026, 11, 22)) == "expected"


def test_yensebek_lawyers_lengths_cannot_be_compared():
    claims = reckoning("yensebek-2025").claims

    assert [(claim.result, claim.about) for claim in claims] == [
        ("cannot-be-compared", LISTING),
        ("cannot-be-compared", "case"),
    ]


def test_baltabay_was_released_on_the_friday_that_the_rule_says():
    again = row("baltabay-2019", "prison-again")

    assert (edtf(again.rule_end), edtf(again.ends), again.fitted) == ("2020-03-20", "2020-03-20", False)


@pytest.mark.parametrize("case", archive()["cases"], ids=lambda case: case["id"])
def test_no_published_case_contradicts_itself(case: dict):
    assert reckoning(case["id"]).contradictions == ()


@pytest.mark.parametrize("case", archive()["cases"], ids=lambda case: case["id"])
def test_every_published_case_can_be_reckoned_by_an_edition_of_2018(case: dict):
    person = next(person for person in archive()["people"] if person["id"] == case["person"])

    found = reckoning_of(case, person, (), archive()["sources"], date(2018, 1, 1))

    decided = {
        step.decided_on for outcome in found.restrictions for step in outcome.steps if step.operation != "reported"
    }
    assert decided <= {DateRange(date(2018, 1, 1), date(2018, 1, 1)), None}
