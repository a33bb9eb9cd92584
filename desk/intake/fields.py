"""Fields of papers: articles by number, lengths, rows found by id or name."""

import re
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _

from desk.forms.lookalikes import looks_like
from law.lengths import Length, LengthError
from people.models import Person
from records.forms import TypedLength
from records.models import Court, Source

NUMBER = r"(\d{1,3}(?:-\d{1,2})?)"
PART = r"(\d{1,2}(?:-\d{1,2})?)"
ARTICLE_FORMS = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:ст\.?|статья|art\.?|article)?\s*{NUMBER}(?:-?\s*бап\w*)?"
        rf"(?:\s*[.,(]?\s*(?:ч\.?|часть|part|p\.)?\s*{PART}\)?(?:-?\s*бөлі\w*)?)?\Z",
    )
]
PART_FIRST = re.compile(
    rf"(?:ч\.?|часть|части|part)\s*{PART}\s*(?:of\s+)?(?:ст\.?|статьи|article|art\.?)\s*{NUMBER}\Z", re.IGNORECASE
)


class ArticleNumber(NamedTuple):
    """An article of the Criminal Code by its number."""

    article: str
    part: str | None


def article(text: str) -> ArticleNumber | None:
    """`174.2`, `174(2)`, `ст. 174 ч. 2`, `ч. 2 ст. 174` or `174-бап 2-бөлік`; None if it is none of these."""
    if found := PART_FIRST.match(text):
        return ArticleNumber(found[2], found[1])
    found = next((match for form in ARTICLE_FORMS if (match := form.match(text))), None)
    return ArticleNumber(found[1], found[2]) if found else None


class ArticlesField(forms.CharField):
    """Several articles by number, with semicolons or commas between them."""

    def to_python(self, value: Any) -> list[ArticleNumber]:
        pieces = [piece.strip() for piece in re.split(r"[;,\n]", super().to_python(value)) if piece.strip()]
        found = [(piece, article(piece)) for piece in pieces]
        wrong = [piece for piece, one in found if one is None]
        if wrong:
            message = _("“%(text)s” is no article: write 174.2; 400, or ст. 174 ч. 2.")
            raise ValidationError(message, "article", {"text": "; ".join(wrong)[:60]})
        return list(dict.fromkeys(one for _piece, one in found if one))


class CheckedLengthField(TypedLength):
    """A length as people type it, checked."""

    def clean(self, value: Any) -> str | None:
        text = super().clean(value)
        try:
            return str(Length.parse(text)) if text else None
        except LengthError as error:
            raise ValidationError(_(error.pattern), "length", error.values) from error


class ModelLookupField(forms.CharField):
    """A row of the archive by its id, or by a name that fits one row alone."""

    def __init__(self, find: Callable[[str], Sequence[models.Model]], list_id: str, **kwargs: Any) -> None:
        super().__init__(max_length=2000, widget=forms.TextInput({"list": list_id, "size": 50}), **kwargs)
        self.find = find

    def clean(self, value: Any) -> models.Model | None:
        text = super().clean(value)
        if not text:
            return None
        rows = self.find(text)
        if len(rows) == 1:
            return rows[0]
        shown = "; ".join(f"{row} ({row.slug})" for row in rows[:6])
        if rows:
            raise ValidationError(_("Several fit: %(rows)s. Type the id of one.") % {"rows": shown}, "several")
        raise ValidationError(_("The archive has nothing of this id or name. Check the spelling, or enter it first."))


def people(text: str) -> list[Person]:
    """Whoever has this id or a name spelled nearly so, in any script."""
    return list(Person.objects.filter(slug=text)) or looks_like([text])


def courts(text: str) -> list[Court]:
    named = Q(names__en__icontains=text) | Q(names__ru__icontains=text) | Q(names__kk__icontains=text)
    exact = Court.objects.filter(slug=text)
    return list(exact) or list(Court.objects.filter(named | Q(aliases__contains=[text]))[:7])


def sources(text: str) -> list[Source]:
    rows = Source.objects.select_related("publisher")
    return list(rows.filter(Q(slug=text) | Q(url=text))[:7]) or list(rows.filter(title__icontains=text)[:7])
