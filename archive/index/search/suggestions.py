"""“Did you mean”: one person's own spelling of the name that was typed with errors."""

import re
from collections.abc import Iterable, Sequence

from rapidfuzz.distance import OSA

from archive.index.search import fold
from archive.index.search.readings import readings

MOST_APART = 0.5
"""Of a word's letters: with more errors it is another word."""


def corrected(words: Sequence[str], spellings: Iterable[str]) -> str | None:
    """The words as one of a person's own spellings has them; None if it has not all, or they stand so already.

    Words of several spellings, and with them scripts, are never mixed.
    """
    near = [(_errors(words, spelling), spelling) for spelling in spellings]
    fitting = [(errors, spelling) for errors, spelling in near if errors is not None]
    if not fitting:
        return None
    _errors_of_best, spelling = min(fitting, key=lambda pair: (not _same_script(words, pair[1]), pair[0]))
    meant = [_nearest(word, fold.words(spelling))[1] for word in words]
    return None if [word.lower() for word in meant] == [word.lower() for word in words] else " ".join(meant)


def _errors(words: Sequence[str], spelling: str) -> float | None:
    """How far all words are from the nearest of the spelling; None if one has none that is near or two the same."""
    nearest = [_nearest(word, fold.words(spelling)) for word in words]
    if any(apart > MOST_APART for apart, _word in nearest) or len({word for _apart, word in nearest}) < len(words):
        return None
    return sum(apart for apart, _word in nearest)


def _nearest(word: str, among: Sequence[str]) -> tuple[float, str]:
    """The word with the fewest errors, and how many there are beside its length."""
    return min((min(_apart(reading.key, fold.fold(other)) for reading in readings(word)), other) for other in among)


def _apart(key: str, other: str) -> float:
    return OSA.normalized_distance(key, other)


def _same_script(words: Sequence[str], spelling: str) -> bool:
    return bool(re.search("[а-яёәіңғүұқөһ]", " ".join(words).lower())) == bool(re.search("[а-яё]", spelling.lower()))
