"""Texts that a document carries in up to three languages, and the words of the rule book."""

from collections.abc import Mapping
from typing import NamedTuple

from law.country import country
from law.vocabularies import RestrictionKind
from records.languages import active_language, nearest_language


class LocalizedText(NamedTuple):
    """A text with the language it is in; ``fell_back``: not the reader's."""

    text: str
    language: str
    fell_back: bool

    def __str__(self) -> str:
        return self.text


def localize(texts: Mapping[str, str], language: str | None = None) -> LocalizedText | None:
    """The text in the reader's language, else the nearest other; None where there is none."""
    nearest = nearest_language(texts, language)
    return LocalizedText(texts[nearest], nearest, nearest != active_language(language)) if nearest else None


def localized_str(texts: Mapping[str, str], otherwise: str = "") -> str:
    """The text alone, for sentences."""
    text = localize(texts)
    return text.text if text else otherwise


def word(vocabulary: str, value: str) -> str:
    """The word for a value of a small vocabulary; the value itself if the rule book lacks it."""
    words = country().words(vocabulary)
    return words[value].get(active_language()) if value in words else value


def restriction_kind(id_: str) -> RestrictionKind:
    """The kind of a restriction; the last, the one called “other”, for what this release does not know."""
    kinds = country().kinds
    return kinds[id_] if id_ in kinds else list(kinds.values())[-1]


def short_name(id_: str) -> str:
    """The short name of a kind."""
    return restriction_kind(id_).short.get(active_language())


def full_name(id_: str) -> str:
    """The name of a kind as the law has it."""
    return restriction_kind(id_).names.get(active_language())


def kind_meaning(id_: str) -> str:
    """What a kind means in daily life."""
    return restriction_kind(id_).meaning.get(active_language())


def article_number(number: str, part: str | None) -> str:
    """“174(2)”: an article and its part."""
    return f"{number}({part})" if part else number


def offence_name(code: str, number: str) -> str:
    """What the article is called; empty if the rule book lacks it."""
    article = country().article(code, number)
    return article.names.get(active_language()) if article else ""
