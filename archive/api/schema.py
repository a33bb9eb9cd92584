"""What the API's description says of parameters and answers, made from the filters and the columns themselves."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from django.utils.translation import override
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.utils import OpenApiParameter, inline_serializer
from rest_framework import serializers

from archive.exports.columns import Column
from archive.index.filters import CaseFilter
from archive.index.filters.fields import (
    FIRST_YEAR,
    LAST_YEAR,
    LONGEST_NAME,
    LONGEST_SEARCH,
    MOMENT,
    MOST_VALUES,
    AsOfDay,
    Choice,
    Choices,
    Day,
    Duration,
    MomentField,
    NameTokens,
    Number,
    Parameter,
    Search,
    Tokens,
)
from archive.index.filters.parameters import LEAVING_OUT
from archive.index.selection import EXCLUDED
from records.json_dict import JSONDict
from records.languages import SOURCE_LANGUAGE

AS_OF_DAY = r"^(199[0-9]|20[0-9]{2}|21[0-4][0-9]|2150)-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
DAY = r"^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
KNOWN = "The archive as it was known at the end of this day; not later than today."
TEXT = r"^[^\u0000-\u001f\u007f-\u009f\ufffd]*$"
LENGTH = r"^P[1-9][0-9]?Y$|^P[1-9][0-9]?M$|^P[1-9][0-9]?Y[1-9][0-9]?M$|^P[1-9][0-9]{0,3}D$"
MOMENT_TEXT = f"^{MOMENT.pattern}$"
WORD = r"^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$"
CASE_ID = r"^[a-z0-9-]{3,60}$"
FIELDS: dict[str, Callable[..., serializers.Field[Any, Any, Any, Any]]] = {
    "string": partial(serializers.CharField, allow_blank=True),
    "integer": serializers.IntegerField,
    "boolean": serializers.BooleanField,
    "date": serializers.DateField,
    "datetime": serializers.DateTimeField,
    "list": lambda **options: serializers.ListField(child=serializers.CharField(), **options),
}
NEVER_NULL = ("boolean", "datetime", "list")
"""Types of columns that always have a value: of a list nothing recorded is the empty one."""
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


NONE = "`none`: not recorded."
HELP = {
    "q": "Words of a search as people write them: names in any spelling, articles, places.",
    "kind": "The kind of restriction, as /kinds/ lists them. It, state, on, covers, ended_by and ends_* speak of one "
    "and the same restriction. Repeated: any of them.",
    "kinds_all": "Only cases that have a restriction of each of these kinds.",
    "state": "The state of the restriction on the day `on`.",
    "on": "The day that states speak of; today if absent.",
    "known": KNOWN,
    "as_of": "The archive as it stood at this moment, not later than now. With the `as_of` of an answer a crawl stays "
    "in one state.",
    "reading": "What is called likely may presume: `strict` nothing, `six-months` that a verdict was in force six "
    "months later, `penalty-unchanged` (if absent) also that an appeal left the penalty as it was.",
    "standing": "Ordered by a court or body, following from the law, reported or told without an act.",
    "covers": f"What a ban covers. {NONE}",
    "ended_by": f"How the restriction ended, as reported. {NONE}",
    "ends_from": "The restriction's last day, by the likely reading where there is one, is not before this day.",
    "ends_until": "The restriction's last day is not after this day.",
    "ends_within": "The restriction's last day is within so many days from `on`.",
    "region": f"Region of the person, ISO 3166-2. {NONE}",
    "court": f"Id of a court that decided at any instance. {NONE}",
    "court_region": f"Region of such a court, ISO 3166-2. {NONE}",
    "article": f"Article of conviction, such as 174, or with its part, 174.2. {NONE}",
    "offence": f"Group of the offence by the Criminal Code's own lists. {NONE}",
    "penalty": f"Kind of main penalty that a court pronounced. {NONE}",
    "year": f"Year of the first instance's verdict. {NONE}",
    "charge_outcome": f"The outcome of any charge: convicted, acquitted, dropped. {NONE}",
    "judge": f"Name of a judge, as the cases write it. {NONE}",
    "trial": f"Id of a trial of several people. {NONE}",
    "gender": f"Gender, as the sources speak of the person. {NONE}",
    "occupation": f"Id of an occupation. {NONE}",
    "tag": f"Id of a subject. {NONE}",
    "recognised": f"What an organisation recognises the person as. {NONE}",
    "language": f"Language in which the case is told. {NONE}",
    "publisher": f"Name of a source's publisher, as the cases write it. {NONE}",
    "year_from": "The first instance's verdict may be of this year or a later one.",
    "year_to": "The first instance's verdict may be of this year or an earlier one.",
    "burden_min": "Days under any restriction, at least: P10Y, P1Y6M or P100D; a year counts 365 days, a month 30.",
    "total_from": "The last day of everything together, if it can be named, is not before this day.",
    "total_until": "The last day of everything together, if it can be named, is not after this day.",
    "verified_since": "An editor checked the case against its sources on this day or later.",
    "changed_since": "The version was published on this day or later.",
}
"""What each filter asks for, in the words of the description."""


def of_columns(name: str, columns: Sequence[Column]) -> serializers.Serializer[Any]:
    """Rows of a table. Only what can be null may be."""
    with override(SOURCE_LANGUAGE):
        fields = {
            column.name: FIELDS[column.type](
                help_text=str(column.description),
                **({} if column.type in NEVER_NULL or column.required else {"allow_null": True}),
            )
            for column in columns
        }
    return inline_serializer(name, fields, many=True)


def query(name: str, schema: JSONDict, description: str) -> OpenApiParameter:
    """A parameter; empty is the same as absent."""
    may_be_empty = {"anyOf": [schema, {"type": "string", "maxLength": 0}]}
    return OpenApiParameter(name, may_be_empty, OpenApiParameter.QUERY, description=description)


def in_path(name: str, pattern: str, description: str) -> OpenApiParameter:
    return OpenApiParameter(
        name, {"type": "string", "pattern": pattern}, OpenApiParameter.PATH, description=description
    )


KNOWN_ON = query("known", {"type": "string", "format": "date", "pattern": AS_OF_DAY}, KNOWN)
"""The day of knowledge. It is no pattern of the days until today: the description is the same tomorrow."""


def filters(without: Sequence[str] = ("sort", "page")) -> list[OpenApiParameter]:
    """Every filter as a parameter: the law's words are listed, those that cases bring with them are described."""
    return [
        query(described_name(name), schema_of(definition), help_of(name))
        for name, definition in CaseFilter.base_filters.items()
        if name not in without
    ]


