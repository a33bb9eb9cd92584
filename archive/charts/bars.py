"""The bars: one row a restriction on a common axis of years. Numbers here, drawing in the template.

Positions across are percentages, so that the picture stretches while its texts keep their size;
heights are pixels. Nothing is drawn for what is only expected.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from archive.wording.claims import ClaimMark
from archive.wording.restrictions import RestrictionView
from archive.wording.statements import ONCE
from law.outcome import Outcome

TOP, ROW, LABEL, THICKNESS, BOTTOM = 30, 44, 13, 15, 26
MOST_YEARS_SHOWN = 8


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


class Axis(NamedTuple):
    """From the first to the last day of the picture, laid on 0 to 100."""

    first: date
    last: date

    def x(self, day: date) -> float:
        inside = min(max(day, self.first), self.last)
        return 100 * (inside - self.first).days / (self.last - self.first).days

    def percent(self, day: date) -> str:
        return f"{self.x(day):.2f}%"


def bars(rows: Sequence[RestrictionView], marks: Sequence[ClaimMark], on: date) -> Bars:
    """The picture of all rows that have a known bound, for the chosen day."""
    drawn = [row for row in rows if _is_drawn(row)]
    axis = _axis([row.outcome for row in drawn], marks, on)
    found = tuple(_row(row, number, marks, axis, on) for number, row in enumerate(drawn))
    height = TOP + ROW * len(found)
    x = axis.x(on)
    return Bars(
        height=height + BOTTOM,
        foot=height,
        thickness=THICKNESS,
        rows=found,
        years=_years(axis),
        today_x=f"{x:.2f}%",
        today_anchor="start" if x < 25 else "end" if x > 75 else "middle",
        groups=tuple(sorted({row.group for row in drawn})),
        looks=frozenset(segment.look for row in found for segment in row.segments),
    )


def _is_drawn(row: RestrictionView) -> bool:
    known = not row.outcome.binds_from.is_unknown or not row.outcome.ends.is_unknown
    return known and row.outcome.standing != "expected" and row.state != "void"


def _axis(outcomes: Iterable[Outcome], marks: Iterable[ClaimMark], on: date) -> Axis:
    """Whole years around every known bound; the chosen day only if it lies near."""
    days = [day for outcome in outcomes for day in (*outcome.binds_from, *outcome.ends) if day]
    days += [day for mark in marks for day in (mark.earliest, mark.latest)]
    days = days or [on]
    first, last = min(days), max(days)
    if first - timedelta(days=3650) <= on <= last + timedelta(days=3650):
        first, last = min(first, on), max(last, on)
    return Axis(date(first.year, 1, 1), date(last.year + 1, 1, 1))


def _years(axis: Axis) -> tuple[Year, ...]:
    count = axis.last.year - axis.first.year
    step = next(step for step in (1, 2, 3, 5, 10, 20, 50, 100) if count <= step * MOST_YEARS_SHOWN)
    return tuple(
        Year(axis.percent(date(number, 1, 1)), number, number % step == 0 and 1 < axis.x(date(number, 1, 1)) < 97)
        for number in range(axis.first.year, axis.last.year + 1)
        if step <= 2 or number % step == 0
    )


def _row(row: RestrictionView, number: int, marks: Sequence[ClaimMark], axis: Axis, on: date) -> BarRow:
    y = TOP + ROW * number
    return BarRow(
        anchor=row.anchor,
        name=row.name,
        group=row.group,
        words=f"{row.name}: {' – '.join(filter(None, (row.begins, row.ends)))}, {row.state_words}",
        y=y,
        label_y=y + LABEL,
        bar_y=y + LABEL + 7,
        middle_y=y + LABEL + 7 + THICKNESS // 2,
        segments=tuple(_segments(row, axis, on)),
        notches=tuple(axis.percent(day) for day in row.extended_from),
        claims=tuple(_point(mark, axis) for mark in marks if mark.about == row.id),
    )


def _point(mark: ClaimMark, axis: Axis) -> Point:
    """A mark in the middle of what was said: a year is not its first of January."""
    middle = mark.earliest + (mark.latest - mark.earliest) / 2
    return Point(axis.percent(middle), mark.words, mark.claim)


def _segments(row: RestrictionView, axis: Axis, on: date) -> list[Segment]:
    outcome = row.outcome
    if row.kind in ONCE:
        start = outcome.binds_from.earliest or outcome.binds_from.latest
        return [Segment("tick", axis.percent(start), "0.6%")] if start else []
    found = _beginning(outcome, axis)
    begin = _sure_from(outcome)
    end = _sure_until(outcome, axis)
    counts = outcome.counts_from.earliest
    if begin and counts and outcome.counts_from.is_exact and counts > begin:
        found.append(_segment("waiting", begin, min(counts, end), axis))
        begin = counts
    if begin and begin < end:
        found += _split("solid" if outcome.binds_from.latest else "uncertain", begin, end, axis, on)
    return [segment for segment in (*found, *_ending(outcome, begin, axis, on)) if segment.width != "0.00%"]


def _beginning(outcome: Outcome, axis: Axis) -> list[Segment]:
    """Where the start is a range, or open towards the past, the bar fades in."""
    earliest, latest = outcome.binds_from
    if latest is None or earliest == latest:
        return []
    return [_segment("fade-in", earliest or max(axis.first, latest - timedelta(days=365)), latest, axis)]


def _sure_from(outcome: Outcome) -> date | None:
    """From when the bar is drawn full: the latest start, or the earliest where no latest is known."""
    return outcome.binds_from.latest or outcome.binds_from.earliest


def _sure_until(outcome: Outcome, axis: Axis) -> date:
    if outcome.open_ended:
        return axis.last
    return outcome.ends.earliest or _sure_from(outcome) or axis.last


def _ending(outcome: Outcome, begin: date | None, axis: Axis, on: date) -> list[Segment]:
    """Where the end is a range, open or unknown, the bar fades out."""
    earliest, latest = outcome.ends
    if outcome.open_ended or (earliest is not None and earliest == latest):
        return []
    start = earliest or begin
    if start is None:
        return []
    start = max(start, begin or start)
    unsure = outcome.binds_from.latest is None
    return [_segment("fade-out", start, latest or axis.last, axis)._replace(pale=unsure or start > on)]


def _split(look: str, begin: date, end: date, axis: Axis, on: date) -> list[Segment]:
    """The stretch up to the chosen day, and what lies ahead of it."""
    if look != "solid" or on >= end:
        return [_segment(look, begin, end, axis)]
    if on <= begin:
        return [_segment("ahead", begin, end, axis)]
    return [_segment(look, begin, on, axis), _segment("ahead", on, end, axis)]


def _segment(look: str, begin: date, end: date, axis: Axis) -> Segment:
    left, right = axis.x(begin), axis.x(max(begin, end))
    return Segment(look, f"{left:.2f}%", f"{right - left:.2f}%")
