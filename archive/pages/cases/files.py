"""The list of cases as files: same filters, same rows, same order as the page."""

from collections.abc import Callable, Iterator
from functools import wraps

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from archive.exports import rows
from archive.exports.about import About, about
from archive.exports.calendars import calendar
from archive.exports.columns import CASES, RESTRICTIONS
from archive.exports.documents import json_lines, json_text
from archive.exports.feeds import atom
from archive.exports.tables import csv_text, xlsx
from archive.exports.workbook import CONTENT_TYPE
from archive.index.columns.selecting import Chosen
from archive.index.filters import CaseFilter, parameters
from archive.index.filters.address import Address
from archive.index.filters.former import by_present_names
from archive.index.snapshot import in_one_snapshot
from limits.turns import in_turn
from records.languages import active_language

ListFile = Callable[[HttpRequest, Chosen, About], HttpResponseBase]


def list_file(view: ListFile) -> Callable[[HttpRequest], HttpResponseBase]:
    """Hands the view what the filters choose, and where it comes from; 400 with the reasons if they cannot be read."""

    @in_one_snapshot
    @by_present_names
    @in_turn
    @wraps(view)
    def answer(request: HttpRequest) -> HttpResponseBase:
        params = parameters(request)
        filters = CaseFilter(params, today=timezone.localdate(), without=("page",))
        if problems := filters.problems():
            lines = [f"{name}: {message}" for name, messages in problems.items() for message in messages]
            text = _("The list cannot be exported:") + "\n" + "\n".join(lines) + "\n"
            return HttpResponse(text, status=400, content_type="text/plain; charset=utf-8")
        page = request.build_absolute_uri(Address.of(reverse("archive:cases"), params).having())
        return view(request, filters.chosen, about(filters.chosen, page))

    return answer


@list_file
def cases_csv(request: HttpRequest, chosen: Chosen, source: About) -> HttpResponseBase:
    return csv_file("cases", csv_text(CASES, rows.cases(chosen, active_language()), source), source)


@list_file
def restrictions_csv(request: HttpRequest, chosen: Chosen, source: About) -> HttpResponseBase:
    restrictions = rows.of_restrictions(chosen, active_language())
    return csv_file("restrictions", csv_text(RESTRICTIONS, restrictions, source), source)


@list_file
def cases_xlsx(request: HttpRequest, chosen: Chosen, source: About) -> HttpResponseBase:
    language = active_language()
    sheets = [
        ("cases", CASES, rows.cases(chosen, language)),
        ("restrictions", RESTRICTIONS, rows.of_restrictions(chosen, language)),
    ]
    headers = {"Content-Disposition": f'attachment; filename="{file_name("cases", source, "xlsx")}"'}
    return StreamingHttpResponse(xlsx(sheets, source), content_type=CONTENT_TYPE, headers=headers)


@list_file
def cases_json(request: HttpRequest, chosen: Chosen, source: About) -> HttpResponseBase:
    text = json_text(rows.cases(chosen, active_language()), source)
    return StreamingHttpResponse(text, content_type="application/json; charset=utf-8")


@list_file
def cases_jsonl(request: HttpRequest, chosen: Chosen, source: About) -> HttpResponseBase:
    text = json_lines(rows.cases(chosen, active_language()), source)
    return StreamingHttpResponse(text, content_type="application/jsonl; charset=utf-8")


@list_file
def cases_atom(request: HttpRequest, chosen: Chosen, source: About) -> HttpResponseBase:
    language, changed = active_language(), chosen.changed_at or timezone.now()
    home, here = request.build_absolute_uri(reverse("archive:cases")), request.build_absolute_uri()
    feed = atom(rows.cases(chosen, language), source, changed, home, here, language)
    return StreamingHttpResponse(feed, content_type="application/atom+xml; charset=utf-8")


@list_file
def cases_ics(request: HttpRequest, chosen: Chosen, source: About) -> HttpResponseBase:
    """The ends of the restrictions that the selection speaks of."""
    home = request.build_absolute_uri(reverse("archive:cases"))
    events = calendar(rows.of_restrictions(chosen, active_language()), source, home)
    return StreamingHttpResponse(events, content_type="text/calendar; charset=utf-8")


def csv_file(subject: str, lines: Iterator[str], source: About) -> HttpResponseBase:
    headers = {"Content-Disposition": f'attachment; filename="{file_name(subject, source, "csv")}"'}
    return StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8; header=present", headers=headers)


def file_name(subject: str, source: About, suffix: str) -> str:
    return f"shekteu-{subject}-{source.on}-{source.stamp}.{suffix}"
