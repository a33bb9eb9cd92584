"""Cases by article and by court, people by gender: a bar each, the longest first."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from django.utils.translation import gettext as _

from archive.charts.chart import (
    NARROW,
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
from archive.charts.scale import at, shortened
from archive.charts.shares import Share, Shares
from archive.index.selection import NOT_RECORDED
from archive.wording.filter_values import Labels, word
from archive.wording.lengths import grouped

MOST_BARS = 15
LEFT, RIGHT, LINE, HEAD = 250, 660, 26, 6
NARROW_LINE, NUMBERS = 42, 40
"""On a telephone the label stands above its bar, which leaves room for its number."""
Addresses = Callable[..., str]
"""The list of cases with other values of its filters, by name."""


@dataclass(frozen=True, slots=True)
class FacetBar:
    label: str
    label_y: int
    width: str
    y: int
    words_y: int
    count: str
    count_x: str


def articles_chart(shares: Shares, addresses: Addresses, labels: Labels) -> Chart:
    articles = {value: share for value, share in shares.of("article").items() if "." not in value.removeprefix("KZ-")}
    return facet_chart(
        "articles",
        _("Cases by article"),
        _("Counted: cases, under every article of conviction; a case of several articles counts under each."),
        ChartColumn("article", _("Article")),
        facet_rows("article", articles, "cases", shares, addresses, labels),
        "cases",
    )


def courts_chart(shares: Shares, addresses: Addresses, labels: Labels) -> Chart:
    return facet_chart(
        "courts",
        _("Cases by court"),
        _("Counted: cases, under every court that decided in them at any instance."),
        ChartColumn("court", _("Court")),
        facet_rows("court", shares.of("court"), "cases", shares, addresses, labels),
        "cases",
    )


def genders_chart(shares: Shares, addresses: Addresses, labels: Labels) -> Chart:
    return facet_chart(
        "genders",
        _("People by gender"),
        _("Counted: people, as the sources speak of them."),
        ChartColumn("gender", _("Gender")),
        facet_rows("gender", shares.of("gender"), "people", shares, addresses, labels),
        "people",
    )


def facet_rows(
    facet: str, values: Mapping[str, Share], counted: str, shares: Shares, addresses: Addresses, labels: Labels
) -> list[ChartRow]:
    """A row for each value of a facet, by the number of ``cases`` or ``people``; then what is not recorded."""
    number = attrgetter(counted)
    rows = [
        ChartRow(value, word(facet, value, labels), (Count(number(share)),), addresses(**{facet: value}))
        for value, share in sorted(values.items(), key=lambda pair: (-number(pair[1]), pair[0]))
    ]
    return [*rows, *not_recorded(facet, number(shares.without(facet)), addresses(**{facet: NOT_RECORDED}))]


def facet_chart(id_: str, title: str, rule: str, head: ChartColumn, rows: Sequence[ChartRow], counted: str) -> Chart:
    """The first rows as bars, all of them as a table."""
    return Chart(
        id=id_,
        title=title,
        rule=rule,
        summary=largest(rows),
        table=ChartTable(head, [counted_column(counted)], rows),
        shape="bars",
        height=height_of(rows, LINE),
        drawing={
            "bars": bars_of(rows, LEFT, RIGHT - LEFT, LINE, 36),
            "left": LEFT,
            "label_x": LEFT - 8,
            "anchor": "end",
            "more": len(rows) - MOST_BARS,
            "foot": HEAD + LINE * len(rows[:MOST_BARS]) + 14,
        },
        narrow=narrow_bars(rows),
    )


def narrow_bars(rows: Sequence[ChartRow]) -> Narrow:
    """The same bars for a telephone."""
    drawing = {
        "bars": bars_of(rows, 0, NARROW.width - NUMBERS, NARROW_LINE, 42),
        "left": 0,
        "label_x": 0,
        "anchor": "start",
        "more": len(rows) - MOST_BARS,
        "foot": HEAD + NARROW_LINE * len(rows[:MOST_BARS]) + 14,
    }
    return Narrow("bars", height_of(rows, NARROW_LINE), drawing)


def height_of(rows: Sequence[ChartRow], line: int) -> int:
    return HEAD + line * max(1, len(rows[:MOST_BARS])) + (22 if len(rows) > MOST_BARS else 4)


def bars_of(rows: Sequence[ChartRow], left: int, longest: int, line: int, letters: int) -> list[FacetBar]:
    """A bar for each of the first rows, at most ``longest`` units long."""
    most = max((row.numbers[0].sure for row in rows[:MOST_BARS]), default=0) or 1
    bars = []
    for place, row in enumerate(rows[:MOST_BARS]):
        number = row.numbers[0].sure
        width, y = longest * number / most, HEAD + line * place + line - LINE
        label_y = y - 4 if line > LINE else y + 14
        label, count_x = shortened(row.label, letters), at(left + width + 6)
        bars.append(FacetBar(label, label_y, at(width), y, y + 14, grouped(number), count_x))
    return bars
