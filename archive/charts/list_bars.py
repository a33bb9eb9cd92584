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


class ListShape(NamedTuple):
    """All bars of a row that look alike, as one path: a page has hundreds of bars, and each element costs.

    ``look``: solid (sure and past), ahead (sure, after the day), likely (by the likely reading), open (possible only),
    dots (a line of dots, where no source has a day).
    """

    group: str
    look: str
    path: str


class ListPicture(NamedTuple):
    """``years``, ``day``: lines from top to bottom, as paths."""

    rows: int
    height: str
    years: str
    day: str
    shapes: Sequence[ListShape]


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

    def years(self) -> list[date]:
        """The first day of every fifth year."""
        return [date(year, 1, 1) for year in range(self.first.year, self.last.year + 1) if year % 5 == 0]

    def lines(self, days: Iterable[date], height: int) -> str:
        """A line from top to bottom at each of the days, as one path."""
        return "".join(f"M{self.x(day)} 0V{height}" for day in days)


def picture(restrictions: Iterable[Restriction], axis: ListAxis, on: date) -> ListPicture:
    """The bars of one row: restrictions with a known start that somebody is under for a time."""
    once = country().kinds_done_once
    drawn = []
    for row in restrictions:
        begins = row.begins_earliest or row.begins_latest
        if begins and not row.void and row.standing != "expected" and row.kind not in once:
            drawn.append((begins, row.position, row))
    paths: dict[tuple[str, str], str] = {}
    for number, (_begins, _position, row) in enumerate(sorted(drawn)):
        group, y = restriction_kind(row.kind).group, number * (BAR + GAP)
        for look, begin, end in stretches(row, axis, on):
            paths[group, look] = paths.get((group, look), "") + f"M{begin} {y}H{end}v{BAR}H{begin}z"
        for x in undated_edges(row, axis):
            paths[group, "dots"] = paths.get((group, "dots"), "") + f"M{x} {y}v{BAR}"
    rows = max(len(drawn), 1)
    height = rows * (BAR + GAP)
    lines = axis.lines(axis.years(), height), axis.lines([on], height)
    shapes = [ListShape(group, look, path) for (group, look), path in paths.items()]
    return ListPicture(min(rows, MOST_ROWS), str(height), *lines, shapes)


def undated_edges(row: Restriction, axis: ListAxis) -> list[int]:
    """Where the bar begins or stops although no source and no reading has the day."""
    begins = (row.begins_earliest, row.likely_begins_latest or row.begins_latest)
    first = row.begins_earliest or row.begins_latest
    places = [axis.x(first)] if first and None in begins else []
    if row.ends_latest is None and not row.open_ended:
        places.append(WIDTH)
    return places


def stretches(row: Restriction, axis: ListAxis, on: date) -> list[tuple[str, int, int]]:
    """Looks from where to where: what is sure, in two looks at the day; around it what is likely, then possible."""
    first = row.begins_earliest or row.begins_latest
    last = axis.last if row.open_ended else row.ends_latest or axis.last
    sure_first, sure_last = row.begins_latest, axis.last if row.open_ended else row.ends_earliest
    likely_first, likely_last = row.likely_begins_latest or sure_first, row.likely_ends_earliest or sure_last
    edges = [("open", first, last)]
    if likely_first and likely_last and likely_first < likely_last:
        edges = [("open", first, likely_first), ("open", likely_last, last)]
        if sure_first and sure_last and sure_first < sure_last:
            chosen = min(max(on, sure_first), sure_last)
            edges += [("solid", sure_first, chosen), ("ahead", chosen, sure_last)]
            edges += [("likely", likely_first, sure_first), ("likely", sure_last, likely_last)]
        else:
            edges.append(("likely", likely_first, likely_last))
    placed = [(look, axis.x(begin), axis.x(end)) for look, begin, end in edges if begin and begin < end]
    return [(look, begin, end) for look, begin, end in placed if begin < end]
