"""Days as a set of intervals: unions, and what one set has outside another."""

from collections.abc import Iterable
from operator import itemgetter
from typing import NamedTuple

Interval = tuple[int, int | None]
"""A half-open interval of days as ordinals; an end of ``None`` means that no end is known."""


class IntervalSet(NamedTuple):
    """Disjoint, sorted intervals that do not touch."""

    intervals: tuple[Interval, ...] = ()

    @staticmethod
    def of(intervals: Iterable[Interval]) -> "IntervalSet":
        """Returns the union of the intervals; empty ones count nothing."""
        filled = [interval for interval in intervals if interval[1] is None or interval[0] < interval[1]]
        if len(filled) < 2:
            return IntervalSet(tuple(filled))
        merged: list[Interval] = []
        for begin, end in sorted(filled, key=itemgetter(0)):
            if merged and (merged[-1][1] is None or begin <= merged[-1][1]):
                last_begin, last_end = merged[-1]
                merged[-1] = (last_begin, None if last_end is None or end is None else max(last_end, end))
            else:
                merged.append((begin, end))
        return IntervalSet(tuple(merged))

    def days(self) -> int | None:
        """Returns the number of days; None if there is no limit."""
        count = 0
        for begin, end in self.intervals:
            if end is None:
                return None
            count += end - begin
        return count

    def joined(self, other: "IntervalSet") -> "IntervalSet":
        if not self.intervals or not other.intervals:
            return self if self.intervals else other
        return IntervalSet.of(self.intervals + other.intervals)

    def days_outside(self, other: "IntervalSet") -> int | None:
        """Returns how many days of this set lie outside the other; None if that has no limit."""
        if not self.intervals or not other.intervals:
            return self.days()
        count = 0
        for begin, end in self.intervals:
            for other_begin, other_end in other.intervals:
                if end is not None and other_begin >= end:
                    break
                count += max(0, other_begin - begin)
                if other_end is None:
                    end = begin = other_begin
                    break
                begin = max(begin, other_end)
            if end is None:
                return None
            count += max(0, end - begin)
        return count
