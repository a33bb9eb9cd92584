"""The statistics, and each chart as a file."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from archive.charts.credit import credit
from archive.charts.question import Asked, asked, chips_of
from archive.charts.statistics import CHARTS, statistics
from archive.charts.svg import png, svg
from archive.charts.table_csv import table_csv
from archive.index.filters.address import Address
from archive.index.kept import kept

FORMS = {"svg": "image/svg+xml", "png": "image/png", "csv": "text/csv; charset=utf-8"}
SHOWN = ("on", "known")


@kept
def statistics_page(request: HttpRequest) -> HttpResponse:
    """All charts under the filters of the address; 400 with the reason beside each filter that it cannot read."""
    found = asked(request)
    context = {"asked": found, "given": found.given, "problems": found.problems, "today": found.today}
    context["kept"] = found.kept(*SHOWN)
    if found.problems:
        return render(request, "archive/statistics/page.html", context, status=400)
    made = statistics(found)
    context |= {
        "selection": found.selection,
        "charts": [(chart, _files(found, chart.id)) for chart in made.charts.values()],
        "shares": made.shares,
        "credit": credit(request, found, made.shares.edition),
        "chips": chips_of(found),
        "json": found.address.elsewhere(reverse("api:statistics")),
    }
    return render(request, "archive/statistics/page.html", context)


def statistics_file(request: HttpRequest, chart: str, form: str) -> HttpResponse:
    """One chart as SVG, PNG or CSV; 400 in plain words if the filters cannot be read."""
    if chart not in CHARTS or form not in FORMS:
        raise Http404
    found = asked(request)
    if found.problems:
        lines = [f"{name}: {message}" for name, messages in found.problems.items() for message in messages]
        return HttpResponse("\n".join(lines), status=400, content_type="text/plain; charset=utf-8")
    made = statistics(found)
    picture, by = made.charts[chart], credit(request, found, made.shares.edition, reverse("archive:statistics"))
    content = {
        "csv": lambda: table_csv(picture.table, by.about(found.today)),
        "svg": lambda: svg(picture, by),
        "png": lambda: png(picture, by),
    }[form]()
    name = f"shekteu-{chart}-{found.selection.on.isoformat()}.{form}"
    return HttpResponse(
        content, content_type=FORMS[form], headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )


def _files(found: Asked, chart: str) -> list[tuple[str, str]]:
    """The chart's files with the day in their addresses, so that they keep their name and their figures."""
    chosen = {**found.address.chosen, "on": (found.selection.on.isoformat(),)}
    paths = [(form.upper(), reverse("archive:statistics-file", args=(chart, form))) for form in ("png", "svg", "csv")]
    return [(name, Address(path, chosen).having()) for name, path in paths]
