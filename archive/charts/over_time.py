"""People under restriction over time: all of them, each under the heaviest, and for each kind by itself."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

import numpy as np
from django.utils.translation import gettext as _

from archive.charts.chart import NARROW, WIDE, Canvas, Chart, ChartColumn, ChartRow, ChartTable, Count, Narrow
from archive.charts.intervals import Lasting, Runs, binding, known_years, quarters, tallied
from archive.charts.scale import Tick, area, at, below, legend, top, upward
from archive.index.columns.binary import Array
from archive.index.columns.states import CODES
from archive.wording.certainty import SURENESS, certainties
from archive.wording.dates import day as in_words
from archive.wording.lengths import grouped
from archive.wording.localize import restriction_kind, short_name, word
from law.country import country

HEAVIEST_FIRST = ("custody", "control", "ban", "finance", "record", "other")
"""The order of the burden (design 4): a person under several counts once, under the first of these."""
PROBABLE, DOUBT, UNKNOWN = "likely", "doubt", "unknown"
BACK, AHEAD = 15, 10
"""Years shown at most before and after the chosen day."""
NOT_KNOWN, MAYBE, LIKELY, SURELY = range(4)

LEFT, HEIGHT, TOP, BOTTOM = 40, 240, 34, 24
ROW, NAMES, NUMBERS = 44, 200, 40
NARROW_ROW, HALF_A_YEAR = 54, 16
"""On a telephone the name stands above its row, not before it."""


class Layer(NamedTuple):
    """One colour of the picture, before and after the chosen day."""

    look: str
    name: str
    past: str
    ahead: str


class QuarterAxis(NamedTuple):
    """Days across. ``days`` has one more than there are numbers: each holds until the next."""

    days: Sequence[date]
    left: float
    right: float

    @classmethod
    def of(cls, counts: "OverTime", left: float, right: float) -> "QuarterAxis":
        """The days of the counts, and the end of the last one's year."""
        return cls([*counts.days, date(counts.days[-1].year + 1, 1, 1)], left, right)

    def x(self, day: date) -> float:
        first, last = self.days[0], self.days[-1]
        return self.left + (self.right - self.left) * (day - first).days / (last - first).days

    def inside(self, day: date) -> float:
        """Where the day lies, or the edge that is nearest to it."""
        return self.x(min(max(day, self.days[0]), self.days[-1]))

    def xs(self) -> list[float]:
        return [self.x(day) for day in self.days]

    def years(self, labels: int) -> list[Tick]:
        first, last = self.days[0].year, self.days[-1].year
        every = max(1, -(-(last - first) // labels))
        return [Tick(at(self.x(date(year, 1, 1))), str(year)) for year in range(first, last + 1, every)]

    def layer(self, look: str, name: str, lower: Sequence[float], upper: Sequence[float], on: date) -> Layer:
        """A layer cut at the chosen day, so that what is calculated ahead looks paler."""
        xs, place = self.xs(), min(max(bisect_right(self.days, on) - 1, 0), len(lower) - 1)
        cut = min(max(self.x(on), xs[0]), xs[-1])
        past = area([*xs[: place + 1], cut], lower[: place + 1], upper[: place + 1])
        ahead = area([cut, *xs[place + 1 :]], lower[place:], upper[place:])
        return Layer(look, name, past, ahead)


@dataclass(frozen=True, slots=True)
class OverTime:
    """Counts on ``days``: people by the heaviest group that surely binds them, then those whom something likely or
    possibly binds, and of whom it is not known.

    ``kinds``: for each kind the people surely, likely and possibly under it or not known, of the same days.
    """

    days: Sequence[date]
    groups: Mapping[str, Sequence[int]]
    likely: Sequence[int]
    doubtful: Sequence[int]
    unknown: Sequence[int]
    kinds: Mapping[str, Sequence[Count]]


def over_time(restrictions: Lasting, on: date) -> OverTime:
    """Counts people on the first day of each quarter. Whoever is under several is counted once."""
    first, last = known_years(restrictions) or (on.year, on.year)
    days = quarters(max(min(first, on.year), on.year - BACK), min(max(last, on.year), on.year + AHEAD))
    bound = binding(restrictions, days)
    groups, unsure = _by_group(restrictions, bound, len(days))
    likely, doubtful, unknown = unsure
    return OverTime(days, groups, likely, doubtful, unknown, _by_kind(restrictions, bound, len(days)))


def _by_group(restrictions: Lasting, bound: Runs, days: int) -> tuple[dict[str, list[int]], list[list[int]]]:
    """People by the heaviest group that surely binds them; of all others whom one likely does, whom one may, and of
    whom it is not known."""
    ranks = {group: SURELY + number for number, group in enumerate(reversed(HEAVIEST_FIRST))}
    rank_of_kind = np.array([ranks[restriction_kind(name).group] for name in restrictions.kinds] or [MAYBE])
    kinds_of = restrictions.periods["kind"][bound.place]
    rank = np.where(bound.state == CODES["in-force"], rank_of_kind[kinds_of], _unsure(bound))
    people, all_together = restrictions.person[bound.place], np.zeros(len(bound.place), int)
    shape = (1, SURELY + len(HEAVIEST_FIRST), days)
    counts = tallied(all_together, people, rank, bound.first, bound.last, shape)[0].tolist()
    return {group: counts[ranks[group]] for group in HEAVIEST_FIRST}, counts[SURELY - 1 :: -1]


def _unsure(bound: Runs) -> Array:
    """The rank of what is not surely in force."""
    is_likely, may_be = (bound.state == CODES[state] for state in ("likely-in-force", "possible"))
    return np.where(is_likely, LIKELY, np.where(may_be, MAYBE, NOT_KNOWN))


def _by_kind(restrictions: Lasting, bound: Runs, days: int) -> dict[str, list[Count]]:
    kind_of = restrictions.periods["kind"][bound.place]
    rank = np.where(bound.state == CODES["in-force"], SURELY, _unsure(bound))
    people, shape = restrictions.person[bound.place], (len(restrictions.kinds), SURELY + 1, days)
    counts = tallied(kind_of, people, rank, bound.first, bound.last, shape).tolist()
    seen = {restrictions.kinds[place]: counts[place] for place in np.unique(kind_of)}
    in_order = {name: seen[name] for name in country().kinds if name in seen}
    return {name: list(map(Count, *reversed(counts))) for name, counts in in_order.items()}


def people_chart(counts: OverTime, on: date) -> Chart:
    """All people, stacked, each counted once."""
    stacked = [(group, word("groups", group), counts.groups[group]) for group in HEAVIEST_FIRST]
    stacked = [layer for layer in stacked if any(layer[2])]
    if any(counts.likely):
        stacked.append((PROBABLE, _("likely"), counts.likely))
    if any(counts.doubtful):
        stacked.append((DOUBT, _("possibly"), counts.doubtful))
    if any(counts.unknown):
        stacked.append((UNKNOWN, _("not known"), counts.unknown))
    wide, narrow = (people_drawing(counts, stacked, on, canvas) for canvas in (WIDE, NARROW))
    return Chart(
        id="over-time",
        title=_("People under restriction over time"),
        rule=_(
            "Counted: people, on the first day of each quarter. A person under several restrictions is counted once, "
            "under the heaviest that surely binds: custody, control, ban, money, record. “Likely”: nothing surely "
            "binds on that day, but something likely does, if an appeal changed nothing. “Possibly”: something may. "
            "“Not known”: what cannot be computed, from the first day known in its case. What lies after the "
            "chosen day is calculated and may change."
        ),
        summary=people_summary(counts, on),
        table=ChartTable(
            ChartColumn("day", _("Day")),
            [ChartColumn(key, name) for key, name, _numbers in stacked],
            [
                ChartRow(
                    day.isoformat(), in_words(day), tuple(Count(numbers[place]) for _key, _name, numbers in stacked)
                )
                for place, day in enumerate(counts.days)
            ],
        ),
        shape="stack",
        height=wide["foot"] + BOTTOM,
        drawing=wide,
        narrow=Narrow("stack", narrow["foot"] + BOTTOM, narrow),
    )


def people_summary(counts: OverTime, on: date) -> str:
    place = bisect_right(counts.days, on) - 1
    totals = [sum(counts.groups[group][number] for group in HEAVIEST_FIRST) for number in range(len(counts.days))]
    most = max(totals)
    return _(
        "On %(day)s %(count)s people known to this archive were certainly under at least one restriction, %(likely)s "
        "more likely, %(doubtful)s more possibly, and of %(unknown)s more it is not known. The highest certain number "
        "in the chart is %(most)s, first on %(peak)s."
    ) % {
        "day": in_words(counts.days[place]),
        "count": grouped(totals[place]),
        "likely": grouped(counts.likely[place]),
        "doubtful": grouped(counts.doubtful[place]),
        "unknown": grouped(counts.unknown[place]),
        "most": grouped(most),
        "peak": in_words(counts.days[totals.index(most)]),
    }


def people_drawing(
    counts: OverTime, stacked: Sequence[tuple[str, str, Sequence[int]]], on: date, canvas: Canvas
) -> dict[str, Any]:
    axis = QuarterAxis.of(counts, LEFT, canvas.right)
    keys = legend(((key, name, False) for key, name, _numbers in stacked), canvas.width)
    totals = [sum(numbers[place] for _key, _name, numbers in stacked) for place in range(len(counts.days))]
    begins = TOP + below(keys)
    foot, scale = begins + HEIGHT, HEIGHT / top(max(totals))
    layers, floor = [], [0] * len(counts.days)
    for key, name, numbers in stacked:
        ceiling = [low + number for low, number in zip(floor, numbers, strict=True)]
        lower, upper = [foot - scale * low for low in floor], [foot - scale * high for high in ceiling]
        layers.append(axis.layer(key, name, lower, upper, on))
        floor = ceiling
    return {
        "layers": layers,
        "legend": keys,
        "ticks": upward(max(totals), foot, HEIGHT),
        "years": axis.years(canvas.labels),
        "day": at(axis.inside(on)),
        "left": LEFT,
        "right": canvas.right,
        "top": begins,
        "foot": foot,
    }


def kinds_chart(counts: OverTime, on: date) -> Chart:
    """Every kind by itself, all on one scale."""
    return Chart(
        id="by-kind",
        title=_("People under each kind of restriction"),
        rule=_(
            "Counted: people, on the first day of each quarter; whoever is under several kinds counts under each. "
            "Dark: surely in force. Paler: likely, if an appeal changed nothing. Palest: possibly, or not known: "
            "the table has them apart."
        ),
        summary=kinds_summary(counts, on),
        table=ChartTable(
            ChartColumn("day", _("Day")),
            [ChartColumn(name, short_name(name), doubtful=True) for name in counts.kinds],
            [
                ChartRow(day.isoformat(), in_words(day), tuple(numbers[place] for numbers in counts.kinds.values()))
                for place, day in enumerate(counts.days)
            ],
        ),
        shape="multiples",
        height=max(1, len(counts.kinds)) * ROW + BOTTOM,
        drawing=kinds_drawing(counts, on, WIDE),
        narrow=Narrow("multiples", max(1, len(counts.kinds)) * NARROW_ROW + BOTTOM, kinds_drawing(counts, on, NARROW)),
    )


def now(counts: OverTime, on: date) -> dict[str, Count]:
    """The number of each kind on the last of the days that is not after the chosen one."""
    place = min(max(bisect_right(counts.days, on) - 1, 0), len(counts.days) - 1)
    return {name: numbers[place] for name, numbers in counts.kinds.items()}


def kinds_summary(counts: OverTime, on: date) -> str:
    place = bisect_right(counts.days, on) - 1
    kinds = []
    for name, number in now(counts, on).items():
        if known := {surety: count for surety, count in zip(SURENESS, number, strict=True) if count}:
            kinds.append(f"{short_name(name)}: {certainties(known)}")
    return _("On %(day)s: %(counts)s.") % {
        "day": in_words(counts.days[place]),
        "counts": "; ".join(kinds) or _("nobody known to this archive"),
    }


def kinds_drawing(counts: OverTime, on: date, canvas: Canvas) -> dict[str, Any]:
    left, right, row = (
        HALF_A_YEAR if canvas.is_narrow else NAMES,
        canvas.right - NUMBERS,
        NARROW_ROW if canvas.is_narrow else ROW,
    )
    axis = QuarterAxis.of(counts, left, right)
    most = max((sum(number) for numbers in counts.kinds.values() for number in numbers), default=1)
    numbers_now, scale = now(counts, on), (ROW - 10) / max(1, most)
    rows = []
    for place, (name, numbers) in enumerate(counts.kinds.items()):
        foot = row * (place + 1) - 4
        sure = [foot - scale * number.sure for number in numbers]
        likely = [foot - scale * (number.sure + number.likely) for number in numbers]
        most_of_all = [foot - scale * sum(number) for number in numbers]
        rows.append(
            {
                "name": short_name(name),
                "foot": foot,
                "name_y": foot - 38 if canvas.is_narrow else foot - 10,
                "words": foot - 10,
                "sure": axis.layer(restriction_kind(name).group, name, [foot] * len(sure), sure, on),
                "likely": area(axis.xs(), sure, likely),
                "possible": area(axis.xs(), likely, most_of_all),
                "now": numbers_now[name],
                "unsure": sum(numbers_now[name][1:]),
            }
        )
    foot, day, years = row * max(1, len(rows)), at(axis.inside(on)), axis.years(canvas.labels)
    return {"rows": rows, "years": years, "day": day, "left": left, "right": right, "foot": foot}
