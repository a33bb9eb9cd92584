"""What the API's description says of parameters and answers, made from the filters and the columns themselves."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import override
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.utils import OpenApiParameter, inline_serializer
from rest_framework import serializers

from archive.exports.columns import Column
from archive.index.columns.current import columns
from archive.index.filters import CaseFilter
from archive.index.filters.fields import (
    FIRST_YEAR,
    LAST_YEAR,
    LONGEST_SEARCH,
    MOST_VALUES,
    AsOfDay,
    Choice,
    Choices,
    Day,
    Duration,
    Number,
    Parameter,
    Search,
    Tokens,
)
from records.json_dict import JSONDict
from records.languages import SOURCE_LANGUAGE

AS_OF_DAY = r"^(199[0-9]|20[0-9]{2}|21[0-4][0-9]|2150)-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
DAY = r"^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
KNOWN = "The archive as it was known at the end of this day; not later than today."
TEXT = r"^[^\u0000-\u001f\u007f-\u009f\ufffd]*$"
LENGTH = r"^P[1-9][0-9]?Y$|^P[1-9][0-9]?M$|^P[1-9][0-9]?Y[1-9][0-9]?M$|^P[1-9][0-9]{0,3}D$"
CASE_ID = r"^[a-z0-9-]{3,60}$"
FIELDS: dict[str, Callable[[str], serializers.Field[Any, Any, Any, Any]]] = {
    "string": lambda text: serializers.CharField(help_text=text, allow_null=True, allow_blank=True),
    "integer": lambda text: serializers.IntegerField(help_text=text, allow_null=True),
    "boolean": lambda text: serializers.BooleanField(help_text=text),
    "date": lambda text: serializers.DateField(help_text=text, allow_null=True),
    "datetime": lambda text: serializers.DateTimeField(help_text=text),
    "list": lambda text: serializers.ListField(child=serializers.CharField(), help_text=text),
}
PROBLEM = inline_serializer(
    "Problem",
    {
        "type": serializers.CharField(),
        "title": serializers.CharField(),
        "status": serializers.IntegerField(),
        "detail": serializers.CharField(),
        "errors": serializers.DictField(child=serializers.ListField(child=serializers.CharField()), required=False),
    },
)


def of_columns(name: str, columns: Sequence[Column]) -> serializers.Serializer[Any]:
    """Rows of a table."""
    with override(SOURCE_LANGUAGE):
        return inline_serializer(
            name, {column.name: FIELDS[column.type](str(column.description)) for column in columns}, many=True
        )


def query(name: str, schema: JSONDict, description: str) -> OpenApiParameter:
    """A parameter; empty is the same as absent."""
    may_be_empty = {"anyOf": [schema, {"type": "string", "maxLength": 0}]}
    return OpenApiParameter(name, may_be_empty, OpenApiParameter.QUERY, description=description)


def in_path(name: str, pattern: str, description: str) -> OpenApiParameter:
    return OpenApiParameter(
        name, {"type": "string", "pattern": pattern}, OpenApiParameter.PATH, description=description
    )


def not_after(day: date) -> str:
    """The pattern of the days from 1990 to ``day``, of this century: nothing is known of a day that has not come."""
    years, month, any_day = _numbers(0, day.year - 2001), _numbers(1, 12), _numbers(1, 31)
    return (
        f"^(199[0-9]|20{years})-{month}-{any_day}$"
        f"|^{day.year}-{_numbers(1, day.month - 1)}-{any_day}$"
        f"|^{day.year}-{day.month:02}-{_numbers(1, day.day)}$"
    )


def _numbers(least: int, most: int) -> str:
    """Any of the two-digit numbers; of none, what matches nothing."""
    return f"({'|'.join(f'{number:02}' for number in range(least, most + 1)) or '[^0-9]'})"


def known_until(day: date) -> OpenApiParameter:
    """The day of knowledge as a parameter."""
    return query("known", {"type": "string", "format": "date", "pattern": not_after(day)}, KNOWN)


def filters(without: Sequence[str] = ("sort", "page")) -> list[OpenApiParameter]:
    """Every filter as a parameter. Values that cases bring with them are those of today's archive."""
    known = {name: sorted(values) for name, values in columns().facets.items()}
    parameters = [known_until(timezone.localdate())]
    for name, definition in CaseFilter.base_filters.items():
        field = definition.field_class
        if name in (*without, "known") or (issubclass(field, Tokens) and not known.get(name)):
            continue
        parameters.append(query(name, schema_of(name, definition, known), str(definition.label)))
    return parameters


def schema_of(name: str, definition: Any, known: dict[str, list[str]]) -> JSONDict:
    """What a field takes, as JSON Schema."""
    field: type[Parameter] = definition.field_class
    if issubclass(field, Tokens):
        return _any_of(known[name])
    if issubclass(field, Choice):
        return {"type": "string", "enum": list(definition.extra["known"]())}
    if issubclass(field, Choices):
        return _any_of(list(definition.extra["known"]()))
    if issubclass(field, Number):
        return {"type": "integer", "minimum": definition.extra["least"], "maximum": definition.extra["most"]}
    plain: dict[type[Parameter], JSONDict] = {
        AsOfDay: {"type": "string", "format": "date", "pattern": AS_OF_DAY},
        Day: {"type": "string", "format": "date", "pattern": DAY, "example": f"{(FIRST_YEAR + LAST_YEAR) // 2}-01-01"},
        Duration: {"type": "string", "pattern": LENGTH},
        Search: {"type": "string", "maxLength": LONGEST_SEARCH, "pattern": TEXT},
    }
    return plain[field]


def _any_of(values: Sequence[str]) -> JSONDict:
    return {"type": "array", "items": {"type": "string", "enum": values}, "maxItems": MOST_VALUES}


class Description(AutoSchema):
    """Operations are called as their views are; views with filters have all of them."""

    view: Any

    def get_operation_id(self) -> str:
        return str(self.view.operation)

    def get_tags(self) -> list[str]:
        return [self.view.operation.partition("_")[0]]

    def get_override_parameters(self) -> list[Any]:
        looks_back = [known_until(timezone.localdate())] if getattr(self.view, "looks_back", False) else []
        chosen = filters(self.view.without) if getattr(self.view, "filtered", False) else []
        return [*super().get_override_parameters(), *looks_back, *chosen]
