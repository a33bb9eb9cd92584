"""What a text was read to say: a field of the paper's form, its value, and the passage that it was read from."""

from collections.abc import Iterable
from typing import NamedTuple

MANY = frozenset({"charges-convicted", "charges-acquitted", "ban-covers"})
"""Fields that take several values, each with a passage of its own. Of all others two values are a question."""


class Proposal(NamedTuple):
    """`values` are the ways to read the passage from `start` to `end`: more than one is a question, never a choice."""

    field: str
    values: tuple[str, ...]
    start: int
    end: int

    @property
    def is_ambiguous(self) -> bool:
        return len(self.values) > 1


def once(proposals: Iterable[Proposal]) -> list[Proposal]:
    """Each thing said once, at its first passage, in the order of the text."""
    first: dict[tuple[str, tuple[str, ...]], Proposal] = {}
    for proposal in sorted(proposals, key=lambda proposal: (proposal.start, proposal.end)):
        first.setdefault((proposal.field, proposal.values), proposal)
    return list(first.values())


def is_contested(proposals: Iterable[Proposal], field: str) -> bool:
    """Whether the text gives a field of one value several."""
    values = {value for proposal in proposals if proposal.field == field for value in proposal.values}
    return field not in MANY and len(values) > 1
