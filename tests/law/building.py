"""Facts for the tests, built in one line each: texts are EDTF dates and ISO lengths."""

from typing import Any

from law.dates import UNKNOWN, DateRange, parse
from law.facts import (
    NOT_RECORDED,
    Case,
    Change,
    Charge,
    Claim,
    Custody,
    Fact,
    Person,
    Report,
    Restriction,
    Verdict,
)
from law.lengths import Length
from law.outcome import Outcome, Reckoning, Step
from law.reckon import reckon


def days(text: str | None) -> DateRange:
    """``2020-01-01``, ``[2020-01-01..2020-03-01]``, ``[2020-01-01..]``; None is unknown."""
    return parse(text) if text else UNKNOWN


def fact(text: str | None, **more: Any) -> Fact:
    return Fact(days(text), ("s1",), **more) if text else NOT_RECORDED


def charge(article: str = "380", part: str | None = "1", **more: Any) -> Charge:
    """Convicted; 380(1) is of medium gravity and on no list."""
    given = {"id": "ch1", "code": "KZ-CC", "outcome": "convicted", "verdict": "v1"} | more
    return Charge(article=article, part=part, **given)


def custody(begins: str | None, until: str | None = None, **more: Any) -> Custody:
    given = {"id": "c1", "kind": "custody"} | more
    return Custody(begins=fact(begins), until=fact(until), **given)


def house_arrest(begins: str | None, until: str | None = None, **more: Any) -> Custody:
    return custody(begins, until, **{"id": "h1", "kind": "house-arrest"} | more)


def verdict(date: str | None = "2020-01-10", in_force: str | None = None, **more: Any) -> Verdict:
    given = {"id": "v1", "instance": "first", "result": "convicted"} | more
    served = fact(given.pop("copy_served", None))
    return Verdict(date=fact(date), in_force=fact(in_force), copy_served=served, **given)


def ruling(date: str | None, result: str = "upheld", **more: Any) -> Verdict:
    return verdict(date, **{"id": "v2", "instance": "appeal", "result": result, "on": "v1"} | more)


def restriction(kind: str, length: str | None = None, **more: Any) -> Restriction:
    given = {"id": kind, "verdict": "v1"} | more
    facts = {name: fact(given.pop(name, None)) for name in ("registered", "starts", "ends")}
    return Restriction(kind=kind, length=Length.parse(length) if length else None, **given, **facts)


def prison(length: str | None = "P5Y", regime: str | None = "medium", **more: Any) -> Restriction:
    return restriction("imprisonment", length, **{"id": "prison", "regime": regime} | more)


def freedom(length: str | None = "P3Y", **more: Any) -> Restriction:
    """Restriction of freedom."""
    return restriction("restriction-of-freedom", length, **{"id": "freedom"} | more)


def suspended(length: str | None = "P3Y", **more: Any) -> Restriction:
    return restriction("suspended-sentence", length, **{"id": "suspended"} | more)


def ban(length: str | None = "P2Y", **more: Any) -> Restriction:
    return restriction("public-activity-ban", length, **{"id": "ban"} | more)


def supervision(length: str | None = "P3Y", **more: Any) -> Restriction:
    return restriction("administrative-supervision", length, **{"id": "supervision"} | more)


def listing(**more: Any) -> Restriction:
    return restriction("financial-monitoring-list", **{"id": "list", "verdict": None} | more)


def change(kind: str, date: str | None = None, by: str | None = None, **more: Any) -> Change:
    given = {name: fact(more.pop(name, None)) for name in ("begins", "until")}
    return Change(kind=kind, date=fact(date), by=Length.parse(by) if by else None, **given, **more)


def claim(about: str, says: str, value: DateRange | Length | None = None, **more: Any) -> Claim:
    return Claim(**{"id": "k1"} | more, about=about, says=says, value=value)


def report(about: str, date: str, by_source: bool = True) -> Report:
    return Report(about, days(date), by_source)


def person(born: str | None = None, gender: str | None = None, died: str | None = None) -> Person:
    return Person(gender, days(born), fact(died))


def case(*rows: Any, **more: Any) -> Case:
    """A case of these charges, spells, verdicts, restrictions, claims and reports, in any order.

    Without a charge: 380(1); without a verdict: one in force on 2020-01-20.
    """
    fields: dict[str, list[Any]] = {name: [] for name in NAMES.values()}
    for row in rows:
        fields[NAMES[type(row)]].append(row)
    fields["charges"] = fields["charges"] or [charge()]
    fields["verdicts"] = fields["verdicts"] or [verdict(in_force="2020-01-20")]
    return Case(**{"id": "invented"} | more, **{name: tuple(found) for name, found in fields.items()})


NAMES = {
    Charge: "charges",
    Custody: "custody",
    Verdict: "verdicts",
    Restriction: "restrictions",
    Claim: "claims",
    Report: "reports",
}


def outcome(found: Case, id_: str, **more: Any) -> Outcome:
    return reckon(found, **more).outcome(id_)


def ends(found: Case, id_: str, **more: Any) -> DateRange:
    return outcome(found, id_, **more).ends


def steps(found: Outcome, rule: str) -> list[Step]:
    return [step for step in found.steps if step.rule == rule]


def operations(found: Outcome) -> list[tuple[str, str]]:
    return [(step.rule, step.operation) for step in found.steps]


def record(found: Reckoning, verdict_id: str = "v1") -> Outcome:
    return found.outcome(f"law:criminal-record:{verdict_id}")
