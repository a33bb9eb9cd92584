"""Fields of papers: articles by number, lengths, rows found by id or name."""

import re
from collections.abc import Callable, Sequence
from functools import reduce
from operator import or_
from typing import Any, NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from desk.forms.lookalikes import holds_part, looks_like
from law.lengths import Length, LengthError
from people.models import Person
from records.fields import in_languages
from records.forms import TypedLength
from records.ids import ARCHIVE_ID
from records.models import Court, Source, Trial

Row = Person | Court | Source | Trial
NUMBER = r"(\d{1,3}(?:-\d{1,2})?)"
PART = r"(\d{1,2}(?:-\d{1,2})?)"
ARTICLE_FIRST = re.compile(
    rf"(?:ст\.?|статья|art\.?|article)? ?{NUMBER}(?:-? ?бап\w*)?"
    rf"(?: ?[.,(]? ?(?:ч\.?|часть|part|p\.)? ?{PART}\)?(?:-? ?бөлі\w*)?)?\Z",
    re.IGNORECASE,
)
PART_FIRST = re.compile(
    rf"(?:ч\.?|часть|части|part) ?{PART} ?(?:of )?(?:ст\.?|статьи|article|art\.?) ?{NUMBER}\Z", re.IGNORECASE
)


COURT_WORD = re.compile(
    r"(?:суд|район|город|област|специализ|межрайон|уголов|делам|аудан|қалал|облыс|соты|қаласы|қылмыс|мамандан|court|district|regional|city)",
    re.IGNORECASE,
)
"""Words of a court's name that are no place."""


class ArticleNumber(NamedTuple):
    """An article of the Criminal Code by its number."""

    article: str
    part: str | None


def parse_article(text: str) -> ArticleNumber | None:
    """Reads `174.2`, `174(2)`, `ст. 174 ч. 2`, `ч. 2 ст. 174` or `174-бап 2-бөлік`; None if it is none of these."""
    spaced = " ".join(text.split())
    if match := PART_FIRST.match(spaced):
        return ArticleNumber(match[2], match[1])
    match = ARTICLE_FIRST.match(spaced)
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


class LookupText(NamedTuple):
    """What was typed, and what was chosen beside it: the id of a row, `new`, or `other` than all that is near."""

    text: str
    choice: str


class NewRow(NamedTuple):
    """A row that the archive lacks and that saving the paper makes, by this name."""

    name: str


class LookupInput(forms.TextInput):
    """A box for a name; below it a box to tick for what is new, or what is near to choose from."""

    template_name = "desk/intake/lookup.html"

    def __init__(self, attrs: dict[str, Any], may_add: bool) -> None:
        super().__init__(attrs)
        self.may_add = may_add
        self.near: list[Row] = []

    def value_from_datadict(self, data: Any, files: Any, name: str) -> LookupText:
        return LookupText(data.get(name) or "", data.get(f"{name}-choice") or "")

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return name not in data

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        typed = value if isinstance(value, LookupText) else LookupText(value or "", "")
        context = super().get_context(name, typed.text, attrs)
        near = [(row.slug, str(row)) for row in self.near]
        chosen = typed.choice or (near[0][0] if len(near) == 1 else "")
        context["widget"] |= {"may_add": self.may_add, "near": near, "chosen": chosen}
        return context


