"""The calendar of endings, and its files for calendar programs."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from archive.charts.question import asked, chips_of
from archive.index.kept import kept
from archive.pages.calendar.endings import calendar

SHOWN = ("on", "known", "ends_from", "ends_until")


@kept
def calendar_page(request: HttpRequest) -> HttpResponse:
    """Endings by month under the filters of the address; 400 with the reason beside each that it cannot read."""
    found = asked(request)
    context = {"asked": found, "given": found.given, "problems": found.problems, "today": found.today}
    context["kept"] = found.kept(*SHOWN)
    if found.problems:
        return render(request, "archive/calendar/page.html", context, status=400)
    made = calendar(found)
    context |= {
        "calendar": made,
        "chips": chips_of(found),
        "subscribe": found.address.elsewhere(reverse("archive:calendar-ics")),
    }
    return render(request, "archive/calendar/page.html", context)
