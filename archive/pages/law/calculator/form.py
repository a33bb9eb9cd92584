"""The calculator's form. It has no field for a name, and what is typed lives as long as the answer."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import formset_factory
from django.utils.translation import gettext_lazy as _

from archive.pages.law.calculator import choices
from archive.pages.law.calculator.fields import QUIET, DayField, NumberField
from law.dates import parse

MOST_ROWS = 20
ARTICLE = r"^[0-9]{1,3}(-[0-9]{1,2})?$"


class Menu(forms.ChoiceField):
    """A menu whose words are those of the reader's language, asked anew for each form."""

    def __init__(self, menu: Any, **kwargs: Any) -> None:
        super().__init__(choices=menu, required=False, widget=forms.Select(attrs=QUIET), **kwargs)


class VerdictForm(forms.Form):
    """The verdict and its penalties."""

    verdict_date = DayField(label=_("Day of the verdict"))
    appealed = Menu(choices.YES_NO, label=_("Was it appealed?"))
    ruling_date = DayField(
        label=_("Day of the ruling on the appeal"), help_text=_("Only if the verdict was left as it is or changed.")
    )
    in_force = DayField(label=_("Day it took force"), help_text=_("Only if a paper of the court names it."))
    copy_served = DayField(
        label=_("Day the copy of the verdict was handed over"), help_text=_("Only for somebody who was in custody.")
    )

    born = DayField(label=_("Day of birth"), help_text=_("Year and month will do. It is not stored."))
    committed = DayField(label=_("Day of the crime"), help_text=_("The last one, if there were several."))

    penalty = Menu(choices.main_penalties, label=_("Main penalty"))
    years = NumberField(40, label=_("Years"))
    months = NumberField(120, label=_("Months"))
    days = NumberField(999, label=_("Days"))
    regime = Menu(choices.regimes, label=_("Security of the colony"), help_text=_("For imprisonment only."))
    registered = DayField(
        label=_("Day of registration with the probation service"),
        help_text=_("For restriction of freedom and suspended sentences."),
    )
    released = DayField(label=_("Day of release"), help_text=_("Or the day it really ended, if it has."))
    release = Menu(choices.RELEASES, label=_("How the person was released"))
    reduced_share = forms.BooleanField(
        required=False,
        label=_("The shorter shares for parole apply (the code names who they are for)"),
        widget=forms.CheckboxInput(attrs=QUIET),
    )

    ban = Menu(choices.BANS, label=_("Ban on public activity, posts or a profession"))
    ban_years = NumberField(40, label=_("Years"))
    ban_months = NumberField(120, label=_("Months"))

    supervision_years = NumberField(40, label=_("Years"))
    supervision_months = NumberField(120, label=_("Months"))

    listed = Menu(choices.LISTED, label=_("Is the person on the financing list?"))

    without = forms.MultipleChoiceField(
        choices=choices.rules,
        required=False,
        label=_("Calculate without these presumptions"),
        widget=forms.MultipleHiddenInput(attrs=QUIET),
    )

    GROUPS = (
        ("verdict", _("The verdict"), ("verdict_date", "appealed", "ruling_date", "in_force", "copy_served")),
        ("minor", _("Only if the person was under 18 on the day of the crime"), ("born", "committed")),
        ("penalty", _("The main penalty"), ("penalty", "years", "months", "days", "regime")),
        ("served", _("How it is served"), ("registered", "released", "release", "reduced_share")),
        ("ban", _("The ban"), ("ban", "ban_years", "ban_months")),
        (
            "supervision",
            _("Administrative supervision after prison, as the court set it"),
            ("supervision_years", "supervision_months"),
        ),
        ("list", _("The financing list"), ("listed",)),
    )

    def groups(self) -> list[tuple[str, Any, list[forms.BoundField]]]:
        """The fields by what they are about, for the template."""
        return [(id_, title, [self[name] for name in names]) for id_, title, names in self.GROUPS]

    def clean_verdict_date(self) -> str:
        day: str | None = self.cleaned_data["verdict_date"]
        if day is None:
            raise ValidationError(_("Without the day of the verdict nothing can be computed: year and month will do."))
        return day

    def clean_penalty(self) -> str:
        penalty: str = self.cleaned_data["penalty"]
        if not penalty:
            raise ValidationError(_("Choose the main penalty: everything else follows from it."))
        return penalty

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        for field in ("ruling_date", "in_force", "copy_served"):
            self._refuse_before(field, "verdict_date", _("This lies before the verdict: correct one of the two days."))
        self._refuse_before("committed", "born", _("This lies before the birth: correct one of the two days."))
        self._refuse_before("verdict_date", "committed", _("This lies before the crime: correct one of the two days."))
        self._refuse_before("released", "registered", _("This lies before the registration: correct one of the two."))
        if values.get("ban") == "length" and not (values.get("ban_years") or values.get("ban_months")):
            self.add_error("ban", _("Give its years or months, or say that its length is not known."))
        return values

    def _refuse_before(self, field: str, first: str, message: Any) -> None:
        if is_before(self.cleaned_data.get(field), self.cleaned_data.get(first)):
            self.add_error(field, message)


