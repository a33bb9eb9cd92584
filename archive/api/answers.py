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
from archive.api.paging import PUBLISHED
from archive.api.problems import MEDIA_TYPE
from archive.exports.api_examples import MOST_ROWS
from archive.exports.case_detail import OF_A_CLAIM, OF_A_RESTRICTION, OF_A_VERDICT
from archive.exports.definitions import TABLES
from archive.index.columns.certainty import OF_A_STATE
from editions.codec import adapter
from editions.schema import Document
from law.burden import BurdenTotal
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


class AboutSerializer(s.Serializer[Any]):
    """What every answer says of itself."""

    source = s.CharField(help_text="The archive’s name.")  # type: ignore[assignment]  # DRF has an attribute of this name
    licence = s.CharField(help_text="Under what terms the answer may be copied.")
    on = s.DateField(help_text="The day that states speak of.")
    known = s.DateField(help_text="The archive as it was known at the end of this day.")
    changed = s.CharField(allow_blank=True, help_text="When the newest version that the archive knew was published.")
    query = s.CharField(help_text="The address of what was asked.")
    note = s.CharField(help_text="What has to be said beside any number.")


class SearchSerializer(s.Serializer[Any]):
    """How the words of a search were read."""

    dropped = s.ListField(child=s.CharField(), help_text="Words left out, for no case has it all.")
    layout = s.CharField(allow_blank=True, help_text="The words as typed in another keyboard layout; empty: as given.")
    is_near = s.BooleanField(help_text="Whether no name is spelled quite so, and these come near.")


class TextsSerializer(s.Serializer[Any]):
    """A text by language; any may be missing."""

    en = s.CharField(required=False)
    ru = s.CharField(required=False)
    kk = s.CharField(required=False)


def texts() -> Field:
    return TextsSerializer()


def many(name: str, fields: dict[str, Field]) -> Serializer:
    return inline_serializer(name, fields, many=True)


def page(name: str, results: Serializer, about: bool = True) -> Serializer:
    head: dict[str, Field] = {}
    if about:
        as_of = nullable(s.DateTimeField, help_text="The moment whose archive this shows; the next page keeps to it.")
        search = SearchSerializer(allow_null=True, help_text="How the words of `q` were read; null: none were given.")
        head = {"about": AboutSerializer(), "as_of": as_of, "search": search, "count": s.IntegerField()}
    next_page = nullable(s.CharField, help_text="The address of the next page; null: this is the last.")
    return inline_serializer(name, {**head, "next": next_page, "results": results})


def described(content: dict[str, Any]) -> Field:
    """A value as whoever writes it describes it: the codec of the law, the schema of documents."""
    field: type[Field] = extend_schema_field(content)(type("Described", (s.JSONField,), {}))
    return field()


def of_law(type_: Any) -> dict[str, Any]:
    return adapter(type_).json_schema(mode="serialization")


def rows_of_law(name: str, type_: Any, keys: Sequence[str], **of_the_day: Any) -> Field:
    """Rows of which the answer gives these keys, some of them only known on a day."""
    row = of_law(type_)
    properties = row["properties"] | {key: of_law(hint) for key, hint in of_the_day.items()}
    row |= {"title": name, "properties": {key: properties[key] for key in keys}, "required": list(keys)}
    return described({"type": "array", "items": row})


def document() -> dict[str, Any]:
    """A document as it was published. What was erased is missing; a row without an id leaves null at its place."""
    schema = Document.model_json_schema(mode="serialization")
    for part in schema["$defs"].values():
        for field in part.get("properties", {}).values():
            if "$ref" in field.get("items", {}):
                row = schema["$defs"][field["items"]["$ref"].rpartition("/")[2]]
                if "id" not in row["properties"]:
                    field["items"] = {"anyOf": [field["items"], {"type": "null"}]}
    return schema


CERTAINTY = get_args(Certainty)
OF_A_COUNT = tuple(OF_A_STATE.values())
CHANGE_KINDS = ("published", "withdrawn")
CASES = page("CasePage", schema.of_columns("CaseRow", TABLES["cases"].columns))
RESTRICTIONS = page("RestrictionPage", schema.of_columns("RestrictionRow", TABLES["restrictions"].columns))


class OtherNameSerializer(s.Serializer[Any]):
    """A name that the person has or had besides."""

    name = s.CharField()
    language = s.CharField(allow_null=True)
    kind = s.CharField(help_text="former, variant or pseudonym.")


class CaseOfAPersonSerializer(s.Serializer[Any]):
    """A published case of a person."""

    case_id = s.CharField()
    title = texts()
    version = s.IntegerField()
    version_key = s.CharField()
    address = s.CharField(help_text="The case in this API.")
    burden = described(of_law(Burden))


