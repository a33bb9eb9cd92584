"""The shapes of the answers, for the API's description."""

from collections.abc import Callable, Sequence
from typing import Any, get_args

from drf_spectacular.utils import OpenApiParameter, extend_schema_field, inline_serializer
from rest_framework import serializers as s

from archive.api import schema
from archive.api.paging import MOST
from archive.exports.case_detail import OF_A_CLAIM, OF_A_RESTRICTION, OF_A_VERDICT
from archive.exports.columns import CASES as CASE_COLUMNS
from archive.exports.columns import RESTRICTIONS as RESTRICTION_COLUMNS
from editions.codec import adapter
from law.dates import DateRange
from law.outcome import Basis, Burden, Certainty, ClaimOutcome, Outcome, VerdictOutcome
from law.states import State


def _nothing_or(field: type[s.Field], **options: Any) -> s.Field:
    return field(allow_null=True, **options)


class Names(s.Serializer):
    """A text in the three languages."""

    en = s.CharField()
    ru = s.CharField()
    kk = s.CharField()


def _texts() -> s.Field:
    return s.DictField(child=s.CharField(), help_text="By language; any may be missing.")


def _many(name: str, fields: dict[str, s.Field]) -> s.Serializer:
    return inline_serializer(name, fields, many=True)


def _page(name: str, results: s.Serializer, about: bool = True) -> s.Serializer:
    head: dict[str, s.Field] = {"about": s.DictField(), "count": s.IntegerField()} if about else {}
    return inline_serializer(name, {**head, "next": _nothing_or(s.CharField), "results": results})


def _of_law(schema: dict[str, Any]) -> s.Field:
    """A value of the law as the codec that writes it describes it."""
    field = extend_schema_field(schema)(type("OfLaw", (s.JSONField,), {}))
    return field()


def _rows_of_law(type_: Any, keys: Sequence[str], **of_the_day: Any) -> s.Field:
    """Rows of which the answer gives these keys, some of them only known on a day."""
    row = adapter(type_).json_schema()
    properties = row["properties"] | {key: adapter(hint).json_schema() for key, hint in of_the_day.items()}
    row |= {"properties": {key: properties[key] for key in keys}, "required": list(keys)}
    return _of_law({"type": "array", "items": row})


CERTAINTY = get_args(Certainty)
CASES = _page("CasePage", schema.of_columns("CaseRow", CASE_COLUMNS))
RESTRICTIONS = _page("RestrictionPage", schema.of_columns("RestrictionRow", RESTRICTION_COLUMNS))


class PersonSerializer(s.Serializer):
    """Somebody of the archive."""

    person_id = s.CharField()
    names = _texts()
    cases = s.ListField(child=s.CharField())


PEOPLE = _page("PersonPage", PersonSerializer(many=True))
PERSON = PersonSerializer()
CASE = inline_serializer(
    "CaseOnADay",
    {
        "document": s.DictField(help_text="The document as published, format shekteu-document/1."),
        "on": s.DateField(),
        "edition": inline_serializer(
            "EditionOfACase",
            {
                "number": s.IntegerField(),
                "published_at": s.DateTimeField(),
                "reason": _texts(),
                "digest": s.CharField(),
                "hash": s.CharField(),
                "rule_book": s.CharField(),
            },
        ),
        "burden": _of_law(adapter(Burden).json_schema()),
        "verdicts": _rows_of_law(VerdictOutcome, OF_A_VERDICT),
        "restrictions": _rows_of_law(Outcome, OF_A_RESTRICTION, starts=DateRange, state=State, basis=Basis),
        "claims": _rows_of_law(ClaimOutcome, OF_A_CLAIM),
    },
)
EDITIONS = _page(
    "EditionPage",
    _many(
        "Edition",
        {
            **{name: s.CharField(allow_blank=True) for name in ("case_key", "case_id", "kind", "format", "rule_book")},
            **{name: s.CharField(allow_blank=True) for name in ("digest", "previous", "hash")},
            "number": s.IntegerField(),
            "published_at": s.DateTimeField(),
            "reason": _texts(),
        },
    ),
    about=False,
)


def _of_the_rule_book(name: str, results: s.Serializer) -> s.Serializer:
    return inline_serializer(name, {"rule_book": s.CharField(), "results": results})


KINDS = _of_the_rule_book(
    "KindList",
    _many(
        "Kind",
        {
            "id": s.CharField(),
            "order": s.IntegerField(),
            "main": s.BooleanField(),
            "from_custody": s.BooleanField(),
            "group": s.CharField(),
            "burden": s.CharField(),
            **{name: Names() for name in ("names", "short", "meaning")},
        },
    ),
)
ARTICLES = _of_the_rule_book(
    "ArticleList",
    _many(
        "Article",
        {
            "code": s.CharField(),
            "article": s.CharField(),
            "names": Names(),
            "extremist": s.BooleanField(),
            "terrorist": s.BooleanField(),
            "parts": _many(
                "PartOfAnArticle",
                {
                    "part": _nothing_or(s.CharField),
                    "gravity": _nothing_or(s.CharField),
                    "certainty": s.ChoiceField(CERTAINTY),
                },
            ),
        },
    ),
)


class RuleSerializer(s.Serializer):
    """A rule of law in our own words."""

    id = s.CharField()
    version = s.IntegerField()
    law = s.CharField()
    article = s.CharField()
    title = Names()
    text = Names()
    url = s.CharField(allow_null=True)
    valid_from = s.DateField(allow_null=True)
    valid_until = s.DateField(allow_null=True)
    certainty = s.ChoiceField(CERTAINTY)


RULES = _of_the_rule_book("RuleList", RuleSerializer(many=True))
RULE = RuleSerializer()

CASE_ID = schema.in_path("case_id", schema.CASE_ID, "The case's id, as in its address.")
PERSON_ID = schema.in_path("person_id", schema.CASE_ID, "The person's id.")
RULE_ID = schema.in_path("rule_id", schema.CASE_ID, "The rule's id, such as credit-prison.")
_A_DAY = {"type": "string", "format": "date", "pattern": schema.AS_OF_DAY}
ON = schema.query("on", _A_DAY, "The day that states speak of; today if absent.")


def describe(answer: s.Serializer, *parameters: OpenApiParameter, cursor: str = "") -> Callable[[Any], Any]:
    """Describe the GET of a view. ``cursor``: the list goes by cursors of this pattern."""
    paging = []
    if cursor:
        paging.append(
            schema.query("limit", {"type": "integer", "minimum": 1, "maximum": MOST}, "How many rows at most.")
        )
        paging.append(schema.query("cursor", {"type": "string", "pattern": cursor}, "Where the page before ended."))
    return schema.answers(answer, [*parameters, *paging])
