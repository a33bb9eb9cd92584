"""The one missing fact that would settle most of a case's dates, as a question that a reader may be able to answer."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from editions.narrowing import settles_most
from editions.schema import Document
from law.outcome import Outcome
from law.states import MAY_BIND

QUESTIONS: Mapping[str, Promise] = {
    "in_force": _("Do you know the day and the result of the appeal?"),
    "date": _("Do you know the exact day of the court’s decision?"),
    "length": _("Do you know the length that the court set?"),
    "registered": _("Do you know the day of registration with the probation service?"),
    "from": _("Do you know the first day in custody?"),
    "until": _("Do you know the last day in custody?"),
    "arrest": _("Do you know the day on which the person was taken to serve the sentence?"),
    "release": _("Do you know the day of release?"),
    "copy_served": _("Do you know the day on which the copy of the verdict was handed over?"),
    "regime": _("Do you know the security of the colony that the court set?"),
    "charges": _("Do you know the articles of the conviction, with their parts?"),
    "gravity": _("Do you know the articles of the conviction, with their parts?"),
    "crime": _("Do you know the day of the later crime?"),
    "by": _("Do you know by how much the court changed the term?"),
    "control": _("Do you know for how long the court set the control?"),
    "after-deferral": _("Do you know what the court decided after the deferral?"),
}
"""By the kind of fact. Of a listing nobody is asked: only what a source names is ever said of it."""


class OpenQuestion(NamedTuple):
    """``fact``: the kind of fact that is missing, as the correction form knows it."""

    fact: str
    text: Promise


def settling_question(document: Document, on: date, outcomes: Iterable[tuple[Outcome, str]]) -> OpenQuestion | None:
    """The question whose answer would narrow most of what may bind; ``outcomes``: each with its state on the day.

    It is the fact that the desk names too. Where no day can be measured: what most of the restrictions wait for.
    """
    in_doubt = [outcome for outcome, state in outcomes if state in MAY_BIND[1:]]
    narrowed = settles_most(document, on) if in_doubt else None
    if narrowed and narrowed.fact.field == "in_force" and has_dated_review(document, narrowed.fact.id):
        return OpenQuestion("in_force", _("Do you know the day on which the verdict took force?"))
    if narrowed and (question := question_of(narrowed.fact.field)):
        return question
    return awaited_by_most(in_doubt)


def has_dated_review(document: Document, verdict_id: str) -> bool:
    """Whether an appeal is recorded with its day: nobody is asked for what the page says further down."""
    verdicts = document.case.verdicts
    return any(ruling.instance == "appeal" and ruling.date and ruling.on in (None, verdict_id) for ruling in verdicts)


def awaited_by_most(in_doubt: Iterable[Outcome]) -> OpenQuestion | None:
    """The question that most of the restrictions wait for; of equal ones the first, in the order of the reckoning."""
    facts = Counter(
        fact for outcome in in_doubt for fact in dict.fromkeys(outcome.missing) if kind_of(fact) in QUESTIONS
    )
    return question_of(kind_of(facts.most_common(1)[0][0])) if facts else None


def question_of(fact: str) -> OpenQuestion | None:
    """The question for a kind of fact; None: nobody is asked for it."""
    return OpenQuestion(fact, QUESTIONS[fact]) if fact in QUESTIONS else None


def kind_of(fact: str) -> str:
    """“in_force” of the missing fact “in_force:v1”."""
    return fact.partition(":")[0]