class PersonSerializer(s.Serializer[Any]):
    """Somebody of the archive, with those of their cases that were asked for."""

    person_id = s.CharField()
    names = texts()
    cases = s.ListField(child=s.CharField(), help_text="Their ids.")


class PersonInFullSerializer(PersonSerializer):
    """Somebody of the archive with all their cases, and one total that counts no day twice."""

    other_names = OtherNameSerializer(many=True)
    in_cases = CaseOfAPersonSerializer(many=True)
    burden = described(of_law(BurdenTotal))


PEOPLE = page("PersonPage", PersonSerializer(many=True))
PERSON = PersonInFullSerializer()
CASE = inline_serializer(
    "CaseOnADay",
    {
        "document": described(document()),
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
        "burden": described(of_law(Burden)),
        "verdicts": rows_of_law("VerdictOnADay", VerdictOutcome, OF_A_VERDICT),
        "restrictions": rows_of_law(
            "RestrictionOnADay", Outcome, OF_A_RESTRICTION, starts=DateRange, state=State, basis=Basis
        ),
        "claims": rows_of_law("ClaimOnADay", ClaimOutcome, OF_A_CLAIM),
    },
)
VERSIONS = page(
    "VersionPage",
    many(
        "Version",
        {
            **{name: s.CharField() for name in ("key", "case_id", "kind")},
            **{
                name: s.CharField(allow_blank=True, help_text="Empty: of a withdrawal.")
                for name in ("format", "rule_book", "digest")
            },
            "version": s.IntegerField(allow_null=True, help_text="Null: of a withdrawal."),
            "published_at": s.DateTimeField(),
            "reason": texts(),
        },
    ),
    about=False,
)


CHANGES = inline_serializer(
    "ChangePage",
    {
        "cursor": s.CharField(help_text="What to ask for as `since` the next time."),
        "next": nullable(s.CharField, help_text="The address of the next page; null: this is the last."),
        "results": many(
            "CaseThatChanged",
            {
                "case_id": s.CharField(),
                "kind": s.ChoiceField(CHANGE_KINDS, help_text="What was done last."),
                "version": s.IntegerField(allow_null=True, help_text="Null: of a withdrawal."),
                "key": s.CharField(help_text="The version’s own key."),
                "reason": texts(),
                "published_at": s.DateTimeField(),
            },
        ),
    },
)


def of_the_rule_book(name: str, results: Serializer) -> Serializer:
    return inline_serializer(name, {"rule_book": s.CharField(), "results": results})


ROOT = inline_serializer(
    "Root",
    {
        "title": s.CharField(),
        "version": s.CharField(help_text="Of this API: it changes with what breaks a client."),
        "schema": s.CharField(help_text="The address of this description."),
        "documentation": s.CharField(help_text="The address of the page about limits, paging, versions and errors."),
        "endpoints": s.DictField(child=s.CharField(), help_text="The lists and counts by name."),
    },
)
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

SINCE = schema.query(
    "since",
    {
        "anyOf": [
            {"type": "string", "format": "date-time", "pattern": schema.MOMENT_TEXT},
            {"type": "string", "format": "date", "pattern": schema.AS_OF_DAY},
            {"type": "string", "pattern": PUBLISHED},
        ]
    },
    "A moment, a day (from its beginning in Almaty), or the cursor of the last answer; everything if absent.",
)
LIMIT = schema.query("limit", {"type": "integer", "minimum": 1, "maximum": MOST_ROWS}, "How many rows at most.")
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
    certainty = s.ChoiceField(OF_A_COUNT)
    return {"certainty": certainty, "cases": s.IntegerField(), "people": s.IntegerField()}


def certainty_counts(name: str, help_text: str) -> Serializer:
    return inline_serializer(name, of_a_certainty(), many=True, help_text=help_text)


COUNTS = inline_serializer(
    "Counts",
    {
        "about": AboutSerializer(),
        "as_of": nullable(s.DateTimeField, help_text="The moment whose archive this shows."),
        "search": SearchSerializer(allow_null=True, help_text="How the words of `q` were read; null: none were given."),
        "cases": s.IntegerField(),
        "people": s.IntegerField(),
        "certainties": certainty_counts(
            "PartOfACount", "The same under the surest word that holds of each; they add up."
        ),
        "besides": certainty_counts("PartBeside", "Those of whom the restriction is in another state than was chosen."),
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
        LIMIT,
        schema.query("cursor", {"type": "string", "pattern": cursor}, "Where the page before ended."),
    )
    responses = {(200, "application/json"): answer, ("4XX", MEDIA_TYPE): schema.PROBLEM}
    described = extend_schema(parameters=[*parameters, *(paging if cursor else ())], responses=responses)
    return extend_schema_view(get=described)
