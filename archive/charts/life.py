"""A case in one bar: what bound a person most heavily from the first day to the last.

Two encodings: the hue says which kind, a pale stretch that it is not certain. No edge is drawn where no source has a
day: what has no known end runs to the edge of the picture with a mark, what has no known start is only named.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from archive.charts.scale import YearAxis
from archive.wording.dates import last_days, month
from archive.wording.localize import restriction_kind, word
from archive.wording.restrictions import RestrictionView
from law.burden import HEAVIEST_FIRST
from law.dates import UNKNOWN, DateRange
from law.lengths import Length

COUNTED = frozenset(HEAVIEST_FIRST)
BEYOND = timedelta(days=400)
"""How far the picture reaches past the last known day where an end is open."""


GROUPS = {"behind-bars": "custody", "home": "control", "banned": "ban", "record-or-list": "record"}
"""The colour of each part of the burden."""


class Stretch(NamedTuple):
    """The days of one kind in a row; ``pale``: it is not certain."""

    kind: str
    pale: bool
    x: str
    width: str

    @property
    def group(self) -> str:
        """The group of kinds whose colour it has, for pictures without a style sheet."""
        return GROUPS[self.kind]


class LifeBar(NamedTuple):
    """``open_start``, ``open_end``: no source has the day where it begins or stops.

    ``undated``: kinds without any day.
    """

    stretches: tuple[Stretch, ...]
    first: str
    last: str
    open_start: bool
    open_end: bool
    day_x: str
    day_anchor: str
    sentence_x: str
    keys: tuple[tuple[str, str], ...]
    undated: tuple[str, ...]

    @property
    def has_pale(self) -> bool:
        return any(stretch.pale for stretch in self.stretches)


class _Span(NamedTuple):
    kind: str
    sure: tuple[date, date] | None
    possible: tuple[date, date]
    is_open: bool
    is_undated: bool


def life_bar(rows: Sequence[RestrictionView], on: date, nominal: Length | None) -> LifeBar | None:
    """The bar of all rows with a known start; None where there is no day to draw."""
    counted = [row for row in rows if row.state not in ("void", "expected") and _part(row) in COUNTED]
    dated = [row for row in counted if _start(row)]
    undated = tuple(dict.fromkeys(row.name for row in counted if not _start(row)))
    if not dated:
        return None
    known = [day for row in dated for day in (_start(row), _end(row)) if day]
    horizon = max(*known, on) + BEYOND
    spans = [_span(row, horizon) for row in dated]
    is_open = any(span.is_open for span in spans)
    first = min(span.possible[0] for span in spans)
    last = horizon if is_open else max(max(span.possible[1] for span in spans), first + timedelta(days=1))
    axis = YearAxis(first, max(last, on) if is_open else last)
    is_undated = all(span.is_undated for span in spans if span.possible[0] == first)
    stretches = tuple(_stretches(spans, axis))
    drawn = {stretch.kind for stretch in stretches}
    x = axis.x(on)
    sentence = DateRange(first, first).plus(nominal).earliest if nominal else None
    return LifeBar(
        stretches=stretches,
        first="" if is_undated else month(first),
        last="" if is_open else month(last_days(DateRange(last, last)).earliest or last),
        open_start=is_undated,
        open_end=is_open,
        day_x=f"{x:.2f}%" if axis.first <= on <= axis.last else "",
        day_anchor="start" if x < 30 else "end" if x > 70 else "middle",
        sentence_x=axis.percent(sentence) if sentence and sentence < axis.last else "",
        keys=tuple((kind, word("burden", kind)) for kind in HEAVIEST_FIRST if kind in drawn),
        undated=undated,
    )


def _part(row: RestrictionView) -> str:
    return restriction_kind(row.kind).burden


def _start(row: RestrictionView) -> date | None:
    likely = row.outcome.likely.binds_from if row.outcome.likely else UNKNOWN
    return row.outcome.binds_from.latest or likely.latest or row.outcome.binds_from.earliest


def _end(row: RestrictionView) -> date | None:
    """The latest first day without it; None where neither reading has one."""
    if row.outcome.open_ended:
        return None
    return row.outcome.ends.latest or (row.outcome.likely.ends.latest if row.outcome.likely else None)


def _span(row: RestrictionView, horizon: date) -> _Span:
    """From when to when it surely binds, and from when to when it may."""
    outcome, end = row.outcome, _end(row)
    latest, ends = outcome.binds_from.latest, horizon if outcome.open_ended else outcome.ends.earliest
    sure = (latest, ends) if latest and ends and latest < ends else None
    start = outcome.binds_from.earliest or _start(row)
    if latest is None and outcome.likely:
        start = outcome.likely.binds_from.earliest or start
    assert start is not None
    likely_latest = outcome.likely.binds_from.latest if outcome.likely else None
    is_undated = None in (outcome.binds_from.earliest, latest or likely_latest)
    return _Span(_part(row), sure, (start, max(end or horizon, start)), end is None, is_undated)


def _stretches(spans: Iterable[_Span], axis: YearAxis) -> list[Stretch]:
    """Cuts the time at every bound and keeps, for each piece, the heaviest that binds or may."""
    spans = list(spans)
    cuts = sorted({day for span in spans for day in (*span.possible, *(span.sure or ())) if day})
    pieces: list[tuple[str, bool, date, date]] = []
    for begin, end in pairwise(cuts):
        heaviest = _heaviest(spans, begin)
        if heaviest is None:
            continue
        if pieces and pieces[-1][:2] == heaviest and pieces[-1][3] == begin:
            pieces[-1] = (*heaviest, pieces[-1][2], end)
        else:
            pieces.append((*heaviest, begin, end))
    return [_stretch(kind, pale, begin, end, axis) for kind, pale, begin, end in pieces]


def _heaviest(spans: Iterable[_Span], day: date) -> tuple[str, bool] | None:
    """The kind that counts on the day, the heaviest first, and whether that is not certain."""
    sure = {span.kind for span in spans if span.sure and span.sure[0] <= day < span.sure[1]}
    possible = {span.kind for span in spans if span.possible[0] <= day < span.possible[1]}
    for kind in HEAVIEST_FIRST:
        if kind in possible:
            return kind, kind not in sure
    return None


def _stretch(kind: str, pale: bool, begin: date, end: date, axis: YearAxis) -> Stretch:
    left, right = axis.x(begin), axis.x(end)
    return Stretch(kind, pale, f"{left:.2f}%", f"{right - left:.2f}%")
