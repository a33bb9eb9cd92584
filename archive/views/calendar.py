"""The calendar of endings, and its files for calendar programs."""

from collections.abc import Iterable

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from archive.calendar.endings import calendar
from archive.documents import newest
from archive.exports import rows
from archive.exports.about import About, about
from archive.exports.feeds import calendar as feed
from archive.figures.asked import asked
from archive.filters import Selection
from archive.models import Period
from archive.views.case import gone
from archive.views.statistics import chips_of

SHOWN = ("on", "known", "ends_from", "ends_until")


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


def case_ics(request: HttpRequest, case_id: str) -> HttpResponseBase:
    """The endings of one case as it stands."""
    found = newest(case_id)
    if found is None:
        raise Http404
    if found.edition.case_id != case_id:
        return redirect("archive:case-ics", found.edition.case_id, permanent=True)
    if found.document is None:
        return gone(request, found)
    today = timezone.localdate()
    selection = Selection(today=today, on=today)
    periods = Period.objects.known(None).real().filter(entry=found.edition.number)
    page = request.build_absolute_uri(reverse("archive:case", args=(case_id,)))
    told = about(selection, page)
    return _feed(request, rows.with_names(periods.order_by("position"), selection), told)


def _feed(request: HttpRequest, found: Iterable[rows.Row], told: About) -> StreamingHttpResponse:
    home = request.build_absolute_uri(reverse("archive:cases"))
    return StreamingHttpResponse(feed(found, told, home), content_type="text/calendar; charset=utf-8")
