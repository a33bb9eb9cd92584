"""The parts of papers that come after the verdict: a ruling, a release, an event, a claim."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.models import CaseFact, Event, Verdict
from desk.intake.draft import Draft, RowInvalid
from desk.intake.fields import CheckedLengthField, court_field
from desk.intake.parts import DocumentPart, EntryPart, choices_of, date_field, field_of, targets
from records.forms import EMPTY_CHOICE
from restrictions.models import Change, Claim, Restriction

RESULTS = ("upheld", "changed", "cancelled", "acquitted", "withdrawn")


class AppealPart(EntryPart):
    """A ruling about a verdict."""

    prefix, chosen = "appeal", "on"
    title = gettext_lazy("The ruling on appeal")
    on = forms.ChoiceField(label=gettext_lazy("On the verdict"))
    court = court_field(label=gettext_lazy("Court"), required=False)
    judge = field_of(Verdict, "judge")
    date = date_field(Verdict, "date")
    result = forms.ChoiceField(label=gettext_lazy("Result"), choices=choices_of("results", RESULTS))
    in_force = date_field(Verdict, "in_force")

    def entries(self) -> Sequence[CaseFact]:
        assert self.case is not None
        return list(self.case.verdicts.exclude(instance="appeal"))

    def write(self, draft: Draft) -> None:
        on = self.cleaned_data.get("on") or draft.verdict
        values = {name: self.cleaned_data[name] or None for name in ("judge", "result")}
        values["court"] = draft.court(self)
        dates = {name: draft.date(self, name, Verdict) for name in ("date", "in_force")}
        draft.verdict = draft.add(self, Verdict, instance="appeal", on=on, **values, **dates)
        first = Verdict.objects.get(case=draft.case, slug=on)
        if first.appealed is None:
            draft.complete(self, first, appealed=True)


class PenaltyChangePart(EntryPart):
    """What the ruling changed in a penalty."""

    prefix, chosen = "change", "restriction"
    title = gettext_lazy("If it changed a penalty")
    restriction = forms.ChoiceField(label=gettext_lazy("Penalty"), required=False)
    kind = field_of(Change, "kind", required=False)
    by = CheckedLengthField(label=gettext_lazy("By how much"), required=False)
    to = field_of(Change, "to")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        filled = [name for name in ("restriction", "kind") if cleaned.get(name)]
        if len(filled) == 1 or (not filled and (cleaned.get("by") or cleaned.get("to"))):
            missing = "kind" if filled == ["restriction"] else "restriction"
            self.add_error(missing, _("Say which penalty was changed, and how."))
        return cleaned

    def write(self, draft: Draft) -> None:
        if restriction := self.cleaned_data["restriction"]:
            ruling = Verdict.objects.get(case=draft.case, slug=draft.verdict)
            values = {name: self.cleaned_data[name] for name in ("kind", "by", "to")}
            draft.add(self, Change, restriction=restriction, verdict=ruling.slug, date=ruling.date, **values)


class ReleasePart(EntryPart):
    """The end of a penalty, and its registration."""

    prefix, chosen = "release", "restriction"
    title = gettext_lazy("Release and registration")
    restriction = forms.ChoiceField(label=gettext_lazy("Penalty"))
    ends = date_field(Restriction, "ends")
    ended_by = field_of(Restriction, "ended_by")
    registered = date_field(Restriction, "registered")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        days = [cleaned.get(name) for name in ("ends", "registered")]
        if not self.errors and not cleaned.get("ended_by") and not any(day and any(day) for day in days):
            self.add_error("ends", _("Such a paper gives at least one day: of release, or of registration."))
        return cleaned

    def write(self, draft: Draft) -> None:
        slug = self.cleaned_data.get("restriction") or draft.penalty
        if slug is None:
            self.add_error(None, _("Choose above the main penalty that ended."))
            raise RowInvalid
        row = Restriction.objects.get(case=draft.case, slug=slug)
        dates = {name: draft.date(self, name, Restriction) for name in ("ends", "registered")}
        draft.complete(self, row, ended_by=self.cleaned_data["ended_by"] or None, **dates)


class EventPart(DocumentPart):
    """What a news item tells."""

    prefix = "event"
    title = gettext_lazy("What happened")
    kind = field_of(Event, "kind", required=False)
    date = date_field(Event, "date")
    text = field_of(Event, "text", help_text=gettext_lazy("In the archive's own words; one language is enough."))
    about = forms.ChoiceField(label=gettext_lazy("About"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("about", [EMPTY_CHOICE, *targets(self.case)])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("kind") and cleaned.get("text"):
            self.add_error("kind", _("Choose what kind of event it is."))
        return cleaned

    def write(self, draft: Draft) -> None:
        if kind := self.cleaned_data["kind"]:
            values = {"text": self.cleaned_data["text"], "about": self.cleaned_data["about"] or None}
            draft.add(self, Event, kind=kind, date=draft.date(self, "date", Event), **values)


class ClaimPart(DocumentPart):
    """What somebody says in it about a restriction's time."""

    prefix = "claim"
    title = gettext_lazy("What somebody says there of the dates")
    says = field_of(Claim, "says", required=False)
    about = forms.ChoiceField(label=gettext_lazy("About"), required=False)
    value = field_of(Claim, "value")
    by = field_of(Claim, "by")
    said_on = date_field(Claim, "said_on")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("about", [("case", _("the case")), *targets(self.case)])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("says") and (cleaned.get("value") or cleaned.get("by")):
            self.add_error("says", _("Choose what is said."))
        return cleaned

    def write(self, draft: Draft) -> None:
        if says := self.cleaned_data["says"]:
            values = {name: self.cleaned_data[name] for name in ("about", "by")}
            values["value"] = self.cleaned_data["value"] or None
            draft.add(self, Claim, says=says, said_on=draft.date(self, "said_on", Claim), **values)
