"""The likely days beside the strict ones: what they rest on is named, and can be switched off."""

from datetime import date
from typing import Any

import pytest

from archive.pages.law.calculator import answer as answers
from archive.pages.law.calculator.answer import answer
from archive.pages.law.calculator.facts import document
from archive.pages.law.calculator.form import CalculatorForm
from archive.pages.law.calculator.presuming import presumptions, without
from editions.schema import Document
from law.dates import exact
from law.outcome import Likely, PresumptionUse
from tests.archive.pages.law.calculator.entered import PRISON, form

FIRST, SECOND = "ban-start", "record"
"""Any two rules of the rule book."""
DAY = exact(date(2029, 5, 6))


def use(rule: str) -> PresumptionUse:
    return PresumptionUse(rule, 1, "verdict")


def presumed(form: CalculatorForm) -> Document:
    """An answer whose ban rests on one presumption and whose record on that and another."""
    entered = document(form)
    likely = {
        "ban": Likely(DAY, DAY, DAY.shift(1), DAY, (use(FIRST),)),
        "law:criminal-record:verdict": Likely(DAY, DAY, DAY.shift(1), DAY, (use(FIRST), use(SECOND))),
    }
    restrictions = tuple(
        outcome._replace(likely=likely.get(outcome.id, outcome.as_likely()))
        for outcome in entered.reckoning.restrictions
    )
    return entered.model_copy(update={"reckoning": entered.reckoning._replace(restrictions=restrictions)})


def valid(**more: Any) -> CalculatorForm:
    filled = form(PRISON, **more)
    assert filled.is_valid()
    return filled


def test_without_a_presumption_only_the_strict_days_of_what_rests_on_it_are_left() -> None:
    entered = presumed(valid())
    likely = {outcome.id: outcome.likely for outcome in without(entered, [SECOND]).reckoning.restrictions}
    assert likely["law:criminal-record:verdict"] is None
    assert likely["ban"] == Likely(DAY, DAY, DAY.shift(1), DAY, (use(FIRST),))
    assert likely["penalty"] is not None
    assert without(entered, []) == entered


def test_presumptions_are_named_once_with_whether_they_are_used() -> None:
    views = presumptions(presumed(valid()), [SECOND])
    assert [(view.rule.id, view.is_used) for view in views] == [(FIRST, True), (SECOND, False)]


@pytest.mark.parametrize(("off", "expected"), [("", True), (FIRST, False)])
def test_answer_shows_both_readings_unless_one_is_switched_off(
    monkeypatch: pytest.MonkeyPatch, off: str, expected: bool
) -> None:
    monkeypatch.setattr(answers, "document", presumed)
    shown = answer(valid(without=[off] if off else []), date(2026, 11, 22))
    ban = next(row for row in shown.rows if row.view.id == "ban")
    assert ban.last_day == "last day: 2 February 2024"
    assert (ban.likely is not None) is expected
    if ban.likely:
        assert ban.likely.last_day == "last day: 6 May 2029"
        assert [rule.id for rule in ban.likely.presumptions] == [FIRST]


def test_rule_that_no_book_has_cannot_be_switched_off() -> None:
    assert not form(PRISON, without=["nothing"]).is_valid()
