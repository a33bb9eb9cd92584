"""The table builder: page, CSV, XLSX, JSON."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from archive.exports.about import About
from archive.exports.table_builder.answer import Answer, about_table, answer
from archive.exports.table_builder.outputs import COLUMNS, rows
from archive.exports.table_builder.question import COUNTED, DIMENSIONS, YEAR
from archive.exports.table_builder.table import Made, notes
from archive.exports.tables import csv_text, xlsx
from archive.index.filters import CaseFilter
from archive.index.kept import kept

SHOWN = ("count", "rows", "columns", "on", "first", "known")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@kept
def tables(request: HttpRequest) -> HttpResponse:
    """The builder with its table; 400 with the reason beside each parameter that cannot be read."""
    found = answer(request, request.path)
    asked = found.asked
    context = {"asked": asked, "given": asked.given, "problems": asked.problems, "today": asked.today}
    context |= {"kept": asked.kept(*SHOWN, "rules"), "fields": _fields(found)}
    if found.made:
        context |= {
            "table": found.made,
            "notes": notes(found.made),
            "chips": found.chips,
            "sentence": found.sentence,
            "files": [
                (name, found.asked.address.elsewhere(reverse(f"archive:tables-{name.lower()}")))
                for name in ("CSV", "XLSX")
            ],
            "json": found.asked.address.elsewhere(reverse("api:tables")),
        }
    return render(request, "archive/tables/page.html", context, status=400 if asked.problems else 200)


class TableField(NamedTuple):
    """A choice of the form; ``options``: value, words, whether it is the one."""

    name: str
    label: Any
    options: list[tuple[str, Any, bool]]


def _fields(found: Answer) -> list[TableField]:
    words = dimension_words()
    counts = {"persons": _("people"), "cases": _("cases"), "restrictions": _("restrictions")}
    given = found.asked.given
    chosen = {name: given.get(name, found.own.get(name, "")) for name in ("count", "rows", "columns")}
    return [
        TableField("count", _("Count"), [(one, counts[one], chosen["count"] == one) for one in COUNTED]),
        TableField("rows", _("Rows"), [(one, words[one], chosen["rows"] == one) for one in DIMENSIONS]),
        TableField(
            "columns", _("Columns"), [(one, words[one], chosen["columns"] == one) for one in (YEAR, *DIMENSIONS)]
        ),
    ]


def dimension_words() -> dict[str, Any]:
    labels = {name: CaseFilter.base_filters[name].label for name in DIMENSIONS}
    return {**labels, YEAR: _("Year")}


def tables_csv(request: HttpRequest) -> HttpResponseBase:
    return _file(request, "csv", _csv)


def tables_xlsx(request: HttpRequest) -> HttpResponseBase:
    return _file(request, "xlsx", _xlsx)


def _file(
    request: HttpRequest, form: str, made_into: Callable[[Made, About, str], HttpResponseBase]
) -> HttpResponseBase:
    found = answer(request, reverse("archive:tables"))
    if found.made is None:
        lines = [f"{name}: {message}" for name, messages in found.asked.problems.items() for message in messages]
        return HttpResponse("\n".join(lines) + "\n", status=400, content_type="text/plain; charset=utf-8")
    told = about_table(request, found.made)
    name = f"shekteu-table-{told.on}-edition-{told.edition}.{form}"
    return made_into(found.made, told, name)


def _csv(made: Made, told: About, name: str) -> HttpResponseBase:
    response = StreamingHttpResponse(csv_text(COLUMNS, rows(made), told), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _xlsx(made: Made, told: About, name: str) -> HttpResponseBase:
    return FileResponse(
        xlsx([("table", COLUMNS, rows(made))], told), filename=name, as_attachment=True, content_type=XLSX
    )
