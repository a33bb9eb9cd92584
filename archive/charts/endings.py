"""Endings per month ahead, by group: those whose month is known, and those that may fall into a month."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from django.utils.translation import gettext as _

from archive.charts.chart import Chart, ChartColumn, ChartRow, ChartTable, Count
from archive.charts.intervals import Lasting, months
from archive.charts.over_time import HEAVIEST_FIRST
from archive.charts.scale import Tick, at, legend, top, upward
from archive.index.columns.binary import Array
from archive.index.columns.loading import MOST
from archive.wording.dates import day as in_words
from archive.wording.dates import month as month_in_words
from archive.wording.lengths import grouped
from archive.wording.localize import restriction_kind, word

AHEAD = 36
"""Months shown."""
LEFT, RIGHT, HEIGHT, TOP, BOTTOM, GAP = 40, 708, 180, 34, 24, 2


@dataclass(frozen=True, slots=True)
class Endings:
    """``numbers``: by group, one for each of ``months``.

    ``later``: ends that surely lie after the last month; ``open``: neither end nor month can be said, because the
    latest day is not known; ``lasting``: without an end.
    """

    months: Sequence[date]
    numbers: Mapping[str, Sequence[Count]]
    later: int
    open: int
    lasting: int


def endings(restrictions: Lasting, on: date) -> Endings:
    """Counts what has not ended on the day, by the month of its end."""
    shown, today = months(on, AHEAD), on.toordinal()
    ends, ended_by = restrictions.periods["ends_earliest"], restrictions.periods["ends_latest"]
    is_open, goes_on = restrictions.periods["open_ended"], ended_by > today
    dated = goes_on & ~is_open & (ended_by != MOST)
    starts = [day.toordinal() for day in months(on, AHEAD + 1)]
    first, last = (
        np.searchsorted(starts, days[dated], "right") - 1 for days in (np.maximum(ends, today + 1), ended_by)
    )
    group_of_kind = [HEAVIEST_FIRST.index(restriction_kind(name).group) for name in restrictions.kinds]
    groups = np.array(group_of_kind or [0])[restrictions.periods["kind"]][dated]
    numbers = {
        group: _numbers(first[groups == place], last[groups == place]) for place, group in enumerate(HEAVIEST_FIRST)
    }
    return Endings(
        months=shown,
        numbers=numbers,
        later=int(np.count_nonzero(first >= AHEAD)),
        open=int(np.count_nonzero(goes_on & ~is_open & (ended_by == MOST))),
        lasting=int(np.count_nonzero(goes_on & is_open)),
    )


def _numbers(first: Array, last: Array) -> list[Count]:
    """For each month those that surely end in it, and those whose range touches it."""
    is_sure, shown = first == last, first < AHEAD
    sure = np.bincount(first[is_sure & shown], minlength=AHEAD)
    ranges = ~is_sure & shown
    edges = np.bincount(first[ranges], minlength=AHEAD + 1)
    edges -= np.bincount(np.minimum(last[ranges] + 1, AHEAD), minlength=AHEAD + 1)
    return [Count(int(a), int(b)) for a, b in zip(sure, np.cumsum(edges)[:AHEAD], strict=True)]


def endings_chart(counts: Endings, on: date, addresses: Mapping[date, str]) -> Chart:
    """The months ahead. ``addresses``: the calendar by month."""
    groups = [group for group in HEAVIEST_FIRST if any(any(number) for number in counts.numbers[group])]
    sure = sum(number.sure for numbers in counts.numbers.values() for number in numbers)
    return Chart(
        id="endings",
        title=_("Endings in the months ahead"),
        rule=_(
            "Counted: restrictions that have not ended on %(day)s, by the month of the first day without them. "
            "Pale: the end is known only as a range that touches the month; such a restriction counts in every month "
            "that it touches. Most ends are calculated and may change."
        )
        % {"day": in_words(on)},
        summary=_(
            "Of %(months)s months, %(sure)s restrictions known to this archive end in one that is known. %(later)s end "
            "later, %(lasting)s have no end, and of %(open)s the latest day is not known."
        )
        % {
            "months": AHEAD,
            "sure": grouped(sure),
            "later": grouped(counts.later),
            "lasting": grouped(counts.lasting),
            "open": grouped(counts.open),
        },
        table=table(counts, groups, addresses),
        shape="columns",
        height=TOP + HEIGHT + BOTTOM,
        drawing=drawing(counts, groups),
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


def drawing(counts: Endings, groups: Sequence[str]) -> dict[str, Any]:
    """A column a month: what is sure from below by group, above it what is possible."""
    places = range(len(counts.months))
    most = max(sum(sum(counts.numbers[group][place]) for group in groups) for place in places)
    foot, width = TOP + HEIGHT, (RIGHT - LEFT) / len(counts.months)
    keys = [(group, word("groups", group), False) for group in groups]
    doubtful = [group for group in groups if any(number.possible for number in counts.numbers[group])]
    return {
        "boxes": [box for place in places for box in boxes(counts, groups, place, HEIGHT / top(most), width)],
        "width": at(width - GAP),
        "legend": legend([*keys, *((group, _("possibly"), True) for group in doubtful[:1])]),
        "ticks": upward(most, foot, HEIGHT),
        "marks": year_marks(counts.months, width),
        "left": LEFT,
        "right": RIGHT,
        "top": TOP,
        "foot": foot,
    }


def boxes(
    counts: Endings, groups: Sequence[str], place: int, scale: float, width: float
) -> Iterator[dict[str, str | int]]:
    """The boxes of one month, each on the one before."""
    x, y = at(LEFT + width * place + GAP / 2), float(TOP + HEIGHT)
    for pale in ("", "pale"):
        for group in groups:
            number = counts.numbers[group][place]
            count = number.possible if pale else number.sure
            y -= scale * count
            if count:
                yield {"look": group, "pale": pale, "x": x, "y": at(y), "height": at(scale * count), "count": count}


def year_marks(months: Sequence[date], width: float) -> list[Tick]:
    """The years below their Januaries, and the first month's; it goes where the next would stand in it."""
    marks = [
        Tick(at(LEFT + width * place), str(first.year))
        for place, first in enumerate(months)
        if first.month == 1 or place == 0
    ]
    return marks[1:] if len(marks) > 1 and months[0].month > 10 else marks
