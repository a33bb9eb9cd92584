"""The table builder as an endpoint."""

from django.urls import reverse
from drf_spectacular.utils import inline_serializer
from rest_framework import serializers as s
from rest_framework.request import Request
from rest_framework.response import Response

from archive.api import answers, schema
from archive.api.problems import BadQuery, Contradiction
from archive.api.reading import Reading
from archive.filters.fields import MOST_VALUES
from archive.tables.outputs import COLUMNS, plain
from archive.tables.question import COUNTED, DIMENSIONS, FIRST_YEAR, LAST_YEAR, NOT_HERE, YEAR
from archive.views.tables import about_table, answer

RULE_BOOK = r"^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$"
PARAMETERS = (
    schema.query("count", {"type": "string", "enum": list(COUNTED)}, "What is counted; persons if absent."),
    schema.query("rows", {"type": "string", "enum": list(DIMENSIONS)}, "What the rows are; kind if absent."),
    schema.query("columns", {"type": "string", "enum": [YEAR, *DIMENSIONS]}, "What the columns are; year if absent."),
    schema.query(
        "first", {"type": "integer", "minimum": FIRST_YEAR, "maximum": LAST_YEAR}, "The first year; at most 60 years."
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
        "about": s.DictField(),
    },
)


@answers.describe(TABLE, *PARAMETERS)
class Table(Reading):
    """Counts on one day of each year: certain, possible, not computable."""

    operation = "tables_read"
    filtered = True
    without = (*Reading.without, *NOT_HERE)

    def get(self, request: Request) -> Response:
        found = answer(request, reverse("archive:tables"))
        if found.made is None:
            raise Contradiction(found.problems) if found.only_contradicts else BadQuery(found.problems)
        return Response(plain(found.made, about_table(request, found.made), found.sentence))
