"""The shapes of the answers, for the API's description."""

from collections.abc import Callable, Sequence
from typing import Any, get_args

from drf_spectacular.utils import (
    OpenApiParameter,
    extend_schema,
    extend_schema_field,
    extend_schema_view,
    inline_serializer,
)
from rest_framework import serializers as s

from archive.api import schema
from archive.api.paging import MOST
from archive.api.problems import MEDIA_TYPE
from archive.exports.case_detail import OF_A_CLAIM, OF_A_RESTRICTION, OF_A_VERDICT
from archive.exports.definitions import TABLES
from archive.index.columns.certainty import OF_A_STATE
from editions.codec import adapter
from law.dates import DateRange
from law.outcome import Basis, Burden, Certainty, ClaimOutcome, Outcome, VerdictOutcome
from law.states import State

Field = s.Field[Any, Any, Any, Any]
Serializer = s.Serializer[Any]


def nullable(field: type[Field], **options: Any) -> Field:
    return field(allow_null=True, **options)


class NamesSerializer(s.Serializer[Any]):
    """A text in the three languages."""

    en = s.CharField()
    ru = s.CharField()
    kk = s.CharField()


def texts() -> Field:
    return s.DictField(child=s.CharField(), help_text="By language; any may be missing.")


def many(name: str, fields: dict[str, Field]) -> Serializer:
    return inline_serializer(name, fields, many=True)


def page(name: str, results: Serializer, about: bool = True) -> Serializer:
    head: dict[str, Field] = {"about": s.DictField(), "count": s.IntegerField()} if about else {}
    return inline_serializer(name, {**head, "next": nullable(s.CharField), "results": results})


def value_of_law(described: dict[str, Any]) -> Field:
    """A value of the law as the codec that writes it describes it."""
    field: type[Field] = extend_schema_field(described)(type("OfLaw", (s.JSONField,), {}))
    return field()


def rows_of_law(type_: Any, keys: Sequence[str], **of_the_day: Any) -> Field:
    """Rows of which the answer gives these keys, some of them only known on a day."""
    row = adapter(type_).json_schema()
    properties = row["properties"] | {key: adapter(hint).json_schema() for key, hint in of_the_day.items()}
    row |= {"properties": {key: properties[key] for key in keys}, "required": list(keys)}
    return value_of_law({"type": "array", "items": row})


CERTAINTY = get_args(Certainty)
CASES = page("CasePage", schema.of_columns("CaseRow", TABLES["cases"].columns))
RESTRICTIONS = page("RestrictionPage", schema.of_columns("RestrictionRow", TABLES["restrictions"].columns))


class PersonSerializer(s.Serializer[Any]):
    """Somebody of the archive."""

    person_id = s.CharField()
    names = texts()
    cases = s.ListField(child=s.CharField())


PEOPLE = page("PersonPage", PersonSerializer(many=True))
PERSON = PersonSerializer()
CASE = inline_serializer(
    "CaseOnADay",
    {
        "document": s.DictField(help_text="The document as published, format shekteu-document/2."),
        "prior": many("PriorConviction", {"key": s.CharField(), "case_id": s.CharField(allow_null=True)}),
        "on": s.DateField(),
        "edition": inline_serializer(
            "EditionOfACase",
            {
                "version": s.IntegerField(),
                "key": s.CharField(),
                "published_at": s.DateTimeField(),
                "reason": texts(),
                "digest": s.CharField(),
                "rule_book": s.CharField(),
            },
        ),
        "burden": value_of_law(adapter(Burden).json_schema()),
        "verdicts": rows_of_law(VerdictOutcome, OF_A_VERDICT),
        "restrictions": rows_of_law(Outcome, OF_A_RESTRICTION, starts=DateRange, state=State, basis=Basis),
        "claims": rows_of_law(ClaimOutcome, OF_A_CLAIM),
    },
)
VERSIONS = page(
    "VersionPage",
    many(
        "Version",
        {
            **{name: s.CharField(allow_blank=True) for name in ("key", "case_id", "kind", "format", "rule_book")},
            "digest": s.CharField(allow_blank=True),
            "version": s.IntegerField(allow_null=True),
            "published_at": s.DateTimeField(),
            "reason": texts(),
        },
    ),
    about=False,
)


