"""Cases by article and by court, people by gender: a bar each, the longest first."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from django.utils.translation import gettext as _

from archive.charts.chart import Chart, ChartColumn, ChartRow, ChartTable, Count, counted_column, largest, not_recorded
from archive.charts.scale import at, shortened
from archive.charts.shares import Share, Shares
from archive.index.selection import NOT_RECORDED
from archive.wording.filter_values import Labels, word
from archive.wording.lengths import grouped

MOST_BARS = 15
LEFT, RIGHT, LINE, HEAD = 250, 660, 26, 6
Addresses = Callable[..., str]
"""The list of cases with other values of its filters, by name."""


@dataclass(frozen=True, slots=True)
class FacetBar:
    label: str
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
    return [*rows, *not_recorded(number(shares.without(facet)), addresses(**{facet: NOT_RECORDED}))]


def facet_chart(id_: str, title: str, rule: str, head: ChartColumn, rows: Sequence[ChartRow], counted: str) -> Chart:
    """The first rows as bars, all of them as a table."""
    most = max((row.numbers[0].sure for row in rows[:MOST_BARS]), default=0) or 1
    bars = []
    for place, row in enumerate(rows[:MOST_BARS]):
        width, y, count = (RIGHT - LEFT) * row.numbers[0].sure / most, HEAD + LINE * place, grouped(row.numbers[0].sure)
        bars.append(FacetBar(shortened(row.label, 36), at(width), y, y + 14, count, at(LEFT + width + 6)))
    return Chart(
        id=id_,
        title=title,
        rule=rule,
        summary=largest(rows),
        table=ChartTable(head, [counted_column(counted)], rows),
        shape="bars",
        height=HEAD + LINE * max(1, len(bars)) + (22 if len(rows) > MOST_BARS else 4),
        drawing={"bars": bars, "left": LEFT, "more": len(rows) - len(bars), "foot": HEAD + LINE * len(bars) + 14},
    )
