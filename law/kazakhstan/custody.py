"""Days in custody before force, and what they are worth (CC 62, CPC 48)."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from law.dates import ONE_DAY, DateRange, earlier_of
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


def spells(
    custody: Iterable[Custody], kind: str, force: DateRange, unrecorded: DateRange, *, surely: bool = False
) -> tuple[Spell, ...]:
    """The spells of one kind that began before force, cut at force, touching ones joined.

    ``unrecorded`` is taken for the last day of a spell whose end nobody reported. ``surely`` joins
    only those that touch whatever the true dates are.
    """
    found = sorted(
        (
            _spell(entry, force, unrecorded)
            for entry in custody
            if entry.kind == kind and not _after(entry.begins.value, force)
        ),
        key=lambda spell: (_bound(spell.begins), spell.ids),
    )
    joined: list[Spell] = []
    for spell in found:
        if joined and _touch(joined[-1], spell, surely):
            joined[-1] = _join(joined[-1], spell)
        else:
            joined.append(spell)
    return tuple(joined)


def counted(spells_: Iterable[Spell]) -> Days:
    """The days of all spells together; a day in two of them counts once (CPC 48(5))."""
    spells_ = tuple(spells_)
    if any(spell.begins.earliest is None or spell.until.latest is None for spell in spells_):
        most = None
    else:
        most = _union((spell.begins.earliest, spell.until.latest) for spell in spells_)
    return Days(_union((spell.begins.latest, spell.until.earliest) for spell in spells_), most)


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


def _touch(one: Spell, two: Spell, surely: bool) -> bool:
    if surely:
        end, begin = one.until.earliest, two.begins.latest
        return end is not None and begin is not None and begin <= end + ONE_DAY
    end, begin = one.until.latest, two.begins.earliest
    return end is None or begin is None or begin <= end + ONE_DAY


def _join(one: Spell, two: Spell) -> Spell:
    last = two if _bound(two.until, last=True) >= _bound(one.until, last=True) else one
    return Spell(
        one.ids + two.ids,
        earlier_of(one.begins, two.begins),
        last.until,
        one.fitted or two.fitted,
        one.until_recorded and two.until_recorded,
    )


def _bound(value: DateRange, last: bool = False) -> date:
    bound = value.latest if last else value.earliest
    return bound or (date.max if last else date.min)


def _union(intervals: Iterable[tuple[date | None, date | None]]) -> int:
    """Days in the union of closed intervals; one with an unknown side counts nothing."""
    total, reached = 0, date.min
    known = sorted((b, e) for b, e in intervals if b is not None and e is not None and b <= e)
    for begin, end in known:
        first = begin if begin > reached else reached + ONE_DAY
        if end >= first:
            total += (end - first).days + 1
            reached = end
    return total
