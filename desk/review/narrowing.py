"""The one fact that would narrow the dates most: what is missing or wide is tried as known, and the ranges measured."""

from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from datetime import date, timedelta
from typing import NamedTuple

from law.country import country
from law.dates import UNKNOWN, DateRange, parse
from law.outcome import Outcome, Reckoning
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
    found = reckon(case)
    before = widths(found)
    tried = [_narrowed(fact, case, reckon, before) for fact in open_facts(case, found, on)]
    useful = [one for one in tried if one.days > 0]
    return sorted(useful, key=lambda one: (-one.days, one.fact))


def widths(found: Reckoning) -> dict[str, int]:
    """How many days each restriction's start and end are open by."""
    return {one.id: _width(one) for one in found.restrictions if one.standing != "expected" and not one.void}


def _width(one: Outcome) -> int:
    return days_open(one.binds_from) + (0 if one.open_ended else days_open(one.ends))


def days_open(found: DateRange) -> int:
    if found.earliest is None or found.latest is None:
        return OPEN * (2 if found.is_unknown else 1)
    return (found.latest - found.earliest).days


def _narrowed(fact: OpenFact, case: JSONDict, reckon: Reckon, before: Mapping[str, int]) -> Narrowed:
    """The mean over all values that the fact might turn out to have."""
    after = [widths(reckon(_known(case, fact, value))) for value in fact.values]
    gains = {id_: width - sum(one.get(id_, width) for one in after) // len(after) for id_, width in before.items()}
    ordered = sorted((id_ for id_, gain in gains.items() if gain > 0), key=lambda id_: (-gains[id_], id_))
    return Narrowed(fact, sum(gains.values()), tuple(ordered))


def _known(case: JSONDict, fact: OpenFact, value: str) -> JSONDict:
    """The case as if the fact were known."""
    changed = deepcopy(dict(case))
    row = next(row for row in changed[fact.part] if row["id"] == fact.id)
    row[fact.field] = value
    return changed


def open_facts(case: JSONDict, found: Reckoning, on: date) -> Iterator[OpenFact]:
    """Every missing or wide date that may lie before `on`, and every missing length; not what was searched in vain."""
    for part, fields in FIELDS.items():
        for row in case[part]:
            for field in fields:
                if part != "restrictions" or STATES[field](country().kinds[row["kind"]]):
                    values = tuple(day.isoformat() for day in _tried(case, row, field, found, on))
                    yield from [OpenFact(part, row["id"], field, values)] if values else []
    for row in case["restrictions"]:
        if row["length"] is None and row["term"] == "length" and STATES["length"](country().kinds[row["kind"]]):
            yield OpenFact("restrictions", row["id"], "length", LENGTHS)


def _tried(case: JSONDict, row: JSONDict, field: str, found: Reckoning, on: date) -> list[date]:
    """The first and the last day that an open date might turn out to be."""
    value = row.get(field)
    bounds = parse(value) if isinstance(value, str) else _expected(row, field, found)
    if bounds.is_exact or isinstance(value, dict):
        return []
    if field == "ends" and (bounds.latest is None or bounds.latest > on):
        return []  # what has not ended yet is in no paper
    days = {day for day in bounds if day is not None and day <= on}
    return sorted(days) if days else _plausible(case, row)


def _expected(row: JSONDict, field: str, found: Reckoning) -> DateRange:
    """What the reckoning makes of a date that is missing."""
    if field == "in_force":
        return next((one.in_force for one in found.verdicts if one.id == row["id"]), UNKNOWN)
    outcome = next((one for one in found.restrictions if one.id == row["id"]), None)
    if outcome is None:
        return UNKNOWN
    return {"registered": outcome.counts_from, "starts": outcome.binds_from, "ends": outcome.ends}[field]


def _plausible(case: JSONDict, row: JSONDict) -> list[date]:
    """Where nothing is known: a month after the entry's own first day, else after the case's first."""
    known = [*_days(row), *(day for part in ("verdicts", "custody") for one in case[part] for day in _days(one))]
    return [known[0] + timedelta(30)] if known else []


def _days(row: JSONDict) -> Iterator[date]:
    for field in ("date", "from", "until"):
        if isinstance(row.get(field), str) and (first := parse(row[field]).earliest):
            yield first
