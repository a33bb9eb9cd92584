"""The total of what a sentence became: each day counted once, under the heaviest that binds."""

from collections.abc import Iterable
from datetime import date
from typing import Literal, NamedTuple

from law.dates import UNKNOWN, DateRange, earlier_of, later_of
from law.lengths import Days
from law.outcome import Part

PartKind = Literal["behind-bars", "home", "banned", "record-or-list"]
HEAVIEST_FIRST: tuple[PartKind, ...] = ("behind-bars", "home", "banned", "record-or-list")


class Span(NamedTuple):
    """A stretch under one kind of restriction; ``ends`` is the first day without it."""

    kind: PartKind
    begins: DateRange
    ends: DateRange
    open_ended: bool = False


class Total(NamedTuple):
    begins: DateRange
    until: DateRange
    days: Days
    parts: tuple[Part, ...]


def total(spans: Iterable[Span]) -> Total:
    """The union of all spans with its parts.

    A day counts for sure where a span covers it whatever the true dates are, and possibly where some
    true dates would cover it. An unknown start or end leaves the number open upwards.
    """
    found = sorted(spans, key=lambda span: HEAVIEST_FIRST.index(span.kind))
    if not found:
        return Total(UNKNOWN, UNKNOWN, Days(0, 0), ())
    parts, sure, possible = [], Cover(), Cover()
    for kind in HEAVIEST_FIRST:
        own = [span for span in found if span.kind == kind]
        if not own:
            continue
        own_sure, own_possible = _sure(own), _possible(own)
        least = own_sure.days_outside(possible) or 0
        most = None if _open_before(own) else own_possible.days_outside(sure)
        sure, possible = sure.joined(own_sure), possible.joined(own_possible)
        parts.append(Part(kind, _begins(own), _until(own), Days(least, most)))
    most = None if _open_before(found) else possible.days()
    return Total(_begins(found), _until(found), Days(sure.days() or 0, most), tuple(parts))


class Cover(NamedTuple):
    """Disjoint, sorted half-open stretches of days as ordinals; ``None`` is no end known."""

    stretches: tuple[tuple[int, int | None], ...] = ()

    def days(self) -> int | None:
        count = 0
        for begin, end in self.stretches:
            if end is None:
                return None
            count += end - begin
        return count

    def joined(self, other: "Cover") -> "Cover":
        merged: list[tuple[int, int | None]] = []
        for begin, end in sorted((*self.stretches, *other.stretches), key=lambda stretch: stretch[0]):
            if merged and (merged[-1][1] is None or begin <= merged[-1][1]):
                merged[-1] = (merged[-1][0], _later(merged[-1][1], end))
            else:
                merged.append((begin, end))
        return Cover(tuple(merged))

    def days_outside(self, other: "Cover") -> int | None:
        """How many days of this cover lie outside the other; None if that has no limit."""
        both, others = self.joined(other).days(), other.days()
        if both is not None and others is not None:
            return both - others
        return self._days_outside_open(other)

    def _days_outside_open(self, other: "Cover") -> int | None:
        opens = [begin for begin, end in other.stretches if end is None]
        if not opens:
            return None
        limit = opens[0]
        mine, others = self._cut(limit), other._cut(limit)
        return (mine.joined(others).days() or 0) - (others.days() or 0)

    def _cut(self, limit: int) -> "Cover":
        kept = [(b, limit if e is None else min(e, limit)) for b, e in self.stretches if b < limit]
        return Cover(tuple(kept))


def _sure(spans: list[Span]) -> Cover:
    """Stretches that are covered whatever the true dates: latest start to earliest end."""
    cover = Cover()
    for span in spans:
        begin, end = span.begins.latest, span.ends.earliest
        if begin is not None and end is not None and begin < end:
            cover = cover.joined(Cover(((begin.toordinal(), end.toordinal()),)))
    return cover


def _possible(spans: list[Span]) -> Cover:
    """Stretches that some true dates would cover: earliest start to latest end."""
    cover = Cover()
    for span in spans:
        begin, end = span.begins.earliest or date.min, span.ends.latest
        if end is None or begin < end:
            last = None if end is None else end.toordinal()
            cover = cover.joined(Cover(((begin.toordinal(), last),)))
    return cover


def _open_before(spans: list[Span]) -> bool:
    """Whether some span may have begun on any earlier day."""
    return any(span.begins.earliest is None for span in spans)


def _begins(spans: list[Span]) -> DateRange:
    return earlier_of(*(span.begins for span in spans))


def _until(spans: list[Span]) -> DateRange:
    ends = [UNKNOWN if span.open_ended else span.ends for span in spans]
    return later_of(*ends)


def _later(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else max(one, other)
