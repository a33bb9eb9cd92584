"""The vocabularies with law in them: kinds, articles, regions, office bars and the words for them.

Data files in a country's folder, read when first asked for. They are part of its rule book: changed by
a release and ``reckon_again``, never in the database.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

from law.outcome import Certainty

Language = str
Gravity = Literal["misdemeanour", "minor", "medium", "grave", "especially-grave"]
KindGroup = Literal["custody", "ban", "control", "finance", "record", "other"]
BurdenGroup = Literal["behind-bars", "home", "banned", "record-or-list", "none"]


@dataclass(frozen=True, slots=True)
class Translations:
    """One text in the languages of the archive, by their codes; English is always among them, none is empty."""

    texts: Mapping[Language, str]

    def get(self, language: Language) -> str:
        """Returns the text in ``language``, else in English."""
        return self.texts.get(language) or self.texts["en"]


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
    """A kind of restriction: all that is true of it, here and in no other list.

    ``penalty``: a main or an additional penalty that a court pronounces; None: neither.
    ``pretrial``: custody before force, from the case's custody periods. ``ban``: CC 50.
    ``once``: paid or taken once, nothing that lasts. ``length``: who sets it: a court in years, months
    or days; the law; a source may state it; or there is none (worked off in hours, paid, taken).
    ``listed``: a list of a state body. ``probation``: controlled by the probation service.
    ``own_start``: it binds from a day of its own, which a paper names. ``forbids``: it can be breached.
    ``longest_years``: the most that the first of its rules allows.
    ``office_bars``: the office bars that last as long as it does, and the name of what it is among them.
    ``rules``: what its page explains; ``changed_by``: the rule by which a court changes it.
    ``longer``, ``longer_rules``: what can make it last longer. ``slug``: the id that a new row of it gets.
    ``group`` decides colour and pattern, ``burden`` the part of the total it counts under; ``order`` is the
    order of display, from the first a person meets to the last; of the main penalties the heaviest first.
    """

    id: str
    order: int
    penalty: Literal["main", "additional"] | None
    pretrial: bool
    ban: bool
    once: bool
    length: Literal["court", "law", "stated", "none"]
    listed: bool
    probation: bool
    own_start: bool
    forbids: bool
    longest_years: int | None
    group: KindGroup
    burden: BurdenGroup
    office_bars: Literal["record", "list", "ban", "prison", "control"] | None
    rules: tuple[str, ...]
    changed_by: str | None
    longer_rules: tuple[str, ...]
    longer: Translations | None
    slug: str
    names: Translations
    short: Translations
    meaning: Translations

    @property
    def is_main(self) -> bool:
        return self.penalty == "main"

    @property
    def is_prison(self) -> bool:
        """Whether it is served behind bars after a verdict: mercy may end it on any day, and nobody need report it."""
        return self.is_main and self.burden == "behind-bars"


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

    ``need`` is what of daily life it closes. ``law``, ``article`` and ``url`` are None where nobody
    named the text: then ``reported_by`` says who reports the bar.
    """

    id: str
    need: str
    lasts_while: Literal["record", "list", "ban", "prison"]
    names: Translations
    text: Translations
    law: str | None
    article: str | None
    url: str | None
    certainty: Certainty
    reported_by: Translations | None


