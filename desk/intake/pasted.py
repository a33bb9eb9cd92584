"""The pasted text of a paper. It is kept nowhere unless the editor says so, and shown in no report of an error."""

from collections.abc import ItemsView
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.debug import SafeExceptionReporterFilter

from cases.models import CaseNote
from desk.intake.draft import Draft
from desk.intake.parts import DocumentPart
from desk.reading.text import LONGEST
from records.forms import normal

TEXT = "pasted-text"
"""The field of the text. Whatever keeps what was typed leaves this out: it may hold what no archive should."""


class PastedPart(DocumentPart):
    """The text of the paper, and whether the desk keeps it."""

    prefix = "pasted"
    title = gettext_lazy("Paste the text of the paper")
    text = forms.CharField(
        label=gettext_lazy("Text"),
        required=False,
        widget=forms.Textarea({"rows": 6, "cols": 80, "spellcheck": "false"}),
        help_text=gettext_lazy(
            "It is read here, by this server alone, and forgotten. What it says is proposed below; nothing is entered"
            " before you confirm it."
        ),
    )
    keep = forms.BooleanField(
        label=gettext_lazy("Keep the text in the desk's internal note of the case"), required=False
    )

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"]
        if len(text) > LONGEST:
            words = _("The text has more than %(number)s characters: paste the part that says what was decided.")
            raise ValidationError(words % {"number": f"{LONGEST:,}"})
        return text

    def write(self, draft: Draft) -> None:
        text = self.cleaned_data["text"]
        if text and self.cleaned_data["keep"]:
            note(draft, f"{draft.source}, {draft.today}:\n{normal(text)}")


class PresentPart(DocumentPart):
    """Who else was there. The archive has no field for them: they stand in the internal note."""

    prefix = "present"
    title = gettext_lazy("Who else was present, for the internal note")
    prosecutor = forms.CharField(label=gettext_lazy("Prosecutor"), max_length=200, required=False)
    defence = forms.CharField(label=gettext_lazy("Defence"), max_length=200, required=False)

    def write(self, draft: Draft) -> None:
        names = [f"{self.fields[name].label}: {text}" for name, text in self.cleaned_data.items() if text]
        if names:
            note(draft, f"{draft.source}, {draft.today}: {'; '.join(names)}")


def note(draft: Draft, words: str) -> None:
    """Adds to what only the desk reads about the case."""
    row, _made = CaseNote.objects.get_or_create(case=draft.case)
    row.notes = "\n\n".join(filter(None, [row.notes, words]))
    row.save()


class HiddenText(SafeExceptionReporterFilter):
    """Lets no report of an error, on a laptop's debug page either, show what was pasted."""

    def is_active(self, request: HttpRequest | None) -> bool:
        return True

    def get_traceback_frame_variables(self, request: HttpRequest | None, tb_frame: Any) -> ItemsView[str, Any]:
        """Hides the variables of every frame: those of a generator do not know who called it."""
        return dict.fromkeys(tb_frame.f_locals, self.cleansed_substitute).items()
