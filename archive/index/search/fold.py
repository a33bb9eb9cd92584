"""Names folded until their Kazakh, Russian and Latin spellings meet.

Three keys, each wider than the one before: ``exact`` (one spelling for all scripts), ``stem`` (without the endings
of surnames and patronymics: Бокаев, Bokai), ``loose`` (letters that scripts confuse: х and қ, д and т; vowels that
one language drops: Қылышев, Клышев).
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

# Kazakh and Russian letters. J, S and C stand for ж, ш and ч: one letter each, whatever they take in Latin.
CYRILLIC = str.maketrans(
    {
        **dict(zip("аәбвгғдеёэзийіыкқлмнңоөпрстуұүфхһ", "aabvggdeeeziiiikklmnnooprstuuufhh", strict=True)),
        "ж": "J",
        "ш": "S",
        "щ": "S",
        "ч": "C",
        "ц": "ts",
        "ю": "iu",
        "я": "ia",
        "ъ": "",
        "ь": "",
    }
)
LATIN_WITH_MARKS = str.maketrans(dict(zip("ýúūüŭáäəóöøıïíǵğġńñŋşšșçčžĵ", "uuuuuaaaoooiiigggnnnSSSCCJJ", strict=True)))
APOSTROPHES = str.maketrans("", "", "'\"’‘ʹʼʻ`´ьъ")
CLUSTERS = (
    *(("shch", "S"), ("dzh", "J"), ("dj", "J"), ("zh", "J"), ("kh", "h"), ("gh", "g"), ("sch", "S"), ("sh", "S")),
    *(("ch", "C"), ("ph", "f"), ("x", "ks"), ("q", "k"), ("w", "u"), ("j", "J"), ("c", "k"), ("y", "i")),
)
ENDINGS = re.compile(r"(?:oglu|uli|kizi|kiz|tegi|ovna|evna|oviC|eviC|ova|eva|uva|ina|ov|ev|in)$")
CONFUSED = str.maketrans("hdbzeo", "ktpsiu")
BETWEEN_WORDS = re.compile(r"[\s\-‐-―.,;:()/«»“”]+")


class Keys(NamedTuple):
    """One word of a name under its three keys."""

    exact: str
    stem: str
    loose: str


def words(name: str) -> list[str]:
    """The words of a name, as written."""
    return [word for word in BETWEEN_WORDS.split(name) if word]


# Given names and patronymics come back all the time while an archive is indexed.
@lru_cache(maxsize=50_000)
def keys(word: str) -> Keys:
    """The keys of one word; empty for a word without letters."""
    exact = fold(word)
    short = stem(exact)
    return Keys(exact, short, loosened(short))


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """One word in one spelling for all scripts."""
    text = unicodedata.normalize("NFC", word.lower()).translate(APOSTROPHES)
    text = text.replace("дж", "ж").replace("ңғ", "нг")
    text = text.translate(CYRILLIC).translate(LATIN_WITH_MARKS)
    text = "".join(one for one in unicodedata.normalize("NFKD", text) if one.isalnum())
    for cluster, letter in CLUSTERS:
        text = text.replace(cluster, letter)
    text = _single(re.sub(r"ng(?=[^aeiou]|$)", "n", text))
    return _single(re.sub(r"i(?=[aeou])", "", text))


def stem(folded: str) -> str:
    """Without the ending of a surname or patronymic, and without a last i."""
    cut = ENDINGS.sub("", folded) if len(folded) >= 4 else folded
    cut = cut if len(cut) >= 2 else folded
    return cut.removesuffix("i") if len(cut) > 3 else cut


def loosened(stemmed: str) -> str:
    """With one letter for those that scripts and ears confuse, and no vowel but a inside."""
    text = re.sub(r"^u(?=[aeiou])", "v", stemmed).replace("zd", "d").translate(CONFUSED)
    return _single(text[:1] + re.sub(r"[iu]", "", text[1:]))


def _single(text: str) -> str:
    """Each run of one letter once."""
    return re.sub(r"(.)\1+", r"\1", text)