class Vocabularies:
    """The data files of one folder, each read when first asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._words: dict[str, Mapping[str, Translations]] = {}

    @cached_property
    def kinds(self) -> Mapping[str, RestrictionKind]:
        """All kinds of restriction by id, in the order of display."""
        return MappingProxyType({row["id"]: RestrictionKind(**_values(row)) for row in self._rows("kinds")})

    @cached_property
    def main_penalties(self) -> tuple[str, ...]:
        """The ids of the main penalties, the heaviest first."""
        return tuple(kind.id for kind in self.kinds.values() if kind.is_main)

    @cached_property
    def bans(self) -> tuple[str, ...]:
        return tuple(kind.id for kind in self.kinds.values() if kind.ban)

    @cached_property
    def pretrial_kinds(self) -> tuple[str, ...]:
        return tuple(kind.id for kind in self.kinds.values() if kind.pretrial)

    @cached_property
    def kinds_done_once(self) -> tuple[str, ...]:
        return tuple(kind.id for kind in self.kinds.values() if kind.once)

    @cached_property
    def ban_scopes(self) -> Mapping[str, BanScope]:
        """What a ban can cover, by id."""
        return MappingProxyType({row["id"]: BanScope(**_values(row)) for row in self._rows("covers")})

    @cached_property
    def regions(self) -> Mapping[str, Region]:
        """The regions by ISO 3166-2 code."""
        return MappingProxyType({row["id"]: Region(**_values(row)) for row in self._rows("regions")})

    @cached_property
    def office_bars(self) -> Mapping[str, OfficeBar]:
        """All office bars by id."""
        rows = [_values(row) for row in self._rows("bars")]
        return MappingProxyType({row["id"]: OfficeBar(lasts_while=row.pop("while"), **row) for row in rows})

    @cached_property
    def articles(self) -> Mapping[tuple[str, str], Article]:
        """All articles by code and number."""
        return MappingProxyType({(row["code"], row["article"]): _article(row) for row in self._rows("articles")})

    def words(self, vocabulary: str) -> Mapping[str, Translations]:
        """Returns the words for every value of a small vocabulary, such as ``results`` or ``states``.

        Raises KeyError with the known vocabularies.
        """
        if not self._words:
            self._words = {
                name: MappingProxyType({word: Translations(names) for word, names in words.items()})
                for name, words in self._rows("words").items()
            }
        if vocabulary not in self._words:
            raise KeyError(f"no vocabulary {vocabulary!r}; there are {', '.join(self._words)}")
        return self._words[vocabulary]

    def article(self, code: str, number: str) -> Article | None:
        """Returns the article, None if the rule book does not have it."""
        return self.articles.get((code, number))

    def gravity(self, code: str, number: str, part: str | None) -> tuple[Gravity | None, Certainty]:
        """Returns how grave the offence is, by the sanction of the article's part (CC 11), and how sure.

        Without a part the gravity is known only if all parts that we read agree. None: not read.
        """
        article = self.article(code, number)
        if article is None:
            return None, "C"
        if part is not None:
            known = article.parts.get(part) or article.parts.get(None)
            return (known.gravity, known.certainty) if known else (None, "C")
        gravities = {part_.gravity for part_ in article.parts.values()}
        if len(gravities) != 1:
            return None, "C"
        return gravities.pop(), max(part_.certainty for part_ in article.parts.values())

    def is_extremist(self, code: str, number: str, part: str | None) -> bool | None:
        """Tells whether the offence is on the closed list of CC 3(39).

        None if the rule book lacks the article, or only some parts count and the part is not known.
        """
        article = self.article(code, number)
        if article is None or not article.extremist or article.extremist_parts is None:
            return article.extremist if article else None
        return None if part is None else part in article.extremist_parts

    def is_terrorist(self, code: str, number: str, part: str | None) -> bool | None:
        """Tells whether the offence is on the list of CC 3(30), which names whole articles.

        None if the rule book lacks the article.
        """
        article = self.article(code, number)
        return article.terrorist if article else None

    def _rows(self, name: str) -> Any:
        return json.loads((self.folder / f"{name}.json").read_text(encoding="utf-8"))[name]


def _values(row: Mapping[str, Any]) -> dict[str, Any]:
    """Returns the row with every text made Translations, every list a tuple."""
    values: dict[str, Any] = {}
    for key, value in row.items():
        if isinstance(value, dict):
            value = Translations(value)
        values[key] = tuple(value) if isinstance(value, list) else value
    return values


def _article(row: Mapping[str, Any]) -> Article:
    parts = {part["part"]: ArticlePart(**part) for part in row["parts"]}
    return Article(**_values(row) | {"parts": MappingProxyType(parts)})
