"""People by region: a tile each, about where the region lies; on a telephone, where no name fits a tile, a bar each."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from archive.charts.chart import (
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
from archive.charts.facet_bars import Addresses, narrow_bars
from archive.charts.shares import Share, Shares
from archive.index.selection import NOT_RECORDED
from archive.wording.filter_values import Labels, word
from archive.wording.lengths import grouped
from law.country import country
from records.languages import active_language

TILE, TILE_GAP = 96, 4
TILE_HEIGHT = 60
SHADES = (0.1, 0.2, 0.3, 0.65, 0.85)


@dataclass(frozen=True, slots=True)
class Tile:
    name: str
    count: str
    x: int
    y: int
    shade: str
    dark: bool
    title: str


def regions_chart(shares: Shares, addresses: Addresses, labels: Labels) -> Chart:
    """Every region, also those of which nobody is known."""
    people = {id_: shares.of("region").get(id_, Share()).people for id_ in country().regions}
    rows = [
        ChartRow(id_, word("region", id_, labels), (Count(number),), addresses(region=id_))
        for id_, number in most_first(people)
    ]
    rows += not_recorded("region", shares.without("region").people, addresses(region=NOT_RECORDED))
    return Chart(
        id="regions",
        title=_("People by region"),
        rule=_("Counted: people, by the region that the archive has recorded for them."),
        summary=largest(rows),
        table=ChartTable(ChartColumn("region", _("Region")), [counted_column("people")], rows),
        shape="tiles",
        height=5 * (TILE_HEIGHT + TILE_GAP) + 4,
        drawing=[tile(id_, number, max(people.values())) for id_, number in people.items()],
        narrow=region_bars(people),
    )


def region_bars(people: Mapping[str, int]) -> Narrow:
    """A bar for every region of which somebody is known."""
    names = {id_: region.names.get(active_language()) for id_, region in country().regions.items()}
    return narrow_bars([ChartRow(id_, names[id_], (Count(number),)) for id_, number in most_first(people) if number])


def most_first(people: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(people.items(), key=lambda pair: (-pair[1], pair[0]))


def tile(id_: str, count: int, most: int) -> Tile:
    """One region; the more people, the darker."""
    region, language = country().regions[id_], active_language()
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
