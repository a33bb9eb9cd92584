"""All charts of a selection, made from the index in memory."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse

from archive.charts.burden import burden_chart, distribution
from archive.charts.chart import Chart
from archive.charts.endings import Endings, endings, endings_chart
from archive.charts.facet_bars import articles_chart, courts_chart, genders_chart
from archive.charts.intervals import lasting, months
from archive.charts.over_time import kinds_chart, over_time, people_chart
from archive.charts.question import Asked
from archive.charts.regions import regions_chart
from archive.charts.shares import Shares, shares
from archive.charts.years import years_chart
from archive.index.filters.address import Address

CHARTS = ("over-time", "by-kind", "endings", "burden", "articles", "regions", "courts", "years", "genders")


@dataclass(frozen=True, slots=True)
class Statistics:
    """The charts by id, in the order of the page, and what they were made from."""

    shares: Shares
    charts: Mapping[str, Chart]


def statistics(asked: Asked) -> Statistics:
    """Every chart of what was asked, which has no problems."""
    chosen, on = asked.chosen, asked.chosen.selection.on
    restrictions, counted, named = lasting(chosen), shares(chosen), chosen.columns.courts
    over, ahead = over_time(restrictions, on), endings(restrictions, on)
    charts = [
        people_chart(over, on),
        kinds_chart(over, on),
        endings_chart(ahead, on, _months(asked, ahead)),
        burden_chart(distribution(chosen)),
        articles_chart(counted, asked.list_address, named),
        regions_chart(counted, asked.list_address, named),
        courts_chart(counted, asked.list_address, named),
        years_chart(counted, asked.list_address),
        genders_chart(counted, asked.list_address, named),
    ]
    return Statistics(counted, {chart.id: chart for chart in charts})


def _months(asked: Asked, ahead: Endings) -> dict[date, str]:
    """The calendar of each month."""
    calendar, found = Address(reverse("archive:calendar"), asked.of_filters()), {}
    for first in ahead.months:
        last = months(first, 2)[1] - timedelta(1)
        found[first] = calendar.having(ends_from=first.isoformat(), ends_until=last.isoformat(), ends_within=None)
    return found
