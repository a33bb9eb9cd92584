"""The first day on which a court may be asked to let go early: information, never an end."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from law.dates import DateRange, earlier_of, hull, is_by, later_of
from law.facts import Charge, Person, Restriction
from law.kazakhstan import main_penalties, minors, record, replacement
from law.kazakhstan.derivation import lowest
from law.kazakhstan.force import by_the_code
from law.lengths import Length
from law.outcome import Early, Input, Step

if TYPE_CHECKING:
    from law.kazakhstan.reckoner import Reckoner

SHARES = {"minor": (1, 3), "medium": (1, 3), "grave": (1, 2), "especially-grave": (2, 3)}
REDUCED_SHARES = {"minor": (1, 4), "medium": (1, 4), "grave": (1, 3), "especially-grave": (1, 2)}
AGES = {"female": 58, "male": 63}
REDUCED_AGAINST_LIFE = (2, 3)
LEAST_IN_PRISON = Length(months=6)
AFTER_LIFE = Length(years=25)
"""CC 72(3)-(6)."""

Levels = list[tuple[Charge, str | None]]


def chances(reckoner: Reckoner, row: Restriction) -> tuple[Early, ...]:
    if row.kind == "imprisonment" and row.term == "life":
        return _after_life(reckoner, row)
    if row.length is None or row.term != "length" or reckoner.deferral(row) is not None:
        return ()
    if row.kind == "suspended-sentence":
        return (_cancellation(reckoner, row, row.length),)
    if row.kind in ("imprisonment", "restriction-of-freedom") and not _took_the_place_of_prison(reckoner, row):
        parole = _parole(reckoner, row, row.length)
        return (parole,) if parole else ()
    return ()


def _took_the_place_of_prison(reckoner: Reckoner, row: Restriction) -> bool:
    """Tells whether a court replaced prison by this: there is no parole from it (CC 72(8))."""
    replaced = reckoner.predecessor(row)
    return replaced is not None and replaced[0].kind == "imprisonment" and not replacement.is_review(reckoner, row)


def _after_life(reckoner: Reckoner, row: Restriction) -> tuple[Early, ...]:
    """Returns the day after 25 years of life imprisonment; none for extremist crimes with an especially grave one.

    The time counts from the custody that reached force (CC 72(6), 72(8)).
    """
    verdict = reckoner.verdicts.get(row.verdict or "")
    if verdict is None or any(record.is_listed_offence(reckoner.law, charge) for charge in reckoner.convicted(verdict)):
        return ()
    start, _ = main_penalties.prison(reckoner, row._replace(regime="full"), reckoner.force(row.verdict), AFTER_LIFE)
    value = start.value.plus(AFTER_LIFE)
    inputs = (Input("start", start.value), Input("length", AFTER_LIFE, row.id))
    step = reckoner.step("parole", "years-of-life-imprisonment", inputs, value, decided_on=value)
    return (Early("parole", value, lowest(start.certainty, step.certainty), (*start.steps, step)),)


def _cancellation(reckoner: Reckoner, row: Restriction, length: Length) -> Early:
    """Returns half the term: from then on the court may cancel the sentence and lift the record (CC 64(1)).

    A minor is under control for six months to a year, and half of that counts (CC 63(3)).
    """
    start = reckoner.times(row).counts
    halves = [term.part(1, 2) for term in minors.controls(reckoner, row.verdict, length)]
    steps = [_half_the_term(reckoner, row, start.value, half) for half in halves]
    value = hull(*(start.value.plus(half) for half in halves))
    if len(halves) > 1:
        inputs = tuple(Input("reading", step.result) for step in steps)
        steps.append(reckoner.step("suspended-early", "several-readings", inputs, value))
    certainty = lowest(start.certainty, *(step.certainty for step in steps))
    return Early("suspended-early", value, certainty, (*start.steps, *steps))


def _half_the_term(reckoner: Reckoner, row: Restriction, start: DateRange, half: Length) -> Step:
    value = start.plus(half)
    inputs = (Input("start", start), Input("length", half, row.id))
    return reckoner.step("suspended-early", "half-the-term", inputs, value, decided_on=value)


def _parole(reckoner: Reckoner, row: Restriction, length: Length) -> Early | None:
    """Returns the share of the term by gravity, with the credit for custody (CC 72)."""
    verdict = reckoner.verdicts.get(row.verdict or "")
    if verdict is None:
        return None
    charges = reckoner.convicted(verdict)
    crimes = [(charge, record.gravity(reckoner.law, charge)) for charge in charges]
    levels = [(charge, level) for charge, level in crimes if level != "misdemeanour"]
    if not levels or any(level is None for _, level in levels):
        return None
    if row.kind == "imprisonment" and any(record.is_listed_offence(reckoner.law, charge) for charge in charges):
        return None  # only for active help to an investigation (CC 72(1))
    ages = minors.readings(reckoner, row.verdict)
    early = [
        _of_a_minor(reckoner, row, length, levels) if minor else _of_an_adult(reckoner, row, length, levels)
        for minor in ages
    ]
    if len(early) == 1:
        return early[0]
    return early[0]._replace(date=hull(*(entry.date for entry in early)), steps=(*early[0].steps, *early[1].steps))


def _of_a_minor(reckoner: Reckoner, row: Restriction, length: Length, levels: Levels) -> Early:
    """Returns the share for a crime before the age of eighteen (CC 86(1))."""
    share = minors.shares((charge for charge, _ in levels), (level or "" for _, level in levels))
    return _share_date(reckoner, row, length, share, "minor-parole")


def _of_an_adult(reckoner: Reckoner, row: Restriction, length: Length, levels: Levels) -> Early:
    """Returns the full share, or the smaller one of those entitled to it (CC 72(3), 72(4))."""
    reduced = _heaviest(_reduced_share(charge, level or "") for charge, level in levels)
    if row.reduced_share:
        return _share_date(reckoner, row, length, reduced)
    full = _share_date(reckoner, row, length, _heaviest(_full_share(charge, level or "") for charge, level in levels))
    person = reckoner.case.person
    age = AGES.get(person.gender or "")
    if age is None or is_by(full.date, person.born.plus(Length(years=age))):
        return full
    return _by_age(reckoner, person, age, full, _share_date(reckoner, row, length, reduced))


def _full_share(charge: Charge, level: str) -> tuple[int, int]:
    """A grave crime against life or health weighs as an especially grave one (CC 72(3))."""
    return SHARES["especially-grave" if level == "grave" and charge.against_life else level]


def _reduced_share(charge: Charge, level: str) -> tuple[int, int]:
    """A grave crime stays a third for those entitled; an especially grave one against life is two thirds (CC 72(4))."""
    return REDUCED_AGAINST_LIFE if level == "especially-grave" and charge.against_life else REDUCED_SHARES[level]


def _heaviest(shares: Iterable[tuple[int, int]]) -> tuple[int, int]:
    return max(shares, key=lambda share: share[0] / share[1])


def _share_date(
    reckoner: Reckoner, row: Restriction, length: Length, share: tuple[int, int], rule_id: str = "parole"
) -> Early:
    part = length.part(*share)
    force = reckoner.force(row.verdict)
    if row.kind == "imprisonment":
        start, end = main_penalties.prison(reckoner, row, by_the_code(force), part)
        value = later_of(end.value, start.value.plus(LEAST_IN_PRISON))
    else:
        verdict = reckoner.verdicts[row.verdict or ""]
        start, end = main_penalties.restriction_of_freedom(reckoner, verdict, row, force, part)
        value = end.value
    value = later_of(value, force.value)
    inputs = (Input("share", f"{share[0]}/{share[1]}"), Input("length", part, row.id))
    step = reckoner.step(rule_id, "share-of-the-term", inputs, value, decided_on=value)
    return Early(rule_id, value, lowest(end.certainty, step.certainty), (*end.steps, step))


def _by_age(reckoner: Reckoner, person: Person, age: int, full: Early, reduced: Early) -> Early:
    """Returns the day of the smaller share from 58 (women) or 63 (men) on: when it is reached, or the birthday."""
    birthday = person.born.plus(Length(years=age))
    value = earlier_of(full.date, later_of(reduced.date, birthday))
    if value == full.date or person.born.is_unknown:
        return full
    inputs = (Input("age", age), Input("birthday", birthday))
    step = reckoner.step("parole", "share-by-age", inputs, value, decided_on=value)
    return full._replace(date=value, steps=(*full.steps, *reduced.steps[-1:], step))