def described_name(name: str) -> str:
    """`not_article` for `article!`, which addresses take as well: clients make names of their own language from it."""
    return f"{LEAVING_OUT}{name.removesuffix(EXCLUDED)}" if name.endswith(EXCLUDED) else name


def help_of(name: str) -> str:
    """What a filter asks for."""
    if name.endswith(EXCLUDED):
        return f"Leaves out the cases that `{name.removesuffix(EXCLUDED)}` would find; `{name}=` is the same."
    return HELP[name]


def schema_of(definition: Any) -> JSONDict:
    """What a field takes, as JSON Schema."""
    field: type[Parameter] = definition.field_class
    if issubclass(field, NameTokens):
        return _any_of({"maxLength": LONGEST_NAME, "pattern": TEXT.replace("*", "+")})
    if issubclass(field, Tokens):
        return _any_of({"pattern": WORD})
    if issubclass(field, Choice):
        return {"type": "string", "enum": list(definition.extra["known"]())}
    if issubclass(field, Choices):
        return _any_of({"enum": list(field(**definition.extra).known())})
    if issubclass(field, Number):
        return {"type": "integer", "minimum": definition.extra["least"], "maximum": definition.extra["most"]}
    plain: dict[type[Parameter], JSONDict] = {
        AsOfDay: {"type": "string", "format": "date", "pattern": AS_OF_DAY},
        MomentField: {"type": "string", "format": "date-time", "pattern": MOMENT_TEXT},
        Day: {"type": "string", "format": "date", "pattern": DAY, "example": f"{(FIRST_YEAR + LAST_YEAR) // 2}-01-01"},
        Duration: {"type": "string", "pattern": LENGTH},
        Search: {"type": "string", "maxLength": LONGEST_SEARCH, "pattern": TEXT},
    }
    return plain[field]


def _any_of(value: JSONDict) -> JSONDict:
    return {"type": "array", "items": {"type": "string", **value}, "maxItems": MOST_VALUES}


class Description(AutoSchema):
    """Operations are called as their views are; views with filters have all of them."""

    view: Any

    def get_operation_id(self) -> str:
        return str(self.view.operation)

    def get_tags(self) -> list[str]:
        return [self.view.operation.partition("_")[0]]

    def get_override_parameters(self) -> list[Any]:
        looks_back = [KNOWN_ON] if getattr(self.view, "looks_back", False) else []
        chosen = filters(self.view.without) if getattr(self.view, "filtered", False) else []
        return [*super().get_override_parameters(), *looks_back, *chosen]
