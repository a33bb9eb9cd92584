"""The bars: one row a restriction on a common axis of years. Numbers here, drawing in the template.

Positions across are percentages, so that the picture stretches while its texts keep their size;
heights are pixels. Nothing is drawn for what is only expected. Two encodings: the hue says which group, pale that it
is not certain.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from archive.charts.scale import YearAxis
from archive.wording.claims import ClaimMark
from archive.wording.restrictions import RestrictionView
from law.dates import UNKNOWN
from law.outcome import Outcome

TOP, ROW, LABEL, THICKNESS, BOTTOM = 30, 44, 13, 15, 26
MOST_YEARS_SHOWN = 8
NEAR = timedelta(days=3650)
"""How far from the bars the chosen day may lie to be drawn."""


class Segment(NamedTuple):
    """A stretch of one bar. ``look``: sure, possible (pale: it is not certain), tick (paid or taken once)."""

    look: str
    x: str
    width: str


class Point(NamedTuple):
    x: str
    words: str
    claim: str = ""


class BarRow(NamedTuple):
    anchor: str
    name: str
    group: str
    words: str
    y: int
    label_y: int
    bar_y: int
    middle_y: int
    dates: str
    segments: tuple[Segment, ...]
    opens_at: str  # where a bar begins whose first day no source has; empty where one has
    goes_on_at: str  # where a bar stops being drawn whose last day nobody knows
    notches: tuple[str, ...]
    claims: tuple[Point, ...]


class Year(NamedTuple):
    x: str
    number: int
    labelled: bool


class Bars(NamedTuple):
    height: int
    foot: int
    thickness: int
    rows: tuple[BarRow, ...]
    years: tuple[Year, ...]
    today_x: str
    today_anchor: str
    has_possible: bool


class BarAxis(YearAxis):
    """From the first to the last day of the picture."""

    __slots__ = ()

    @classmethod
    def of(cls, outcomes: Iterable[Outcome], marks: Iterable[ClaimMark], on: date) -> "BarAxis":
        """Whole years around every known bound; the chosen day only if it lies near."""
        days = [day for outcome in outcomes for day in (*outcome.binds_from, *outcome.ends) if day]
        days += [day for mark in marks for day in (mark.earliest, mark.latest)]
        days = days or [on]
        if min(days) - NEAR <= on <= max(days) + NEAR:
            days.append(on)
        return cls.around(days)

    def segment(self, look: str, begin: date, end: date) -> Segment:
        left, right = self.x(begin), self.x(max(begin, end))
        return Segment(look, f"{left:.2f}%", f"{right - left:.2f}%")

    @property
    def years(self) -> tuple[Year, ...]:
        """A line for each year, or for every second; where those are too many, for every fifth and so on."""
        count = self.last.year - self.first.year
        step = next(step for step in (1, 2, 3, 5, 10, 20, 50, 100) if count <= step * MOST_YEARS_SHOWN)
        numbers = [n for n in range(self.first.year, self.last.year + 1) if step <= 2 or n % step == 0]
        places = {number: self.x(date(number, 1, 1)) for number in numbers}
        return tuple(Year(f"{x:.2f}%", number, number % step == 0 and 1 < x < 97) for number, x in places.items())


def bars(rows: Sequence[RestrictionView], marks: Sequence[ClaimMark], on: date) -> Bars:
    """The picture of all rows that have a known bound, for the chosen day. A void or expected one is not drawn."""
    drawn = [
        row
        for row in rows
        if not (row.outcome.binds_from.is_unknown and row.outcome.ends.is_unknown)
        and row.outcome.standing != "expected"
        and row.state != "void"
    ]
    axis = BarAxis.of([row.outcome for row in drawn], marks, on)
    bar_rows = tuple(bar_row(row, number, marks, axis) for number, row in enumerate(drawn))
    foot, x = TOP + ROW * len(drawn), axis.x(on)
    return Bars(
        height=foot + BOTTOM,
        foot=foot,
        thickness=THICKNESS,
        rows=bar_rows,
        years=axis.years,
        today_x=f"{x:.2f}%",
        today_anchor="start" if x < 25 else "end" if x > 75 else "middle",
        has_possible=any(segment.look == "possible" for row in bar_rows for segment in row.segments),
    )


def bar_row(row: RestrictionView, number: int, marks: Iterable[ClaimMark], axis: BarAxis) -> BarRow:
    y = TOP + ROW * number
    # A mark stands in the middle of what was said: a year is not its first of January.
    middles = [(mark, mark.earliest + (mark.latest - mark.earliest) / 2) for mark in marks if mark.about == row.id]
    return BarRow(
        anchor=row.anchor,
        name=row.name,
        group=row.group,
        words=f"{row.name}: {' – '.join(filter(None, (row.begins, row.last_day)))}, {row.state_words}",
        y=y,
        label_y=y + LABEL,
        bar_y=y + LABEL + 7,
        middle_y=y + LABEL + 7 + THICKNESS // 2,
        dates=row.from_until,
        segments=segments(row, axis),
        opens_at=axis.percent(start(row) or axis.first) if None in row.outcome.binds_from else "",
        goes_on_at="" if row.once or end(row) else axis.percent(axis.last),
        notches=tuple(axis.percent(day) for day in row.extended_from),
        claims=tuple(Point(axis.percent(middle), mark.words, mark.claim) for mark, middle in middles),
    )


def start(row: RestrictionView) -> date | None:
    """The first day that any reading gives."""
    likely = row.outcome.likely.binds_from if row.outcome.likely else UNKNOWN
    earliest, latest = row.outcome.binds_from
    return earliest or latest if latest else likely.earliest or earliest


def end(row: RestrictionView) -> date | None:
    """The latest first day without it that any reading gives; None where it has no end or none is known."""
    if row.outcome.open_ended:
        return None
    return row.outcome.ends.latest or (row.outcome.likely.ends.latest if row.outcome.likely else None)


def segments(row: RestrictionView, axis: BarAxis) -> tuple[Segment, ...]:
    """What is possible, what is sure, what is possible again; nothing where no source and no reading has a day."""
    begin, last, surely_from = start(row), end(row) or axis.last, row.outcome.binds_from.latest
    if row.once:
        return (Segment("tick", axis.percent(begin), "0.6%"),) if begin else ()
    if begin is None:
        return ()
    surely_until = axis.last if row.outcome.open_ended else row.outcome.ends.earliest
    if surely_from is None or surely_until is None or surely_until <= surely_from:
        drawn = [axis.segment("possible", begin, last)]
    else:
        drawn = [
            axis.segment("possible", begin, surely_from),
            axis.segment("sure", surely_from, surely_until),
            axis.segment("possible", surely_until, last),
        ]
    return tuple(segment for segment in drawn if segment.width != "0.00%")
