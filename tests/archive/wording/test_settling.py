"""What would settle most: the one question of a case."""

from datetime import date

import pytest

from archive.wording.settling import QUESTIONS, awaited_by_most, settling_question
from archive.wording.step_texts import MISSING
from editions.narrowing import settles_most
from law.outcome import Outcome
from law.states import state
from tests.archive.published import real_documents, shipped_documents

ON = date(2026, 11, 26)
REAL = {document.case.id: document for document in real_documents()}


def waiting(state: str, *missing: str) -> Outcome:
    return Outcome(missing[0], "public-activity-ban", "ordered", False, "v1", missing=missing)


@pytest.mark.parametrize("case_id", sorted(REAL))
def test_readers_are_asked_for_the_fact_that_the_desk_names(case_id: str) -> None:
    document = REAL[case_id]
    rows = [(outcome, state(outcome, ON)) for outcome in document.reckoning.restrictions]
    question, wanted = settling_question(document, ON, rows), settles_most(document, ON)

    if question and wanted and wanted.fact.field in QUESTIONS:
        assert question.fact == wanted.fact.field


def test_readers_are_asked_for_the_day_of_force_where_registration_only_follows_it() -> None:
    """Nothing is heard of the appeal against him: no day of registration can be sought before that of force."""
    document = REAL["yensebek-2025"]
    rows = [(outcome, state(outcome, ON)) for outcome in document.reckoning.restrictions]

    question = settling_question(document, ON, rows)

    assert question and question.fact == "in_force"


def test_fact_that_most_wait_for_is_asked_for() -> None:
    rows = [waiting("possible", "length:ban"), waiting("unknown", "in_force:v1"), waiting("possible", "in_force:v1")]
    question = awaited_by_most(rows)
    assert question and (question.fact, str(question.text)) == (
        "in_force",
        "Do you know the day and the result of the appeal?",
    )


def test_of_equal_ones_the_first_is_asked_for() -> None:
    question = awaited_by_most([waiting("possible", "registered:main", "length:ban"), waiting("unknown", "date:v2")])
    assert question and question.fact == "registered"


def test_nothing_is_asked_of_what_is_in_force_or_over() -> None:
    rows = [(waiting("", "length:ban"), "in-force"), (waiting("", "in_force:v1"), "ended")]
    assert settling_question(REAL["yensebek-2025"], ON, rows) is None


def test_nobody_is_asked_about_a_listing() -> None:
    assert awaited_by_most([waiting("unknown", "listing:v1"), waiting("unknown", "delisting:v1")]) is None


def test_every_question_is_of_a_fact_that_the_law_may_miss() -> None:
    assert set(QUESTIONS) <= set(MISSING)


def test_nobody_is_asked_for_a_ruling_that_the_page_names() -> None:
    """The appeal against him is recorded with its day: what is open is the week from which it binds."""
    document = next(one for one in shipped_documents() if one.case.id == "akhmedov-2017")
    rows = [(outcome, state(outcome, ON)) for outcome in document.reckoning.restrictions]

    question = settling_question(document, ON, rows)

    assert question and str(question.text) == "Do you know the day on which the verdict took force?"
