"""Charts of what cases and people share: articles, regions, courts, years, gender."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from archive.charts.chart import Chart, Column, Number, Row, Table
from archive.charts.scale import Tick, at, shortened, top, upward
from archive.charts.shares import Share, Shares
from archive.wording.filter_values import Labels, word
from archive.wording.lengths import grouped
from law.country import country

MOST_BARS = 15
NOT_RECORDED = ""
Addresses = Callable[..., str]
"""The list of cases with other values of its filters, by name."""

LEFT, RIGHT, LINE, HEAD = 250, 660, 26, 6
TILE, TILE_GAP = 96, 4
TILE_HEIGHT = 60
SHADES = (0.1, 0.2, 0.3, 0.65, 0.85)


class Bar(NamedTuple):
    label: str
    width: str
    y: int
    words_y: int
    count: str
    count_x: str


class Tile(NamedTuple):
    name: str
    count: str
    x: int
    y: int
    shade: str
    dark: bool
    title: str


def articles_chart(found: Shares, addresses: Addresses, named: Labels) -> Chart:
    values = {value: share for value, share in found.of("article").items() if "." not in value}
    rows = _rows("article", _by_number(values, "cases"), found, addresses, named, "cases")
    return _bars(
        "articles",
        _("Cases by article"),
        _("Counted: cases, under every article of conviction; a case of several articles counts under each."),
        Column("article", _("Article")),
        rows,
        "cases",
    )


def courts_chart(found: Shares, addresses: Addresses, named: Labels) -> Chart:
    rows = _rows("court", _by_number(found.of("court"), "cases"), found, addresses, named, "cases")
    return _bars(
        "courts",
        _("Cases by court"),
        _("Counted: cases, under every court that decided in them at any instance."),
        Column("court", _("Court")),
        rows,
        "cases",
    )


def genders_chart(found: Shares, addresses: Addresses, named: Labels) -> Chart:
    rows = _rows("gender", _by_number(found.of("gender"), "people"), found, addresses, named, "people")
    return _bars(
        "genders",
        _("People by gender"),
        _("Counted: people, as the sources speak of them."),
        Column("gender", _("Gender")),
        rows,
        "people",
    )


def years_chart(found: Shares, addresses: Addresses) -> Chart:
    """Columns from the first to the last year of a verdict, the empty ones among them."""
    counts = {int(year): share.cases for year, share in found.of("year").items()}
    years = range(min(counts), max(counts) + 1) if counts else range(0)
    rows = [
        Row(str(year), str(year), (Number(counts.get(year, 0)),), addresses(year_from=str(year), year_to=str(year)))
        for year in years
    ]
    drawing = _year_columns(rows)
    rows += _not_recorded(found.without("year").cases)
    return Chart(
        id="years",
        title=_("Cases by year of the verdict"),
        rule=_(
            "Counted: cases, by the year in which the first court decided. "
            "A verdict dated only as a range counts in every year that it may be of."
        ),
        summary=_largest(rows),
        table=Table(Column("year", _("Year")), [_column("cases")], rows),
        shape="years",
        height=200,
        drawing=drawing,
    )


def regions_chart(found: Shares, addresses: Addresses, named: Labels) -> Chart:
    values = found.of("region")
    ordered = sorted(country().regions, key=lambda id_: (-values.get(id_, Share()).people, id_))
    rows = [
        Row(id_, word("region", id_, named), (Number(values.get(id_, Share()).people),), addresses(region=id_))
        for id_ in ordered
    ]
    rows += _not_recorded(found.without("region").people)
    return Chart(
        id="regions",
        title=_("People by region"),
        rule=_("Counted: people, by the region that the archive has recorded for them."),
        summary=_largest(rows),
        table=Table(Column("region", _("Region")), [_column("people")], rows),
        shape="tiles",
        height=5 * (TILE_HEIGHT + TILE_GAP) + 4,
        drawing=_tiles({row.key: row.numbers[0].sure for row in rows if row.key}),
    )


def _by_number(values: dict[str, Share], counted: str) -> list[tuple[str, int]]:
    numbers = [(value, getattr(share, counted)) for value, share in values.items()]
    return sorted(numbers, key=lambda pair: (-pair[1], pair[0]))


def _rows(
    facet: str, values: list[tuple[str, int]], found: Shares, addresses: Addresses, named: Labels, counted: str
) -> list[Row]:
    rows = [
        Row(value, word(facet, value, named), (Number(number),), addresses(**{facet: value}))
        for value, number in values
    ]
    return [*rows, *_not_recorded(getattr(found.without(facet), counted))]


def _not_recorded(number: int) -> list[Row]:
    return [Row(NOT_RECORDED, _("not recorded"), (Number(number),))] if number else []


def _column(counted: str) -> Column:
    return Column(counted, _("Cases") if counted == "cases" else _("People"))


def _largest(rows: Sequence[Row]) -> str:
    """The first three by number, in words."""
    found = sorted((row for row in rows if row.key and row.numbers[0].sure), key=lambda row: -row.numbers[0].sure)
    said = [f"{row.label}: {grouped(row.numbers[0].sure)}" for row in found[:3]]
    if not said:
        return _("Nothing known to this archive fits.")
    return _("Most known to this archive — %(counts)s.") % {"counts": "; ".join(said)}


def _bars(id_: str, title: str, rule: str, head: Column, rows: list[Row], counted: str) -> Chart:
    shown = rows[:MOST_BARS]
    most = max((row.numbers[0].sure for row in shown), default=0) or 1
    bars = [_bar(row, place, most) for place, row in enumerate(shown)]
    return Chart(
        id=id_,
        title=title,
        rule=rule,
        summary=_largest(rows),
        table=Table(head, [_column(counted)], rows),
        shape="bars",
        height=HEAD + LINE * max(1, len(bars)) + (22 if len(rows) > MOST_BARS else 4),
        drawing={"bars": bars, "left": LEFT, "more": len(rows) - len(bars), "foot": HEAD + LINE * len(bars) + 14},
    )


def _bar(row: Row, place: int, most: int) -> Bar:
    width = (RIGHT - LEFT) * row.numbers[0].sure / most
    y = HEAD + LINE * place
    return Bar(shortened(row.label, 36), at(width), y, y + 14, grouped(row.numbers[0].sure), at(LEFT + width + 6))


def _year_columns(rows: Sequence[Row]) -> dict[str, Any]:
    left, right, foot, height = 40, 708, 172, 150
    most = max((row.numbers[0].sure for row in rows), default=0)
    width = min(48.0, (right - left) / max(1, len(rows)))
    scale, every = height / top(most), max(1, -(-len(rows) // 14))
    boxes = [
        {
            "x": at(left + width * place + 2),
            "y": at(foot - scale * row.numbers[0].sure),
            "height": at(scale * row.numbers[0].sure),
            "label": row.label if place % every == 0 else "",
            "middle": at(left + width * (place + 0.5)),
        }
        for place, row in enumerate(rows)
    ]
    ticks: list[Tick] = upward(most, foot, height)
    return {"boxes": boxes, "width": at(width - 4), "ticks": ticks, "left": left, "right": right, "foot": foot}


def _tiles(counts: dict[str, int]) -> list[Tile]:
    most, language = max(counts.values(), default=0), get_language() or "en"
    return [_tile(id_, counts.get(id_, 0), most, language) for id_ in country().regions]


def _tile(id_: str, count: int, most: int, language: str) -> Tile:
    region = country().regions[id_]
    shade = 0.0 if not count else SHADES[min(len(SHADES) - 1, (count * len(SHADES) - 1) // most)]
    return Tile(
        name=region.short.get(language),
        count=grouped(count),
        x=10 + region.col * (TILE + TILE_GAP),
        y=region.row * (TILE_HEIGHT + TILE_GAP),
        shade=f"{shade:.2f}",
        dark=shade > 0.5,
        title=f"{region.names.get(language)}: {grouped(count)}",
    )
