"""The bars: one row a restriction on a common axis of years. Numbers here, drawing in the template.

Positions across are percentages, so that the picture stretches while its texts keep their size;
heights are pixels. Nothing is drawn for what is only expected.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from archive.charts.scale import YearAxis
from archive.wording.claims import ClaimMark
from archive.wording.restrictions import RestrictionView
from law.outcome import Outcome

TOP, ROW, LABEL, THICKNESS, BOTTOM = 30, 44, 13, 15, 26
MOST_YEARS_SHOWN = 8
A_YEAR = timedelta(days=365)
NEAR = timedelta(days=3650)
"""How far from the bars the chosen day may lie to be drawn."""


class Segment(NamedTuple):
    """A stretch of one bar.

    ``look``: solid, ahead (after the chosen day), waiting (a ban before its term counts), uncertain
    (the start is not sure), fade-in, fade-out (pale where it lies ahead), tick.
    """

    look: str
    x: str
    width: str
    pale: bool = False


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
    segments: tuple[Segment, ...]
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
    groups: tuple[str, ...]
    looks: frozenset[str]

    @property
    def has_notches(self) -> bool:
        return any(row.notches for row in self.rows)

    @property
    def has_marks(self) -> bool:
        return any(row.claims for row in self.rows)


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

    def segment(self, look: str, begin: date, end: date, pale: bool = False) -> Segment:
        left, right = self.x(begin), self.x(max(begin, end))
        return Segment(look, f"{left:.2f}%", f"{right - left:.2f}%", pale)

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
    bar_rows = tuple(bar_row(row, number, marks, axis, on) for number, row in enumerate(drawn))
    foot, x = TOP + ROW * len(drawn), axis.x(on)
    return Bars(
        height=foot + BOTTOM,
        foot=foot,
        thickness=THICKNESS,
        rows=bar_rows,
        years=axis.years,
        today_x=f"{x:.2f}%",
        today_anchor="start" if x < 25 else "end" if x > 75 else "middle",
        groups=tuple(sorted({row.group for row in drawn})),
        looks=frozenset(segment.look for row in bar_rows for segment in row.segments),
    )


def bar_row(row: RestrictionView, number: int, marks: Iterable[ClaimMark], axis: BarAxis, on: date) -> BarRow:
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
        segments=segments(row, axis, on),
        notches=tuple(axis.percent(day) for day in row.extended_from),
        claims=tuple(Point(axis.percent(middle), mark.words, mark.claim) for mark, middle in middles),
    )


def segments(row: RestrictionView, axis: BarAxis, on: date) -> tuple[Segment, ...]:
    """The bar from left to right. It fades where a bound is a range, open or unknown; what has no width is left out."""
    outcome = row.outcome
    earliest, latest = outcome.binds_from
    ends, ended = outcome.ends
    begin = latest or earliest
    if row.once:
        begin = earliest or latest
        return (Segment("tick", axis.percent(begin), "0.6%"),) if begin else ()
    drawn = []
    if latest and earliest != latest:
        drawn.append(axis.segment("fade-in", earliest or max(axis.first, latest - A_YEAR), latest))
    end = axis.last if outcome.open_ended else ends or begin or axis.last
    counts = outcome.counts_from.earliest
    if begin and counts and outcome.counts_from.is_exact and counts > begin:
        drawn.append(axis.segment("waiting", begin, min(counts, end)))
        begin = counts
    if begin and begin < end and latest:
        chosen = min(max(begin, on), end)
        drawn += [axis.segment("solid", begin, chosen), axis.segment("ahead", chosen, end)]
    elif begin and begin < end:
        drawn.append(axis.segment("uncertain", begin, end))
    fades = ends or begin
    if fades and not outcome.open_ended and (ends is None or ends != ended):
        start = max(fades, begin or fades)
        drawn.append(axis.segment("fade-out", start, ended or axis.last, pale=latest is None or start > on))
    return tuple(segment for segment in drawn if segment.width != "0.00%")
