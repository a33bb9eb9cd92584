"""Days covered by stretches: unions, and what one cover has outside another."""

from collections.abc import Iterable
from operator import itemgetter
from typing import NamedTuple

Stretch = tuple[int, int | None]
"""A half-open stretch of days as ordinals; an end of ``None`` is no end known."""


class Cover(NamedTuple):
    """Disjoint, sorted stretches that do not touch."""

    stretches: tuple[Stretch, ...] = ()

    @staticmethod
    def of(stretches: Iterable[Stretch]) -> "Cover":
        """The union of the stretches; empty ones count nothing."""
        found = [stretch for stretch in stretches if stretch[1] is None or stretch[0] < stretch[1]]
        if len(found) < 2:
            return Cover(tuple(found))
        merged: list[Stretch] = []
        for begin, end in sorted(found, key=itemgetter(0)):
            if merged and (merged[-1][1] is None or begin <= merged[-1][1]):
                merged[-1] = (merged[-1][0], _later(merged[-1][1], end))
            else:
                merged.append((begin, end))
        return Cover(tuple(merged))

    def days(self) -> int | None:
        """How many days; None if there is no limit."""
        count = 0
        for begin, end in self.stretches:
            if end is None:
                return None
            count += end - begin
        return count

    def joined(self, other: "Cover") -> "Cover":
        if not self.stretches or not other.stretches:
            return self if self.stretches else other
        return Cover.of(self.stretches + other.stretches)

    def days_outside(self, other: "Cover") -> int | None:
        """How many days of this cover lie outside the other; None if that has no limit."""
        if not self.stretches or not other.stretches:
            return self.days()
        count = 0
        for begin, end in self.stretches:
            for taken_from, taken_until in other.stretches:
                if end is not None and taken_from >= end:
                    break
                count += max(0, taken_from - begin)
                if taken_until is None:
                    end = begin = taken_from
                    break
                begin = max(begin, taken_until)
            if end is None:
                return None
            count += max(0, end - begin)
        return count


def _later(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else max(one, other)
