"""Days in custody before force, and what they are worth (CC 62, CPC 48)."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from law.dates import DateRange, earlier_of, exact, is_before, is_by
from law.facts import Custody
from law.intervals import IntervalSet
from law.lengths import Days

RATES = {"maximum": 2, "full": 2, "emergency": 2, "medium": 3, "minimum": 4}
"""Half days of prison for one day of custody, by regime of the colony (CC 62(3))."""


class CustodyPeriod(NamedTuple):
    """An unbroken time in custody; ``until`` is its last day, both ends count (CPC 48(5))."""

    ids: tuple[str, ...]
    begins: DateRange
    until: DateRange
    fitted: bool
    until_recorded: bool


NO_DAYS = Days(0, 0)


def custody_periods(
    custody: Iterable[Custody], kind: str, force: DateRange, unrecorded: DateRange
) -> tuple[CustodyPeriod, ...]:
    """Returns the periods of one kind that may have begun before force, cut at force, in the order of days.

    ``unrecorded`` is taken for the last day of a period whose end nobody reported.
    """
    periods = [
        _custody_period(entry, force, unrecorded)
        for entry in custody
        if entry.kind == kind and not is_before(force, entry.begins.value)
    ]
    periods.sort(key=_first_day)
    return tuple(periods)


def first_of_unbroken(periods: tuple[CustodyPeriod, ...], force: DateRange) -> tuple[CustodyPeriod, ...]:
    """Returns the periods that may be the first of the unbroken custody that reaches force.

    One where the dates are exact, several where it is open which periods touch, none where none reaches it.
    """
    leading = [period for period in periods if not is_before(period.until, force)]
    for period in leading:
        leading += [other for other in periods if other not in leading and _may_touch(other, period)]
    return tuple(period for period in periods if period in leading and not _goes_on(periods, period))


def surely_reaches(periods: tuple[CustodyPeriod, ...], force: DateRange) -> bool:
    """Tells whether some period certainly went on until the verdict was in force.

    A period whose end nobody reported is taken to have gone on.
    """
    return any(not period.until_recorded or is_by(force, period.until) for period in periods)


def counted_before(periods: tuple[CustodyPeriod, ...], first: CustodyPeriod) -> Days:
    """Returns the days of the periods that lie before the unbroken one, which begins with ``first``."""
    before = first.begins.shift(-1)
    others = [period for period in periods if period.ids != first.ids]
    sure = _sure(_cut(period, before.earliest) for period in others) if before.earliest else IntervalSet()
    possible = _possible([_cut(period, before.latest) for period in others])
    return Days(sure.days() or 0, None if possible is None else possible.days())


def counted(periods: tuple[CustodyPeriod, ...]) -> Days:
    """Returns the days of all periods together; a day in two of them counts once (CPC 48(5))."""
    possible = _possible(periods)
    return Days(_sure(periods).days() or 0, None if possible is None else possible.days())


def counted_outside(periods: tuple[CustodyPeriod, ...], others: tuple[CustodyPeriod, ...]) -> Days:
    """Returns the days of the periods that lie in none of the others.

    The day on which a person goes from custody to house arrest counts as custody.
    """
    possible, others_possible = _possible(periods), _possible(others)
    least = 0 if others_possible is None else _sure(periods).days_outside(others_possible) or 0
    return Days(least, None if possible is None else possible.days_outside(_sure(others)))


def before_force(period: CustodyPeriod, force: DateRange) -> Days:
    """Returns the days from the first of the period to the day of force, both included."""
    begins = period.begins
    least = 0
    if begins.latest is not None and force.earliest is not None:
        least = max(0, (force.earliest - begins.latest).days + 1)
    if begins.earliest is None or force.latest is None:
        return Days(least, None)
    return Days(least, max(0, (force.latest - begins.earliest).days + 1))


def _custody_period(custody: Custody, force: DateRange, unrecorded: DateRange) -> CustodyPeriod:
    recorded = custody.until.known
    until = custody.until.value if recorded else unrecorded
    if recorded and not force.is_unknown:
        until = earlier_of(until, force)
    return CustodyPeriod(
        (custody.id,),
        custody.begins.value,
        until,
        custody.begins.fitted or custody.until.fitted,
        recorded,
    )


def _may_touch(period: CustodyPeriod, other: CustodyPeriod) -> bool:
    return not (is_before(period.until.shift(1), other.begins) or is_before(other.until.shift(1), period.begins))


def _goes_on(periods: tuple[CustodyPeriod, ...], period: CustodyPeriod) -> bool:
    """Tells whether the period certainly goes on another one that began before it."""
    return any(
        is_by(other.begins, period.begins)
        and (other.begins != period.begins or other.ids < period.ids)
        and is_by(period.begins, other.until.shift(1))
        for other in periods
    )


def _first_day(period: CustodyPeriod) -> tuple[date, date, tuple[str, ...]]:
    earliest, latest = period.begins
    return (earliest or date.min, latest or date.max, period.ids)


def _sure(periods: Iterable[CustodyPeriod]) -> IntervalSet:
    """Returns the days that the periods cover whatever the true dates are."""
    return IntervalSet.of(
        (period.begins.latest.toordinal(), period.until.earliest.toordinal() + 1)
        for period in periods
        if period.begins.latest is not None and period.until.earliest is not None
    )


def _possible(periods: Iterable[CustodyPeriod]) -> IntervalSet | None:
    """Returns the days that the periods may cover; None: no limit known."""
    intervals = []
    for period in periods:
        if period.begins.earliest is None or period.until.latest is None:
            return None
        intervals.append((period.begins.earliest.toordinal(), period.until.latest.toordinal() + 1))
    return IntervalSet.of(intervals)


def _cut(period: CustodyPeriod, last: date | None) -> CustodyPeriod:
    return period if last is None else period._replace(until=earlier_of(period.until, exact(last)))
