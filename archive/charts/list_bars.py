"""The bars of a list: every row's restrictions on one common axis. Numbers from 0 to 1000 across."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from archive.index.columns.restrictions import Restriction
from archive.wording.localize import restriction_kind
from law.country import country

WIDTH, BAR, GAP = 1000, 5, 3
MOST_ROWS = 12
"""The style sheet knows the height of so many rows."""
LONGEST = 60
"""Years: what lies further away is drawn at the edge."""


class Stretch(NamedTuple):
    """``look``: solid (sure and past), ahead (sure, after the day), open (possible only)."""

    look: str
    x: int
    width: int


class Bar(NamedTuple):
    group: str
    y: int
    stretches: Sequence[Stretch]


class Picture(NamedTuple):
    rows: int
    height: int
    day_x: int
    years: Sequence[int]
    bars: Sequence[Bar]


class Axis(NamedTuple):
    """From the first of a January to the first of a January."""

    first: date
    last: date

    def x(self, day: date) -> int:
        inside = min(max(day, self.first), self.last)
        return round(WIDTH * (inside - self.first).days / (self.last - self.first).days)

    @property
    def years(self) -> list[int]:
        """Where the years are, every fifth."""
        return [self.x(date(year, 1, 1)) for year in range(self.first.year, self.last.year + 1) if year % 5 == 0]


def axis(periods: Iterable[Restriction], on: date) -> Axis:
    """The whole years around every bound that is known, and around the day."""
    days = [day for period in periods for day in _bounds(period) if day and abs(day.year - on.year) <= LONGEST]
    days.append(on)
    return Axis(date(min(days).year, 1, 1), date(max(days).year + 1, 1, 1))


def picture(periods: Sequence[Restriction], along: Axis, on: date) -> Picture:
    """The bars of one row."""
    drawn = sorted(filter(is_drawn, periods), key=lambda one: (one.begins_earliest or one.begins_latest, one.position))
    bars = [
        Bar(_group(period), number * (BAR + GAP), _stretches(period, along, on)) for number, period in enumerate(drawn)
    ]
    rows = max(len(drawn), 1)
    return Picture(min(rows, MOST_ROWS), rows * (BAR + GAP), along.x(on), along.years, bars)


def is_drawn(period: Restriction) -> bool:
    """Restrictions with a known start that somebody is under for a time."""
    counts = not period.void and period.standing != "expected" and period.kind not in country().kinds_done_once
    return counts and bool(period.begins_earliest or period.begins_latest)


def _group(period: Restriction) -> str:
    return restriction_kind(period.kind).group


def _bounds(period: Restriction) -> tuple[date | None, ...]:
    return period.begins_earliest, period.begins_latest, period.ends_earliest, period.ends_latest


def _stretches(period: Restriction, along: Axis, on: date) -> list[Stretch]:
    """What is sure, in two looks at the day; around it what is only possible."""
    begins, begun, ends, ended = _bounds(period)
    first, last = begins or begun, along.last if period.open_ended else ended
    sure_first, sure_last = begun, along.last if period.open_ended else ends
    edges = [("open", first, last or along.last)]
    if sure_first and sure_last and sure_first < sure_last:
        middle = min(max(on, sure_first), sure_last)
        edges = [("open", first, sure_first), ("solid", sure_first, middle), ("ahead", middle, sure_last)]
        edges.append(("open", sure_last, last or along.last))
    found = [Stretch(look, along.x(a), along.x(b) - along.x(a)) for look, a, b in edges if a and b and a < b]
    return [stretch for stretch in found if stretch.width]
