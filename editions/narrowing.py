"""The one fact that would narrow the dates most: what is missing or wide is tried as known, and the ranges measured."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import deepcopy
from datetime import date, timedelta
from typing import NamedTuple

from editions.reckoning import reckoning_of
from editions.schema import Document
from law.country import country
from law.dates import UNKNOWN, DateRange, parse
from law.outcome import Reckoning
from law.vocabularies import RestrictionKind
from records.json_dict import JSONDict

Reckon = Callable[[JSONDict], Reckoning]

OPEN = 36_525
"""Days that a bound counts as which is not known at all: a hundred years."""

LENGTHS = ("P1Y", "P10Y")
"""What a ban can last (CC 50): tried where a length is missing."""

FIELDS = {
    "verdicts": ("date", "copy_served", "in_force"),
    "custody": ("from", "until"),
    "restrictions": ("registered", "starts", "ends"),
}
ENDPOINTS = ("starts", "ends")
STATES: Mapping[str, Callable[[RestrictionKind], bool]] = {
    "registered": lambda kind: kind.probation,
    "starts": lambda kind: kind.own_start,
    "ends": lambda kind: kind.length == "court",
    "length": lambda kind: kind.length == "court",
}
"""Field of a restriction -> whether a paper states it of the kind."""


class OpenFact(NamedTuple):
    """A field of one entry of a case record that is missing or wide, with values it might turn out to have."""

    part: str
    id: str
    field: str
    values: tuple[str, ...]


class Narrowed(NamedTuple):
    """By how many days a fact would narrow the dates in all, and the restrictions it would narrow, the most first."""

    fact: OpenFact
    days: int
    restrictions: tuple[str, ...]


def narrowing(case: JSONDict, reckon: Reckon, on: date) -> list[Narrowed]:
    """What is worth searching for, the fact that narrows most first. Only days up to `on` can be found in a paper."""
    reckoning = reckon(case)
    before = widths(reckoning)
    tried = [try_fact(fact, case, reckon, before) for fact in open_facts(case, reckoning, on)]
    useful = [narrowed for narrowed in tried if narrowed.days > 0]
    return sorted(useful, key=lambda narrowed: (-narrowed.days, narrowed.fact))


def settles_most(document: Document, on: date, others: Sequence[JSONDict] = ()) -> Narrowed | None:
    """The one fact that would narrow the dates of a document most; None where nothing is open.

    The desk names it and readers are asked for it: one answer to one question. A reported end comes last: it would
    settle itself and teaches nothing of where to look. `others` are the public records of the person's other cases.
    """
    person, sources = document.person.to_dict(), [source.to_dict() for source in document.sources]
    useful = narrowing(document.case.to_dict(), lambda case: reckoning_of(case, person, others, sources), on)
    return next((narrowed for narrowed in useful if narrowed.fact.field not in ENDPOINTS), next(iter(useful), None))


def widths(reckoning: Reckoning) -> dict[str, int]:
    """How many days each restriction's start and end are open by."""
    return {
        outcome.id: days_open(outcome.binds_from) + (0 if outcome.open_ended else days_open(outcome.ends))
        for outcome in reckoning.restrictions
        if outcome.standing != "expected" and not outcome.void
    }


def days_open(days: DateRange) -> int:
    """How many days lie between the bounds; a hundred years for a bound that is not known."""
    if days.earliest is None or days.latest is None:
        return OPEN * (2 if days.is_unknown else 1)
    return (days.latest - days.earliest).days


def try_fact(fact: OpenFact, case: JSONDict, reckon: Reckon, before: Mapping[str, int]) -> Narrowed:
    """Reckons with each value that the fact might turn out to have; what it narrows on average."""
    after = [widths(reckon(case_knowing(case, fact, value))) for value in fact.values]
    gains = {
        id_: width - sum(widths_then.get(id_, width) for widths_then in after) // len(after)
        for id_, width in before.items()
    }
    ordered = sorted((id_ for id_, gain in gains.items() if gain > 0), key=lambda id_: (-gains[id_], id_))
    return Narrowed(fact, sum(gains.values()), tuple(ordered))


def case_knowing(case: JSONDict, fact: OpenFact, value: str) -> JSONDict:
    """A copy of the case as if the fact were known."""
    changed = deepcopy(dict(case))
    row = next(row for row in changed[fact.part] if row["id"] == fact.id)
    row[fact.field] = value
    return changed


def open_facts(case: JSONDict, reckoning: Reckoning, on: date) -> Iterator[OpenFact]:
    """Every missing or wide date that may lie before `on`, and every missing length; not what was searched in vain."""
    for part, fields in FIELDS.items():
        for row in case[part]:
            for field in fields:
                if part != "restrictions" or STATES[field](country().kinds[row["kind"]]):
                    values = tuple(day.isoformat() for day in days_to_try(case, row, field, reckoning, on))
                    yield from [OpenFact(part, row["id"], field, values)] if values else []
    for row in case["restrictions"]:
        if row["length"] is None and row["term"] == "length" and STATES["length"](country().kinds[row["kind"]]):
            yield OpenFact("restrictions", row["id"], "length", LENGTHS)


def days_to_try(case: JSONDict, row: JSONDict, field: str, reckoning: Reckoning, on: date) -> list[date]:
    """The first and the last day that an open date might turn out to be.

    None of a registration while nothing bounds the day of force: it follows that day, and to try one would be to guess
    at both, and to name the paper of the second where that of the first decides.
    """
    written = row.get(field)
    if field == "registered" and written is None and not_bounded(row["verdict"], reckoning):
        return []
    bounds = parse(written) if isinstance(written, str) else expected_days(row, field, reckoning)
    if bounds.is_exact or isinstance(written, dict):
        return []
    if field == "ends" and (bounds.latest is None or bounds.latest > on):
        return []  # what has not ended yet is in no paper
    if days := {day for day in bounds if day is not None and day <= on}:
        return sorted(days)
    # Where nothing is known: a month after the entry's own first day, else after the case's first.
    others = (entry for part in ("verdicts", "custody") for entry in case[part])
    known = [day for entry in (row, *others) for day in days_of(entry)]
    return [known[0] + timedelta(30)] if known else []


def not_bounded(verdict_id: str | None, reckoning: Reckoning) -> bool:
    """Whether a verdict may have come into force on any later day."""
    return any(verdict.id == verdict_id and verdict.in_force.latest is None for verdict in reckoning.verdicts)


def expected_days(row: JSONDict, field: str, reckoning: Reckoning) -> DateRange:
    """What the reckoning makes of a date that is missing."""
    if field == "in_force":
        return next((verdict.in_force for verdict in reckoning.verdicts if verdict.id == row["id"]), UNKNOWN)
    outcome = next((outcome for outcome in reckoning.restrictions if outcome.id == row["id"]), None)
    if outcome is None:
        return UNKNOWN
    return {"registered": outcome.counts_from, "starts": outcome.binds_from, "ends": outcome.ends}[field]


def days_of(row: JSONDict) -> Iterator[date]:
    """The first day of each date that the entry knows."""
    for field in ("date", "from", "until"):
        if isinstance(row.get(field), str) and (first := parse(row[field]).earliest):
            yield first
