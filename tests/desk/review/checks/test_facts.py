"""Facts without sources, contradictions, and what only warns. All invented."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desk.review.checks import blocking_lines, findings
from desk.review.checks.facts import without_source
from editions.document import Shared, build
from editions.importing.checking import checked
from tests.desk.invented_documents import SOUND, document, sources

DAY = date(2026, 11, 22)
FIXTURE = Path(__file__).parents[4] / "fixtures" / "kazakhstan.json"


def found(day: date = DAY, **case: Any) -> list[tuple[str, bool]]:
    return [(one.code, one.blocks) for one in findings(document(**case), day)]


def test_findings_when_all_is_well() -> None:
    assert found() == []


@pytest.mark.parametrize(
    ("part", "row"),
    [
        ("inclusion", {"criterion": "monitor"}),
        ("prior", {"text": {"en": "Earlier"}}),
        ("charges", {"id": "ch9", "article": "400", "outcome": "dropped"}),
        ("custody", {"id": "c1", "kind": "custody", "from": "2024-01-01", "until": "2024-02-01"}),
        ("restrictions", {"id": "fine", "kind": "fine", "verdict": "v1"}),
        ("events", {"kind": "other", "text": {"en": "Something"}}),
        ("testimonies", {"theme": "law", "consent": "given", "text": {"en": "Words"}}),
    ],
)
def test_fact_when_no_source_carries_it(part: str, row: dict[str, Any]) -> None:
    rows = [*SOUND[part], row]

    assert ("no-source", True) in found(**{part: rows})
    assert ("no-source", True) not in found(**{part: [*SOUND[part], {**row, "sources": ["invented-news-1"]}]})
    assert len(without_source(document(**{part: rows}))) == 1


def test_case_when_nothing_says_why_it_is_here() -> None:
    assert found(inclusion=[]) == [("no-inclusion", True)]


def test_case_when_no_source_is_in_the_original_language() -> None:
    codes = [one.code for one in findings(document(found=sources(language="en")), DAY)]

    assert codes == ["no-original"]


def test_case_when_facts_contradict_each_other() -> None:
    ban = {**SOUND["restrictions"][0], "starts": "2025-02", "ends": "2025-02~", "length": "P40Y"}

    assert ("contradiction", True) in found(restrictions=[ban, SOUND["restrictions"][1]])


def test_case_when_all_stands_on_one_source() -> None:
    one = sources(group="the same", publisher="Any")

    assert [(item.code, item.blocks) for item in findings(document(found=one), DAY)] == [("one-source", False)]


@pytest.mark.parametrize("verified", [None, "2025-11-21"])
def test_case_when_nobody_verified_it_for_a_year(verified: str | None) -> None:
    assert found(verified=verified) == [("unverified", False)]
    assert found(verified="2025-11-22") == []


def test_case_when_translations_are_missing() -> None:
    assert found(title={"en": "Only English"}) == [("untranslated", False)]


def test_case_when_a_claim_differs() -> None:
    claim = {"id": "k1", "about": "ban", "says": "ends", "value": "2035", "sources": ["invented-news-1"]}

    assert found(claims=[claim]) == [("claim-differs", False)]


def test_founding_cases_may_all_be_published() -> None:
    archive = checked(json.loads(FIXTURE.read_text(encoding="utf-8")))
    by_id = {
        name: {row.id: row.to_dict() for row in getattr(archive, name)} for name in ("sources", "courts", "trials")
    }
    people = {row.id: row.to_dict() for row in archive.people}
    cases = [row.to_dict() for row in archive.cases]
    blocked = {}
    for case in cases:
        others = [other for other in cases if other["person"] == case["person"] and other is not case]
        built = build(case, people[case["person"]], Shared(**by_id), others)
        blocked[case["id"]] = blocking_lines(findings(built, DAY))

    assert {id: lines for id, lines in blocked.items() if lines} == {}
