"""The total of what a sentence became: each day counted once, under the heaviest that binds."""

from collections.abc import Iterable
from datetime import date
from typing import Literal, NamedTuple

from law.dates import UNKNOWN, DateRange, earlier_of, later_of
from law.intervals import Interval, IntervalSet
from law.lengths import Days
from law.outcome import BurdenPart

PartKind = Literal["behind-bars", "home", "banned", "record-or-list"]
HEAVIEST_FIRST: tuple[PartKind, ...] = ("behind-bars", "home", "banned", "record-or-list")


class DateSpan(NamedTuple):
    """The time under one kind of restriction; ``ends`` is the first day without it, ``last_day`` the last with it."""

    kind: PartKind
    begins: DateRange
    ends: DateRange
    open_ended: bool = False
    last_day: DateRange = UNKNOWN


class BurdenTotal(NamedTuple):
    begins: DateRange
    until: DateRange
    last_day: DateRange
    days: Days
    parts: tuple[BurdenPart, ...]


def total(spans: Iterable[DateSpan]) -> BurdenTotal:
    """Returns the union of all spans with its parts.

    A day counts for sure where a span covers it whatever the true dates are, and possibly where some
    true dates would cover it. An unknown start or end leaves the number open upwards.
    """
    all_spans = sorted(spans, key=lambda span: HEAVIEST_FIRST.index(span.kind))
    if not all_spans:
        return BurdenTotal(UNKNOWN, UNKNOWN, UNKNOWN, Days(0, 0), ())
    parts: list[BurdenPart] = []
    sure = possible = for_life = IntervalSet()
    for kind in HEAVIEST_FIRST:
        own = [span for span in all_spans if span.kind == kind]
        if not own:
            continue
        own_sure, own_possible = _sure(own), _possible(own)
        least = own_sure.days_outside(possible) or 0
        most = None if _open_before(own) else own_possible.days_outside(sure.joined(for_life))
        parts.append(BurdenPart(kind, _begins(own), _until(own), Days(least, most)))
        sure, possible = sure.joined(own_sure), possible.joined(own_possible)
        if any(span.open_ended for span in own):
            for_life = for_life.joined(_without_end(own))
    most = None if _open_before(all_spans) else possible.days()
    last_day = later_of(*(UNKNOWN if span.open_ended else span.last_day for span in all_spans))
    return BurdenTotal(_begins(all_spans), _until(all_spans), last_day, Days(sure.days() or 0, most), tuple(parts))


def _sure(spans: list[DateSpan]) -> IntervalSet:
    """Returns the days that are covered whatever the true dates are: latest start to earliest end."""
    intervals: list[Interval] = []
    for span in spans:
        begin, end = span.begins.latest, span.ends.earliest
        if begin is not None and end is not None:
            intervals.append((begin.toordinal(), end.toordinal()))
    return IntervalSet.of(intervals)


def _without_end(spans: list[DateSpan]) -> IntervalSet:
    """Returns the days of restrictions for life: they add no number, but nothing lighter counts in them."""
    begins = [span.begins.latest for span in spans if span.open_ended]
    return IntervalSet.of([(begin.toordinal(), None) for begin in begins if begin is not None])


def _possible(spans: list[DateSpan]) -> IntervalSet:
    """Returns the days that some true dates would cover: earliest start to latest end."""
    intervals: list[Interval] = []
    for span in spans:
        begin, end = span.begins.earliest or date.min, None if span.open_ended else span.ends.latest
        intervals.append((begin.toordinal(), None if end is None else end.toordinal()))
    return IntervalSet.of(intervals)


def _open_before(spans: list[DateSpan]) -> bool:
    """Tells whether some span may have begun on any earlier day."""
    return any(span.begins.earliest is None for span in spans)


def _begins(spans: list[DateSpan]) -> DateRange:
    return earlier_of(*(span.begins for span in spans))


def _until(spans: list[DateSpan]) -> DateRange:
    ends = [UNKNOWN if span.open_ended else span.ends for span in spans]
    return later_of(*ends)
