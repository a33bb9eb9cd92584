"""What the calculator's menus offer, in the reader's language."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from law.country import country
from law.vocabularies import Article, ArticlePart

Choices = list[tuple[str, Any]]

YES_NO = [("", _("not known")), ("yes", _("yes")), ("no", _("no"))]
LISTED = [("", _("no, or not known")), ("yes", _("yes"))]
BANS = [
    ("", _("no ban")),
    ("length", _("for the length below")),
    ("main-penalty", _("for the whole term of the main penalty")),
    ("life", _("for life")),
    ("unknown", _("there is a ban; its length is not known")),
]
RELEASES = [("", _("at the end of the term")), ("parole", _("on parole")), ("amnesty", _("by amnesty or pardon"))]
OTHER = "other"
"""The choice for an article that the rule book lacks."""


def main_penalties() -> Choices:
    return [("", _("choose one")), *_kinds(country().main_penalties)]


def regimes() -> Choices:
    return [("", _("not known")), *_words("regimes")]


def custody() -> Choices:
    return _kinds(country().pretrial_kinds)


def charges() -> Choices:
    """Every article of the code in force with its parts, then the way out for one that is missing."""
    known = [
        choice
        for article in country().articles.values()
        if article.code == country().criminal_code
        for choice in _parts(article)
    ]
    return [("", "—"), *known, (OTHER, _("another article: fill in the two fields beside this one"))]


def gravities() -> Choices:
    return [("", _("not known")), *_words("gravity")]


def _parts(article: Article) -> Choices:
    name = article.names.get(_language())
    numbered = [part for part in article.parts.values() if part.part]
    parts = [(f"{article.article}.{part.part}", _labelled(article, part, name)) for part in numbered]
    return [*parts, (article.article, f"{article.article} · {name}{_part_unknown(numbered)}")]


def _labelled(article: Article, part: ArticlePart, name: str) -> str:
    return f"{article.article} ({part.part}) · {name}"


def _part_unknown(parts: list[ArticlePart]) -> str:
    return f" · {_('part not known')}" if parts else ""


def _kinds(ids: Iterable[str]) -> Choices:
    return [(id_, country().kinds[id_].names.get(_language())) for id_ in ids]


def _words(vocabulary: str) -> Choices:
    return [(value, names.get(_language())) for value, names in country().words(vocabulary).items()]


def _language() -> str:
    return get_language() or "en"
