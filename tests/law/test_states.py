"""The state of a restriction on a day, first match of design, section 4."""

from datetime import date

import pytest

from law.dates import UNKNOWN
from law.outcome import Likely, Outcome
from law.states import basis, state
from tests.law.building import days

DAY = date(2022, 6, 15)


def outcome(binds: str | None = None, ends: str | None = None, **more: object) -> Outcome:
    given: dict = {"id": "ban", "kind": "public-activity-ban", "standing": "ordered", "derived": False, "verdict": "v1"}
    return Outcome(**given | {"binds_from": days(binds), "ends": days(ends)} | more)


@pytest.mark.parametrize(
    ("about", "found", "expected"),
    [
        ("void before all", outcome("2020-01-01", "2024-01-01", void=True, standing="expected"), "void"),
        ("expected", outcome("2020-01-01", "2024-01-01", standing="expected"), "expected"),
        ("starts tomorrow", outcome("2022-06-16", "2024-01-01"), "upcoming"),
        ("starts today", outcome("2022-06-15", "2024-01-01"), "in-force"),
        ("first day without it", outcome("2020-01-01", "2022-06-15"), "ended"),
        ("last day under it", outcome("2020-01-01", "2022-06-16"), "in-force"),
        ("may have started", outcome("[2022-06-01..2022-07-01]", "2024-01-01"), "unknown"),
        ("starts within a range to come", outcome("[2022-06-16..2022-07-01]", "2024-01-01"), "upcoming"),
        ("may have ended", outcome("2020-01-01", "[2022-06-15..2022-07-01]"), "possible"),
        ("ends within a range to come", outcome("2020-01-01", "[2022-06-16..2022-07-01]"), "in-force"),
        ("ended within a range gone by", outcome("2020-01-01", "[2022-06-01..2022-06-15]"), "ended"),
        ("end not known after a day gone by", outcome("2020-01-01", "[2022-06-01..]"), "possible"),
        ("end not known after a day to come", outcome("2020-01-01", "[2022-07-01..]"), "in-force"),
        ("end not known", outcome("2020-01-01"), "possible"),
        ("end known to one side only", outcome("2020-01-01", "[..2023-01-01]"), "possible"),
        ("without end", outcome("2020-01-01", open_ended=True), "in-force"),
        ("without end, may have started", outcome("[2022-06-01..2022-07-01]", open_ended=True), "unknown"),
        ("without end, start not known", outcome("[..2023-01-01]", open_ended=True), "unknown"),
        ("start not known", outcome(None, "2024-01-01"), "unknown"),
        ("start open, end not known", outcome("[2022-06-01..]", None), "unknown"),
        ("started by now, day not known", outcome("[..2021-01-01]", "2024-01-01"), "in-force"),
    ],
)
def test_state(about: str, found: Outcome, expected: str):
    assert state(found, DAY) == expected


def likely(binds: str | None = None, ends: str | None = None) -> Likely:
    return Likely(days(binds), days(binds), days(ends), UNKNOWN)


OPEN = ("[2022-01-01..]", "[2024-01-01..]")


@pytest.mark.parametrize(
    ("about", "found", "expected"),
    [
        ("likely begun", outcome(*OPEN, likely=likely("[2022-01-01..2022-06-15]", "2024-02-01")), "likely-in-force"),
        ("not likely begun", outcome(*OPEN, likely=likely("[2022-01-01..2022-06-16]", "2024-02-01")), "unknown"),
        (
            "likely begun, and surely not over, though no likely end is given",
            outcome(*OPEN, likely=likely("2022-02-01")),
            "likely-in-force",
        ),
        (
            "likely begun, without end",
            outcome("[2022-01-01..]", open_ended=True, likely=likely("2022-02-01")),
            "likely-in-force",
        ),
        (
            "begun, surely not yet likely over",
            outcome("2020-01-01", "[2022-01-01..]", likely=likely("2020-01-01", "[2022-06-16..2022-08-01]")),
            "likely-in-force",
        ),
        (
            "begun, perhaps over by the likely days",
            outcome("2020-01-01", "[2022-01-01..]", likely=likely("2020-01-01", "[2022-06-15..2022-08-01]")),
            "possible",
        ),
        (
            "there is no likely end",
            outcome("2020-01-01", "[2022-01-01..]", likely=likely("2020-01-01", "2022-02-01")),
            "possible",
        ),
        (
            "begun, no likely end is given",
            outcome("2020-01-01", "[2022-01-01..]", likely=likely("2020-01-01")),
            "possible",
        ),
        ("nothing likely is given", outcome(*OPEN, likely=likely()), "unknown"),
        (
            "the strict days come first",
            outcome("2020-01-01", "2022-06-15", likely=likely("2020-01-01", "2022-06-15")),
            "ended",
        ),
    ],
)
def test_state_by_the_likely_days(about: str, found: Outcome, expected: str):
    assert state(found, DAY) == expected


@pytest.mark.parametrize(
    ("about", "found", "expected"),
    [
        ("up to the newest report it is reported", outcome("2020-01-01", last_report=days("2022-07-01")), "reported"),
        ("on the day of the report", outcome("2020-01-01", last_report=days("2022-06-15")), "reported"),
        ("after the report it is computed", outcome("2020-01-01", last_report=days("2022-06-14")), "computed"),
        (
            "after the report with a reported end",
            outcome(last_report=days("2022-01-01"), end_basis="reported"),
            "reported",
        ),
        ("told by the person", outcome(last_report=days("2022-07-01"), start_basis="told"), "told"),
        ("a report of a month counts from its first day", outcome(last_report=days("2022-06")), "computed"),
        ("a report that is not dated", outcome(last_report=UNKNOWN), "computed"),
        ("no report", outcome("2020-01-01"), "computed"),
    ],
)
def test_basis(about: str, found: Outcome, expected: str):
    assert basis(found, DAY) == expected
