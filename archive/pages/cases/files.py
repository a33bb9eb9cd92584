"""The list of cases as files: same filters, same rows, same order as the page."""

from collections.abc import Callable, Iterator
from typing import Any

from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from archive.exports import rows
from archive.exports.about import About, about
from archive.exports.columns import CASES, RESTRICTIONS
from archive.exports.documents import json_lines, json_text
from archive.exports.feeds import atom, calendar
from archive.exports.tables import csv_text, xlsx
from archive.index.columns.selecting import Chosen
from archive.index.filters import CaseFilter, parameters
from archive.index.filters.address import Address
from archive.pages.cases.views import today

Made = Callable[[HttpRequest, Chosen, About], HttpResponseBase]


def export(request: HttpRequest, made: Made) -> HttpResponseBase:
    """The file that ``made`` makes of the selection; 400 with the reasons where the query cannot be read."""
    given = parameters(request)
    filters = CaseFilter(given, today=today(), without=("page",))
    problems = filters.problems()
    if problems:
        lines = [f"{name}: {message}" for name, messages in problems.items() for message in messages]
        text = _("The list cannot be exported:") + "\n" + "\n".join(lines) + "\n"
        return HttpResponse(text, status=400, content_type="text/plain; charset=utf-8")
    page = request.build_absolute_uri(Address.of(reverse("archive:cases"), given).having())
    return made(request, filters.chosen, about(filters.chosen, page))


def cases_csv(request: HttpRequest) -> HttpResponseBase:
    return export(request, lambda _r, chosen, told: _table("cases", told, csv_text(CASES, _cases(chosen), told)))


def restrictions_csv(request: HttpRequest) -> HttpResponseBase:
    return export(
        request,
        lambda _r, chosen, told: _table("restrictions", told, csv_text(RESTRICTIONS, _restrictions(chosen), told)),
    )


def cases_xlsx(request: HttpRequest) -> HttpResponseBase:
    def made(_request: HttpRequest, chosen: Chosen, told: About) -> HttpResponseBase:
        sheets = [("cases", CASES, _cases(chosen)), ("restrictions", RESTRICTIONS, _restrictions(chosen))]
        type_ = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        return FileResponse(
            xlsx(sheets, told), filename=_name("cases", told, "xlsx"), as_attachment=True, content_type=type_
        )

    return export(request, made)


def cases_json(request: HttpRequest) -> HttpResponseBase:
    return export(request, lambda _r, chosen, told: _streamed(json_text(_cases(chosen), told), "application/json"))


def cases_jsonl(request: HttpRequest) -> HttpResponseBase:
    return export(request, lambda _r, chosen, told: _streamed(json_lines(_cases(chosen), told), "application/jsonl"))


def cases_atom(request: HttpRequest) -> HttpResponseBase:
    def made(request: HttpRequest, chosen: Chosen, told: About) -> HttpResponseBase:
        changed = chosen.changed_at or timezone.now()
        itself, language = request.build_absolute_uri(), get_language() or "en"
        return _streamed(atom(_cases(chosen), told, changed, _home(request), itself, language), "application/atom+xml")

    return export(request, made)


def cases_ics(request: HttpRequest) -> HttpResponseBase:
    """The ends of the restrictions that the selection speaks of."""

    def made(request: HttpRequest, chosen: Chosen, told: About) -> HttpResponseBase:
        events = calendar(_restrictions(chosen), told, _home(request))
        return StreamingHttpResponse(events, content_type="text/calendar; charset=utf-8")

    return export(request, made)


def _cases(chosen: Chosen) -> Iterator[rows.Row]:
    return rows.cases(chosen, get_language() or "en")


def _restrictions(chosen: Chosen) -> Iterator[rows.Row]:
    return rows.of_restrictions(chosen, get_language() or "en")


def _home(request: HttpRequest) -> str:
    return request.build_absolute_uri(reverse("archive:cases"))


def _table(subject: str, told: About, lines: Iterator[str]) -> HttpResponseBase:
    response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8; header=present")
    response["Content-Disposition"] = f'attachment; filename="{_name(subject, told, "csv")}"'
    return response


def _name(subject: str, told: About, ending: str) -> str:
    return f"shekteu-{subject}-{told.on}-edition-{told.edition}.{ending}"


def _streamed(lines: Iterator[str], type_: str) -> Any:
    return StreamingHttpResponse(lines, content_type=f"{type_}; charset=utf-8")
