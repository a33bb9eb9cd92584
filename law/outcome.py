"""What the engine answers: from when to when, by which rule, how sure, and what is missing.

An outcome does not depend on today's date; ``law.states`` asks it about a day.
"""

from datetime import date
from typing import Literal, NamedTuple

from law.dates import UNKNOWN, DateRange
from law.lengths import Days, Length

Certainty = Literal["A", "B", "C"]
Standing = Literal["ordered", "follows", "reported", "told", "expected"]
Basis = Literal["reported", "told", "computed"]
Value = DateRange | Length | Days | int | str | None


class Input(NamedTuple):
    """A named value that a step starts from; ``ref`` is the verdict, custody period or
    restriction it comes from."""

    name: str
    value: Value
    ref: str | None = None


class Step(NamedTuple):
    """One application of one rule. ``operation`` and ``assumption`` are keys; the words for them
    come from code in each language."""

    rule: str
    version: int
    certainty: Certainty
    operation: str
    inputs: tuple[Input, ...]
    result: Value
    sources: tuple[str, ...] = ()
    assumption: str | None = None
    decided_on: DateRange | None = None  # the day whose edition of the law decides
    edition: Literal["read", "unread"] = "read"


class Early(NamedTuple):
    """The first day on which something may be asked for: information, never an end."""

    rule: str
    date: DateRange
    certainty: Certainty
    steps: tuple[Step, ...]


class PresumptionUse(NamedTuple):
    """A presumption that a likely day rests on. ``about``: the verdict, penalty or custody whose gap it fills."""

    rule: str
    version: int
    about: str


class Likely(NamedTuple):
    """The days by the likely reading: where nobody reports a fact, a named presumption stands for it.

    They lie within the strict ones, and equal them where nothing was presumed. A range with no bound is never
    given. ``steps`` are only those that differ from the strict reading's.
    """

    binds_from: DateRange
    counts_from: DateRange
    ends: DateRange
    last_day: DateRange
    presumptions: tuple[PresumptionUse, ...] = ()
    steps: tuple[Step, ...] = ()


class Outcome(NamedTuple):
    """From when to when one restriction binds, by the strict reading: what cannot be excluded.

    ``binds_from`` decides state, counts and burden; ``counts_from`` is where its term starts to
    run; ``ends`` is the first day without it, ``last_day`` the last day with it (of prison both are the
    day of release) and ``planning_day`` the latest that this may be under any reading. ``rule_end`` is the
    rule's own answer where a fact was reported; ``otherwise`` what it would be by the other reading of an
    input. ``likely`` is None where no reading speaks of it: expected, void, or of a document that had none.
    """

    id: str
    kind: str
    standing: Standing
    derived: bool
    verdict: str | None
    binds_from: DateRange = UNKNOWN
    counts_from: DateRange = UNKNOWN
    ends: DateRange = UNKNOWN
    open_ended: bool = False
    void: bool = False
    start_basis: Basis = "computed"
    end_basis: Basis = "computed"
    last_report: DateRange | None = None
    certainty: Certainty = "A"
    missing: tuple[str, ...] = ()
    fitted: bool = False
    rule_end: DateRange | None = None
    otherwise: DateRange | None = None
    waits_for: tuple[str, ...] = ()
    early: tuple[Early, ...] = ()
    steps: tuple[Step, ...] = ()
    last_day: DateRange = UNKNOWN
    planning_day: date | None = None
    likely: Likely | None = None

    @property
    def working_last_day(self) -> DateRange:
        """The last day by the likely reading; by the strict one where no likely day is given."""
        return self.last_day if self.likely is None or self.likely.last_day.is_unknown else self.likely.last_day

    def as_likely(self) -> Likely:
        """Returns the strict reading as the likely one, where nothing was presumed."""
        return Likely(self.binds_from, self.counts_from, self.ends, self.last_day)


