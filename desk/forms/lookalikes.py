"""People whose names look like one that is typed: a warning before a duplicate is made."""

from collections.abc import Iterable
from difflib import SequenceMatcher

from people.models import Person

LATIN = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі",
        ["a", "b", "v", "g", "d", "e", "e", "zh", "z", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f",
         "h", "c", "ch", "sh", "sh", "", "y", "", "e", "yu", "ya", "a", "g", "k", "n", "o", "u", "u", "h", "i"],
        strict=True,
    )
)  # fmt: skip
LIKE = 0.86
ENDINGS = (("yev", "ev"), ("kh", "h"), ("ts", "c"), ("iy", "i"), ("yy", "y"), ("x", "ks"), ("q", "k"), ("j", "zh"))


def key(name: str) -> str:
    """A name without script, case, order of its parts and habits of transliteration."""
    letters = "".join(LATIN.get(sign, sign) for sign in name.lower())
    for habit, plain in ENDINGS:
        letters = letters.replace(habit, plain)
    words = "".join(sign if sign.isalpha() else " " for sign in letters).split()
    return " ".join(sorted(words))


def looks_like(names: Iterable[str], besides: int | None = None) -> list[Person]:
    """The people one of whose spellings is nearly one of `names`. Two queries."""
    wanted = {key(name) for name in names if name.strip()}
    people = Person.objects.exclude(pk=besides).prefetch_related("other_names")
    return [person for person in people if _nearly(wanted, person)]


def _nearly(wanted: set[str], person: Person) -> bool:
    spellings = [*person.names.values(), *(other.name for other in person.other_names.all())]
    return any(_ratio(one, key(other)) >= LIKE for one in wanted for other in spellings)


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()
