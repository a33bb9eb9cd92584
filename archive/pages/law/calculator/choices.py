"""What the calculator's menus offer, in the reader's language."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from law.country import country
from law.vocabularies import Article
from records.languages import active_language

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
    return [("", _("choose one")), *kinds_of(country().main_penalties)]


def custody() -> Choices:
    return kinds_of(country().pretrial_kinds)


def kinds_of(ids: Iterable[str]) -> Choices:
    language, kinds = active_language(), country().kinds
    return [(id_, kinds[id_].names.get(language)) for id_ in ids]


def regimes() -> Choices:
    return words_of("regimes")


def rules() -> Choices:
    """Every rule by its title: what is presumed is one of them."""
    return [(id_, rule.title.get(active_language())) for id_, rule in country().rules.items()]


def gravities() -> Choices:
    return words_of("gravity")


def words_of(vocabulary: str) -> Choices:
    language, words = active_language(), country().words(vocabulary)
    return [("", _("not known")), *((word, names.get(language)) for word, names in words.items())]


def charges() -> Choices:
    """Every article of the code in force with its parts, then the way out for one that is missing."""
    in_force = [article for article in country().articles.values() if article.code == country().criminal_code]
    known = [choice for article in in_force for choice in parts_of(article)]
    return [("", "—"), *known, (OTHER, _("another article: fill in the two fields beside this one"))]


def parts_of(article: Article) -> Choices:
    """The parts of an article, then the article itself for who does not know the part."""
    number, name = article.article, article.names.get(active_language())
    parts = [part.part for part in article.parts.values() if part.part]
    choices = [(f"{number}.{part}", f"{number} ({part}) · {name}") for part in parts]
    part_unknown = f" · {_('part not known')}" if parts else ""
    return [*choices, (number, f"{number} · {name}{part_unknown}")]
