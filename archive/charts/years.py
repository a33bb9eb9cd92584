"""Cases by the year of the first verdict."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from archive.charts.chart import (
    NARROW,
    WIDE,
    Canvas,
    Chart,
    ChartColumn,
    ChartRow,
    ChartTable,
    Count,
    Narrow,
    counted_column,
    largest,
    not_recorded,
)
from archive.charts.facet_bars import Addresses
from archive.charts.scale import at, top, upward
from archive.charts.shares import Shares
from archive.index.selection import NOT_RECORDED

LEFT, FOOT, HEIGHT = 40, 172, 150
WIDEST = 48.0


def years_chart(shares: Shares, addresses: Addresses) -> Chart:
    """Columns from the first to the last year of a verdict, the empty ones among them."""
    counts = {int(year): share.cases for year, share in shares.of("year").items()}
    years = range(min(counts), max(counts) + 1) if counts else range(0)
    rows = [ChartRow(str(year), str(year), (Count(counts.get(year, 0)),), addresses(year=str(year))) for year in years]
    table = [*rows, *not_recorded("year", shares.without("year").cases, addresses(year=NOT_RECORDED))]
    return Chart(
        id="years",
        title=_("Cases by year of the verdict"),
        rule=_(
            "Counted: cases, by the year in which the first court decided. "
            "A verdict dated only as a range counts in every year that it may be of."
        ),
        summary=largest(table),
        table=ChartTable(ChartColumn("year", _("Year")), [counted_column("cases")], table),
        shape="years",
        height=200,
        drawing=drawing(rows, WIDE),
        narrow=Narrow("years", 200, drawing(rows, NARROW)),
    )


def drawing(rows: Sequence[ChartRow], canvas: Canvas) -> dict[str, Any]:
    """The columns with their scale; of many years, only some are written."""
    most = max((row.numbers[0].sure for row in rows), default=0)
    width = min(WIDEST, (canvas.right - LEFT) / max(1, len(rows)))
    scale, every = HEIGHT / top(most), max(1, -(-len(rows) // canvas.labels))
    boxes = [
        {
            "x": at(LEFT + width * place + 2),
            "y": at(FOOT - scale * row.numbers[0].sure),
            "height": at(scale * row.numbers[0].sure),
            "label": row.label if place % every == 0 else "",
            "middle": at(LEFT + width * (place + 0.5)),
        }
        for place, row in enumerate(rows)
    ]
    ticks = upward(most, FOOT, HEIGHT)
    return {"boxes": boxes, "width": at(width - 4), "ticks": ticks, "left": LEFT, "right": canvas.right, "foot": FOOT}
