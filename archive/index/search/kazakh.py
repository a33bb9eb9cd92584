"""A light stemming of Kazakh: endings of number, possession and case are cut, nothing else.

PostgreSQL has no Kazakh dictionary. Endings pile up at the end of a word (сот-тар-ымыз-дың), so they are cut from
there, the longest first, at most three, while at least three letters are left. Two forms of a word meet; sometimes
two words do as well, which costs a wrong hit and never hides a right one.
"""

import re
from functools import lru_cache

CASES = (
    *("ның", "нің", "дың", "дің", "тың", "тің", "ға", "ге", "қа", "ке", "на", "не", "ны", "ні", "ды", "ді", "ты", "ті"),
    *("да", "де", "та", "те", "нда", "нде", "дан", "ден", "тан", "тен", "нан", "нен", "мен", "бен", "пен"),
)
POSSESSION = ("ымыз", "іміз", "мыз", "міз", "ыңыз", "іңіз", "ым", "ім", "ың", "ің", "сы", "сі", "ы", "і")
NUMBER = ("лар", "лер", "дар", "дер", "тар", "тер")
LAYERS = tuple(tuple(sorted(layer, key=len, reverse=True)) for layer in (CASES, POSSESSION, NUMBER))
SHORTEST = 3
WORD = re.compile(r"\w+")


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A lower-case word without its case, then its possession, then its plural."""
    for endings in LAYERS:
        fitting = (end for end in endings if word.endswith(end) and len(word) - len(end) >= SHORTEST)
        word = next((_cut(word, ending) for ending in fitting), word)
    return word


def stems(text: str) -> list[str]:
    """The stems of a text's words, in order."""
    return [stem(word) for word in WORD.findall(text.lower())]


def _cut(word: str, ending: str) -> str:
    return word[: -len(ending)]
