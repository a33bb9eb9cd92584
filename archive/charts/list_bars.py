"""The bars of a list: every row's restrictions on one common axis. Numbers from 0 to 1000 across."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from archive.index.columns.restrictions import BOUNDS, Restriction
from archive.wording.localize import restriction_kind
from law.country import country

WIDTH, BAR, GAP = 1000, 5, 3
MOST_ROWS = 12
"""The style sheet knows the height of so many rows."""
LONGEST = 60
"""Years: what lies further away is drawn at the edge."""


class ListStretch(NamedTuple):
    """``look``: solid (sure and past), ahead (sure, after the day), open (possible only)."""

    look: str
    x: int
    width: int


class ListBar(NamedTuple):
    group: str
    y: int
    stretches: Sequence[ListStretch]


class ListPicture(NamedTuple):
    rows: int
    height: int
    day_x: int
    years: Sequence[int]
    bars: Sequence[ListBar]


class ListAxis(NamedTuple):
    """From the first of a January to the first of a January."""

    first: date
    last: date

    @classmethod
    def around(cls, restrictions: Iterable[Restriction], on: date) -> "ListAxis":
        """The whole years around every bound that is known, and around the day."""
        bounds = [getattr(row, name) for row in restrictions for name in BOUNDS]
        days = [on, *(bound for bound in bounds if bound and abs(bound.year - on.year) <= LONGEST)]
        return cls(date(min(days).year, 1, 1), date(max(days).year + 1, 1, 1))

    def x(self, day: date) -> int:
        inside = min(max(day, self.first), self.last)
        return round(WIDTH * (inside - self.first).days / (self.last - self.first).days)

    @property
    def years(self) -> list[int]:
        """Where the years are, every fifth."""
        return [self.x(date(year, 1, 1)) for year in range(self.first.year, self.last.year + 1) if year % 5 == 0]


def picture(restrictions: Iterable[Restriction], axis: ListAxis, on: date) -> ListPicture:
    """The bars of one row: restrictions with a known start that somebody is under for a time."""
    once = country().kinds_done_once
    drawn = []
    for row in restrictions:
        begins = row.begins_earliest or row.begins_latest
        if begins and not row.void and row.standing != "expected" and row.kind not in once:
            drawn.append((begins, row.position, row))
    bars = [
        ListBar(restriction_kind(row.kind).group, number * (BAR + GAP), stretches(row, axis, on))
        for number, (_begins, _position, row) in enumerate(sorted(drawn))
    ]
    rows = max(len(bars), 1)
    return ListPicture(min(rows, MOST_ROWS), rows * (BAR + GAP), axis.x(on), axis.years, bars)


def stretches(row: Restriction, axis: ListAxis, on: date) -> list[ListStretch]:
    """What is sure, in two looks at the day; around it what is only possible."""
    first = row.begins_earliest or row.begins_latest
    last = axis.last if row.open_ended else row.ends_latest or axis.last
    sure_first, sure_last = row.begins_latest, axis.last if row.open_ended else row.ends_earliest
    edges = [("open", first, last)]
    if sure_first and sure_last and sure_first < sure_last:
        chosen = min(max(on, sure_first), sure_last)
        edges = [("open", first, sure_first), ("solid", sure_first, chosen), ("ahead", chosen, sure_last)]
        edges.append(("open", sure_last, last))
    drawn = [
        ListStretch(look, axis.x(begin), axis.x(end) - axis.x(begin))
        for look, begin, end in edges
        if begin and begin < end
    ]
    return [stretch for stretch in drawn if stretch.width]
