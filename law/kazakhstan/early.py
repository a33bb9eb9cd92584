"""The first day on which a court may be asked to let go early: information, never an end."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from law.dates import earlier_of, is_by, later_of
from law.facts import Charge, Person, Restriction
from law.kazakhstan import main_penalties, record
from law.kazakhstan.derivation import lowest
from law.lengths import Length
from law.outcome import Early, Input

if TYPE_CHECKING:
    from law.kazakhstan.reckoner import Reckoner

SHARES = {"minor": (1, 3), "medium": (1, 3), "grave": (1, 2), "especially-grave": (2, 3)}
REDUCED_SHARES = {"minor": (1, 4), "medium": (1, 4), "grave": (1, 3), "especially-grave": (1, 2)}
AGES = {"female": 58, "male": 63}
LEAST_IN_PRISON = Length(months=6)
"""CC 72(3)-(5); grave against life or health counts as especially grave."""


def chances(reckoner: Reckoner, row: Restriction) -> tuple[Early, ...]:
    if row.length is None or row.term != "length":
        return ()
    if row.kind == "suspended-sentence":
        return (_cancellation(reckoner, row, row.length),)
    if row.kind in ("imprisonment", "restriction-of-freedom"):
        parole = _parole(reckoner, row, row.length)
        return (parole,) if parole else ()
    return ()


def _cancellation(reckoner: Reckoner, row: Restriction, length: Length) -> Early:
    """Returns half the term: from then on the court may cancel the sentence and lift the record (CC 64(1))."""
    start = reckoner.times(row).counts
    half = length.part(1, 2)
    value = start.value.plus(half)
    inputs = (Input("start", start.value), Input("length", half, row.id))
    step = reckoner.step("suspended-early", "half-the-term", inputs, value, decided_on=value)
    return Early("suspended-early", value, lowest(start.certainty, step.certainty), (*start.steps, step))


def _parole(reckoner: Reckoner, row: Restriction, length: Length) -> Early | None:
    """Returns the share of the term by gravity, with the credit for custody (CC 72)."""
    verdict = reckoner.verdicts.get(row.verdict or "")
    if verdict is None:
        return None
    charges = reckoner.convicted(verdict)
    levels = [level for level in (_level(reckoner, charge) for charge in charges) if level != "misdemeanour"]
    if not levels or None in levels:
        return None
    if row.kind == "imprisonment" and any(record.is_listed_offence(reckoner.law, charge) for charge in charges):
        return None  # only for active help to an investigation (CC 72, edition 2025)
    reduced = _heaviest(REDUCED_SHARES, levels)
    if row.reduced_share:
        return _share_date(reckoner, row, length, reduced)
    full = _share_date(reckoner, row, length, _heaviest(SHARES, levels))
    person = reckoner.case.person
    age = AGES.get(person.gender or "")
    if age is None or is_by(full.date, person.born.plus(Length(years=age))):
        return full
    return _by_age(reckoner, person, age, full, _share_date(reckoner, row, length, reduced))


def _heaviest(table: Mapping[str, tuple[int, int]], levels: list[str | None]) -> tuple[int, int]:
    return max((table[level or ""] for level in levels), key=lambda share: share[0] / share[1])


def _share_date(reckoner: Reckoner, row: Restriction, length: Length, share: tuple[int, int]) -> Early:
    part = length.part(*share)
    force = reckoner.force(row.verdict)
    if row.kind == "imprisonment":
        start, end = main_penalties.prison(reckoner, row, force, part)
        value = later_of(end.value, start.value.plus(LEAST_IN_PRISON))
    else:
        verdict = reckoner.verdicts[row.verdict or ""]
        start, end = main_penalties.restriction_of_freedom(reckoner, verdict, row, force, part)
        value = end.value
    value = later_of(value, force.value)
    inputs = (Input("share", f"{share[0]}/{share[1]}"), Input("length", part, row.id))
    step = reckoner.step("parole", "share-of-the-term", inputs, value, decided_on=value)
    return Early("parole", value, lowest(end.certainty, step.certainty), (*end.steps, step))


def _by_age(reckoner: Reckoner, person: Person, age: int, full: Early, reduced: Early) -> Early:
    """Returns the day of the smaller share from 58 (women) or 63 (men) on: when it is reached, or the birthday."""
    birthday = person.born.plus(Length(years=age))
    value = earlier_of(full.date, later_of(reduced.date, birthday))
    if value == full.date or person.born.is_unknown:
        return full
    inputs = (Input("age", age), Input("birthday", birthday))
    step = reckoner.step("parole", "share-by-age", inputs, value, decided_on=value)
    return full._replace(date=value, steps=(*full.steps, *reduced.steps[-1:], step))


def _level(reckoner: Reckoner, charge: Charge) -> str | None:
    """Returns the gravity for parole: a grave crime against life or health weighs as an especially grave one."""
    level = record.gravity(reckoner.law, charge)
    return "especially-grave" if level == "grave" and charge.against_life else level
