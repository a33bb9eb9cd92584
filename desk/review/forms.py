"""What people are asked when they send, answer, publish or withdraw."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from desk.models import Harm
from desk.review.actions import HarmAnswer
from desk.review.checks.identifiers import identifying
from records.forms import TranslatedFormField

LONGEST_REASON = 400


class SendForm(forms.Form):
    """A note for whoever reviews."""

    note = forms.CharField(
        label=_("Note for the reviewer"), required=False, widget=forms.Textarea(attrs={"rows": 3, "cols": 60})
    )


class ReviewForm(forms.Form):
    """Approve, or give back."""

    comment = forms.CharField(
        label=_("Comment"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "cols": 60}),
        help_text=_("Needed if you give it back: say what has to change."),
    )


class PublicationForm(forms.Form):
    """Why, for readers; and the question that is always asked."""

    reason = TranslatedFormField(
        max_length=LONGEST_REASON,
        required=True,
        label=_("Reason that readers will see"),
        help_text=_("In one language at least. It stays for ever: name nobody who may want to be forgotten."),
    )
    harm = forms.ChoiceField(
        label=_("Can this harm the person or a source?"), choices=Harm, widget=forms.RadioSelect, required=True
    )
    harm_note = forms.CharField(
        label=_("If it can: how you weighed it"), required=False, widget=forms.Textarea(attrs={"rows": 2, "cols": 60})
    )

    def clean_reason(self) -> dict[str, str]:
        """Refuses what may stand in no text: readers will see the reason for ever."""
        reason: dict[str, str] = self.cleaned_data["reason"]
        lines = [words for text in reason.values() for _code, words in identifying(text)]
        if lines:
            raise forms.ValidationError(list(dict.fromkeys(lines)))
        return reason

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("harm") == Harm.WEIGHED and not cleaned.get("harm_note", "").strip():
            self.add_error("harm_note", _("Say how the harm was weighed."))
        return cleaned

    @property
    def answer(self) -> HarmAnswer:
        return HarmAnswer(self.cleaned_data["harm"], self.cleaned_data["harm_note"])
