"""All charts of a selection, made from the index in memory."""

from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from archive.charts.burden import burden_chart, distribution
from archive.charts.chart import Chart
from archive.charts.endings import endings, endings_chart
from archive.charts.facet_bars import articles_chart, courts_chart, genders_chart
from archive.charts.intervals import lasting
from archive.charts.over_time import kinds_chart, over_time, people_chart
from archive.charts.query import FiguresQuery
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


def statistics(query: FiguresQuery) -> Statistics:
    """Every chart of a query that has no problems."""
    chosen, on, addresses = query.chosen, query.chosen.selection.on, query.list_address
    restrictions, counted, courts = lasting(chosen), shares(chosen), chosen.columns.courts
    over, ahead = over_time(restrictions, on), endings(restrictions, on)
    charts = [
        people_chart(over, on),
        kinds_chart(over, on),
        endings_chart(ahead, on, calendars(query, ahead.months)),
        burden_chart(distribution(chosen)),
        articles_chart(counted, addresses, courts),
        regions_chart(counted, addresses, courts),
        courts_chart(counted, addresses, courts),
        years_chart(counted, addresses),
        genders_chart(counted, addresses, courts),
    ]
    return Statistics(counted, {chart.id: chart for chart in charts})


def calendars(query: FiguresQuery, months: Sequence[date]) -> dict[date, str]:
    """The calendar of each month."""
    calendar = Address(reverse("archive:calendar"), query.of_filters())
    lasts = {first: date(first.year, first.month, monthrange(first.year, first.month)[1]) for first in months}
    return {
        first: calendar.having(ends_from=first.isoformat(), ends_until=last.isoformat(), ends_within=None)
        for first, last in lasts.items()
    }
