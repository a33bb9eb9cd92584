"""What the presumptions come to: the table that stands beside them, what is never likely, and the founding cases."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from archive.wording.rules import rule_view
from editions.hand_derived import read_folder
from law.dates import DateRange, edtf
from law.facts import Verdict
from law.kazakhstan import FOLDER, KAZAKHSTAN, likely, presumptions
from law.kazakhstan.likely import Reading, contradicts
from law.kazakhstan.never_likely import NEVER_LIKELY, is_of_nobody
from law.kazakhstan.presumptions import IN_FORCE_BY_SIX_MONTHS, PRESUMPTIONS, SIX_MONTHS
from law.kazakhstan.reckoner import Reckoner
from law.outcome import Outcome
from law.reckon import reckon
from law.rulebook import RuleBook
from law.states import state
from tests.law.building import ban, case, days, restriction, ruling, verdict
from tests.law.test_real_cases import archive, reckoning

ON = date(2026, 11, 26)
LITERAL = {path.path.stem for path in read_folder(Path(__file__).parents[1] / "cases" / "likely")}
OPEN_CASE = case(verdict("2021-10-11"), restriction("fine"), ban("P2Y"))


@pytest.fixture
def copy_of_the_rule_book(tmp_path: Path) -> Path:
    for name in ("rules.json", "intervals.csv"):
        shutil.copy(FOLDER / name, tmp_path / name)
    return tmp_path


def test_an_interval_more_moves_the_rule_and_no_date(copy_of_the_rule_book: Path) -> None:
    table = copy_of_the_rule_book / "intervals.csv"
    with table.open("a", encoding="utf-8") as rows:
        rows.write("appeal,2025-01-01,2025-12-31,upheld,364,Invented News,\n")
    before, after = (
        book.rule(IN_FORCE_BY_SIX_MONTHS) for book in (KAZAKHSTAN, RuleBook(table.with_name("rules.json")))
    )
    assert (before.version, after.version) == (1, 2)
    assert rule_view(after, "en").intervals[:-1] == rule_view(before, "en").intervals
    assert rule_view(after, "en").intervals[-1].days == "364"
    assert presumptions.SIX_MONTHS == SIX_MONTHS == 183
    assert edtf(reckon(OPEN_CASE).verdicts[0].likely.in_force) == "[2021-10-27..2022-04-12]"


def test_the_table_holds_the_open_rows_too() -> None:
    intervals = KAZAKHSTAN.rule(IN_FORCE_BY_SIX_MONTHS).intervals
    appeals = [row for row in intervals if row.step == "appeal" and row.begins >= "2014"]
    timed = [row.days for row in appeals if row.days is not None]
    assert (len(intervals), sorted(timed)) == (32, [37, 49, 49, 50, 50, 51, 53, 55, 65, 68, 73, 78, 85, 108])
    assert [row.outcome for row in appeals if row.days is None] == ["upheld"] * 4
    assert max(timed) < SIX_MONTHS


def test_no_rule_of_a_presumption_is_surer_than_c() -> None:
    assert {KAZAKHSTAN.rule(rule).certainty for rule in PRESUMPTIONS} == {"C"}
    for rule in PRESUMPTIONS:
        note = KAZAKHSTAN.rule(rule).note
        assert note is not None
        assert "no probability" in note.get("en")
        assert "не вероятность" in note.get("ru")


NEVER = {
    "anything": "no-report-of-an-appeal",
    "the financing list, in either direction": "never-the-financing-list",
    "a minor": "never-a-minor",
    "a deferred sentence": "never-a-deferred-sentence",
    "a known new case": "never-somebody-with-a-known-new-case",
    "an end of prison": "a-first-term-of-three-years-at-medium-security",
    "a ban of unreported length": "never-a-ban-of-unreported-length",
    "the record that waits for a ban of unreported length": "never-a-ban-of-unreported-length",
    "a ban after replacement": "never-a-ban-after-replacement",
    "the record that waits for a ban after replacement": "never-a-ban-after-replacement",
}
"""What is never likely -> the case derived by hand that shows it."""


def test_each_of_what_is_never_likely_has_a_case() -> None:
    assert [never.id for never in NEVER_LIKELY] == list(NEVER)
    assert set(NEVER.values()) - LITERAL == set()


def row(case_id: str, id_: str) -> Outcome:
    return reckoning(case_id).outcome(id_)


def months(days: DateRange) -> int:
    assert days.earliest is not None
    assert days.latest is not None
    return (days.latest.year - days.earliest.year) * 12 + days.latest.month - days.earliest.month


def test_yensebek_is_likely_restricted_until_2029_or_2030() -> None:
    restriction_ = row("yensebek-2025", "restriction")
    assert state(restriction_, ON) == "likely-in-force"
    assert edtf(restriction_.last_day) == "[2029-11-09..]"
    assert restriction_.likely is not None
    assert edtf(restriction_.likely.last_day) == "[2029-11-09..2030-06-07]"
    assert months(restriction_.likely.last_day) <= 12
    assert restriction_.planning_day is None


def test_yensebeks_ban_and_record_are_told_not_before() -> None:
    for id_ in ("ban", "law:criminal-record:v1"):
        likely = row("yensebek-2025", id_).likely
        assert likely is not None
        assert edtf(likely.binds_from) == "[2025-04-29..2025-10-11]"
        assert (edtf(likely.ends), edtf(likely.last_day)) == ("", "")
    listing = row("yensebek-2025", "law:financial-monitoring-list:v1")
    assert (state(listing, ON), listing.likely) == ("expected", None)


def test_ilyashevs_ban_ends_on_one_likely_day() -> None:
    ban_ = row("ilyashev-2020", "ban")
    assert edtf(ban_.last_day) == "[2025-09-14..2025-09-21]"
    assert ban_.likely is not None
    assert edtf(ban_.likely.last_day) == "2025-09-14"
    assert state(ban_, ON) == "ended"


def test_mamais_penalties_likely_end_in_2029() -> None:
    for id_ in ("suspended", "ban"):
        likely = row("mamai-2023", id_).likely
        assert likely is not None
        assert {day.year for day in likely.last_day if day} == {2029}
    assert {day.year for day in row("mamai-2023", "suspended").early[0].date if day} == {2026}


def test_bokais_ends_are_strict() -> None:
    for outcome in reckoning("bokai-2016").restrictions:
        assert outcome.likely is not None
        assert state(outcome, ON) in ("ended", "in-force")
        if outcome.kind != "imprisonment":
            assert outcome.likely.last_day == outcome.last_day


def test_only_a_report_that_contradicts_them_drops_presumptions(monkeypatch: pytest.MonkeyPatch) -> None:
    """That one left the strict days of any other real or literal case would be a defect of ours."""
    dropped = set()

    def noted(strict: Reading, reading: Reading) -> bool:
        is_dropped = contradicts(strict, reading)
        dropped.update([name] if is_dropped else [])
        return is_dropped

    monkeypatch.setattr(likely, "contradicts", noted)
    for literal in read_folder(Path(__file__).parents[1] / "cases"):
        name = literal.path.stem
        literal.reckoning()
    for case_ in archive()["cases"]:
        name = case_["id"]
        reckoning(name)
    assert dropped == {"a-breach-shows-that-the-penalty-had-begun"}


@pytest.mark.parametrize(
    ("row", "named"),
    [
        (verdict("2021-10-11", pending_on=days("2022-06-01")), False),
        (verdict(None, pending_on=days("2022-06-01")), True),
        (verdict(None, pending_on=days("2022-06-01"), sources=("s1",)), False),
        (verdict(None), False),
    ],
)
def test_what_switches_a_presumption_off_has_a_source(row: Verdict, named: bool) -> None:
    codes = [entry.code for entry in reckon(case(row, restriction("fine"))).contradictions]
    assert ("switch-without-source" in codes) is named


def test_a_verdict_cancelled_on_no_day_switches_nothing_off_unnamed() -> None:
    cancelled = ruling(None, "cancelled", sources=("s1",))
    codes = [entry.code for entry in reckon(case(verdict("2021-10-11"), cancelled, restriction("fine"))).contradictions]
    assert codes == ["switch-without-source"]


def test_without_a_verdict_any_other_case_may_be_a_new_one() -> None:
    held = case(restriction("fine"))._replace(verdicts=())
    assert not is_of_nobody(Reckoner(KAZAKHSTAN, held), None)
    assert is_of_nobody(Reckoner(KAZAKHSTAN, held, (OPEN_CASE._replace(id="other"),)), None)
