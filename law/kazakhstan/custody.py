"""Days in custody before force, and what they are worth (CC 62, CPC 48)."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from law.covers import Cover
from law.dates import DateRange, earlier_of, exact, is_before, is_by
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


def first_of_unbroken(found: tuple[Spell, ...], force: DateRange) -> tuple[Spell, ...]:
    """The spells that may be the first of the unbroken custody that reaches force: one where the
    dates are exact, several where it is open which spells touch, none where none reaches it."""
    leading = [spell for spell in found if not is_before(spell.until, force)]
    for spell in leading:
        leading += [other for other in found if other not in leading and _may_touch(other, spell)]
    return tuple(spell for spell in found if spell in leading and not _goes_on(found, spell))


def surely_reaches(found: tuple[Spell, ...], force: DateRange) -> bool:
    """Whether some spell certainly went on until the verdict was in force. A spell whose end nobody
    reported is taken to have gone on."""
    return any(not spell.until_recorded or is_by(force, spell.until) for spell in found)


def counted_before(found: tuple[Spell, ...], first: Spell) -> Days:
    """The days of the spells that lie before the unbroken one, which begins with ``first``."""
    before = first.begins.shift(-1)
    others = [spell for spell in found if spell.ids != first.ids]
    sure = _sure(_cut(spell, before.earliest) for spell in others) if before.earliest else Cover()
    possible = _possible([_cut(spell, before.latest) for spell in others])
    return Days(sure.days() or 0, None if possible is None else possible.days())


def counted(spells_: tuple[Spell, ...]) -> Days:
    """The days of all spells together; a day in two of them counts once (CPC 48(5))."""
    possible = _possible(spells_)
    return Days(_sure(spells_).days() or 0, None if possible is None else possible.days())


def counted_outside(spells_: tuple[Spell, ...], others: tuple[Spell, ...]) -> Days:
    """The days of the spells that lie in none of the others: the day on which a person goes from
    custody to house arrest counts as custody."""
    possible, others_possible = _possible(spells_), _possible(others)
    least = 0 if others_possible is None else _sure(spells_).days_outside(others_possible) or 0
    return Days(least, None if possible is None else possible.days_outside(_sure(others)))


def before_force(spell: Spell, force: DateRange) -> Days:
    """Days from the first of the spell to the day of force, both included."""
    begins = spell.begins
    least = 0
    if begins.latest is not None and force.earliest is not None:
        least = max(0, (force.earliest - begins.latest).days + 1)
    if begins.earliest is None or force.latest is None:
        return Days(least, None)
    return Days(least, max(0, (force.latest - begins.earliest).days + 1))


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


def _may_touch(one: Spell, other: Spell) -> bool:
    return not (is_before(one.until.shift(1), other.begins) or is_before(other.until.shift(1), one.begins))


def _goes_on(found: tuple[Spell, ...], spell: Spell) -> bool:
    """Whether the spell certainly goes on another one that began before it."""
    return any(
        is_by(other.begins, spell.begins)
        and (other.begins != spell.begins or other.ids < spell.ids)
        and is_by(spell.begins, other.until.shift(1))
        for other in found
    )


def _first_day(spell: Spell) -> tuple[date, date, tuple[str, ...]]:
    earliest, latest = spell.begins
    return (earliest or date.min, latest or date.max, spell.ids)


def _sure(spells_: Iterable[Spell]) -> Cover:
    """The days that the spells cover whatever the true dates are."""
    return Cover.of(
        (spell.begins.latest.toordinal(), spell.until.earliest.toordinal() + 1)
        for spell in spells_
        if spell.begins.latest is not None and spell.until.earliest is not None
    )


def _possible(spells_: Iterable[Spell]) -> Cover | None:
    """The days that the spells may cover; None: no limit known."""
    stretches = []
    for spell in spells_:
        if spell.begins.earliest is None or spell.until.latest is None:
            return None
        stretches.append((spell.begins.earliest.toordinal(), spell.until.latest.toordinal() + 1))
    return Cover.of(stretches)


def _cut(spell: Spell, last: date | None) -> Spell:
    return spell if last is None else spell._replace(until=earlier_of(spell.until, exact(last)))