class ChargeForm(forms.Form):
    """One article that the person was convicted of."""

    article = Menu(choices.charges, label=_("Article"))
    number = forms.RegexField(
        ARTICLE,
        required=False,
        label=_("Number of another article"),
        widget=forms.TextInput(attrs=QUIET),
        error_messages={"invalid": _("Write the number of the article alone, such as 147 or 297-1.")},
    )
    gravity = Menu(
        choices.gravities, label=_("Its gravity"), help_text=_("By the longest prison term that its part allows.")
    )

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        other = values.get("article") == choices.OTHER
        if other and not values.get("number") and "number" not in self.errors:
            self.add_error("number", _("Write the number of the article."))
        if not other and (values.get("number") or values.get("gravity")) and "article" not in self.errors:
            self.add_error("article", _("Choose “another article” here, or leave the two fields beside it empty."))
        return values


class CustodyForm(forms.Form):
    """One spell of custody or house arrest before the verdict was in force."""

    kind = Menu(choices.custody, label=_("Kind"))
    begins = DayField(label=_("First day"))
    until = DayField(label=_("Last day"), help_text=_("Empty: until the verdict took force, or until release."))

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if values.get("until") and not values.get("begins") and "begins" not in self.errors:
            self.add_error("begins", _("Give the first day too: year and month will do."))
        if values.get("begins") and not values.get("kind") and "kind" not in self.errors:
            self.add_error("kind", _("Choose one."))
        if is_before(values.get("until"), values.get("begins")):
            self.add_error("until", _("This lies before the first day: correct one of the two."))
        return values


Charges = formset_factory(ChargeForm, extra=0, max_num=MOST_ROWS, absolute_max=MOST_ROWS)
Spells = formset_factory(CustodyForm, extra=0, max_num=MOST_ROWS, absolute_max=MOST_ROWS)


class CalculatorForm:
    """The three parts of the form: the verdict, its articles, the spells before it."""

    def __init__(self, data: Mapping[str, Any] | None = None, typed: Mapping[str, Any] | None = None) -> None:
        """Bound to ``data``; else fresh, or with what was ``typed`` before a row was added."""
        typed = typed or {}
        self.verdict = VerdictForm(data, initial=typed.get("verdict"))
        self.charges = Charges(data, prefix="charges", initial=typed.get("charges", [{}]))
        self.custody = Spells(data, prefix="custody", initial=typed.get("custody", [{}]))

    def is_valid(self) -> bool:
        """Whether all three can be read."""
        return not self.errors

    @property
    def errors(self) -> int:
        """How many places hold something that cannot be read."""
        rows = [*self.charges.errors, *self.custody.errors]
        whole = [*self.charges.non_form_errors(), *self.custody.non_form_errors()]
        return len(self.verdict.errors) + sum(len(row) for row in rows) + len(whole)

    def with_row(self, part: str) -> "CalculatorForm":
        """A fresh form that keeps what was typed, right or wrong, with one more row for ``part``."""
        typed = {name: [typed_into(row) for row in getattr(self, name).forms] for name in ("charges", "custody")}
        if part in typed and len(typed[part]) < MOST_ROWS:
            typed[part].append({})
        return CalculatorForm(typed={"verdict": typed_into(self.verdict), **typed})


def typed_into(form: forms.Form) -> dict[str, Any]:
    return {name: form[name].value() for name in form.fields}


def is_before(date: str | None, other: str | None) -> bool:
    """Whether the date, as EDTF text, certainly lies before the other."""
    if not date or not other:
        return False
    last, first = parse(date).latest, parse(other).earliest
    return last is not None and first is not None and last < first