class CustodyOutcome(NamedTuple):
    """A custody period before force as it counts: ``ends`` is the first day after it.

    Its end is computed where no source gives one: force before prison or in house arrest, else the verdict.
    ``likely`` is None in a document that had no likely reading.
    """

    id: str
    kind: str
    binds_from: DateRange
    ends: DateRange
    fitted: bool = False
    end_basis: Basis = "reported"
    likely: Likely | None = None

    def as_restriction(self) -> Outcome:
        """Returns the custody period in the shape of a restriction."""
        last_day = self.ends.shift(-1)
        return Outcome(
            self.id,
            self.kind,
            "ordered",
            derived=False,
            verdict=None,
            binds_from=self.binds_from,
            counts_from=self.binds_from,
            ends=self.ends,
            start_basis="reported",
            end_basis=self.end_basis,
            fitted=self.fitted,
            last_day=last_day,
            planning_day=last_day.latest,
            likely=self.likely,
        )


class LikelyForce(NamedTuple):
    """When a verdict came into force by the likely reading; a range with no bound is never given."""

    in_force: DateRange
    presumptions: tuple[PresumptionUse, ...] = ()


class VerdictOutcome(NamedTuple):
    """When a verdict came into force. ``likely`` is None where it is void."""

    id: str
    in_force: DateRange
    certainty: Certainty
    basis: Basis
    void: bool
    missing: tuple[str, ...]
    steps: tuple[Step, ...]
    likely: LikelyForce | None = None


class BurdenPart(NamedTuple):
    """One share of the burden: the days on which nothing heavier binds."""

    kind: Literal["behind-bars", "home", "banned", "record-or-list"]
    begins: DateRange
    until: DateRange
    days: Days


class Penalty(NamedTuple):
    """A penalty as pronounced, for naming the sentence in full."""

    restriction: str
    kind: str
    term: str
    length: Length | None


class LikelyBurden(NamedTuple):
    """What the sentence comes to by the likely reading: of each number at least and at most lie within the strict."""

    begins: DateRange
    until: DateRange
    last_day: DateRange
    days: Days
    parts: tuple[BurdenPart, ...]


class Burden(NamedTuple):
    """What the sentence comes to in days, never the total without its parts.

    ``until`` is the first day without any restriction, ``last_day`` the last day of the last one. ``likely`` is
    None where no likely reading is given.
    """

    nominal: Length | None  # the main penalty's length
    pronounced: tuple[Penalty, ...]
    begins: DateRange
    until: DateRange
    days: Days
    parts: tuple[BurdenPart, ...]
    last_day: DateRange = UNKNOWN
    likely: LikelyBurden | None = None


class ClaimOutcome(NamedTuple):
    """A claim beside our reading. ``days``: the signed distance of the nearest bounds, positive where the
    claim is later or longer than ours."""

    id: str
    result: Literal["agrees", "differs", "cannot-be-compared"]
    days: int | None
    certainty: Certainty
    about: str | None  # the outcome it was compared with


class Contradiction(NamedTuple):
    """Facts that cannot all be true, or a penalty beyond the code."""

    code: str
    about: tuple[str, ...]
    rule: str | None


class Reckoning(NamedTuple):
    """All of it, and the edition of the rule book that made it. It speaks of no particular day."""

    rule_book: str
    edition: date | None  # all rules as they stood on this day; None: each as its day decides
    burden: Burden
    verdicts: tuple[VerdictOutcome, ...]
    custody: tuple[CustodyOutcome, ...]
    restrictions: tuple[Outcome, ...]
    claims: tuple[ClaimOutcome, ...]
    contradictions: tuple[Contradiction, ...]
    used: tuple[str, ...] = ()  # the person's other cases that moved a date

    def outcome(self, id_: str) -> Outcome:
        """Returns the outcome with this id. Raises KeyError."""
        for outcome in self.restrictions:
            if outcome.id == id_:
                return outcome
        raise KeyError(id_)
