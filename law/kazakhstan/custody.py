"""Days in custody before force, and what they are worth (CC 62, CPC 48)."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from law.covers import Cover
from law.dates import DateRange, earlier_of, later_of, move
from law.facts import Custody
from law.lengths import Days

RATES = {"maximum": 2, "full": 2, "emergency": 2, "medium": 3, "minimum": 4}
"""Half days of prison for one day of custody, by regime of the colony (CC 62(3))."""


class Spell(NamedTuple):
    """An unbroken stretch of custody; ``until`` is its last day, both ends count (CPC 48(5))."""

    ids: tuple[str, ...]
    begins: DateRange
    until: DateRange
    fitted: bool
    until_recorded: bool


NO_DAYS = Days(0, 0)


def spells(custody: Iterable[Custody], kind: str, force: DateRange, unrecorded: DateRange) -> tuple[Spell, ...]:
    """The spells of one kind that may have begun before force, cut at force, in the order of days.

    ``unrecorded`` is taken for the last day of a spell whose end nobody reported.
    """
    found = [
        _spell(entry, force, unrecorded)
        for entry in custody
        if entry.kind == kind and not _after(entry.begins.value, force)
    ]
    found.sort(key=_first_day)
    return tuple(found)


def unbroken(spells_: tuple[Spell, ...]) -> Iterator[tuple[tuple[Spell, ...], Spell]]:
    """The spells before, and the unbroken spell that ends with the last one: a reading for each
    place where it may have begun, given that spells may or may not touch."""
    for first in range(len(spells_) - 1, -1, -1):
        yield spells_[:first], _joined(spells_[first:])
        if first == 0 or not _may_touch(spells_[:first], spells_[first]):
            return


def counted(spells_: Iterable[Spell]) -> Days:
    """The days of all spells together; a day in two of them counts once (CPC 48(5))."""
    sure, possible = _covers(tuple(spells_))
    return Days(sure.days() or 0, None if possible is None else possible.days())


def counted_outside(spells_: Iterable[Spell], others: Iterable[Spell]) -> Days:
    """The days of the spells that lie in none of the others: the day on which a person goes from
    custody to house arrest counts as custody."""
    sure, possible = _covers(tuple(spells_))
    others_sure, others_possible = _covers(tuple(others))
    least = 0 if others_possible is None else sure.days_outside(others_possible) or 0
    return Days(least, None if possible is None else possible.days_outside(others_sure))


def before_force(spell: Spell, force: DateRange) -> Days:
    """Days from the first of the spell to the day of force, both included."""
    begins = spell.begins
    least = 0
    if begins.latest is not None and force.earliest is not None:
        least = max(0, (force.earliest - begins.latest).days + 1)
    if begins.earliest is None or force.latest is None:
        return Days(least, None)
    return Days(least, max(0, (force.latest - begins.earliest).days + 1))


def reaches(spell: Spell, force: DateRange) -> tuple[bool, ...]:
    """Whether the spell went on until the verdict was in force: yes, no, or both where the dates
    leave it open."""
    if not spell.until_recorded or force.earliest is None or spell.until.latest is None:
        return (True,)
    if spell.until.latest < force.earliest:
        return (False,)
    sure = spell.until.earliest is not None and force.latest is not None and spell.until.earliest >= force.latest
    return (True,) if sure else (True, False)


def _after(begins: DateRange, force: DateRange) -> bool:
    return begins.earliest is not None and force.latest is not None and begins.earliest > force.latest


def _spell(custody: Custody, force: DateRange, unrecorded: DateRange) -> Spell:
    recorded = custody.until.known
    until = custody.until.value if recorded else unrecorded
    if recorded and not force.is_unknown:
        until = earlier_of(until, force)
    return Spell(
        (custody.id,),
        custody.begins.value,
        until,
        custody.begins.fitted or custody.until.fitted,
        recorded,
    )


def _may_touch(before: tuple[Spell, ...], spell: Spell) -> bool:
    """Whether some spell before may have gone on until the day before this one, or longer."""
    begin = spell.begins.earliest
    ends = [one.until.latest for one in before]
    return begin is None or any(end is None or begin <= move(end, 1) for end in ends)


def _joined(spells_: tuple[Spell, ...]) -> Spell:
    return Spell(
        tuple(id_ for spell in spells_ for id_ in spell.ids),
        earlier_of(*(spell.begins for spell in spells_)),
        later_of(*(spell.until for spell in spells_)),
        any(spell.fitted for spell in spells_),
        all(spell.until_recorded for spell in spells_),
    )


def _first_day(spell: Spell) -> tuple[date, date, tuple[str, ...]]:
    earliest, latest = spell.begins
    return (earliest or date.min, latest or date.max, spell.ids)


def _covers(spells_: tuple[Spell, ...]) -> tuple[Cover, Cover | None]:
    """The days that the spells cover surely, and those that they may cover; None: no limit known."""
    sure = Cover.of(
        (spell.begins.latest.toordinal(), spell.until.earliest.toordinal() + 1)
        for spell in spells_
        if spell.begins.latest is not None and spell.until.earliest is not None
    )
    if any(spell.begins.earliest is None or spell.until.latest is None for spell in spells_):
        return sure, None
    return sure, Cover.of(
        (spell.begins.earliest.toordinal(), spell.until.latest.toordinal() + 1)  # type: ignore[union-attr]
        for spell in spells_
    )
