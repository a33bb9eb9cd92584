"""Forms of a case's facts: their sources, their ids, and that they point at each other."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.formsets import TOTAL_FORM_COUNT
from django.forms.models import BaseInlineFormSet
from django.utils.translation import gettext_lazy as _

from cases.models import Case
from desk.forms.citations import CitedSources, submitted_values
from desk.forms.widgets import LabelledAutocomplete, SourcesField, inner_widget
from law.country import country
from records.languages import localized_str

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


LETTERS = {
    "inclusion": "i",
    "prior": "p",
    "charge": "ch",
    "custody": "c",
    "basis": "b",
    "verdict": "v",
    "report": "r",
    "change": "c",
    "event": "e",
    "claim": "k",
    "testimony": "t",
    "recognition": "r",
}
"""What the ids begin with that the desk counts, by the word of the fact. A restriction's says of which kind it is."""


class FactForm(forms.ModelForm):
    """One entry, with the sources that carry it as a whole. A new one needs no id: the desk makes it."""

    sources = SourcesField(required=False, label=_("Sources"))
    carried: Sequence[str] = ()
    """The fields in which a new entry begins with what the entry above says."""

    def __init__(self, *args: Any, cited_sources: CitedSources, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cited_sources.fill(self, self.instance.fact if self.instance.pk else None)
        label_chosen(self)
        mark_carried(self)
        if not self.instance.pk:
            self.fields["slug"].required = False

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


def mark_carried(form: Any) -> None:
    """Lets the page's script know what a new entry takes over from the one above."""
    for name in form.carried:
        inner_widget(form.fields[name]).attrs["data-carried"] = ""


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

    def add_fields(self, form: forms.ModelForm, index: int | None) -> None:
        super().add_fields(form, index)
        if "DELETE" in form.fields:
            form.fields["DELETE"].widget.attrs["aria-label"] = form.fields["DELETE"].label


class FactFormSet(PartFormSet):
    """All entries of one kind. Ids they point at must stand somewhere in the same form."""

    cited_sources: CitedSources
    references: Mapping[str, str] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.completed: list[str] = []
        carried = getattr(self.form, "carried", ())
        if self.instance.pk and carried and (last := list(self.get_queryset())[-1:]):
            self.initial_extra = [{name: getattr(last[0], name) for name in carried if name != "sources"}]

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        return {**super().get_form_kwargs(index), "cited_sources": self.cited_sources}

    def clean(self) -> None:
        super().clean()
        self._number_new()
        for form in self.kept():
            self._complete_names(form)
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

    def following(self, cited: Collection[str]) -> list[str]:
        """The new facts that cite nothing of their own, once they are saved; `cited` names those whose fields do."""
        new = [form for form in self.extra_forms if form in self.kept() and not form.cleaned_data["sources"]]
        return [form.instance.fact for form in new if form.instance.fact not in cited]

    def _number_new(self) -> None:
        """Gives new entries an id, and a place where the part has an order, if the editor gave none."""
        entries = [form.instance for form in self.kept()]
        taken = {entry.slug for entry in entries}
        last = max((getattr(entry, "position", None) or 0 for entry in entries), default=0)
        for entry in entries:
            if not entry.slug:
                kind = country().kinds.get(entry.kind) if entry.word == "restriction" else None
                entry.slug = free_entry_id(entry.word, kind.slug if kind else "", taken)
                taken.add(entry.slug)
            if getattr(entry, "position", 0) is None:
                entry.position = last = last + 1

    def _complete_names(self, form: forms.ModelForm) -> None:
        """Gives what the person says the person's name in all languages, where it is typed in some."""
        field = next((name for name in ("speaker_name", "by") if name in form.fields), None)
        names = self.instance.person.names if isinstance(self.instance, Case) and self.instance.person_id else {}
        typed = form.cleaned_data.get(field) if field else None
        if field and isinstance(typed, dict) and typed and typed.items() < names.items():
            form.cleaned_data[field] = names
            setattr(form.instance, field, names)
            self.completed.append(localized_str(names))

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

    carried = ("fact", "field")

    def __init__(self, *args: Any, cited_sources: CitedSources, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["field"].required = True
        self.fields["fact"].widget.attrs["list"] = "facts"
        box = inner_widget(self.fields["source"])
        assert isinstance(box, LabelledAutocomplete)
        box.labels = cited_sources.labels
        box.offered = cited_sources.offered
        box.attrs["data-offers"] = "source"
        mark_carried(self)


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


def next_id(letter: str, taken: Collection[str]) -> str:
    """The first of e1, e2, … that is free."""
    number = 1
    while f"{letter}{number}" in taken:
        number += 1
    return f"{letter}{number}"


def free_entry_id(word: str, wanted: str, taken: Collection[str]) -> str:
    """The wanted id if it is free, or with a number behind it; where none is wanted the next of the fact's own."""
    if not wanted:
        return next_id(LETTERS.get(word, word[0]), taken)
    return wanted if wanted not in taken else next_id(f"{wanted}-", taken)


def no_such_entry(target: str, known: Iterable[str]) -> ValidationError:
    """Tells an editor that an entry points at nothing, and what it could point at."""
    message = _("There is no “%(target)s” in this form. There are: %(known)s.")
    return ValidationError(message, "nothing", {"target": target, "known": ", ".join(known) or "—"})
