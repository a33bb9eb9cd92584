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
Group = Literal["custody", "ban", "control", "finance", "record", "other"]
Burden = Literal["behind-bars", "home", "banned", "record-or-list", "none"]

FOLDER = Path(__file__).with_name("vocabularies")


@dataclass(frozen=True, slots=True)
class Names:
    """One text in the three languages of the archive; none is ever empty."""

    en: str
    ru: str
    kk: str

    def get(self, language: Language) -> str:
        """The text in ``language``, else in English."""
        return {"ru": self.ru, "kk": self.kk}.get(language, self.en)


@dataclass(frozen=True, slots=True)
class Part:
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
    names: Names
    extremist: bool
    extremist_parts: tuple[str, ...] | None
    terrorist: bool
    marks_certainty: Certainty | None
    parts: Mapping[str | None, Part]
    names_certainty: Certainty


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of restriction: its words, what it means in daily life, how it is shown and counted.

    ``main`` kinds are main penalties; ``from_custody`` kinds come from a case's custody spells.
    ``group`` decides colour and pattern, ``burden`` the part of the total it counts under;
    ``order`` is the order of display, from the first a person meets to the last.
    """

    id: str
    order: int
    main: bool
    from_custody: bool
    group: Group
    burden: Burden
    names: Names
    short: Names
    meaning: Names


@dataclass(frozen=True, slots=True)
class Cover:
    """Something that a ban can cover."""

    id: str
    names: Names
    meaning: Names


@dataclass(frozen=True, slots=True)
class Region:
    """A region by its ISO 3166-2 code; ``col`` and ``row`` are its place on the tile-grid map."""

    id: str
    names: Names
    short: Names
    centre: Names | None
    former_codes: tuple[str, ...]
    col: int
    row: int


@dataclass(frozen=True, slots=True)
class Bar:
    """What a person may not do while a record, list, ban or prison lasts. Text, never a row.

    ``law``, ``article`` and ``url`` are None where nobody named the text: then ``reported_by``
    says who reports the bar.
    """

    id: str
    lasts_while: Literal["record", "list", "ban", "prison"]
    names: Names
    text: Names
    law: str | None
    article: str | None
    url: str | None
    certainty: Certainty
    reported_by: Names | None


@cache
def load(path: Path) -> Any:
    """The JSON of one data file of the rule book."""
    return json.loads(path.read_text(encoding="utf-8"))


@cache
def kinds() -> Mapping[str, Kind]:
    """All kinds of restriction by id, in the order of display."""
    return MappingProxyType({row["id"]: Kind(**_named(row)) for row in _rows("kinds")})


@cache
def covers() -> Mapping[str, Cover]:
    """What a ban can cover, by id."""
    return MappingProxyType({row["id"]: Cover(**_named(row)) for row in _rows("covers")})


@cache
def regions() -> Mapping[str, Region]:
    """The 17 regions and 3 cities of Kazakhstan by ISO 3166-2 code."""
    return MappingProxyType({row["id"]: _region(row) for row in _rows("regions")})


@cache
def bars() -> Mapping[str, Bar]:
    """All bars by id."""
    return MappingProxyType({row["id"]: _bar(row) for row in _rows("bars")})


@cache
def words(vocabulary: str) -> Mapping[str, Names]:
    """The words for every value of a small vocabulary, such as ``results`` or ``states``.

    Raises KeyError with the known vocabularies.
    """
    known = load(FOLDER / "words.json")["words"]
    if vocabulary not in known:
        raise KeyError(f"no vocabulary {vocabulary!r}; there are {', '.join(known)}")
    return MappingProxyType({value: Names(**names) for value, names in known[vocabulary].items()})


@cache
def articles() -> Mapping[tuple[str, str], Article]:
    """All articles by code and number."""
    rows = _rows("articles")
    return MappingProxyType({(row["code"], row["article"]): _article(row) for row in rows})


def article(code: str, number: str) -> Article | None:
    """The article, None if the rule book does not have it."""
    return articles().get((code, number))


def gravity(code: str, number: str, part: str | None) -> tuple[Gravity | None, Certainty]:
    """How grave the offence is, by the sanction of the article's part (CC 11), and how sure.

    Without a part the gravity is known only if all parts that we read agree. None: not read.
    """
    found = article(code, number)
    if found is None:
        return None, "C"
    if part is None:
        return _common_gravity(found)
    known = found.parts.get(part) or found.parts.get(None)
    return (known.gravity, known.certainty) if known else (None, "C")


def is_extremist(code: str, number: str, part: str | None) -> bool | None:
    """Whether the offence is on the closed list of CC 3(39).

    None if the rule book lacks the article, or only some parts count and the part is not known.
    """
    found = article(code, number)
    if found is None or not found.extremist or found.extremist_parts is None:
        return found.extremist if found else None
    return None if part is None else part in found.extremist_parts


def is_terrorist(code: str, number: str, part: str | None) -> bool | None:
    """Whether the offence is on the list of CC 3(30), which names whole articles.

    None if the rule book lacks the article.
    """
    found = article(code, number)
    return found.terrorist if found else None


def _common_gravity(found: Article) -> tuple[Gravity | None, Certainty]:
    gravities = {part.gravity for part in found.parts.values()}
    if len(gravities) != 1:
        return None, "C"
    return gravities.pop(), max(part.certainty for part in found.parts.values())


def _rows(name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = load(FOLDER / f"{name}.json")[name]
    return rows


def _named(row: Mapping[str, Any]) -> dict[str, Any]:
    """The row with every text in three languages made Names."""
    return {key: Names(**value) if isinstance(value, dict) else value for key, value in row.items()}


def _region(row: Mapping[str, Any]) -> Region:
    return Region(**_named(row) | {"former_codes": tuple(row["former_codes"])})


def _bar(row: Mapping[str, Any]) -> Bar:
    fields = _named(row)
    return Bar(lasts_while=fields.pop("while"), **fields)


def _article(row: Mapping[str, Any]) -> Article:
    parts = row["extremist_parts"]
    return Article(
        code=row["code"],
        article=row["article"],
        names=Names(**row["names"]),
        extremist=row["extremist"],
        extremist_parts=None if parts is None else tuple(parts),
        terrorist=row["terrorist"],
        marks_certainty=row["marks_certainty"],
        parts=MappingProxyType({part["part"]: Part(**part) for part in row["parts"]}),
        names_certainty=row["names_certainty"],
    )
