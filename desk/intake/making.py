"""Rows made in place: a person, a court, a trial that the archive lacks, by the name that was typed."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Model, Q
from django.utils.text import slugify

from cases.models import Case
from desk.intake.fields import NewRow
from desk.models import DraftOwner
from people.models import Person
from people.spellings import LATIN
from records.models import Court

LONGEST = 60
KAZAKH = frozenset("әғқңөұүһі")


def language_of(text: str) -> str:
    """The language that a name is written in, by its letters: a name in Cyrillic without Kazakh ones is Russian."""
    letters = set(text.lower())
    if letters & KAZAKH:
        return "kk"
    return "ru" if any("а" <= letter <= "я" for letter in letters) else "en"


def latin(name: str) -> str:
    """A name in small Latin letters and hyphens."""
    return slugify("".join(LATIN.get(letter, letter) for letter in name.lower()))


def free_id(wanted: str, is_taken: Callable[[str], bool]) -> str:
    """The wanted id, with a number behind it where another has it."""
    slug, number = wanted[:LONGEST].strip("-"), 2
    while is_taken(slug):
        slug, number = f"{wanted[: LONGEST - 4]}-{number}", number + 1
    return slug


def is_taken(slug: str) -> bool:
    """Whether a case has or had this id."""
    return Case.objects.filter(Q(slug=slug) | Q(former_ids__contains=[slug])).exists()


def id_for(model: type[Model], name: str) -> str:
    """A free id for a row of a table, in Latin letters made from its name: `nurlybai-tataev`."""
    rows: Any = model._default_manager
    letters = latin(name)
    wanted = letters if len(letters) >= 3 else f"id-{letters or 'unnamed'}"
    return free_id(wanted, lambda slug: rows.filter(Q(slug=slug) | Q(former_ids__contains=[slug])).exists())


def make(row: NewRow, model: type[Model], user: User) -> Any:
    """Makes the row, begun by the account. Raises ValidationError with what is wrong with the name."""
    if not user.has_perm(f"{model._meta.app_label}.add_{model._meta.model_name}"):
        raise PermissionDenied
    name = " ".join(row.name.split())
    field = "names" if hasattr(model, "names") else "title"
    if model is Court and (known := Court.objects.filter(**{f"names__{language_of(name)}": name}).first()):
        return known  # two parts of one paper named the same new court
    new: Any = model(slug=id_for(model, name), **{field: {language_of(name): name}})
    try:
        new.full_clean()
    except ValidationError as error:
        raise ValidationError(list(error.messages)) from error
    new.save()
    if model is Person:
        DraftOwner.remember(new, user)
    return new
