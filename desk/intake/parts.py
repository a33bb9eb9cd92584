"""What all parts of a paper share: fields of the rows, words printed on the paper, entries to choose from."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.db.models import Model
from django.utils.text import capfirst

from cases.models import Case, CaseFact
from desk.intake.dates import DateAnswerField
from desk.intake.draft import Draft, column_of
from desk.intake.printed_words import PRINTED_WORDS
from records import words
from records.forms import EMPTY_CHOICE

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise


def field_of(model: type[Model], field: str, **attributes: Any) -> Any:
    """The form's field of a field of the rows, with some of its attributes set otherwise."""
    form_field = column_of(model, field).formfield()
    for name, attribute in attributes.items():
        setattr(form_field, name, attribute)
    return form_field


def date_field(model: type[Model], field: str) -> DateAnswerField:
    """A date of the rows, asked for as a paper answers."""
    return DateAnswerField(label=capfirst(column_of(model, field).verbose_name))


def choices_of(vocabulary: str, offered: tuple[str, ...]) -> Callable[[], list[tuple[str, str]]]:
    """Some words of a vocabulary as choices, the empty one first; read anew in each language."""
    return lambda: [EMPTY_CHOICE, *(pair for pair in words.choices(vocabulary) if pair[0] in offered)]


class DocumentPart(forms.Form):
    """One part of a paper. `case` is None while the paper begins a case."""

    title: "str | StrPromise" = ""
    note: "str | StrPromise" = ""

    def __init__(self, *args: Any, case: Case | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.case = case
        for name, field in self.fields.items():
            field.printed = PRINTED_WORDS.get(f"{self.prefix}-{name}")  # type: ignore[attr-defined]  # for templates
            field.widget.attrs["autocomplete"] = "off"

    def unchecked(self) -> None:
        """Shows what was typed and complains of nothing."""
        self._errors, self.cleaned_data = forms.utils.ErrorDict(), {}

    def write(self, draft: Draft) -> None:
        """Adds to the draft what this part says."""
        raise NotImplementedError

    def offer(self, name: str, choices: Iterable[tuple[str, str]]) -> None:
        """Lets a field of choices offer these."""
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list(choices)


class EntryPart(DocumentPart):
    """A part about an entry that the case has already: the entry is chosen, unless the paper begins the case."""

    chosen = ""
    kinds: tuple[str, ...] = ()

    def entries(self) -> Sequence[CaseFact]:
        """The case's entries to choose from."""
        assert self.case is not None
        return list(self.case.restrictions.all())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.case is None:
            del self.fields[self.chosen]
        else:
            entries = [(row.slug, str(row)) for row in self.entries()]
            only = len(entries) == 1 and self.fields[self.chosen].required
            self.offer(self.chosen, entries if only else [EMPTY_CHOICE, *entries])


def targets(case: Case | None) -> list[tuple[str, str]]:
    """What an event or a claim can be about: the case's restrictions, else a kind."""
    rows = [(row.slug, str(row)) for row in case.restrictions.all()] if case else []
    return rows + [(f"kind:{word}", label) for word, label in words.choices("restriction-kinds")]
