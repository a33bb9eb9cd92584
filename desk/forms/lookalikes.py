"""People whose names look like one that is typed: a warning before a duplicate is made."""

from collections.abc import Iterable
from difflib import SequenceMatcher

from django.db.models import Q, QuerySet

from people.models import Person
from records.fields import in_languages

LATIN = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі",
        ["a", "b", "v", "g", "d", "e", "e", "zh", "z", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f",
         "h", "c", "ch", "sh", "sh", "", "y", "", "e", "yu", "ya", "a", "g", "k", "n", "o", "u", "u", "h", "i"],
        strict=True,
    )
)  # fmt: skip
LIKE = 0.86
LONGEST = 200
"""Letters of a name: what is longer is nobody's, and comparing it would keep an editor waiting for minutes."""
ENDINGS = (("yev", "ev"), ("kh", "h"), ("ts", "c"), ("iy", "i"), ("yy", "y"), ("x", "ks"), ("q", "k"), ("j", "zh"))


def holds_part(text: str) -> QuerySet[Person]:
    """Whoever has all words of the text in a spelling, or in the id, which is in Latin letters. One query."""
    rows = Person.objects.all()
    for word in text.split()[:6]:
        in_name = Q(other_names__name__icontains=word)
        if letters := key(word):
            in_name |= Q(slug__icontains=letters)
        for field in in_languages("names"):
            in_name |= Q(**{f"{field}__icontains": word})
        rows = rows.filter(in_name)
    return rows.distinct() if text.strip() else rows.none()


def key(name: str) -> str:
    """Reduces a name to what stays without script, case, order of its parts and habits of transliteration."""
    letters = "".join(LATIN.get(sign, sign) for sign in name.lower())
    for habit, plain in ENDINGS:
        letters = letters.replace(habit, plain)
    words = "".join(sign if sign.isalpha() else " " for sign in letters).split()
    return " ".join(sorted(words))


def looks_like(names: Iterable[str], people: QuerySet[Person] | None = None) -> list[Person]:
    """Those of `people`, or of all, one of whose spellings is nearly one of `names`. Two queries."""
    typed = {key(name) for name in names if name.strip() and len(name) <= LONGEST}
    alike = []
    for person in (Person.objects.all() if people is None else people).prefetch_related("other_names"):
        spellings = [*person.names.values(), *(other.name for other in person.other_names.all())]
        known = [key(spelling) for spelling in spellings]
        if any(SequenceMatcher(None, name, other).ratio() >= LIKE for name in typed for other in known):
            alike.append(person)
    return alike
