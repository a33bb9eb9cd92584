"""What the engine made of a case, as documents carry it. It speaks of no particular day."""

from typing import Annotated, Literal

from pydantic import Field

from editions.schema.values import LengthText, Part

Certainty = Literal["A", "B", "C"]
Basis = Literal["reported", "told", "computed"]
Day = Annotated[str, Field(pattern="^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]  # the engine's own: the calendar is not asked again
Standing = Literal["ordered", "follows", "expected"]


class Days(Part):
    """A day known to lie between two; a bound of null is not known on that side."""

    earliest: Day | None
    latest: Day | None


class Count(Part):
    """A number of days, at least and at most; null: cannot be said."""

    least: int | None
    most: int | None


class Input(Part):
    """A named value that a step starts from, and the entry of the case it comes from."""

    name: str
    value: Days | Count | int | str | None
    ref: str | None = None


class Step(Part):
    """One application of one rule; the words for `operation` and `assumption` come from code."""

    rule: str
    version: int
    certainty: Certainty
    operation: str
    inputs: list[Input] = []
    result: Days | Count | int | str | None
    sources: list[str] = []
    assumption: str | None = None
    decided_on: Days | None = None
    edition: Literal["read", "unread"] = "read"


class Early(Part):
    """The first day on which something may be asked for: information, never an end."""

    rule: str
    date: Days
    certainty: Certainty
    steps: list[Step] = []


class Outcome(Part):
    """From when to when one restriction binds. `ends` is the first day without it."""

    id: str
    kind: str
    standing: Standing
    derived: bool
    verdict: str | None
    binds_from: Days
    counts_from: Days
    ends: Days
    open_ended: bool
    void: bool
    start_basis: Basis
    end_basis: Basis
    last_report: Days | None
    certainty: Certainty
    missing: list[str]
    fitted: bool
    rule_end: Days | None
    otherwise: Days | None
    waits_for: list[str]
    early: list[Early]
    steps: list[Step]


class VerdictOutcome(Part):
    """When a verdict came into force."""

    id: str
    in_force: Days
    certainty: Certainty
    basis: Basis
    void: bool
    missing: list[str]
    steps: list[Step]


class CustodyOutcome(Part):
    """A spell before force; `ends` is the first day after it."""

    id: str
    kind: str
    binds_from: Days
    ends: Days
    fitted: bool


class Penalty(Part):
    """A penalty as pronounced."""

    restriction: str
    kind: str
    term: str
    length: LengthText | None


class BurdenPart(Part):
    """One share of the burden: the days on which nothing heavier binds."""

    kind: Literal["behind-bars", "home", "banned", "record-or-list"]
    begins: Annotated[Days, Field(alias="from")]
    until: Days
    days: Count


class Burden(Part):
    """What the sentence comes to in days, always with its parts."""

    nominal: LengthText | None
    pronounced: list[Penalty]
    begins: Annotated[Days, Field(alias="from")]
    until: Days
    days: Count
    parts: list[BurdenPart]


class ClaimOutcome(Part):
    """A claim beside our reading. `days`: positive where the claim is later or longer."""

    id: str
    result: Literal["agrees", "differs", "cannot-be-compared"]
    days: int | None
    certainty: Certainty
    about: str | None


class Contradiction(Part):
    """Facts that cannot all be true."""

    code: str
    about: list[str]
    rule: str | None


class Reckoning(Part):
    """All of it, and the edition of the rule book that made it."""

    rule_book: str
    edition: Day | None
    burden: Burden
    verdicts: list[VerdictOutcome]
    custody: list[CustodyOutcome]
    restrictions: list[Outcome]
    claims: list[ClaimOutcome]
    contradictions: list[Contradiction]
    used: list[str]
