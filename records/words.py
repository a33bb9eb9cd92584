"""The rule book's vocabularies as the forms need them: word -> label in the reader's language."""

from collections.abc import Mapping

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from law.kazakhstan import vocabularies
from law.kazakhstan.vocabularies import Names

TABLES = {
    "restriction-kinds": lambda: {key: kind.names for key, kind in vocabularies.kinds().items()},
    "covers": lambda: {key: cover.names for key, cover in vocabularies.covers().items()},
    "regions": lambda: {key: region.names for key, region in vocabularies.regions().items()},
}


def vocabulary(name: str) -> Mapping[str, Names]:
    """All words of one vocabulary with their names, in the rule book's order."""
    return TABLES[name]() if name in TABLES else vocabularies.words(name)


def choices(name: str) -> list[tuple[str, str]]:
    """(word, label) for a form, labels in the active language."""
    language = get_language() or "en"
    return [(word, names.get(language)) for word, names in vocabulary(name).items()]


def refusal(word: str, name: str) -> str:
    """What to tell an editor who gave a word that the vocabulary lacks."""
    known = ", ".join(vocabulary(name))
    return _("“%(word)s” is not known here. Choose one of: %(known)s.") % {
        "word": word[:40],
        "known": known,
    }
