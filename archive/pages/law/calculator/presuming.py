"""The presumptions of an answer: what its likely days rest on, and the same answer without some of them."""

from collections.abc import Collection
from typing import NamedTuple

from archive.wording.rules import RuleSummary, rule_summary
from editions.schema import Document
from law.country import country
from law.outcome import Outcome, PresumptionUse
from records.languages import active_language


class PresumptionView(NamedTuple):
    """A presumption as the form offers it; ``is_used``: the answer's likely days rest on it."""

    rule: RuleSummary
    is_used: bool


def without(document: Document, rules: Collection[str]) -> Document:
    """The same answer without the likely days that rest on one of these presumptions: the strict ones are left."""
    reckoning = document.reckoning
    restrictions = tuple(
        outcome._replace(likely=None) if rests_on(uses_of(outcome), rules) else outcome
        for outcome in reckoning.restrictions
    )
    verdicts = tuple(
        verdict._replace(likely=None) if verdict.likely and rests_on(verdict.likely.presumptions, rules) else verdict
        for verdict in reckoning.verdicts
    )
    return document.model_copy(update={"reckoning": reckoning._replace(restrictions=restrictions, verdicts=verdicts)})


def uses_of(outcome: Outcome) -> tuple[PresumptionUse, ...]:
    return outcome.likely.presumptions if outcome.likely else ()


def rests_on(uses: Collection[PresumptionUse], rules: Collection[str]) -> bool:
    return any(use.rule in rules for use in uses)


def presumptions(document: Document, off: Collection[str]) -> tuple[PresumptionView, ...]:
    """The presumptions of the whole answer, those switched off among them, in the order in which they apply."""
    used = dict.fromkeys(use.rule for outcome in document.reckoning.restrictions for use in uses_of(outcome))
    rules = [country().rules[rule] for rule in dict.fromkeys([*used, *off]) if rule in country().rules]
    return tuple(PresumptionView(rule_summary(rule, active_language()), rule.id not in off) for rule in rules)
