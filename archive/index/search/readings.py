"""One word as other languages spell or bend it: what a reader may have meant by its letters.

German (Bokajew, Schylanbajew) and French (Bokaïev, Iliachev) write the same sounds with other letters; Russian and
Kazakh add endings of case (Бокаеву, Еңсебектің). Each reading is a word under its folded key; the plain one is first.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from archive.index.search import kazakh
from archive.index.search.fold import fold

PLAIN, OTHER_SCRIPT, BENT = 1.0, 0.95, 0.9
"""How much a reading is trusted: as written, as another language romanises, without an ending of case."""
SHORTEST = 3
GERMAN = (("dsch", "zh"), ("tsch", "ч"), ("ch", "kh"), ("w", "v"), ("j", "y"))
GERMAN_SCH = ("sh", "zh", "skh")
"""What sch is: ш (Iljaschew), ж (Schylanbajew), с and х (Aschat)."""
FRENCH = (("tch", "ч"), ("ch", "sh"), ("ou", "u"), ("gue", "ge"), ("gui", "gi"), ("guï", "gi"))
RUSSIAN = re.compile("(?:ыми|ими|ого|ому|его|ему|ых|их|ым|им|ой|ою|ей|ею|ом|ем|ём|ам|ям|у|ю|а|я|е|ы|и)$")
REGAINED = ("", "а", "й", "я", "ь")
"""What a Russian name may have lost when it took an ending: Мама-я is Мамай, Дианы is Диана."""


class WordReading(NamedTuple):
    """A key under which a word is looked for, and how far it is from what was written."""

    key: str
    trust: float


@lru_cache(maxsize=5_000)
def readings(word: str) -> tuple[WordReading, ...]:
    """All readings of a word, the plain one first; each key once."""
    text = word.lower()
    trusted: dict[str, float] = {}
    for spelling, trust in ((text, PLAIN), *((other, OTHER_SCRIPT) for other in _romanised(text)), *_unbent(text)):
        trusted.setdefault(fold(spelling), trust)
    return tuple(WordReading(key, trust) for key, trust in trusted.items() if key)


def spelled(word: str) -> list[str]:
    """The keys of a word as it may be spelled, with every ending left on."""
    return [reading.key for reading in readings(word) if reading.trust >= OTHER_SCRIPT]


def _romanised(word: str) -> Iterator[str]:
    if not re.search("[a-z]", word):
        return
    for sound in GERMAN_SCH:
        yield _replaced(word, (*GERMAN[:2], ("sch", sound), *GERMAN[2:]))
    yield _replaced(word, FRENCH)


def _replaced(word: str, letters: tuple[tuple[str, str], ...]) -> str:
    for theirs, ours in letters:
        word = word.replace(theirs, ours)
    return word


def _unbent(word: str) -> Iterator[tuple[str, float]]:
    if not re.search("[а-яё]", word):
        return
    if ending := RUSSIAN.search(word):
        for begin in {ending.start(), len(word) - 1, *([len(word) - 2] if len(ending[0]) > 2 else [])}:
            if begin >= SHORTEST:
                yield from ((word[:begin] + letter, BENT) for letter in REGAINED)
    for ending_of_case in kazakh.CASES:
        if word.endswith(ending_of_case) and len(word) - len(ending_of_case) >= SHORTEST:
            yield word.removesuffix(ending_of_case), BENT
