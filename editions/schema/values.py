"""The values an archive file is made of: ids, texts, dates, lengths, words, lists of sources."""

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING, Annotated, Any, Literal, Never

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    Tag,
)
from pydantic_core import CoreSchema, PydanticCustomError, PydanticKnownError, core_schema

from law.country import country
from law.dates import DateError, DateRange
from law.dates import parse as parse_date
from law.lengths import Length, LengthError
from records.json_dict import JSONDict
from records.languages import LANGUAGES
from records.licences import LICENCES
from records.plain_text import control_in, markup_in


class Part(BaseModel):
    """A piece of the archive file: strict types, no key that the format does not name."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, serialize_by_alias=True)

    def to_dict(self) -> JSONDict:
        """The plain object in normal form, ready for canonical bytes."""
        return self.model_dump(mode="json")


def only_if_stated() -> Any:
    """A field that the format gained later: left out where nothing is stated, so that no older digest changes."""
    return Field(default=None, exclude_if=lambda value: value is None)


def refuse(kind: str, message: str) -> Never:
    """Ends a validation with `message`, which names what is wrong and what to do."""
    # Braces are pydantic's placeholders: a text that is quoted in a message may hold them.
    raise PydanticCustomError(kind, "{message}", {"message": message})


# Texts


def plain_text(text: str) -> str:
    """`text` in NFC without outer spaces; refuses control characters and markup."""
    if control := control_in(text):
        refuse("control", f"holds the control character {control}: remove it")
    if markup := markup_in(text):
        refuse("markup", f"holds the markup {markup!r}, but texts are plain: remove the tag")
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def _limited(limit: int) -> Callable[[str], str]:
    def check(text: str) -> str:
        if len(text) > limit:
            refuse("too_long", f"has {len(text):,} characters: at most {limit:,} fit here")
        return text

    return check


def _none_if_empty(text: str | None) -> str | None:
    return text or None


def _three_languages(texts: dict[str, str]) -> dict[str, str]:
    """English, Russian, Kazakh in this order; an empty text is a missing one."""
    return {language: texts[language] for language in LANGUAGES if texts.get(language)}


def _some_language(texts: dict[str, str]) -> dict[str, str]:
    if not texts:
        refuse("no_name", f"is empty: give a name in at least one of {', '.join(LANGUAGES)}")
    return texts


NAME, TITLE, TEXT = 200, 400, 10_000
if TYPE_CHECKING:
    Language = str
else:
    Language = Literal[tuple(LANGUAGES)]  # the JSON Schema names them
_Name = Annotated[
    str, AfterValidator(_limited(NAME)), AfterValidator(plain_text), Field(json_schema_extra={"maxLength": NAME})
]
_Title = Annotated[
    str, AfterValidator(_limited(TITLE)), AfterValidator(plain_text), Field(json_schema_extra={"maxLength": TITLE})
]
_Text = Annotated[
    str, AfterValidator(_limited(TEXT)), AfterValidator(plain_text), Field(json_schema_extra={"maxLength": TEXT})
]

_Short = Annotated[
    str, AfterValidator(_limited(60)), AfterValidator(plain_text), Field(json_schema_extra={"maxLength": 60})
]

Group = Annotated[_Short | None, AfterValidator(_none_if_empty)]
Name = Annotated[_Name | None, AfterValidator(_none_if_empty)]
Title = Annotated[_Title | None, AfterValidator(_none_if_empty)]
Names = Annotated[dict[Language, _Name], AfterValidator(_three_languages), AfterValidator(_some_language)]
Titles = Annotated[dict[Language, _Title], AfterValidator(_three_languages)]
Texts = Annotated[dict[Language, _Text], AfterValidator(_three_languages)]


def _filled(text: str) -> str:
    return text or refuse("empty", "is empty: write something or leave the whole entry out")


RequiredName = Annotated[_Name, AfterValidator(_filled)]

# Ids and addresses

_ID = re.compile(r"[a-z0-9-]{3,60}\Z")
_INNER_ID = re.compile(r"[a-z0-9-]{1,60}\Z")
_FIELD = re.compile(r"[a-z_]{1,40}\Z")
_TARGET = re.compile(r"(case|kind:[a-z-]{1,60}|(law:[a-z-]{1,60}:)?[a-z0-9-]{1,60})\Z")
_URL = re.compile(r"https?://[^\s<>\"\\^`{|}]+\Z")
_DIGEST = re.compile(r"[0-9a-f]{64}\Z")
_LANGUAGE = re.compile(r"[a-z]{2,3}\Z")
_PATH = re.compile(r"[a-z][a-z0-9_.:-]{0,100}\Z")


def matching(pattern: re.Pattern[str], remedy: str) -> AfterValidator:
    """A validator that refuses what does not match; `remedy` follows the quoted value."""

    def check(text: str) -> str:
        if not pattern.match(text):
            refuse("pattern", f"{_quoted(text)} {remedy}")
        return text

    return AfterValidator(check)


def _quoted(text: str) -> str:
    return f'"{text}"' if len(text) <= 60 else f'"{text[:57]}..."'


Id = Annotated[str, matching(_ID, "is no id: 3 to 60 of a-z, 0-9 and the hyphen")]
InnerId = Annotated[str, matching(_INNER_ID, "is no id: 1 to 60 of a-z, 0-9 and the hyphen")]
Word = Annotated[str, matching(_INNER_ID, "is no word: 1 to 60 of a-z, 0-9 and the hyphen")]
FieldName = Annotated[str, matching(_FIELD, "is no key of this entry: write the key that the sources speak of")]
Target = Annotated[str, matching(_TARGET, 'points to nothing: write an id of this case, "kind:" and a kind, or "case"')]
Path = Annotated[str, matching(_PATH, "is no key of a case: write a key such as testimonies or person.born")]
Url = Annotated[
    str,
    AfterValidator(_limited(2000)),
    matching(_URL, "is no web address: it begins with http:// or https:// and holds no spaces"),
]
Digest = Annotated[str, matching(_DIGEST, "is no digest: 64 hexadecimal digits")]
LanguageTag = Annotated[str, matching(_LANGUAGE, "is no language: write a code such as en, ru or kk")]


def _set(words: list[str]) -> list[str]:
    return sorted(set(words))


Ids = Annotated[list[Id], AfterValidator(_set)]
InnerIds = Annotated[list[InnerId], AfterValidator(_set)]
Words = Annotated[list[Word], AfterValidator(_set)]
Paths = Annotated[list[Path], AfterValidator(_set)]

# Sources: of the whole entry (a list) or of its keys (an object)

WHOLE = "all"


def _cited(by_field: dict[str, list[str]]) -> dict[str, list[str]]:
    return {field: by_field[field] for field in sorted(by_field) if by_field[field]}


def _list_if_whole(sources: list[str] | dict[str, list[str]]) -> list[str] | dict[str, list[str]]:
    """Sources of the whole entry are a list; beside those of a key they stand under `all`."""
    return sources.get(WHOLE, []) if isinstance(sources, dict) and set(sources) <= {WHOLE} else sources


def _shape(value: Any) -> str:
    return "object" if isinstance(value, dict) else "list"


SourceIds = Annotated[
    Annotated[Ids, Tag("list")] | Annotated[dict[FieldName, Ids], AfterValidator(_cited), Tag("object")],
    Discriminator(_shape),
    AfterValidator(_list_if_whole),
]

# Dates and lengths


def _ascii(text: str) -> str:
    if len(text) > 100:
        refuse("too_long", f"has {len(text):,} characters: at most 100 fit here")
    return text if text.isascii() else refuse("digits", f"{_quoted(text)}: write the digits 0 to 9")


def _date(text: str) -> str:
    try:
        parse_date(_ascii(text))
    except DateError as error:
        refuse("date", str(error))
    return text


def _length(text: str) -> str:
    try:
        Length.parse(_ascii(text))
    except LengthError as error:
        refuse("length", str(error))
    return text


def _date_or_length(text: str) -> str:
    return _length(text) if text.startswith("P") else _date(text)


def _day(text: str) -> str:
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", _date(text)):
        refuse("day", f"{_quoted(text)} is not one day: write it as 2026-11-22")
    return text


PartialDate = Annotated[str, AfterValidator(_date)]
Day = Annotated[str, AfterValidator(_day)]
LengthText = Annotated[str, AfterValidator(_length)]
DateOrLength = Annotated[str, AfterValidator(_date_or_length)]


class Unknown(Part):
    """Searched for on that day and not found."""

    unknown: Day


def _date_shape(value: Any) -> str:
    return "unknown" if isinstance(value, dict | Unknown) else "date"


Fact = Annotated[
    Annotated[PartialDate | None, Tag("date")] | Annotated[Unknown, Tag("unknown")],
    Discriminator(_date_shape),
]
"""A date as a source states it; null: not recorded, compute it; an object: searched, not found."""


def span(value: "str | Unknown | None") -> DateRange | None:
    """The range of a date that is stated, else None."""
    return parse_date(value) if isinstance(value, str) else None


def refuse_end_before_start(start: "str | Unknown | None", end: "str | Unknown | None", names: tuple[str, str]) -> None:
    """Refuses what certainly ends before it begins; ranges that overlap pass."""
    first, last = span(start), span(end)
    if first is None or last is None or first.earliest is None or last.latest is None:
        return
    if last.latest < first.earliest:
        refuse("order", f"{names[1]} {end} lies before {names[0]} {start}: correct one of the two")


# Words that the country's vocabularies name and explain


class WordOf:
    """One word of a vocabulary that is read when a document is: what it lacks is refused like any other word."""

    def __init__(self, words: Callable[[], Collection[str]]) -> None:
        self.words = words

    def check(self, word: Any) -> str:
        words = self.words()
        if isinstance(word, str) and word in words:
            return word
        raise PydanticKnownError("literal_error", {"expected": " or ".join(map(repr, words))})

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.check)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": "string", "enum": list(self.words())}


def restriction_kinds() -> list[str]:
    """The kinds that a restriction can have: custody has rows of its own."""
    return [kind.id for kind in country().kinds.values() if not kind.pretrial]


RestrictionKind = Annotated[str, WordOf(restriction_kinds)]
CustodyKind = Annotated[str, WordOf(lambda: country().pretrial_kinds)]
Scope = Annotated[str, WordOf(lambda: country().ban_scopes)]


def _sorted_once(scopes: list[Scope]) -> list[Scope]:
    return sorted(set(scopes))


Scopes = Annotated[list[Scope], AfterValidator(_sorted_once)]


def _listed(vocabulary: Callable[[], Mapping[str, object]], what: str) -> AfterValidator:
    """A validator that refuses words which the rule book's `vocabulary` lacks."""

    def check(word: str) -> str:
        if word not in vocabulary():
            refuse("unlisted", f"{_quoted(word)} is no {what}: known are {', '.join(vocabulary())}")
        return word

    return AfterValidator(check)


Region = Annotated[str, _listed(lambda: country().regions, "region")]


Licence = Annotated[str, _listed(lambda: LICENCES, "licence")]
Recognised = Annotated[str, _listed(lambda: country().words("recognitions"), "recognition")]
