"""What all parts of a paper share: fields of the rows, words printed on the paper, entries to choose from."""

from typing import Any

from django import forms
from django.utils.text import capfirst

from cases.models import Case
from desk.intake.dates import DateAnswerField
from desk.intake.draft import Draft
from desk.intake.printed_words import PRINTED_WORDS
from records import words
from records.forms import EMPTY_CHOICE


def of(model: Any, field: str, **values: Any) -> Any:
    """The form's field of a field of the rows."""
    made = model._meta.get_field(field).formfield()
    for name, value in values.items():
        setattr(made, name, value)
    return made


def when(model: Any, field: str) -> DateAnswerField:
    """A date of the rows, asked as a paper answers."""
    return DateAnswerField(label=capfirst(model._meta.get_field(field).verbose_name))


def some(vocabulary: str, known: tuple[str, ...]) -> Any:
    """Choices out of a vocabulary, the empty one first."""
    return lambda: [EMPTY_CHOICE, *(pair for pair in words.choices(vocabulary) if pair[0] in known)]


class DocumentPart(forms.Form):
    """One part of a paper. `case` is None while the paper begins a case."""

    title: Any = ""
    note: Any = ""

    def __init__(self, *args: Any, case: Case | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.case = case
        for name, field in self.fields.items():
            field.printed = PRINTED_WORDS.get(f"{self.prefix}-{name}")
            field.widget.attrs["autocomplete"] = "off"

    def unchecked(self) -> None:
        """Show what was typed and complain of nothing."""
        self._errors, self.cleaned_data = forms.utils.ErrorDict(), {}

    def write(self, draft: Draft) -> None:
        raise NotImplementedError


class EntryPart(DocumentPart):
    """A part about an entry that the case has already: the entry is chosen, unless the paper begins the case."""

    chosen = ""
    kinds: tuple[str, ...] = ()

    def entries(self) -> list[Any]:
        """The case's entries to choose from."""
        assert self.case is not None
        return list(self.case.restrictions.all())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.case is None:
            del self.fields[self.chosen]
        else:
            self.fields[self.chosen].choices = [EMPTY_CHOICE, *((row.slug, str(row)) for row in self.entries())]


def targets(case: Case | None) -> list[tuple[str, str]]:
    """What an event or a claim can be about: the case's restrictions, else a kind."""
    rows = [(row.slug, str(row)) for row in case.restrictions.all()] if case else []
    return rows + [(f"kind:{word}", label) for word, label in words.choices("restriction-kinds")]
