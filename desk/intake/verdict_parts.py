"""The parts of a verdict: the court, the articles, the penalties, the custody it credits."""

from typing import Any

from django import forms
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from cases.models import Charge, Custody, Verdict
from desk.intake.draft import Draft
from desk.intake.fields import ArticlesField, CheckedLengthField, court_field
from desk.intake.parts import DocumentPart, choices_of, date_field, field_of
from desk.intake.printed_words import printed_kind
from law.country import country
from records import words
from records.forms import EMPTY_CHOICE
from restrictions.models import Restriction

RESULTS = ("convicted", "acquitted")


class NamedVerdictPart(DocumentPart):
    """The verdict that another paper names."""

    prefix = "verdict"
    title = gettext_lazy("The verdict")
    court = court_field(label=gettext_lazy("Court"), required=False)
    date = date_field(Verdict, "date")

    def write(self, draft: Draft) -> None:
        dates = [name for name in ("date", "copy_served", "in_force") if name in self.fields]
        values: dict[str, Any] = {name: draft.date(self, name, Verdict) for name in dates}
        values |= {name: self.cleaned_data[name] or None for name in ("judge",) if name in self.fields}
        values["court"] = draft.court(self)
        values["result"] = self.cleaned_data.get("result") or "convicted"
        draft.verdict = draft.add(self, Verdict, instance="first", **values)


class VerdictPart(NamedVerdictPart):
    """The verdict as its own paper gives it."""

    judge = field_of(Verdict, "judge")
    result = forms.ChoiceField(label=gettext_lazy("Result"), choices=choices_of("results", RESULTS), required=False)
    copy_served = date_field(Verdict, "copy_served")
    in_force = date_field(Verdict, "in_force")


class ChargesPart(DocumentPart):
    """Articles by number."""

    prefix = "charges"
    title = gettext_lazy("The articles")
    convicted = ArticlesField(
        label=gettext_lazy("Convicted under"), required=False, help_text=gettext_lazy("174.2; 400, or ст. 174 ч. 2")
    )
    acquitted = ArticlesField(label=gettext_lazy("Acquitted of"), required=False)

    def write(self, draft: Draft) -> None:
        for outcome in ("convicted", "acquitted"):
            for number in self.cleaned_data[outcome]:
                values = {"article": number.article, "part": number.part, "verdict": draft.verdict}
                draft.add(self, Charge, outcome=outcome, **values)


class KindSelect(forms.RadioSelect):
    """Main penalties to choose from, each with the words printed on papers and what it means."""

    template_name = "desk/intake/kinds.html"

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(name, value, *args, **kwargs)
        if value:
            meaning = country().kinds[str(value)].meaning.get(get_language() or "en")
            option |= {"printed": printed_kind(str(value)), "meaning": meaning}
        return option


def main_kinds() -> list[tuple[str, Any]]:
    """Prison first, then restriction of freedom and suspended sentence side by side."""
    labels = dict(words.choices("restriction-kinds"))
    penalties = [(kind, labels[kind]) for kind in country().main_penalties]
    return [("", gettext_lazy("none, or not in this paper")), *penalties]


def ban_kinds() -> list[tuple[str, Any]]:
    labels = dict(words.choices("restriction-kinds"))
    return [EMPTY_CHOICE, *((kind, labels[kind]) for kind in country().bans)]


class MainPenaltyPart(DocumentPart):
    """The main penalty."""

    prefix = "penalty"
    title = gettext_lazy("The main penalty")
    note = gettext_lazy(
        "Read the words, not the press: бас бостандығын шектеу (restriction) and бас бостандығынан айыру (prison) are"
        " one ending apart, as are ограничение and лишение свободы; «условно» and «шартты» mean a suspended sentence"
        " alone. Newspapers call all three “probation”, “parole” or “suspended”."
    )
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=main_kinds, widget=KindSelect, required=False)
    length = CheckedLengthField(
        label=gettext_lazy("Length"), required=False, help_text=gettext_lazy("5 years, 1 год 6 мес., P5Y")
    )
    regime = field_of(Restriction, "regime")
    amount = field_of(Restriction, "amount", label=gettext_lazy("Fine, in tenge"))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("kind"):
            for name in ("length", "regime"):
                if cleaned.get(name):
                    self.add_error("kind", _("Choose the penalty that the %(field)s belongs to.") % {"field": name})
        return cleaned

    def write(self, draft: Draft) -> None:
        kind, amount = self.cleaned_data["kind"], self.cleaned_data["amount"]
        if kind:
            values = {name: self.cleaned_data[name] for name in ("length", "regime")}
            values["amount"] = amount if kind == "fine" else None
            slug = country().kinds[kind].slug
            draft.penalty = draft.add(self, Restriction, slug, kind=kind, verdict=draft.verdict, **values)
        if amount and kind != "fine":
            draft.add(self, Restriction, "fine", kind="fine", verdict=draft.verdict, amount=amount)


class BanPart(DocumentPart):
    """The additional penalty."""

    prefix = "ban"
    title = gettext_lazy("The ban beside it")
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=ban_kinds, required=False)
    length = CheckedLengthField(label=gettext_lazy("Length"), required=False)
    covers = field_of(Restriction, "covers", label=gettext_lazy("What it covers"))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("kind") and (cleaned.get("length") or cleaned.get("covers")):
            self.add_error("kind", _("Choose the kind of ban."))
        return cleaned

    def write(self, draft: Draft) -> None:
        if kind := self.cleaned_data["kind"]:
            values = {name: self.cleaned_data[name] for name in ("length", "covers")}
            draft.add(self, Restriction, country().kinds[kind].slug, kind=kind, verdict=draft.verdict, **values)


class CreditedCustodyPart(DocumentPart):
    """The time in custody before the verdict that is credited."""

    prefix = "custody"
    title = gettext_lazy("Custody before the verdict")
    kind = field_of(Custody, "kind", required=False)
    from_date = date_field(Custody, "from_date")
    until_date = date_field(Custody, "until_date")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        days = [cleaned.get(name) for name in ("from_date", "until_date")]
        if not cleaned.get("kind") and any(day and day.text for day in days):
            self.add_error("kind", _("Choose the kind of custody."))
        return cleaned

    def write(self, draft: Draft) -> None:
        if kind := self.cleaned_data["kind"]:
            dates = {name: draft.date(self, name, Custody) for name in ("from_date", "until_date")}
            draft.add(self, Custody, kind=kind, **dates)
