"""The one fact that would narrow the dates most: real cases of the founding file, and invented ones."""

from datetime import date
from typing import Any

import pytest

from desk.review.checking import most_wanted
from editions.narrowing import Narrowed, narrowing, settles_most
from editions.reckoning import reckoning_of
from law.country import country
from law.states import state
from tests.archive.published import real_documents
from tests.desk import invented_documents as documents

ON = date(2026, 11, 22)
REAL = {document.case.id: document for document in real_documents()}


def found(document: Any, **changed: Any) -> list[Narrowed]:
    case, person = document.case.to_dict(), document.person.to_dict()
    sources = [source.to_dict() for source in document.sources]
    return narrowing({**case, **changed}, lambda one: reckoning_of(one, person, [], sources), ON)


@pytest.mark.parametrize(
    ("case", "fact", "narrowed", "days"),
    [
        # the week after the ruling: the start of five clocks, and the last day on which the fine may be paid
        ("bokai-2016", ("verdicts", "v1", "in_force"), {"fine", "ban", "prison", "law:criminal-record:v1"}, 35),
        # force in the week from 15 September 2020; the probation service took the verdict within 45 days, and where
        # that day is known so is a part of the week
        ("ilyashev-2020", ("restrictions", "restriction", "registered"),
         {"restriction", "labour", "law:probation:restriction", "ban", "law:criminal-record:v1"}, 326),
        # under an appeal unheard-of: nothing has an end
        ("yensebek-2025", ("verdicts", "v1", "in_force"),
         {"ban", "confiscation", "restriction", "labour", "law:probation:restriction", "law:criminal-record:v1"},
         396_222),
        # the appeal's ruling of spring or summer 2023
        ("mamai-2023", ("verdicts", "v1", "in_force"),
         {"ban", "suspended", "law:probation:suspended", "law:criminal-record:v1"}, 1312),
    ],
)  # fmt: skip
def test_narrowing_of_real_cases(case: str, fact: tuple[str, str, str], narrowed: set[str], days: int) -> None:
    best = found(REAL[case])[0]

    assert best.fact[:3] == fact
    assert set(best.restrictions) == narrowed
    assert best.days == days


def test_narrowing_when_the_best_fact_becomes_known() -> None:
    rows = [
        {**row, "registered": "2020-10-01"} if row["id"] == "restriction" else row
        for row in REAL["ilyashev-2020"].case.to_dict()["restrictions"]
    ]

    assert [one.fact[:3] for one in found(REAL["ilyashev-2020"], restrictions=rows)] == [
        ("verdicts", "v1", "in_force"),
        ("restrictions", "ban", "ends"),
    ]


def test_narrowing_when_a_fact_was_searched_in_vain() -> None:
    rows = [
        {**row, "registered": {"unknown": "2026-11-22"}} if row["id"] == "restriction" else row
        for row in REAL["ilyashev-2020"].case.to_dict()["restrictions"]
    ]

    assert [one.fact[:3] for one in found(REAL["ilyashev-2020"], restrictions=rows)] == [
        ("restrictions", "restriction", "ends"),
        ("verdicts", "v1", "in_force"),
        ("restrictions", "ban", "ends"),
    ]


def test_narrowing_when_a_ban_has_no_length() -> None:
    ban = {**documents.SOUND["restrictions"][0], "length": None}

    home = {
        "id": "home",
        "kind": "restriction-of-freedom",
        "verdict": "v1",
        "length": "P1Y",
        "registered": "2024-12-20",
    }
    best = found(documents.document(restrictions=[ban, home]))[0]

    assert (best.fact[:3], best.restrictions[0]) == (("restrictions", "ban", "length"), "ban")
    assert best.days == 6_568  # from one to ten years, of the ban and nearly as many of the record that waits for it


def test_narrowing_when_all_is_known() -> None:
    prison = {"id": "prison", "kind": "imprisonment", "verdict": "v1", "length": "P1Y", "ends": "2025-12-01"}
    verdict = {**documents.SOUND["verdicts"][0], "in_force": "2024-12-14"}

    assert found(documents.document(verdicts=[verdict], restrictions=[prison])) == []


@pytest.mark.parametrize("case_id", sorted(REAL))
def test_each_case_with_an_open_date_names_the_fact_that_would_settle_most(case_id: str) -> None:
    settling = settles_most(REAL[case_id], ON)
    is_open = any(
        state(outcome, ON) in ("possible", "unknown") and not country().kinds[outcome.kind].once
        for outcome in REAL[case_id].reckoning.restrictions
    )
    assert settling is not None or not is_open
    assert settling is None or settling.restrictions


@pytest.mark.django_db
def test_most_wanted_in_words() -> None:
    paper = "The ruling of the appeal court has it, or the note of force on the verdict."
    assert most_wanted(REAL["bokai-2016"], ON) == (
        "verdict (first instance) of 28 November 2016: in force. It would take 35 days of doubt from: fine,"
        " ban on social and political activity, criminal record (by law), imprisonment (deprivation of liberty)."
        f" {paper}"
    )
    for case_id in ("mukhammedkarim-2024", "zhylanbayev-2023", "yensebek-2025"):
        words = most_wanted(REAL[case_id], ON)
        assert ": in force. It would" in words and words.endswith(paper)
        assert "law:" not in words and "v1" not in words
