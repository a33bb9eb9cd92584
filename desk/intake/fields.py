"""Fields of papers: articles by number, lengths, rows found by id or name."""

import re
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from desk.forms.lookalikes import looks_like
from law.lengths import Length, LengthError
from people.models import Person
from records.forms import TypedLength
from records.models import Court, Source

Row = Person | Court | Source
NUMBER = r"(\d{1,3}(?:-\d{1,2})?)"
PART = r"(\d{1,2}(?:-\d{1,2})?)"
ARTICLE_FIRST = re.compile(
    rf"(?:ст\.?|статья|art\.?|article)?\s*{NUMBER}(?:-?\s*бап\w*)?"
    rf"(?:\s*[.,(]?\s*(?:ч\.?|часть|part|p\.)?\s*{PART}\)?(?:-?\s*бөлі\w*)?)?\Z",
    re.IGNORECASE,
)
PART_FIRST = re.compile(
    rf"(?:ч\.?|часть|части|part)\s*{PART}\s*(?:of\s+)?(?:ст\.?|статьи|article|art\.?)\s*{NUMBER}\Z", re.IGNORECASE
)


class ArticleNumber(NamedTuple):
    """An article of the Criminal Code by its number."""

    article: str
    part: str | None


def parse_article(text: str) -> ArticleNumber | None:
    """Reads `174.2`, `174(2)`, `ст. 174 ч. 2`, `ч. 2 ст. 174` or `174-бап 2-бөлік`; None if it is none of these."""
    if match := PART_FIRST.match(text):
        return ArticleNumber(match[2], match[1])
    match = ARTICLE_FIRST.match(text)
    return ArticleNumber(match[1], match[2]) if match else None


class ArticlesField(forms.CharField):
    """Several articles by number, with semicolons or commas between them."""

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value) or ""
        pieces = [piece.strip() for piece in re.split(r"[;,\n]", text) if piece.strip()]
        numbers = {piece: parse_article(piece) for piece in pieces}
        wrong = [piece for piece in pieces if numbers[piece] is None]
        if wrong:
            message = _("“%(text)s” is no article: write 174.2; 400, or ст. 174 ч. 2.")
            raise ValidationError(message, "article", {"text": "; ".join(wrong)[:60]})
        return list(dict.fromkeys(numbers.values()))


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

    def __init__(self, find: Callable[[str], Sequence[Row]], list_id: str, **kwargs: Any) -> None:
        super().__init__(max_length=2000, widget=forms.TextInput({"list": list_id, "size": 50}), **kwargs)
        self.find = find
        self.visible: Callable[[type[Row]], QuerySet[Any]] | None = None

    def clean(self, value: Any) -> Row | None:
        text = super().clean(value)
        if not text:
            return None
        rows = self.seen(self.find(text))
        if len(rows) == 1:
            return rows[0]
        if rows:
            fitting = "; ".join(f"{row} ({row.slug})" for row in rows[:6])
            raise ValidationError(_("Several fit: %(rows)s. Type the id of one.") % {"rows": fitting}, "several")
        raise ValidationError(_("The archive has nothing of this id or name. Check the spelling, or enter it first."))

    def seen(self, rows: Sequence[Row]) -> Sequence[Row]:
        """Those of the rows that the account may choose, if its form says which."""
        if not rows or self.visible is None:
            return rows
        numbers = set(self.visible(type(rows[0])).filter(pk__in=[row.pk for row in rows]).values_list("pk", flat=True))
        return [row for row in rows if row.pk in numbers]


def find_people(text: str) -> list[Person]:
    """Finds whoever has this id or a name spelled nearly so, in any script."""
    return list(Person.objects.filter(slug=text)) or looks_like([text])


def find_courts(text: str) -> list[Court]:
    """Finds the court of this id, else those whose name in any language holds the text."""
    in_name = Q(names__en__icontains=text) | Q(names__ru__icontains=text) | Q(names__kk__icontains=text)
    of_id = Court.objects.filter(slug=text)
    return list(of_id) or list(Court.objects.filter(in_name | Q(aliases__contains=[text]))[:7])


def find_sources(text: str) -> list[Source]:
    """Finds the source of this id or address, else those whose title holds the text."""
    rows = Source.objects.select_related("publisher")
    return list(rows.filter(Q(slug=text) | Q(url=text))[:7]) or list(rows.filter(title__icontains=text)[:7])
