"""Why this date: the steps of a calculation with rule, article, sources, assumption, certainty."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from archive.wording import steps as explanations
from archive.wording.footnotes import Footnotes
from archive.wording.localize import LocalizedText, localize, word
from archive.wording.values import phrases
from editions.schema.case import Basis
from law.country import country
from law.outcome import Step


class StepView(NamedTuple):
    """One step. ``law`` is the article, ``title`` the rule's; both empty if this release lacks the rule."""

    text: str
    rule: str
    law: str
    certainty: str
    unread: bool
    assumption: str
    notes: tuple[int, ...]


class BasisView(NamedTuple):
    """How the record knows a date that no source simply states."""

    how: str
    text: LocalizedText | None
    notes: tuple[int, ...]


def step_views(found: Iterable[Step], names: Mapping[str, str], notes: Footnotes) -> tuple[StepView, ...]:
    return tuple(_step(step, names, notes) for step in found)


def basis_views(found: Iterable[Basis], notes: Footnotes) -> tuple[BasisView, ...]:
    return tuple(BasisView(word("how", entry.how), localize(entry.text), notes.of(entry.sources)) for entry in found)


def _step(step: Step, names: Mapping[str, str], notes: Footnotes) -> StepView:
    return StepView(
        text=explanations.step(step.operation, phrases(step, names)),
        rule=step.rule if step.rule in country().rules else "",
        law=_law(step.rule),
        certainty=word("certainties", step.certainty),
        unread=step.edition == "unread",
        assumption=explanations.assumption(step.assumption) if step.assumption else "",
        notes=notes.of(step.sources),
    )


def _law(rule_id: str) -> str:
    """“CC 79(3)”: the law's abbreviation and the article."""
    rule = country().rules.get(rule_id)
    return f"{rule.law} {rule.article}" if rule else ""
