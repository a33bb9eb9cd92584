"""The words of all names in memory, and which cases have them."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from pyroaring import BitMap
from rapidfuzz import process
from rapidfuzz.distance import OSA

from archive.index.search.fold import fold, loosened, stem
from archive.index.search.readings import readings, spelled

EXACT, BEGUN, STEM, LOOSE, NEAR = 1.0, 0.8, 0.75, 0.5, 0.45
"""How well a word of a name fits: itself, its beginning, but for endings, by ear, but for typing errors."""
FAMILY = "="
"""What the key of a family name begins with, beside the key of the same word."""
SURE = 0.6
"""From here on nobody doubts that this name was meant."""
SHORTEST_PREFIX, SHORTEST_LOOSE, SHORTEST_NEAR = 2, 3, 4
MOST_NEAR = 40
VOWELS = "aeiou"


class Fit(NamedTuple):
    """Cases that a word fits equally well."""

    score: float
    editions: BitMap


class Names:
    """Finds the cases whose people have a word in their name. Never changed: as old as the index that it is part of."""

    def __init__(self, editions: Mapping[str, BitMap]) -> None:
        self.editions = editions
        self.vocabulary = vocabulary_of(frozenset(key for key in editions if not key.startswith(FAMILY)))

    def of(self, word: str) -> list[Fit]:
        """By every way to spell or bend the word."""
        return self._fits(self.vocabulary.fitting(word))

    def near(self, word: str) -> list[Fit]:
        """By what the word may be with its typing errors mended."""
        return self._fits(self.vocabulary.near(word))

    def beginning(self, initial: str) -> list[Fit]:
        """By an initial."""
        return self._fits((key, BEGUN) for letter in first_letters(initial) for key in self.vocabulary.begun(letter))

    def of_family(self, word: str) -> BitMap:
        """By the family name alone, and surely."""
        keys = [FAMILY + key for key, score in self.vocabulary.fitting(word) if score >= SURE]
        return BitMap.union(BitMap(), *(self.editions[key] for key in keys if key in self.editions))

    def having(self, word: str) -> BitMap:
        """By exactly this word, in any script."""
        return self.editions.get(fold(word), BitMap())

    def _fits(self, keys: Iterable[tuple[str, float]]) -> list[Fit]:
        by_score: dict[float, list[BitMap]] = defaultdict(list)
        for key, score in keys:
            by_score[round(score, 3)].append(self.editions[key])
        return [Fit(score, BitMap.union(*by_score[score])) for score in sorted(by_score)]


class Vocabulary:
    """All words of names, folded, by what they share."""

    def __init__(self, keys: Iterable[str]) -> None:
        self.keys = sorted(keys)
        self.by_stem: dict[str, list[str]] = defaultdict(list)
        self.by_loose: dict[str, list[str]] = defaultdict(list)
        for key in self.keys:
            short, loose = _shortened(key)
            self.by_stem[short].append(key)
            self.by_loose[loose].append(key)
        self.looses = list(self.by_loose)

    def fitting(self, word: str) -> Iterator[tuple[str, float]]:
        """The keys that a word fits, each with a score, some more than once."""
        for number, (key, trust) in enumerate(readings(word)):
            short, loose = _shortened(key)
            if number == 0 and len(key) >= SHORTEST_PREFIX:
                yield from ((begun, BEGUN) for begun in self.begun(key))
            if len(loose) >= SHORTEST_LOOSE:
                yield from ((other, LOOSE * trust) for other in self.by_loose.get(loose, ()))
            yield from ((other, STEM * trust) for other in self.by_stem.get(short, ()))
            if key in self.by_stem.get(short, ()):
                yield key, EXACT * trust

    def begun(self, beginning: str) -> list[str]:
        """The keys with this beginning."""
        first = bisect_left(self.keys, beginning)
        return self.keys[first : bisect_left(self.keys, beginning + "\uffff", lo=first)]

    def near(self, word: str) -> Iterator[tuple[str, float]]:
        """The keys that a few errors apart from the word: more of them in a longer word."""
        for key in spelled(word):
            loose = _shortened(key)[1]
            for other, errors, _place in _nearest(key, self.keys, errors_forgiven(word)):
                if _begin_alike(key, other):
                    yield other, NEAR * (1 - errors / (len(key) + 1))
            for other, errors, _place in _nearest(loose, self.looses, 1 if len(loose) > SHORTEST_NEAR else 0):
                if _begin_alike(key, other):
                    yield from ((sounding, NEAR * (0.8 - errors / len(key))) for sounding in self.by_loose[other])


@lru_cache(maxsize=2)
def vocabulary_of(keys: frozenset[str]) -> Vocabulary:
    """The vocabulary, which most publications leave as it is."""
    return Vocabulary(keys)


@lru_cache(maxsize=200_000)
def _shortened(key: str) -> tuple[str, str]:
    """A key without endings, and as ears confuse it."""
    short = stem(key)
    return short, loosened(short)


def first_letters(initial: str) -> str:
    """With which letters of keys an initial may begin: Y. and J. stand before vowels that the key begins with."""
    letter = fold(initial)[:1]
    return letter + VOWELS if initial[:1].lower() in "yjи" else letter


def errors_forgiven(word: str) -> int:
    """How many letters may be wrong: more in a longer word."""
    if len(word) < SHORTEST_NEAR:
        return 0
    return 1 if len(word) < 6 else 2 if len(word) < 10 else 3


def _begin_alike(key: str, other: str) -> bool:
    """Whether the first letters sound alike or changed places. Errors are made anywhere but there: Токаев, Бокаев."""
    first, of_other = (loosened(word)[:1] for word in (key, other))
    return first == of_other or {first, of_other} <= set(VOWELS) or key[:2] == other[1::-1]


def _nearest(key: str, among: list[str], most: int) -> list[tuple[str, float, int]]:
    if not most:
        return []
    nearest: list[tuple[str, float, int]] = process.extract(
        key,
        among,
        scorer=OSA.distance,
        score_cutoff=most,
        limit=MOST_NEAR,  # type: ignore[call-overload]
    )
    return nearest
