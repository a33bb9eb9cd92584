"""Endings per month ahead, by group: those whose month is known, and those that may fall into a month."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

import numpy as np
from django.utils.translation import gettext as _

from archive.charts.chart import NARROW, WIDE, Canvas, Chart, ChartColumn, ChartRow, ChartTable, Count, Narrow
from archive.charts.intervals import Lasting, months
from archive.charts.over_time import HEAVIEST_FIRST
from archive.charts.scale import Tick, at, below, box, legend, top, upward
from archive.index.columns.binary import Array
from archive.index.columns.loading import MOST
from archive.wording.dates import day as in_words
from archive.wording.dates import month as month_in_words
from archive.wording.lengths import grouped
from archive.wording.localize import restriction_kind, word

AHEAD = 36
"""Months shown."""
SURE, LIKELY, POSSIBLE = range(3)
PALER = {"likely": ".6", "possible": ".3"}
"""The parts of a count that are not sure, and how much of their colour is left."""
LEFT, HEIGHT, TOP, BOTTOM, GAP = 40, 180, 34, 24, 2


class Shape(NamedTuple):
    """All boxes of one look, as a path. ``pale``: how much of the colour is left; empty: all of it."""

    look: str
    pale: str
    boxes: str


@dataclass(frozen=True, slots=True)
class Endings:
    """``numbers``: by group, one for each of ``months``.

    ``later``: last days after the last month; ``open``: no month can be said, because no last day can be named;
    ``lasting``: without an end.
    """

    months: Sequence[date]
    numbers: Mapping[str, Sequence[Count]]
    later: int
    open: int
    lasting: int


def endings(restrictions: Lasting, on: date) -> Endings:
    """Counts what has not ended on the day, by the month of its last day."""
    shown, today, periods = months(on, AHEAD), on.toordinal(), restrictions.periods
    is_open, goes_on = periods["open_ended"], periods["ends_latest"] > today
    # Nothing is ever likely over: what should likely have ended may go on until the strict reading ends it.
    latest = np.where(periods["working_latest"] < today, periods["last_latest"], periods["working_latest"])
    dated = goes_on & ~is_open & (latest != MOST)
    starts = [day.toordinal() for day in months(on, AHEAD + 1)]
    days = (periods["working_earliest"], latest, periods["last_earliest"], periods["last_latest"])
    first, last, strict_first, strict_last = (
        np.searchsorted(starts, np.maximum(bounds[dated], today), "right") - 1 for bounds in days
    )
    certainty = np.where(strict_first == strict_last, SURE, np.where(first == last, LIKELY, POSSIBLE))
    group_of_kind = [HEAVIEST_FIRST.index(restriction_kind(name).group) for name in restrictions.kinds]
    groups = np.array(group_of_kind or [0])[restrictions.periods["kind"]][dated]
    numbers = {
        group: _numbers(first[groups == place], last[groups == place], certainty[groups == place])
        for place, group in enumerate(HEAVIEST_FIRST)
    }
    return Endings(
        months=shown,
        numbers=numbers,
        later=int(np.count_nonzero(first >= AHEAD)),
        open=int(np.count_nonzero(goes_on & ~is_open & (latest == MOST))),
        lasting=int(np.count_nonzero(goes_on & is_open)),
    )


def _numbers(first: Array, last: Array, certainty: Array) -> list[Count]:
    """For each month those that surely or likely end in it, and those whose range touches it."""
    shown = first < AHEAD
    sure, likely = (np.bincount(first[(certainty == one) & shown], minlength=AHEAD) for one in (SURE, LIKELY))
    ranges = (certainty == POSSIBLE) & shown
    edges = np.bincount(first[ranges], minlength=AHEAD + 1)
    edges -= np.bincount(np.minimum(last[ranges] + 1, AHEAD), minlength=AHEAD + 1)
    possible = np.cumsum(edges)[:AHEAD]
    return list(map(Count, sure.tolist(), likely.tolist(), possible.tolist()))


def endings_chart(counts: Endings, on: date, addresses: Mapping[date, str]) -> Chart:
    """The months ahead. ``addresses``: the calendar by month."""
    groups = [group for group in HEAVIEST_FIRST if any(any(number) for number in counts.numbers[group])]
    numbers = [number for of_group in counts.numbers.values() for number in of_group]
    wide, narrow = drawing(counts, groups, WIDE), drawing(counts, groups, NARROW)
    return Chart(
        id="endings",
        title=_("Endings in the months ahead"),
        rule=_(
            "Counted: restrictions that have not ended on %(day)s, by the month of their last day. Paler: the month "
            "is likely. Palest: the last day is known only as a range that touches the month; such a restriction "
            "counts in every month that it touches. Most of these days are calculated and may change."
        )
        % {"day": in_words(on)},
        summary=_(
            "In these %(months)s months %(sure)s restrictions known to this archive end in a known month and "
            "%(likely)s in a likely one. %(later)s end later, %(lasting)s have no end, and of %(open)s no last day can "
            "be named."
        )
        % {
            "months": AHEAD,
            "sure": grouped(sum(number.sure for number in numbers)),
            "likely": grouped(sum(number.likely for number in numbers)),
            "later": grouped(counts.later),
            "lasting": grouped(counts.lasting),
            "open": grouped(counts.open),
        },
        table=table(counts, groups, addresses),
        shape="columns",
        height=wide["foot"] + BOTTOM,
        drawing=wide,
        narrow=Narrow("columns", narrow["foot"] + BOTTOM, narrow),
    )


def table(counts: Endings, groups: Sequence[str], addresses: Mapping[date, str]) -> ChartTable:
    columns = [ChartColumn(group, word("groups", group), doubtful=True) for group in groups]
    rows = [
        ChartRow(
            f"{first:%Y-%m}",
            month_in_words(first),
            tuple(counts.numbers[group][place] for group in groups),
            addresses.get(first, ""),
        )
        for place, first in enumerate(counts.months)
    ]
    return ChartTable(ChartColumn("month", _("Month")), columns, rows)


def drawing(counts: Endings, groups: Sequence[str], canvas: Canvas) -> dict[str, Any]:
    """A column a month: what is sure from below by group, above it what is likely, then what is possible."""
    places = range(len(counts.months))
    most = max(sum(sum(counts.numbers[group][place]) for group in groups) for place in places)
    width = (canvas.right - LEFT) / len(counts.months)
    sure = [(group, word("groups", group), False) for group in groups]
    likely, doubtful = (
        [group for group in groups if any(getattr(number, part) for number in counts.numbers[group])] for part in PALER
    )
    paler = (
        *((group, _("likely"), True) for group in likely[:1]),
        *((group, _("possibly"), True) for group in doubtful[:1]),
    )
    keys = legend((*sure, *paler), canvas.width)
    foot, scale = TOP + below(keys) + HEIGHT, HEIGHT / top(most)
    return {
        "shapes": shapes(counts, groups, scale, width, foot),
        "legend": keys,
        "ticks": upward(most, foot, HEIGHT),
        "marks": year_marks(counts.months, width),
        "left": LEFT,
        "right": canvas.right,
        "top": foot - HEIGHT,
        "foot": foot,
    }


def shapes(counts: Endings, groups: Sequence[str], scale: float, width: float, foot: int) -> list[Shape]:
    """In each month the boxes stand on each other."""
    boxes: dict[tuple[str, str], list[str]] = defaultdict(list)
    for place in range(len(counts.months)):
        x, y = LEFT + width * place + GAP / 2, float(foot)
        for part, pale in (("sure", ""), *PALER.items()):
            for group in groups:
                if count := getattr(counts.numbers[group][place], part):
                    y -= scale * count
                    boxes[group, pale].append(box(x, y, width - GAP, scale * count))
    return [Shape(group, pale, "".join(of_look)) for (group, pale), of_look in boxes.items()]


def year_marks(months: Sequence[date], width: float) -> list[Tick]:
    """The years below their Januaries, and the first month's; it goes where the next would stand in it."""
    marks = [
        Tick(at(LEFT + width * place), str(first.year))
        for place, first in enumerate(months)
        if first.month == 1 or place == 0
    ]
    return marks[1:] if len(marks) > 1 and months[0].month > 10 else marks
