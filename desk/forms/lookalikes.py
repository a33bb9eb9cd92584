"""People whose names look like one that is typed: a warning before a duplicate is made."""

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import Any

from django.db.models import Q, QuerySet, TextField, Value

from people.models import OtherName, Person
from people.spellings import NamesKeys, SpellingKeys, folded
from records.fields import in_languages

LIKE = 0.86
LONGEST = 200
"""Letters of a name: what is longer is nobody's, and comparing it would keep an editor waiting for minutes."""


def holds_part(text: str) -> QuerySet[Person]:
    """Whoever has all words of the text in a spelling, or in the id, which is in Latin letters. One query."""
    rows = Person.objects.all()
    for word in text.split()[:6]:
        in_name = Q(other_names__name__icontains=word)
        if letters := folded(word):
            in_name |= Q(slug__icontains=letters)
        for field in in_languages("names"):
            in_name |= Q(**{f"{field}__icontains": word})
        rows = rows.filter(in_name)
    return rows.distinct() if text.strip() else rows.none()


def looks_like(names: Iterable[str], people: QuerySet[Person] | None = None) -> list[Person]:
    """Those of `people`, or of all, one of whose spellings is nearly one of `names`. Two queries.

    Compared are those alone whom an index of the database finds by a word, nearly so.
    """
    typed = [name for name in names if name.strip() and len(name) <= LONGEST]
    wanted = {folded(name) for name in typed}
    rows = Person.objects.all() if people is None else people
    return [
        person
        for person in rows.filter(pk__in=sharing_a_word(typed)).prefetch_related("other_names")
        if any(is_like(name, spelling) for name in wanted for spelling in folded_spellings(person))
    ]


def sharing_a_word(names: Sequence[str]) -> QuerySet[Any]:
    """The numbers of people of whose spellings a word is nearly one of these names'."""
    keys = SpellingKeys(Value('"'.join(names), TextField()))
    by_name = Person.objects.alias(keys=NamesKeys("names")).filter(keys__overlap=keys).order_by().values("pk")
    by_other = OtherName.objects.alias(keys=SpellingKeys("name")).filter(keys__overlap=keys).order_by()
    return by_name.union(by_other.values("person"), all=True)


def folded_spellings(person: Person) -> set[str]:
    return {folded(name) for name in (*person.names.values(), *(other.name for other in person.other_names.all()))}


def is_like(name: str, spelling: str) -> bool:
    """Whether two folded names are nearly the same. The cheap upper bounds are asked first."""
    matcher = SequenceMatcher(None, name, spelling)
    return matcher.real_quick_ratio() >= LIKE and matcher.quick_ratio() >= LIKE and matcher.ratio() >= LIKE
