"""What would settle most: the one question of a case."""

from archive.wording.settling import QUESTIONS, settling_question
from archive.wording.step_texts import MISSING
from law.outcome import Outcome


def waiting(state: str, *missing: str) -> tuple[Outcome, str]:
    return Outcome(missing[0], "public-activity-ban", "ordered", False, "v1", missing=missing), state


def test_fact_that_most_wait_for_is_asked_for() -> None:
    rows = [waiting("possible", "length:ban"), waiting("unknown", "in_force:v1"), waiting("possible", "in_force:v1")]
    question = settling_question(rows)
    assert question and (question.fact, str(question.text)) == (
        "in_force",
        "Do you know the day and the result of the appeal?",
    )


def test_of_equal_ones_the_first_is_asked_for() -> None:
    question = settling_question([waiting("possible", "registered:main", "length:ban"), waiting("unknown", "date:v2")])
    assert question and question.fact == "registered"


def test_nothing_is_asked_of_what_is_in_force_or_over() -> None:
    assert settling_question([waiting("in-force", "length:ban"), waiting("ended", "in_force:v1")]) is None


def test_nobody_is_asked_about_a_listing() -> None:
    assert settling_question([waiting("unknown", "listing:v1"), waiting("unknown", "delisting:v1")]) is None


def test_every_question_is_of_a_fact_that_the_law_may_miss() -> None:
    assert set(QUESTIONS) <= set(MISSING)
