"""The vocabularies with law in them: kinds, articles, regions, bars and the words for them.

Data files in ``vocabularies/``, read when first asked for. They are part of the rule book:
changed by a release and ``reckon_again``, never in the database.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

Language = str
Certainty = Literal["A", "B", "C"]
Gravity = Literal["misdemeanour", "minor", "medium", "grave", "especially-grave"]
KindGroup = Literal["custody", "ban", "control", "finance", "record", "other"]
BurdenGroup = Literal["behind-bars", "home", "banned", "record-or-list", "none"]

FOLDER = Path(__file__).with_name("vocabularies")


@dataclass(frozen=True, slots=True)
class Translations:
    """One text in the three languages of the archive; none is ever empty."""

    en: str
    ru: str
    kk: str

    def get(self, language: Language) -> str:
        """The text in ``language``, else in English."""
        return {"ru": self.ru, "kk": self.kk}.get(language, self.en)


@dataclass(frozen=True, slots=True)
class ArticlePart:
    """One part of an article and its gravity (CC 11); part None stands for the whole article.

    ``least`` and ``most`` are years of imprisonment in the sanction; None: not provided for, or
    only the gravity is known.
    """

    part: str | None
    least: int | None
    most: int | None
    gravity: Gravity | None
    certainty: Certainty
    against_life: bool | None


@dataclass(frozen=True, slots=True)
class Article:
    """An article of a criminal code. CC 3(30) and 3(39) say which are terrorist, extremist.

    A mark holds for the parts named in ``extremist_parts``, for all where that is None.
    ``names_certainty`` is that of the Kazakh name: C waits for a native lawyer.
    """

    code: str
    article: str
    names: Translations
    extremist: bool
    extremist_parts: tuple[str, ...] | None
    terrorist: bool
    marks_certainty: Certainty | None
    parts: Mapping[str | None, ArticlePart]
    names_certainty: Certainty


@dataclass(frozen=True, slots=True)
class RestrictionKind:
    """A kind of restriction: its words, what it means in daily life, how it is shown and counted.

    ``main`` kinds are main penalties; ``from_custody`` kinds come from a case's custody periods.
    ``group`` decides colour and pattern, ``burden`` the part of the total it counts under;
    ``order`` is the order of display, from the first a person meets to the last.
    """

    id: str
    order: int
    main: bool
    from_custody: bool
    group: KindGroup
    burden: BurdenGroup
    names: Translations
    short: Translations
    meaning: Translations


@dataclass(frozen=True, slots=True)
class BanScope:
    """Something that a ban can cover."""

    id: str
    names: Translations
    meaning: Translations


@dataclass(frozen=True, slots=True)
class Region:
    """A region by its ISO 3166-2 code; ``col`` and ``row`` are its place on the tile-grid map."""

    id: str
    names: Translations
    short: Translations
    centre: Translations | None
    former_codes: tuple[str, ...]
    col: int
    row: int


@dataclass(frozen=True, slots=True)
class OfficeBar:
    """What a person may not do while a record, list, ban or prison lasts. Text, never a row.

    ``law``, ``article`` and ``url`` are None where nobody named the text: then ``reported_by``
    says who reports the bar.
    """

    id: str
    lasts_while: Literal["record", "list", "ban", "prison"]
    names: Translations
    text: Translations
    law: str | None
    article: str | None
    url: str | None
    certainty: Certainty
    reported_by: Translations | None


@cache
def load(path: Path) -> Any:
    """Returns the JSON of one data file of the rule book."""
    return json.loads(path.read_text(encoding="utf-8"))


@cache
def kinds() -> Mapping[str, RestrictionKind]:
    """Returns all kinds of restriction by id, in the order of display."""
    return MappingProxyType({row["id"]: RestrictionKind(**_named(row)) for row in _rows("kinds")})


@cache
def covers() -> Mapping[str, BanScope]:
    """Returns what a ban can cover, by id."""
    return MappingProxyType({row["id"]: BanScope(**_named(row)) for row in _rows("covers")})


@cache
def regions() -> Mapping[str, Region]:
    """Returns the 17 regions and 3 cities of Kazakhstan by ISO 3166-2 code."""
    return MappingProxyType({row["id"]: _region(row) for row in _rows("regions")})


@cache
def bars() -> Mapping[str, OfficeBar]:
    """Returns all bars by id."""
    return MappingProxyType({row["id"]: _bar(row) for row in _rows("bars")})


@cache
def words(vocabulary: str) -> Mapping[str, Translations]:
    """Returns the words for every value of a small vocabulary, such as ``results`` or ``states``.

    Raises KeyError with the known vocabularies.
    """
    known = load(FOLDER / "words.json")["words"]
    if vocabulary not in known:
        raise KeyError(f"no vocabulary {vocabulary!r}; there are {', '.join(known)}")
    return MappingProxyType({value: Translations(**names) for value, names in known[vocabulary].items()})


@cache
def articles() -> Mapping[tuple[str, str], Article]:
    """Returns all articles by code and number."""
    rows = _rows("articles")
    return MappingProxyType({(row["code"], row["article"]): _article(row) for row in rows})


def article(code: str, number: str) -> Article | None:
    """Returns the article, None if the rule book does not have it."""
    return articles().get((code, number))


def gravity(code: str, number: str, part: str | None) -> tuple[Gravity | None, Certainty]:
    """Returns how grave the offence is, by the sanction of the article's part (CC 11), and how sure.

    Without a part the gravity is known only if all parts that we read agree. None: not read.
    """
    entry = article(code, number)
    if entry is None:
        return None, "C"
    if part is None:
        return _common_gravity(entry)
    known = entry.parts.get(part) or entry.parts.get(None)
    return (known.gravity, known.certainty) if known else (None, "C")


def is_extremist(code: str, number: str, part: str | None) -> bool | None:
    """Tells whether the offence is on the closed list of CC 3(39).

    None if the rule book lacks the article, or only some parts count and the part is not known.
    """
    entry = article(code, number)
    if entry is None or not entry.extremist or entry.extremist_parts is None:
        return entry.extremist if entry else None
    return None if part is None else part in entry.extremist_parts


def is_terrorist(code: str, number: str, part: str | None) -> bool | None:
    """Tells whether the offence is on the list of CC 3(30), which names whole articles.

    None if the rule book lacks the article.
    """
    entry = article(code, number)
    return entry.terrorist if entry else None


def _common_gravity(article_: Article) -> tuple[Gravity | None, Certainty]:
    gravities = {part.gravity for part in article_.parts.values()}
    if len(gravities) != 1:
        return None, "C"
    return gravities.pop(), max(part.certainty for part in article_.parts.values())


def _rows(name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = load(FOLDER / f"{name}.json")[name]
    return rows


def _named(row: Mapping[str, Any]) -> dict[str, Any]:
    """Returns the row with every text in three languages made Translations."""
    return {key: Translations(**value) if isinstance(value, dict) else value for key, value in row.items()}


def _region(row: Mapping[str, Any]) -> Region:
    return Region(**_named(row) | {"former_codes": tuple(row["former_codes"])})


def _bar(row: Mapping[str, Any]) -> OfficeBar:
    fields = _named(row)
    return OfficeBar(lasts_while=fields.pop("while"), **fields)


def _article(row: Mapping[str, Any]) -> Article:
    parts = row["extremist_parts"]
    return Article(
        code=row["code"],
        article=row["article"],
        names=Translations(**row["names"]),
        extremist=row["extremist"],
        extremist_parts=None if parts is None else tuple(parts),
        terrorist=row["terrorist"],
        marks_certainty=row["marks_certainty"],
        parts=MappingProxyType({part["part"]: ArticlePart(**part) for part in row["parts"]}),
        names_certainty=row["names_certainty"],
    )
