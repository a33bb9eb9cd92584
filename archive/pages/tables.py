"""The table builder: page, CSV, XLSX, JSON."""

from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from archive.exports.table_builder.outputs import COLUMNS, rows
from archive.exports.table_builder.query import COUNTED, DIMENSIONS, YEAR
from archive.exports.table_builder.table import notes
from archive.exports.table_builder.view import TableView, about_table, table_view
from archive.exports.tables import csv_text, xlsx
from archive.exports.workbook import CONTENT_TYPE
from archive.index.filters import CaseFilter
from archive.index.kept import kept
from archive.index.representation import tagged_stream
from archive.index.snapshot import in_one_snapshot
from limits.turns import FIGURES, in_turn

SHOWN = ("count", "rows", "columns", "on", "first", "known")


@kept
def tables(request: HttpRequest) -> HttpResponse:
    """The builder with its table; 400 with the reason beside each parameter that cannot be read."""
    view = table_view(request, request.path)
    query = view.query.figures
    context = {"asked": query, "given": query.params, "problems": query.problems, "today": query.today}
    context |= {"kept": query.kept(*SHOWN, "rules"), "fields": table_fields(view)}
    if view.table:
        context |= {
            "table": view.table,
            "notes": notes(view.table),
            "chips": view.chips,
            "sentence": view.sentence,
            "files": [
                ("CSV", query.address.elsewhere(reverse("archive:tables-csv"))),
                ("XLSX", query.address.elsewhere(reverse("archive:tables-xlsx"))),
            ],
            "json": query.address.elsewhere(reverse("api:tables")),
        }
    return render(request, "archive/tables/page.html", context, status=400 if query.problems else 200)


tables.units = FIGURES  # type: ignore[attr-defined]


class TableField(NamedTuple):
    """A choice of the form; ``options``: value, words, whether it is the one."""

    name: str
    label: Any
    options: list[tuple[str, Any, bool]]


def table_fields(view: TableView) -> list[TableField]:
    """What is counted, and what the rows and columns are; what cannot be read stays chosen."""
    words = {**{name: CaseFilter.base_filters[name].label for name in DIMENSIONS}, YEAR: _("Year")}
    counts = {"persons": _("people"), "cases": _("cases"), "restrictions": _("restrictions")}
    choices = (
        ("count", _("Count"), {name: counts[name] for name in COUNTED}),
        ("rows", _("Rows"), {name: words[name] for name in DIMENSIONS}),
        ("columns", _("Columns"), {name: words[name] for name in (YEAR, *DIMENSIONS)}),
    )
    fields = []
    for name, label, options in choices:
        chosen = view.query.figures.params.get(name, view.query.own.get(name, ""))
        fields.append(TableField(name, label, [(value, said, value == chosen) for value, said in options.items()]))
    return fields


@in_one_snapshot
@in_turn
def tables_file(request: HttpRequest, form: str) -> HttpResponseBase:
    """The table as CSV or XLSX; 400 in plain words if the address cannot be read."""
    view = table_view(request, reverse("archive:tables"))
    if view.table is None:
        lines = [f"{name}: {message}" for name, messages in view.query.problems.items() for message in messages]
        return HttpResponse("\n".join(lines) + "\n", status=400, content_type="text/plain; charset=utf-8")
    about = about_table(request, view.table)
    parts = (view.query.figures.chosen.stamp, repr(about).encode())
    name = f"shekteu-table-{about.on}-{about.stamp}.{form}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    if form == "xlsx":
        book = xlsx([("table", COLUMNS, rows(view.table))], about)
        return tagged_stream(request, StreamingHttpResponse(book, content_type=CONTENT_TYPE, headers=headers), *parts)
    text = csv_text(COLUMNS, rows(view.table), about)
    table = StreamingHttpResponse(text, content_type="text/csv; charset=utf-8", headers=headers)
    return tagged_stream(request, table, *parts)
