"""The catalogues' phrases in a language that need not be the reader's."""

from collections.abc import Callable, Mapping
from functools import cache

from django.utils.functional import Promise
from django.utils.translation import override


def phrases_of(texts: Mapping[str, Promise]) -> Callable[[str, str], str]:
    """A function that gives one of these texts, by its name, in a language."""

    @cache
    def phrase(name: str, language: str) -> str:
        with override(language):
            return str(texts[name])

    return phrase
