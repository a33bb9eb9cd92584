"""One case as data: the document with its states on a day as JSON, a row for each restriction as CSV."""

from collections.abc import Callable
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils import timezone

from archive.exports import rows
from archive.exports.about import About, described
from archive.exports.case_detail import case_on
from archive.exports.columns import RESTRICTIONS
from archive.exports.tables import csv_text
from archive.index.days import AddressDays, with_days
from archive.index.fetch import with_case
from archive.index.published import PublishedCase, as_of

Made = Callable[[PublishedCase, date, About], HttpResponse]


@with_case
def case_json(request: HttpRequest, found: PublishedCase) -> HttpResponse:
    """What the API says of the case, with where it comes from."""

    def made(shown: PublishedCase, on: date, told: About) -> HttpResponse:
        assert shown.document is not None
        content = {"about": told.to_dict(), **case_on(shown.edition, shown.document, on)}
        return JsonResponse(content, json_dumps_params={"ensure_ascii": False})

    return _file(request, found, made)


@with_case
def case_csv(request: HttpRequest, found: PublishedCase) -> HttpResponse:
    """The rows that the table of all restrictions has for this case."""

    def made(shown: PublishedCase, on: date, told: About) -> HttpResponse:
        lines = csv_text(RESTRICTIONS, rows.of_case(shown.edition.number, on), told)
        name = f"shekteu-{shown.edition.case_id}-{on}-edition-{shown.edition.number}.csv"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return HttpResponse("".join(lines), "text/csv; charset=utf-8; header=present", headers=headers)

    return _file(request, found, made)


@with_days
def _file(request: HttpRequest, found: PublishedCase, made: Made, days: AddressDays) -> HttpResponse:
    """The file for the day and the knowledge of the address; 400 where they are no days."""
    shown = as_of(found.edition.case_key, days.known) if days.known else found
    if shown is None or shown.document is None:
        raise Http404
    page = request.build_absolute_uri(reverse("archive:case", args=[found.edition.case_id]))
    query = f"?{request.GET.urlencode()}" if request.GET else ""
    told = described(days.on, days.known or timezone.localdate(), shown.edition.number, page + query)
    return made(shown, days.on, told)
