"""/calendar/: what ends when."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language

from archive.calendars import months, window
from archive.views.queries import asked, page


def calendar(request: HttpRequest) -> HttpResponse:
    query = asked(request)
    if query.selection is None:
        return page(request, "archive/calendar.html", query)
    found = months(query.selection, get_language() or "en")
    context = {"months": found, "window": window(query.selection), "selection": query.selection}
    context["subscribe"] = query.address.elsewhere(reverse("archive:cases-ics"))
    return page(request, "archive/calendar.html", query, **context)
