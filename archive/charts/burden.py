"""What courts pronounced beside what it came to, part by part: how many cases have how many years of each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from archive.charts.chart import NARROW, WIDE, Canvas, Chart, ChartColumn, ChartRow, ChartTable, Count, Narrow
from archive.charts.scale import at, box
from archive.index.columns.binary import Array
from archive.index.columns.bitmaps import numbers
from archive.index.columns.selecting import Chosen
from archive.wording.lengths import grouped
from archive.wording.localize import word
from law.burden import HEAVIEST_FIRST

YEARS = (1, 2, 3, 5, 7, 10, 15)
"""Where one class ends and the next begins."""
A_YEAR = 365.2425
NONE, UNKNOWN = "none", "unknown"
CLASSES = (
    NONE,
    *(f"under-{YEARS[0]}", *(f"{a}-{b}" for a, b in pairwise(YEARS))),
    f"{YEARS[-1]}-plus",
)
PRONOUNCED = "pronounced"
LOOKS = {PRONOUNCED: "mute", "behind-bars": "custody", "home": "control", "banned": "ban", "record-or-list": "record"}
LEFT, ROW, BAR, HEAD, BOTTOM = 170, 74, 40, 6, 30
NARROW_ROW = 92
"""On a telephone the name stands above its row, not before it."""


@dataclass(frozen=True, slots=True)
class Distribution:
    """For the pronounced main penalty and each part of the burden, cases by class of length.

    ``unknown``: cases whose number of days cannot be said, or of which no length was pronounced.
    """

    cases: int
    numbers: Mapping[str, Sequence[Count]]
    unknown: Mapping[str, int]


def distribution(chosen: Chosen) -> Distribution:
    """Counts the cases of a selection."""
    rows = chosen.columns.burden_days[numbers(chosen.cases)]
    return distributed(rows)


def distributed(rows: Array) -> Distribution:
    """``rows``: for each case the days as ``archive.index.indexing.rows.burden_days`` has them."""
    bounds = {PRONOUNCED: (rows[:, 0], rows[:, 0])}
    for place, part in enumerate(HEAVIEST_FIRST):
        bounds[part] = rows[:, 2 * place + 1], rows[:, 2 * place + 2]
    numbers, unknown = {}, {}
    for name, (least, most) in bounds.items():
        can_be_said = least >= 0
        first, last = _classes(least[can_be_said]), _classes(most[can_be_said])
        numbers[name] = _numbers(first, last)
        unknown[name] = int(np.count_nonzero(~can_be_said))
    return Distribution(len(rows), numbers, unknown)


def _classes(days: Array) -> Array:
    """None, less than a year, and so on. A day less or more, as leap years have it, makes no other class."""
    return np.where(days < 1, 0, 1 + np.searchsorted(YEARS, (days + 1) / A_YEAR, "right"))


def _numbers(first: Array, last: Array) -> list[Count]:
    """For each class the cases that are surely in it, and those whose range touches it."""
    is_sure, size = first == last, len(CLASSES)
    sure = np.bincount(first[is_sure], minlength=size)
    edges = np.bincount(first[~is_sure], minlength=size + 1) - np.bincount(last[~is_sure] + 1, minlength=size + 1)
    return [Count(int(a), possible=int(b)) for a, b in zip(sure, np.cumsum(edges)[:size], strict=True)]


def burden_chart(counts: Distribution) -> Chart:
    long = len(CLASSES) - 3
    parts = [
        _("%(name)s: %(count)s of 7 years and more")
        % {"name": part_name(name), "count": grouped(sum(number.sure for number in counts.numbers[name][long:]))}
        for name in LOOKS
    ]
    summary = ngettext(
        "Of %(count)s case known to this archive — %(parts)s.",
        "Of %(count)s cases known to this archive — %(parts)s.",
        counts.cases,
    )
    return Chart(
        id="burden",
        title=_("What courts pronounced, and the time under restrictions"),
        rule=_(
            "Counted: cases. The first row is the main penalty as pronounced; the rows below are the parts of the time "
            "under restrictions by our calculation, each day counted once under the heaviest. Pale: known only as a "
            "range that touches the class; such a case counts in every class that it touches. Fines and confiscation "
            "do not count."
        ),
        summary=summary % {"count": grouped(counts.cases), "parts": "; ".join(parts)},
        table=ChartTable(
            ChartColumn("part", _("Part")),
            [
                *(ChartColumn(class_, class_name(class_), doubtful=True) for class_ in CLASSES),
                ChartColumn(UNKNOWN, _("not known")),
            ],
            [ChartRow(name, part_name(name), (*counts.numbers[name], Count(counts.unknown[name]))) for name in LOOKS],
        ),
        shape="burden",
        height=HEAD + ROW * len(LOOKS) + BOTTOM,
        drawing=drawing(counts, WIDE),
        narrow=Narrow("burden", HEAD + NARROW_ROW * len(LOOKS) + BOTTOM, drawing(counts, NARROW)),
    )


def part_name(name: str) -> str:
    return _("pronounced by the court") if name == PRONOUNCED else word("burden", name)


def class_name(class_: str) -> str:
    """“none”, “under 1 year”, “3 to 5 years”, “15 years and more”."""
    if class_ == NONE:
        return _("none")
    if class_.startswith("under-"):
        return _("under 1 year")
    if class_.endswith("-plus"):
        return _("%(least)s years and more") % {"least": class_.removesuffix("-plus")}
    least, most = class_.split("-")
    return _("%(least)s to under %(most)s years") % {"least": least, "most": most}


def drawing(counts: Distribution, canvas: Canvas) -> dict[str, Any]:
    """Columns in a row for each part; what is not known is the last of them."""
    short = {NONE: _("none"), CLASSES[1]: f"< {YEARS[0]}", CLASSES[-1]: f"{YEARS[-1]}+", UNKNOWN: _("not known")}
    if canvas.is_narrow:
        short |= {NONE: "0", UNKNOWN: "?"}
    columns, left, row = (*CLASSES, UNKNOWN), 4 if canvas.is_narrow else LEFT, NARROW_ROW if canvas.is_narrow else ROW
    width = (canvas.right - left) / len(columns)
    most = max((sum(number) for numbers in counts.numbers.values() for number in numbers), default=0)
    scale, rows = BAR / max(1, most, *counts.unknown.values()), []
    for place, (name, look) in enumerate(LOOKS.items()):
        foot = HEAD + row * (place + 1) - 16
        numbers = [*counts.numbers[name], Count(counts.unknown[name])]
        drawn = [(left + width * column, number) for column, number in enumerate(numbers) if any(number)]
        sure = [box(x + 3, foot - scale * n.sure, width - 6, scale * n.sure) for x, n in drawn if n.sure]
        pale = [box(x + 3, foot - scale * sum(n), width - 6, scale * n.possible) for x, n in drawn if n.possible]
        words = foot - BAR - 20 if canvas.is_narrow else foot - 14
        rows.append(
            {
                "name": part_name(name),
                "look": look,
                "foot": foot,
                "words": words,
                "sure": "".join(sure),
                "pale": "".join(pale),
                "columns": [column(number, x + width / 2, foot - scale * sum(number) - 4) for x, number in drawn],
            }
        )
    labels = [
        (at(left + width * (place + 0.5)), short.get(class_, class_.replace("-", "–")))
        for place, class_ in enumerate(columns)
    ]
    foot = HEAD + row * len(LOOKS) + 14
    return {
        "rows": rows,
        "labels": labels,
        "size": 10 if canvas.is_narrow else 12,
        "number_size": 9 if canvas.is_narrow else 11,
        "left": left,
        "right": canvas.right,
        "foot": foot,
    }


def column(number: Count, middle: float, y: float) -> dict[str, str]:
    """The number above a column: “4”, “4+2” where two more are possible, “+2” where only these are."""
    words = f"{number.sure or ''}+{number.possible}" if number.possible else str(number.sure)
    return {"middle": at(middle), "y": at(y), "words": words}
