"""Forms of a case's facts: their sources, their ids, and that they point at each other."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.formsets import TOTAL_FORM_COUNT
from django.forms.models import BaseInlineFormSet
from django.utils.translation import gettext_lazy as _

from desk.forms.citations import CitedSources, submitted_values
from desk.forms.widgets import LabelledAutocomplete, SourcesField, inner_widget

PARTS = {
    "inclusion": "inclusion",
    "prior": "prior",
    "charges": "charge",
    "custody": "custody",
    "bases": "basis",
    "verdicts": "verdict",
    "restrictions": "restriction",
    "reports": "report",
    "changes": "change",
    "events": "event",
    "claims": "claim",
    "testimonies": "testimony",
    "recognitions": "recognition",
}
"""The parts of a form, and the word by which citations speak of their entries."""


class FactForm(forms.ModelForm):
    """One entry, with the sources that carry it as a whole."""

    sources = SourcesField(required=False, label=_("Sources"))

    def __init__(self, *args: Any, cited_sources: CitedSources, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cited_sources.fill(self, self.instance.fact if self.instance.pk else None)
        label_chosen(self)

    def validate_constraints(self) -> None:
        """Asks the database only about what somebody touched."""
        if self.has_changed():
            super().validate_constraints()


class NumberedForm(FactForm):
    """An entry to which the archive file gives no id: the desk counts it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["slug"].required = False
        self.fields["position"].required = False
        if not self.instance.pk:
            self.initial["position"] = None


def label_chosen(form: forms.ModelForm) -> None:
    """Gives every search box of a saved entry the label of the row it chose."""
    for name, field in form.fields.items():
        widget = inner_widget(field)
        if isinstance(widget, LabelledAutocomplete) and name != "sources" and not widget.labels:
            key = getattr(form.instance, f"{name}_id", None)
            widget.labels = {key: str(getattr(form.instance, name))} if key else {}


MOST_ENTRIES = 300
"""In one part of a form."""


class PartFormSet(BaseInlineFormSet):
    """All entries of one part. Where more are announced than it takes, none is built, and the part says so."""

    def total_form_count(self) -> int:
        announced = self.management_form.cleaned_data[TOTAL_FORM_COUNT] or 0 if self.is_bound else 0
        if announced > MOST_ENTRIES:
            return 0
        return super().total_form_count()


class FactFormSet(PartFormSet):
    """All entries of one kind. Ids they point at must stand somewhere in the same form."""

    cited_sources: CitedSources
    references: Mapping[str, str] = {}

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        return {**super().get_form_kwargs(index), "cited_sources": self.cited_sources}

    def clean(self) -> None:
        super().clean()
        self._number_new()
        for form in self.kept():
            for field, part in self.references.items():
                self._check_reference(form, field, part)
            if "about" in form.fields:
                self._check_about(form)

    def kept(self) -> list[forms.ModelForm]:
        """The forms of entries that stay or come."""
        return [
            form
            for form in self.forms
            if hasattr(form, "cleaned_data")
            and not form.cleaned_data.get("DELETE")
            and (form.instance.pk or form.has_changed())
        ]

    def sources_by_fact(self) -> dict[str, list[str]]:
        """Sources of whole facts, once the entries are saved."""
        return {form.instance.fact: form.cleaned_data["sources"] for form in self.kept()}

    def _number_new(self) -> None:
        """Gives new entries an id and the last place, where the editor gave none."""
        numbered = [form.instance for form in self.kept() if isinstance(form, NumberedForm)]
        taken = {entry.slug for entry in numbered}
        last = max((entry.position or 0 for entry in numbered), default=0)
        for entry in numbered:
            if not entry.slug:
                entry.slug = next_id(PARTS[str(self.prefix)][0], taken)
                taken.add(entry.slug)
            if entry.position is None:
                entry.position = last = last + 1

    def _check_reference(self, form: forms.ModelForm, field: str, part: str) -> None:
        targets = form.cleaned_data.get(field) or []
        known = submitted_values(self.data, part, "slug")
        for target in [targets] if isinstance(targets, str) else targets:
            if target not in known:
                form.add_error(field, no_such_entry(target, known))

    def _check_about(self, form: forms.ModelForm) -> None:
        target = form.cleaned_data.get("about")
        if not target or target == "case" or target.startswith(("kind:", "law:")):
            return
        known = [slug for part in PARTS for slug in submitted_values(self.data, part, "slug")]
        if target not in known:
            form.add_error("about", no_such_entry(target, known))


class FieldCitationForm(forms.ModelForm):
    """A source for one field of one fact."""

    def __init__(self, *args: Any, cited_sources: CitedSources, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["field"].required = True
        self.fields["fact"].widget.attrs["list"] = "facts"
        box = inner_widget(self.fields["source"])
        assert isinstance(box, LabelledAutocomplete)
        box.labels = cited_sources.labels


class FieldCitationFormSet(PartFormSet):
    """Citations of single fields. One whose fact is removed in the same form goes with it."""

    cited_sources: CitedSources
    of_owner = False

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        return {**super().get_form_kwargs(index), "cited_sources": self.cited_sources}

    def clean(self) -> None:
        known, removed = facts_in(self.data), facts_in(self.data, removed=True)
        if self.of_owner:
            known[:0] = ["", "portrait"]
        for form in self.forms:
            if form.cleaned_data.get("DELETE") or (not form.has_changed() and not form.instance.pk):
                continue
            fact = form.cleaned_data.get("fact", "")
            if fact in removed:
                form.cleaned_data["DELETE"] = True
            elif fact not in known:
                form.add_error("fact", no_such_entry(fact, known))
        # Django settles here what is removed.
        super().clean()


def facts_in(data: Mapping[str, Any], removed: bool = False) -> list[str]:
    """The names of the facts that stay in a submitted form, or of those removed from it."""
    return [f"{word}:{slug}" for part, word in PARTS.items() for slug in submitted_values(data, part, "slug", removed)]


def next_id(letter: str, taken: Iterable[str]) -> str:
    """The first of e1, e2, … that is free."""
    number = 1
    while f"{letter}{number}" in taken:
        number += 1
    return f"{letter}{number}"


def no_such_entry(target: str, known: Iterable[str]) -> ValidationError:
    """Tells an editor that an entry points at nothing, and what it could point at."""
    message = _("There is no “%(target)s” in this form. There are: %(known)s.")
    return ValidationError(message, "nothing", {"target": target, "known": ", ".join(known) or "—"})
