"""An answer on its way: a range of days, the steps that led there and how firm they are."""

from contextvars import ContextVar
from itertools import chain
from typing import NamedTuple, TypeVar

from law.dates import UNKNOWN, DateRange
from law.facts import Fact
from law.kazakhstan.rulebook import Rule, rule
from law.outcome import Basis, Certainty, Input, Step, Value

T = TypeVar("T")


class Answer(NamedTuple):
    value: DateRange = UNKNOWN
    steps: tuple[Step, ...] = ()
    certainty: Certainty = "A"
    missing: tuple[str, ...] = ()
    fitted: bool = False
    basis: Basis = "computed"
    waits_for: tuple[str, ...] = ()

    def then(self, *steps: Step, value: DateRange, missing: tuple[str, ...] = ()) -> "Answer":
        """This answer carried on by ``steps`` to ``value``."""
        certainty = self.certainty
        for step in steps:
            certainty = max(certainty, step.certainty)
        return Answer(
            value, self.steps + steps, certainty, self.missing + missing, self.fitted, self.basis, self.waits_for
        )

    def resting_on(self, *others: "Answer") -> "Answer":
        """This answer with the doubts of the answers it was computed from."""
        certainty, missing, fitted = self.certainty, self.missing, self.fitted
        for other in others:
            certainty = max(certainty, other.certainty)
            missing = once(missing, other.missing) if other.missing else missing
            fitted = fitted or other.fitted
        return Answer(self.value, self.steps, certainty, missing, fitted, self.basis, self.waits_for)

    def beaten_by(self, fact: Fact, rule_id: str = "counting") -> "Answer":
        """The reported fact, if there is one, with this answer kept beside it.

        ``rule_id``: the rule that it speaks of where this answer has no step yet.
        """
        if not fact.known:
            return self
        rule_id = self.steps[-1].rule if self.steps else rule_id
        reported = Step(rule_id, 1, "A", "reported", (), fact.value, fact.sources, decided_on=fact.value)
        basis: Basis = "told" if fact.how == "told" else "reported"
        return Answer(fact.value, (*self.steps, reported), "A", (), fact.fitted, basis)


EDITION: ContextVar[DateRange | None] = ContextVar("edition", default=None)
"""The day whose law answers every question; None: for each rule the day that decides it."""


def lowest(*certainties: Certainty) -> Certainty:
    """The least firm of several certainties (A is firmest)."""
    return max(certainties, default="A")


def once(*groups: tuple[T, ...]) -> tuple[T, ...]:
    """All members of the groups in their order, each once."""
    return tuple(dict.fromkeys(chain.from_iterable(groups)))


def step(
    rule_id: str,
    operation: str,
    inputs: tuple[Input, ...],
    result: Value,
    *,
    decided_on: DateRange | None = None,
    sources: tuple[str, ...] = (),
    assumption: str | None = None,
) -> Step:
    """One use of a rule. A decisive day in a stretch that we have not read counts as C."""
    applied = rule(rule_id)
    edition = EDITION.get()
    if edition is not None:
        decided_on = edition
    read = decided_on is None or is_read(applied, decided_on)
    return Step(
        rule_id,
        applied.version,
        applied.certainty if read else "C",
        operation,
        inputs,
        result,
        sources,
        assumption,
        decided_on,
        "read" if read else "unread",
    )


def is_read(applied: Rule, days: DateRange) -> bool:
    """Whether the rule's text was read for every day of the range (an open side: for its known
    bound)."""
    earliest, latest = days
    return (earliest is None or applied.is_read_on(earliest)) and (
        latest is None or latest is earliest or applied.is_read_on(latest)
    )
