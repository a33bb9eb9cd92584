"""The form of /about/your-case/: no account, no cookie, no address kept; of a flood, work or patience."""

import re
import secrets
from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.core import signing
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.pages.about.message_price import price_now, price_of_one_more
from inbox.models import LONGEST, Message, MessageKind

SALT = "archive.your-case"
CASE_ID = re.compile(r"(?:^|/cases/)([a-z0-9-]{3,60})(?:[/?#.].*)?$")
PATIENCE = timedelta(seconds=4)
VALID_FOR = timedelta(hours=12)


class MessageForm(forms.Form):
    """``website`` is for machines alone: whoever fills it in is one."""

    kind = forms.ChoiceField(
        label=gettext_lazy("What is it about?"), choices=MessageKind.choices, widget=forms.RadioSelect
    )
    case_id = forms.CharField(
        label=gettext_lazy("Which case? (its address, if it is about one)"), required=False, max_length=300
    )
    text = forms.CharField(
        label=gettext_lazy("Your message"), widget=forms.Textarea(attrs={"rows": 8}), max_length=LONGEST
    )
    website = forms.CharField(required=False, widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}))
    token = forms.CharField(widget=forms.HiddenInput)
    proof = forms.CharField(widget=forms.HiddenInput, required=False, max_length=20)

    def __init__(self, *args: Any, request: HttpRequest, now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.request, self.now = request, now
        self.age = timedelta(0)

    @property
    def nonce(self) -> str:
        """The form's own number, which the browser's work is for; empty if the token is none of ours."""
        try:
            return str(signing.loads(self["token"].value() or "", salt=SALT)[0])
        except signing.BadSignature:
            return ""

    @property
    def prices(self) -> dict[str, int]:
        """The bits of work that a message costs now, of danger and of everything else."""
        kinds = {"danger": MessageKind.DANGER, "others": MessageKind.OTHER}
        return {lane: price_now(self.request, kind, self.now).bits for lane, kind in kinds.items()}

    def clean_case_id(self) -> str:
        """The id, also out of a whole address copied from the browser."""
        text = self.cleaned_data["case_id"]
        match = CASE_ID.search(text)
        if text and not match:
            raise forms.ValidationError(_("Write the address of the case's page, or the last part of it."))
        return match[1] if match else ""

    def clean_website(self) -> str:
        if self.cleaned_data["website"]:
            raise forms.ValidationError(_("Leave this field empty."))
        return ""

    def clean_token(self) -> str:
        """The form's own number, if it was given out here, some seconds ago and not too long ago."""
        try:
            nonce, given_out_at = signing.loads(self.cleaned_data["token"], salt=SALT)
            self.age = self.now - datetime.fromisoformat(given_out_at)
        except (signing.BadSignature, ValueError, TypeError) as error:
            raise forms.ValidationError(_("The form was too old. Please send it again.")) from error
        if self.age < PATIENCE:
            raise forms.ValidationError(_("That was very quick. Please wait a few seconds and send it again."))
        if self.age > VALID_FOR or Message.objects.filter(form_token=nonce).exists():
            raise forms.ValidationError(_("The form was too old. Please send it again."))
        return str(nonce)

    def clean(self) -> dict[str, Any]:
        """Lets whoever sends pay while very many messages come in."""
        if self.errors:
            return self.cleaned_data
        asked = price_of_one_more(self.request, self.cleaned_data["kind"], self.now)
        if asked is None:
            raise forms.ValidationError(_("Too many messages from your network. Please try again in an hour."))
        if not asked.is_paid(self.age, self.cleaned_data["token"], self.cleaned_data["proof"]):
            minutes = -(-(asked.wait - self.age) // timedelta(minutes=1))
            text = _(
                "Very many messages are coming in. Nothing is lost: keep this page open and send it again in "
                "%(minutes)s minutes. With scripts switched on it goes at once."
            )
            raise forms.ValidationError(text % {"minutes": minutes})
        return self.cleaned_data


def new_token(now: datetime) -> str:
    """What a fresh form carries: a number and the moment, signed."""
    return signing.dumps([secrets.token_hex(16), now.isoformat()], salt=SALT)


class CodeForm(forms.Form):
    """The code that leads to an answer."""

    code = forms.CharField(label=gettext_lazy("Your code"), max_length=40)
