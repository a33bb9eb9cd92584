"""The statistics, and each chart as a file."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from archive.charts.credit import credit
from archive.charts.query import FiguresQuery, chips_of, read_query
from archive.charts.statistics import CHARTS, statistics
from archive.charts.svg import png, svg
from archive.charts.table_csv import table_csv
from archive.index.filters.address import Address
from archive.index.filters.former import by_present_names
from archive.index.kept import kept
from limits.turns import FIGURES

FORMS = {"svg": "image/svg+xml", "png": "image/png", "csv": "text/csv; charset=utf-8"}
SHOWN = ("on", "known")


@by_present_names
@kept
def statistics_page(request: HttpRequest) -> HttpResponse:
    """All charts under the filters of the address; 400 with the reason beside each filter that it cannot read."""
    query = read_query(request)
    context = {"asked": query, "given": query.params, "problems": query.problems, "today": query.today}
    context["kept"] = query.kept(*SHOWN)
    if query.problems:
        return render(request, "archive/statistics/page.html", context, status=400)
    counted = statistics(query)
    context |= {
        "selection": query.selection,
        "charts": [(chart, chart_files(query, chart.id)) for chart in counted.charts.values()],
        "shares": counted.shares,
        "credit": credit(request, query, counted.shares.changed_at),
        "chips": chips_of(query),
        "json": query.address.elsewhere(reverse("api:statistics")),
    }
    return render(request, "archive/statistics/page.html", context)


statistics_page.units = FIGURES  # type: ignore[attr-defined]


@by_present_names
def statistics_file(request: HttpRequest, chart: str, form: str) -> HttpResponse:
    """One chart as SVG, PNG or CSV; 400 in plain words if the filters cannot be read."""
    if chart not in CHARTS or form not in FORMS:
        raise Http404
    query = read_query(request)
    if query.problems:
        lines = [f"{name}: {message}" for name, messages in query.problems.items() for message in messages]
        return HttpResponse("\n".join(lines), status=400, content_type="text/plain; charset=utf-8")
    counted = statistics(query)
    picture, by = (
        counted.charts[chart],
        credit(request, query, counted.shares.changed_at, reverse("archive:statistics")),
    )
    if form == "csv":
        content: str | bytes = table_csv(picture.table, by.about(query.today))
    else:
        content = svg(picture, by) if form == "svg" else png(picture, by)
    name = f"shekteu-{chart}-{query.selection.on.isoformat()}.{form}"
    return HttpResponse(
        content, content_type=FORMS[form], headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )


def chart_files(query: FiguresQuery, chart: str) -> list[tuple[str, str]]:
    """The chart's files with the day in their addresses, so that they keep their name and their figures."""
    chosen = {**query.address.chosen, "on": (query.selection.on.isoformat(),)}
    paths = [(form.upper(), reverse("archive:statistics-file", args=(chart, form))) for form in ("png", "svg", "csv")]
    return [(name, Address(path, chosen).having()) for name, path in paths]
