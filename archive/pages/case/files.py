"""One case as data: the document with its states on a day as JSON, a row for each restriction as CSV."""

from collections.abc import Callable
from datetime import date
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from archive.exports import rows
from archive.exports.about import About, described
from archive.exports.case_detail import case_on
from archive.exports.definitions import RESTRICTIONS
from archive.exports.tables import csv_text
from archive.index.days import AddressDays, with_days
from archive.index.fetch import with_case
from archive.index.published import PublishedCase, as_of
from archive.index.snapshot import in_one_snapshot

CaseFile = Callable[[PublishedCase, date, About], HttpResponse]


def case_file(view: CaseFile) -> Callable[..., HttpResponseBase]:
    """Hands the view the case as known on the day of the address, and where it comes from; 404 if it was not known."""

    @in_one_snapshot
    @with_case
    @with_days
    @wraps(view)
    def answer(request: HttpRequest, newest: PublishedCase, days: AddressDays) -> HttpResponse:
        case = as_of(newest.edition.case_key, days.known) if days.known else newest
        if case is None or case.document is None:
            raise Http404
        page = request.build_absolute_uri(reverse("archive:case", args=[newest.edition.case_id]))
        query = f"?{request.GET.urlencode()}" if request.GET else ""
        words = {"version": case.edition.version, "case": case.edition.case_id}
        version = _("Version %(version)s of the case %(case)s.") % words
        known = days.known or timezone.localdate()
        source = described(days.on, known, case.edition.published_at, page + query, version)
        return view(case, days.on, source)

    return answer


@case_file
def case_json(case: PublishedCase, on: date, source: About) -> HttpResponse:
    """What the API says of the case, with where it comes from."""
    content = {"about": source.to_dict(), **case_on(case.edition, case.text, on)}
    return JsonResponse(content, json_dumps_params={"ensure_ascii": False})


@case_file
def case_csv(case: PublishedCase, on: date, source: About) -> HttpResponse:
    """The rows that the table of all restrictions has for this case."""
    lines = csv_text(RESTRICTIONS.columns, rows.of_case(case.edition.number, on), source)
    name = f"shekteu-{case.edition.case_id}-{on}-version-{case.edition.version}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse("".join(lines), "text/csv; charset=utf-8; header=present", headers=headers)
