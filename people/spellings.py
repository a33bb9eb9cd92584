"""Spellings of a name without script, case, order of its parts and habits of transliteration.

Two spellings are compared as `folded` gives them. The database finds those worth comparing by `SpellingKeys`, whose
function stands in the first migration; `tests/people/test_spellings.py` holds both to the same letters.
"""

from django.contrib.postgres.fields import ArrayField
from django.db.models import Func, TextField

LATIN = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі",
        ["a", "b", "v", "g", "d", "e", "e", "zh", "z", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f",
         "h", "c", "ch", "sh", "sh", "", "y", "", "e", "yu", "ya", "a", "g", "k", "n", "o", "u", "u", "h", "i"],
        strict=True,
    )
)  # fmt: skip
HABITS = (("yev", "ev"), ("kh", "h"), ("ts", "c"), ("iy", "i"), ("yy", "y"), ("x", "ks"), ("q", "k"), ("j", "zh"))


def folded(name: str) -> str:
    """Reduces a name to its words in plain Latin letters, in the order of the alphabet."""
    letters = "".join(LATIN.get(sign, sign) for sign in name.lower())
    for habit, plain in HABITS:
        letters = letters.replace(habit, plain)
    words = "".join(sign if sign.isalpha() else " " for sign in letters).split()
    return " ".join(sorted(words))


class SpellingKeys(Func):
    """What a text of one spelling, or of several between quotation marks, is found by.

    Each word; the word without any one letter, so that two words with one letter between them meet; its consonants; and
    the consonants of the whole name, sorted, so that a lost space or a changed vowel in every word does no harm.
    """

    function = "spelling_keys"
    output_field = ArrayField(TextField())


class NamesKeys(SpellingKeys):
    """The same of a field of names in languages."""

    template = "%(function)s(jsonb_path_query_array(%(expressions)s, '$.*')::text)"
