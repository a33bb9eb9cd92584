"""The rule book's vocabularies as the forms need them: word -> label in the reader's language."""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from law.country import country
from law.vocabularies import Translations
from records.languages import active_language

TABLES: dict[str, Callable[[], Mapping[str, Any]]] = {
    "restriction-kinds": lambda: {id_: kind for id_, kind in country().kinds.items() if not kind.pretrial},
    "custody": lambda: {id_: kind for id_, kind in country().kinds.items() if kind.pretrial},
    "covers": lambda: country().ban_scopes,
    "regions": lambda: country().regions,
}


def vocabulary(name: str) -> Mapping[str, Translations]:
    """All words of one vocabulary with their names, in the rule book's order."""
    if name in TABLES:
        return {word: row.names for word, row in TABLES[name]().items()}
    return country().words(name)


def choices(name: str) -> list[tuple[str, str]]:
    """(word, label) for a form, labels in the active language."""
    language = active_language()
    return [(word, names.get(language)) for word, names in vocabulary(name).items()]


def label(word: str | None, name: str) -> str:
    """The word's name in the active language; the word itself if the vocabulary lacks it, nothing for none."""
    names = vocabulary(name).get(word) if word else None
    return names.get(active_language()) if names else word or ""


def refusal(word: str, name: str) -> str:
    """The message to an editor who gave a word that the vocabulary lacks."""
    words = {"word": word[:40], "known": ", ".join(vocabulary(name))}
    return _("“%(word)s” is not known here. Choose one of: %(known)s.") % words
