"""People under restriction over time: all of them, each under the heaviest, and for each kind by itself."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

import numpy as np
from django.utils.translation import gettext as _

from archive.charts.chart import Chart, Column, Number, Row, Table
from archive.charts.intervals import Lasting, Runs, binding, known_years, quarters, tallied
from archive.charts.scale import Tick, area, at, legend, top, upward
from archive.index.columns.states import CODES
from archive.wording.dates import day as in_words
from archive.wording.lengths import grouped
from archive.wording.localize import restriction_kind, short_name, word
from law.country import country

HEAVIEST_FIRST = ("custody", "control", "ban", "finance", "record", "other")
"""The order of the burden (design 4): a person under several counts once, under the first of these."""
DOUBT = "doubt"
BACK, AHEAD = 15, 10
"""Years shown at most before and after the chosen day."""
MAYBE, SURELY = 0, 1

LEFT, RIGHT, HEIGHT, TOP, BOTTOM = 40, 708, 240, 34, 24
ROW, NAMES = 44, 200


class Layer(NamedTuple):
    """One colour of the picture, before and after the chosen day."""

    look: str
    name: str
    past: str
    ahead: str


class Axis(NamedTuple):
    """Days across. ``days`` has one more than there are numbers: each holds until the next."""

    days: Sequence[date]
    left: float
    right: float

    def x(self, day: date) -> float:
        first, last = self.days[0], self.days[-1]
        return self.left + (self.right - self.left) * (day - first).days / (last - first).days

    def xs(self) -> list[float]:
        return [self.x(day) for day in self.days]

    def years(self) -> list[Tick]:
        first, last = self.days[0].year, self.days[-1].year
        every = max(1, -(-(last - first) // 10))
        shown = range(first, last + 1, every)
        return [Tick(at(self.x(date(year, 1, 1))), str(year)) for year in shown]


@dataclass(frozen=True, slots=True)
class OverTime:
    """Counts on ``days``: people by the heaviest group that surely binds them, and of whom it is not sure.

    ``kinds``: for each kind the people surely and possibly under it, of the same days.
    """

    days: Sequence[date]
    groups: Mapping[str, Sequence[int]]
    doubtful: Sequence[int]
    kinds: Mapping[str, Sequence[Number]]


def over_time(restrictions: Lasting, on: date) -> OverTime:
    """Counts people on the first day of each quarter. Whoever is under several is counted once."""
    days = _days(restrictions, on)
    bound = binding(restrictions, days)
    groups, doubtful = _by_group(restrictions, bound, len(days))
    return OverTime(days, groups, doubtful, _by_kind(restrictions, bound, len(days)))


def _days(restrictions: Lasting, on: date) -> list[date]:
    first, last = known_years(restrictions) or (on.year, on.year)
    return quarters(max(min(first, on.year), on.year - BACK), min(max(last, on.year), on.year + AHEAD))


def _by_group(restrictions: Lasting, bound: Runs, days: int) -> tuple[dict[str, list[int]], list[int]]:
    """People by the heaviest group that surely binds them; those whom none surely binds, but one may."""
    ranks = {group: SURELY + number for number, group in enumerate(reversed(HEAVIEST_FIRST))}
    rank_of_kind = np.array([ranks[restriction_kind(name).group] for name in restrictions.kinds] or [MAYBE])
    kinds_of = restrictions.periods["kind"][bound.place]
    rank = np.where(bound.state == CODES["in-force"], rank_of_kind[kinds_of], MAYBE)
    people, all_together = restrictions.person[bound.place], np.zeros(len(bound.place), int)
    shape = (1, SURELY + len(HEAVIEST_FIRST), days)
    counts = tallied(all_together, people, rank, bound.first, bound.last, shape)[0].tolist()
    return {group: counts[ranks[group]] for group in HEAVIEST_FIRST}, counts[MAYBE]


def _by_kind(restrictions: Lasting, bound: Runs, days: int) -> dict[str, list[Number]]:
    kind_of = restrictions.periods["kind"][bound.place]
    rank = np.where(bound.state == CODES["in-force"], SURELY, MAYBE)
    people, shape = restrictions.person[bound.place], (len(restrictions.kinds), SURELY + 1, days)
    counts = tallied(kind_of, people, rank, bound.first, bound.last, shape).tolist()
    seen = {restrictions.kinds[place]: counts[place] for place in np.unique(kind_of)}
    in_order = {name: seen[name] for name in country().kinds if name in seen}
    return {name: list(map(Number, counts[SURELY], counts[MAYBE])) for name, counts in in_order.items()}


def people_chart(counts: OverTime, on: date) -> Chart:
    """All people, stacked, each counted once."""
    stacked = [*((group, _group_name(group), counts.groups[group]) for group in HEAVIEST_FIRST)]
    stacked = [layer for layer in stacked if any(layer[2])]
    if any(counts.doubtful):
        stacked.append((DOUBT, _("not sure"), counts.doubtful))
    return Chart(
        id="over-time",
        title=_("People under restriction over time"),
        rule=_(
            "Counted: people, on the first day of each quarter. Whoever is under several restrictions counts once, "
            "under the heaviest that surely binds: custody, control, ban, money, record. “Not sure”: nothing surely "
            "binds on that day, but something may; what cannot be computed counts as possible from the first day "
            "known in its case. What lies after the chosen day is calculated and may change."
        ),
        summary=_summary(counts, on),
        table=_table(counts, stacked),
        shape="stack",
        height=TOP + HEIGHT + BOTTOM,
        drawing=_stack(counts, stacked, on),
    )


def _group_name(group: str) -> str:
    return word("groups", group)


def _summary(counts: OverTime, on: date) -> str:
    place = bisect_right(counts.days, on) - 1
    totals = [sum(counts.groups[group][number] for group in HEAVIEST_FIRST) for number in range(len(counts.days))]
    most = max(totals)
    return _(
        "On %(day)s %(count)s people known to this archive were under at least one restriction, and of %(doubtful)s "
        "more it is not sure. The highest number in the picture is %(most)s, first on %(peak)s."
    ) % {
        "day": in_words(counts.days[place]),
        "count": grouped(totals[place]),
        "doubtful": grouped(counts.doubtful[place]),
        "most": grouped(most),
        "peak": in_words(counts.days[totals.index(most)]),
    }


def _table(counts: OverTime, stacked: Sequence[tuple[str, str, Sequence[int]]]) -> Table:
    columns = [Column(key, name) for key, name, _numbers in stacked]
    rows = [
        Row(day.isoformat(), in_words(day), tuple(Number(numbers[place]) for _key, _name, numbers in stacked))
        for place, day in enumerate(counts.days)
    ]
    return Table(Column("day", _("Day")), columns, rows)


def _stack(counts: OverTime, stacked: Sequence[tuple[str, str, Sequence[int]]], on: date) -> dict[str, Any]:
    axis = Axis([*counts.days, date(counts.days[-1].year + 1, 1, 1)], LEFT, RIGHT)
    totals = [sum(numbers[place] for _key, _name, numbers in stacked) for place in range(len(counts.days))]
    foot, scale = TOP + HEIGHT, HEIGHT / top(max(totals))
    layers, below = [], [0] * len(counts.days)
    for key, name, numbers in stacked:
        above = [low + number for low, number in zip(below, numbers, strict=True)]
        lower, upper = [foot - scale * low for low in below], [foot - scale * high for high in above]
        layers.append(_layer(key, name, axis, lower, upper, on))
        below = above
    return {
        "layers": layers,
        "legend": legend((layer.look, layer.name, False) for layer in layers),
        "ticks": upward(max(totals), foot, HEIGHT),
        "years": axis.years(),
        "day": at(axis.x(min(max(on, axis.days[0]), axis.days[-1]))),
        "left": LEFT,
        "right": RIGHT,
        "top": TOP,
        "foot": foot,
    }


def _layer(
    look: str, name: str, axis: Axis, lower: Sequence[float], upper: Sequence[float], on: date, least: int = 1
) -> Layer:
    """The layer cut at the chosen day, so that what is calculated ahead looks paler."""
    xs, place = axis.xs(), min(max(bisect_right(axis.days, on) - 1, 0), len(lower) - 1)
    cut = min(max(axis.x(on), xs[0]), xs[-1])
    past = area([*xs[: place + 1], cut], lower[: place + 1], upper[: place + 1])
    ahead = area([cut, *xs[place + 1 :]], lower[place:], upper[place:])
    return Layer(look, name, past, ahead)


def kinds_chart(counts: OverTime, on: date) -> Chart:
    """Every kind by itself, all on one scale."""
    return Chart(
        id="by-kind",
        title=_("People under each kind of restriction"),
        rule=_(
            "Counted: people, on the first day of each quarter; whoever is under several kinds counts under each. "
            "Dark: surely in force. Pale on top: possibly, where a date is known only as a range or not at all."
        ),
        summary=_kinds_summary(counts, on),
        table=_kinds_table(counts),
        shape="multiples",
        height=max(1, len(counts.kinds)) * ROW + BOTTOM,
        drawing=_multiples(counts, on),
    )


def _now(counts: OverTime, on: date) -> list[tuple[str, Number]]:
    place = min(max(bisect_right(counts.days, on) - 1, 0), len(counts.days) - 1)
    return [(name, numbers[place]) for name, numbers in counts.kinds.items()]


def _kinds_summary(counts: OverTime, on: date) -> str:
    place = bisect_right(counts.days, on) - 1
    said = [
        _("%(kind)s: %(sure)s surely, %(possible)s more possibly")
        % {"kind": short_name(name), "sure": grouped(number.sure), "possible": grouped(number.possible)}
        for name, number in _now(counts, on)
        if any(number)
    ]
    return _("On %(day)s: %(counts)s.") % {
        "day": in_words(counts.days[place]),
        "counts": "; ".join(said) or _("nobody known to this archive"),
    }


def _kinds_table(counts: OverTime) -> Table:
    columns = [Column(name, short_name(name), doubtful=True) for name in counts.kinds]
    rows = [
        Row(day.isoformat(), in_words(day), tuple(numbers[place] for numbers in counts.kinds.values()))
        for place, day in enumerate(counts.days)
    ]
    return Table(Column("day", _("Day")), columns, rows)


def _multiples(counts: OverTime, on: date) -> dict[str, Any]:
    axis = Axis([*counts.days, date(counts.days[-1].year + 1, 1, 1)], NAMES, RIGHT - 40)
    most = max((sure + possible for numbers in counts.kinds.values() for sure, possible in numbers), default=1)
    now, scale = dict(_now(counts, on)), (ROW - 10) / max(1, most)
    rows = []
    for place, (name, numbers) in enumerate(counts.kinds.items()):
        foot = ROW * (place + 1) - 4
        sure = [foot - scale * number.sure for number in numbers]
        both = [foot - scale * (number.sure + number.possible) for number in numbers]
        group = restriction_kind(name).group
        rows.append(
            {
                "name": short_name(name),
                "foot": foot,
                "words": foot - 10,
                "sure": _layer(group, name, axis, [foot] * len(sure), sure, on),
                "possible": area(axis.xs(), sure, both),
                "now": now[name],
            }
        )
    foot = ROW * max(1, len(rows))
    day = at(axis.x(min(max(on, axis.days[0]), axis.days[-1])))
    return {"rows": rows, "years": axis.years(), "day": day, "left": NAMES, "right": RIGHT - 40, "foot": foot}