def of_the_rule_book(name: str, results: Serializer) -> Serializer:
    return inline_serializer(name, {"rule_book": s.CharField(), "results": results})


KINDS = of_the_rule_book(
    "KindList",
    many(
        "Kind",
        {
            "id": s.CharField(),
            "order": s.IntegerField(),
            "main": s.BooleanField(),
            "from_custody": s.BooleanField(),
            "group": s.CharField(),
            "burden": s.CharField(),
            **{name: NamesSerializer() for name in ("names", "short", "meaning")},
        },
    ),
)
ARTICLES = of_the_rule_book(
    "ArticleList",
    many(
        "Article",
        {
            "code": s.CharField(),
            "article": s.CharField(),
            "names": NamesSerializer(),
            "extremist": s.BooleanField(),
            "terrorist": s.BooleanField(),
            "parts": many(
                "PartOfAnArticle",
                {
                    "part": nullable(s.CharField),
                    "gravity": nullable(s.CharField),
                    "certainty": s.ChoiceField(CERTAINTY),
                },
            ),
        },
    ),
)


class RuleSerializer(s.Serializer[Any]):
    """A rule of law in our own words."""

    id = s.CharField()
    version = s.IntegerField()
    law = s.CharField()
    article = s.CharField()
    title = NamesSerializer()
    text = NamesSerializer()
    url = s.CharField(allow_null=True)
    valid_from = s.DateField(allow_null=True)
    valid_until = s.DateField(allow_null=True)
    certainty = s.ChoiceField(CERTAINTY)


RULES = of_the_rule_book("RuleList", RuleSerializer(many=True))
RULE = RuleSerializer()

CASE_ID = schema.in_path("case_id", schema.CASE_ID, "The case's id, as in its address.")
PERSON_ID = schema.in_path("person_id", schema.CASE_ID, "The person's id.")
RULE_ID = schema.in_path("rule_id", schema.CASE_ID, "The rule's id, such as credit-prison.")
ON = schema.query(
    "on",
    {"type": "string", "format": "date", "pattern": schema.AS_OF_DAY},
    "The day that states speak of; today if absent.",
)


def of_a_certainty() -> dict[str, Field]:
    """So many cases and people of whom no surer word holds."""
    certainty = s.ChoiceField(list(OF_A_STATE.values()))
    return {"certainty": certainty, "cases": s.IntegerField(), "people": s.IntegerField()}


def certainty_counts(name: str, help_text: str) -> Serializer:
    return inline_serializer(name, of_a_certainty(), many=True, help_text=help_text)


COUNTS = inline_serializer(
    "Counts",
    {
        "about": s.DictField(),
        "cases": s.IntegerField(),
        "people": s.IntegerField(),
        "certainties": certainty_counts("Certainty", "The same under the surest word that holds of each; they add up."),
        "besides": certainty_counts("Beside", "Those of whom the restriction is in another state than was chosen."),
        "open_ends": inline_serializer("OpenEnds", of_a_certainty()),
        "choices": s.DictField(
            child=s.DictField(child=s.IntegerField()),
            help_text="By filter and value the number of cases if it were chosen beside the others.",
        ),
        "certainties_of_choices": s.DictField(
            child=s.DictField(child=s.DictField(child=s.IntegerField())),
            help_text="The same number by the surest word that holds of each case, unless all are certain or in the "
            "one state that was chosen.",
        ),
    },
)


def describe(answer: Serializer, *parameters: OpenApiParameter, cursor: str = "") -> Callable[[Any], Any]:
    """Describes the GET of a view, which gives the answer or a problem. ``cursor``: the pattern of a list's cursors."""
    paging = (
        schema.query("limit", {"type": "integer", "minimum": 1, "maximum": MOST}, "How many rows at most."),
        schema.query("cursor", {"type": "string", "pattern": cursor}, "Where the page before ended."),
    )
    responses = {(200, "application/json"): answer, ("4XX", MEDIA_TYPE): schema.PROBLEM}
    described = extend_schema(parameters=[*parameters, *(paging if cursor else ())], responses=responses)
    return extend_schema_view(get=described)
