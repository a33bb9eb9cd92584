"""The calendar of endings, and its files for calendar programs."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from archive.charts.query import chips_of, read_query
from archive.index.filters.former import by_present_names
from archive.index.kept import kept
from archive.pages.calendar.endings import calendar

SHOWN = ("on", "known", "ends_from", "ends_until")


@by_present_names
@kept
def calendar_page(request: HttpRequest) -> HttpResponse:
    """Endings by month under the filters of the address; 400 with the reason beside each that it cannot read."""
    query = read_query(request)
    context = {"asked": query, "given": query.params, "problems": query.problems, "today": query.today}
    context["kept"] = query.kept(*SHOWN)
    if query.problems:
        return render(request, "archive/calendar/page.html", context, status=400)
    context |= {
        "calendar": calendar(query),
        "chips": chips_of(query),
        "subscribe": query.address.elsewhere(reverse("archive:calendar-ics")),
    }
    return render(request, "archive/calendar/page.html", context)
