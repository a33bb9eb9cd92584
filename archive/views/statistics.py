"""/statistics/: charts of a selection, and each of them as a file to take."""

import csv
from io import StringIO

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from archive.charts.charts import CHARTS, Chart
from archive.charts.shapes import inline, png, standalone
from archive.exports.tables import BYTE_ORDER_MARK, cell
from archive.filters import Selection
from archive.pictures import credit
from archive.views.queries import asked, page, refusal

ENDINGS = {"svg": "image/svg+xml", "png": "image/png", "csv": "text/csv; charset=utf-8"}


def statistics(request: HttpRequest) -> HttpResponse:
    query = asked(request)
    charts = [chart(query.selection) for chart in CHARTS.values()] if query.selection else []
    drawn = [
        {
            "chart": chart,
            "svg": inline(chart.drawing, f"{chart.title}. {chart.summary}"),
            "files": [(query.address.elsewhere(f"{request.path}{chart.name}.{end}"), end.upper()) for end in ENDINGS],
        }
        for chart in charts
    ]
    return page(request, "archive/statistics.html", query, charts=drawn, selection=query.selection)


def chart_file(request: HttpRequest, chart: str, ending: str) -> HttpResponse:
    """One chart as a picture or a table, with its credit line."""
    if chart not in CHARTS or ending not in ENDINGS:
        raise Http404
    query = asked(request)
    if query.selection is None:
        return refusal(query)
    made = CHARTS[chart](query.selection)
    body = _table(made, query.selection) if ending == "csv" else _picture(made, query.selection, ending)
    name = f"shekteu-{chart}-{query.selection.on}.{ending}"
    return HttpResponse(
        body, content_type=ENDINGS[ending], headers={"Content-Disposition": f'inline; filename="{name}"'}
    )


def _picture(chart: Chart, selection: Selection, ending: str) -> str | bytes:
    line = f"{credit(selection.on)} {_('Known to this archive.')}"
    return (standalone if ending == "svg" else png)(chart.drawing, chart.title, line)


def _table(chart: Chart, selection: Selection) -> str:
    text = StringIO()
    text.write(BYTE_ORDER_MARK)
    writer = csv.writer(text)
    writer.writerow([*chart.head, _("counted"), _("source")])
    for row in chart.rows:
        writer.writerow([*(cell(one) for one in row), chart.rule, credit(selection.on)])
    return text.getvalue()
