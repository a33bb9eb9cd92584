"""A day on its way to an outcome: its range, the steps that led there and how firm they are."""

from itertools import chain
from typing import NamedTuple, TypeVar

from law.dates import UNKNOWN, DateRange
from law.facts import Fact
from law.outcome import Basis, Certainty, Step

T = TypeVar("T")


class Derivation(NamedTuple):
    """A range of days with the steps, the certainty and the gaps it was derived with."""

    value: DateRange = UNKNOWN
    steps: tuple[Step, ...] = ()
    certainty: Certainty = "A"
    missing: tuple[str, ...] = ()
    fitted: bool = False
    basis: Basis = "computed"
    waits_for: tuple[str, ...] = ()

    def followed_by(self, *steps: Step, value: DateRange, missing: tuple[str, ...] = ()) -> "Derivation":
        """Returns this derivation carried on by ``steps`` to ``value``; its certainty is the lowest of all."""
        certainty = self.certainty
        for step in steps:
            certainty = max(certainty, step.certainty)
        return Derivation(
            value, self.steps + steps, certainty, self.missing + missing, self.fitted, self.basis, self.waits_for
        )

    def with_doubts_of(self, *others: "Derivation") -> "Derivation":
        """Returns this derivation with the certainty and gaps of those that it was computed from."""
        certainty, missing, fitted = self.certainty, self.missing, self.fitted
        for other in others:
            certainty = max(certainty, other.certainty)
            missing = once(missing, other.missing) if other.missing else missing
            fitted = fitted or other.fitted
        return Derivation(self.value, self.steps, certainty, missing, fitted, self.basis, self.waits_for)

    def overridden_by(self, fact: Fact, rule_id: str = "counting") -> "Derivation":
        """Returns the reported fact, with the steps of the rule's answer before it; without a fact, itself.

        ``rule_id`` names the rule that the fact speaks of where this derivation has no step yet.
        """
        if not fact.known:
            return self
        rule_id = self.steps[-1].rule if self.steps else rule_id
        reported = Step(rule_id, 1, "A", "reported", (), fact.value, fact.sources, decided_on=fact.value)
        basis: Basis = "told" if fact.how == "told" else "reported"
        return Derivation(fact.value, (*self.steps, reported), "A", (), fact.fitted, basis)


def lowest(*certainties: Certainty) -> Certainty:
    """Returns the least firm of several certainties (A is firmest)."""
    return max(certainties, default="A")


def once(*groups: tuple[T, ...]) -> tuple[T, ...]:
    """Returns all members of the groups in their order, each once."""
    return tuple(dict.fromkeys(chain.from_iterable(groups)))
