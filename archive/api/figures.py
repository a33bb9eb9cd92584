"""The table builder and the statistics as endpoints."""

from typing import Any

from django.urls import reverse
from drf_spectacular.utils import inline_serializer
from rest_framework import serializers as s
from rest_framework.request import Request
from rest_framework.response import Response

from archive.api import answers, schema
from archive.api.endpoint import Endpoint
from archive.api.problems import BadQuery, ContradictoryQuery
from archive.charts.chart import Chart
from archive.charts.credit import credit
from archive.charts.query import OF_LISTS, read_query
from archive.charts.statistics import CHARTS, statistics
from archive.exports.table_builder.outputs import COLUMNS, to_json
from archive.exports.table_builder.query import (
    COUNTED,
    DIMENSIONS,
    FIRST_YEAR,
    LAST_YEAR,
    MOST_TABLES,
    MOST_YEARS,
    NOT_HERE,
    YEAR,
)
from archive.exports.table_builder.view import about_table, table_view
from archive.index.filters.fields import MOST_VALUES

RULE_BOOK = r"^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$"
PARAMETERS = (
    schema.query("count", {"type": "string", "enum": list(COUNTED)}, "What is counted; persons if absent."),
    schema.query("rows", {"type": "string", "enum": list(DIMENSIONS)}, "What the rows are; kind if absent."),
    schema.query("columns", {"type": "string", "enum": [YEAR, *DIMENSIONS]}, "What the columns are; year if absent."),
    schema.query(
        "first",
        {"type": "integer", "minimum": FIRST_YEAR, "maximum": LAST_YEAR},
        f"The first year: at most {MOST_YEARS} years as columns, {MOST_TABLES} where columns are anything else.",
    ),
    schema.query(
        "rules",
        {"type": "array", "items": {"type": "string", "pattern": RULE_BOOK}, "maxItems": MOST_VALUES},
        "The rule books that the figures must stand on.",
    ),
)
TABLE = inline_serializer(
    "Table",
    {
        **{name: s.CharField() for name in ("count", "rows", "columns", "all_together", "sentence")},
        "days": s.ListField(child=s.DateField()),
        "rules": s.ListField(child=s.CharField(), help_text="The rule books that reckoned what is counted."),
        "cells": schema.of_columns("TableCell", COLUMNS),
        **{
            name: s.IntegerField()
            for name in ("counted_in_several_rows", "counted_in_several_columns", "withheld_since")
        },
        "notes": s.ListField(child=s.CharField()),
        "about": answers.AboutSerializer(),
    },
)


@answers.describe(TABLE, *PARAMETERS)
class TableEndpoint(Endpoint):
    """Counts on one day of each year: certain, likely, possible, not known."""

    operation = "tables_read"
    filtered = True
    without = (*Endpoint.without, *NOT_HERE)

    def get(self, request: Request) -> Response:
        view = table_view(request, reverse("archive:tables"))
        if view.table is None:
            problems = view.query.problems
            raise ContradictoryQuery(problems) if view.query.only_contradicts else BadQuery(problems)
        return Response(to_json(view.table, about_table(request, view.table), view.sentence))


STATISTICS = inline_serializer(
    "Statistics",
    {
        "cases": s.IntegerField(),
        "people": s.IntegerField(),
        "charts": inline_serializer(
            "ChartAsATable",
            {
                "id": s.ChoiceField(CHARTS),
                **{name: s.CharField() for name in ("title", "rule", "summary", "rows_are")},
                "columns": inline_serializer(
                    "ChartColumn",
                    {
                        "key": s.CharField(),
                        "name": s.CharField(),
                        "doubtful": s.BooleanField(
                            help_text="Whether its numbers may have parts that are not certain."
                        ),
                    },
                    many=True,
                ),
                "rows": inline_serializer(
                    "ChartRow",
                    {
                        "key": s.CharField(allow_blank=True, help_text="Empty: not recorded."),
                        "name": s.CharField(),
                        "certain": s.ListField(child=s.IntegerField(), help_text="A number a column."),
                        "likely": s.ListField(child=s.IntegerField(), help_text="So many more are likely."),
                        "possible": s.ListField(child=s.IntegerField(), help_text="So many more are possible."),
                        "not_known": s.ListField(child=s.IntegerField(), help_text="Of so many more it is not known."),
                    },
                    many=True,
                ),
            },
            many=True,
        ),
        "about": answers.AboutSerializer(),
    },
)


@answers.describe(STATISTICS)
class StatisticsEndpoint(Endpoint):
    """The tables behind the charts of the statistics: the same figures under the same filters."""

    operation = "statistics_read"
    filtered = True

    def get(self, request: Request) -> Response:
        query = read_query(request)
        if query.problems:
            contradicts = query.filters.only_contradicts and not any(name in query.params for name in OF_LISTS)
            raise ContradictoryQuery(query.problems) if contradicts else BadQuery(query.problems)
        counted = statistics(query)
        by = credit(request, query, counted.shares.changed_at, reverse("archive:statistics"))
        return Response(
            {
                **counted.shares.total._asdict(),
                "charts": [chart_json(chart) for chart in counted.charts.values()],
                "about": by.about(query.today).to_dict(),
            }
        )


def chart_json(chart: Chart) -> dict[str, Any]:
    return {
        "id": chart.id,
        "title": chart.title,
        "rule": chart.rule,
        "summary": chart.summary,
        "rows_are": chart.table.head.label,
        "columns": [
            {"key": column.key, "name": column.label, "doubtful": column.doubtful} for column in chart.table.columns
        ],
        "rows": [
            {
                "key": row.key,
                "name": row.label,
                "certain": [number.sure for number in row.numbers],
                "likely": [number.likely for number in row.numbers],
                "possible": [number.possible for number in row.numbers],
                "not_known": [number.not_known for number in row.numbers],
            }
            for row in chart.table.rows
        ],
    }