class ModelLookupField(forms.CharField):
    """A row of the archive by its id, by a name that fits one row alone, or chosen from those near; or a new one.

    `find` finds the rows that are meant, `part` those that have the text as a part of their name.
    """

    widget: LookupInput

    def __init__(
        self,
        find: Callable[[str], Sequence[Row]],
        list_id: str,
        part: Callable[[str], Sequence[Row]] | None = None,
        may_add: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(max_length=2000, widget=LookupInput({"list": list_id, "size": 50}, may_add), **kwargs)
        self.find, self.part, self.may_add = find, part, may_add
        self.visible: Callable[[type[Row]], QuerySet[Any]] | None = None

    def clean(self, value: Any) -> Row | NewRow | None:
        typed = value if isinstance(value, LookupText) else LookupText(value or "", "")
        text = super().clean(typed.text)
        if not text:
            return None
        meant = self.seen(self.find(text))
        if typed.choice == "other" and self.may_add:
            return NewRow(text)
        if chosen := next((row for row in [*meant, *self.parts(text)] if row.slug == typed.choice), None):
            return chosen
        if typed.choice == "new" and self.may_add:
            return self.make(text, meant)
        if len(meant) == 1:
            return meant[0]
        return self.ask(meant or self.parts(text), bool(meant))

    def parts(self, text: str) -> Sequence[Row]:
        return self.seen(self.part(text)) if self.part else []

    def make(self, text: str, meant: Sequence[Row]) -> NewRow | Row:
        """A new row; but a court of this very name is that court, and whoever looks like somebody is asked about."""
        if not meant:
            return NewRow(text)
        if len(meant) == 1 and not isinstance(meant[0], Person):
            return meant[0]
        self.widget.near = list(meant[:6])
        raise ValidationError(
            _("This looks like what the archive has: choose it below, or say that it is another."), "near"
        )

    def ask(self, near: Sequence[Row], is_meant: bool) -> Row:
        """Offers what is near. Raises ValidationError."""
        self.widget.near = list(near[:6])
        if not near:
            words = _("The archive has nothing of this id or name. Check the spelling.")
            if self.may_add:
                words = _("The archive has nothing of this id or name. Check the spelling, or say that it is new.")
            raise ValidationError(words, "none")
        fitting = "; ".join(f"{row} ({row.slug})" for row in near[:6])
        words = _("Several fit: %(rows)s. Choose one.") if is_meant else _("Is it one of these? %(rows)s.")
        raise ValidationError(words % {"rows": fitting}, "several")

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
    """Finds the court of this id, else of this name or alias, else those whose name in any language holds the text."""
    rows = Court.objects.all()
    exact = _named(in_languages("names"), "iexact", text) | Q(aliases__contains=[text]) | Q(slug=text)
    return list(rows.filter(exact)[:7]) or list(rows.filter(_named(in_languages("names"), "icontains", text))[:7])


def part_of_court(text: str) -> list[Court]:
    """Finds courts that share with the text a word that is a place."""
    places = [word[: max(4, len(word) - 3)] for word in re.findall(r"[^\W\d_]{5,}", text) if not COURT_WORD.match(word)]
    shared = [_named(in_languages("names"), "icontains", place) for place in places[:4]]
    return list(Court.objects.filter(reduce(or_, shared))[:7]) if shared else []


def find_trials(text: str) -> list[Trial]:
    """Finds the trial of this id, else those whose title in any language holds the text."""
    rows = Trial.objects.all()
    exact = Q(slug=text) | _named(in_languages("title"), "iexact", text)
    return list(rows.filter(exact)[:7]) or list(rows.filter(_named(in_languages("title"), "icontains", text))[:7])


def find_sources(text: str) -> list[Source]:
    """Finds the source of this id or address, else those whose title holds the text."""
    rows = Source.objects.select_related("publisher")
    return list(rows.filter(Q(slug=text) | Q(url=text))[:7]) or list(rows.filter(title__icontains=text)[:7])


def _named(fields: Sequence[str], lookup: str, text: str) -> Q:
    return reduce(or_, (Q(**{f"{field}__{lookup}": text}) for field in fields))


def person_field(**kwargs: Any) -> ModelLookupField:
    """Somebody by name; part of a name is enough to be asked who is meant."""
    return ModelLookupField(find_people, "people", lambda text: list(holds_part(text)[:7]), **kwargs)


def source_field(**kwargs: Any) -> ModelLookupField:
    """A source by id, address or words of its title."""
    return ModelLookupField(find_sources, "sources", **kwargs)


def court_field(**kwargs: Any) -> ModelLookupField:
    """A court by name."""
    return ModelLookupField(find_courts, "courts", part_of_court, may_add=True, **kwargs)


def case_id_field(**kwargs: Any) -> forms.RegexField:
    """The id of a new case, which is made where it stays empty."""
    return forms.RegexField(ARCHIVE_ID, max_length=60, required=False, **kwargs)
