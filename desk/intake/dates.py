"""How a paper answers *when*: surely, between two days, otherwise than another source, not at all, or in vain."""

from typing import Any, NamedTuple

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from law.dates import DateError, parse
from records.fields import SEARCHED
from records.forms import PartialDateInput, TypedDate

ANSWERS = {
    "sure": gettext_lazy("sure"),
    "between": gettext_lazy("between two days"),
    "differ": gettext_lazy("sources differ"),
    "absent": gettext_lazy("not in this paper"),
    "searched": gettext_lazy("searched and not found"),
}
WRITTEN = {"sure": "{0}", "between": "[{0}..{1}]", "differ": "[{0},{1}]"}


class DateAnswer(NamedTuple):
    """A date as the archive writes it, if there is one; else whether somebody searched for it."""

    text: str | None = None
    searched: bool = False

    def stored(self, searchable: bool, today: str) -> str | None:
        """Returns what a field of the rows keeps; only some can say that a day was searched in vain."""
        return SEARCHED + today if self.searched and searchable else self.text


class DateAnswerInput(forms.MultiWidget):
    """Five answers to choose from and two boxes for days."""

    template_name = "desk/intake/date.html"
    use_fieldset = True

    def __init__(self) -> None:
        boxes: dict[str, forms.Widget | type[forms.Widget]] = {
            "how": forms.RadioSelect(choices=list(ANSWERS.items())),
            "first": PartialDateInput({"aria-label": gettext_lazy("the day, or the first")}),
            "second": PartialDateInput({"aria-label": gettext_lazy("the second day"), "placeholder": ""}),
        }
        super().__init__(boxes)

    def decompress(self, value: Any) -> list[Any]:
        return [None, value, None]


class DateAnswerField(forms.MultiValueField):
    """A date with the way it is known. Nothing chosen and one day typed means *sure*."""

    widget = DateAnswerInput

    def __init__(self, **kwargs: Any) -> None:
        days = [TypedDate(required=False, max_length=90) for _box in range(2)]
        fields = [forms.ChoiceField(choices=list(ANSWERS.items()), required=False), *days]
        super().__init__(fields, required=False, require_all_fields=False, **kwargs)

    def compress(self, data_list: list[str]) -> DateAnswer:
        answer, first, second = data_list or ("", "", "")
        if not answer and first and not second:
            answer = "sure"
        if answer in ("absent", "searched") or not (answer or first or second):
            if first or second:
                raise forms.ValidationError(_("A day is typed, but the answer says there is none: choose one."))
            return DateAnswer(searched=answer == "searched")
        return DateAnswer(in_edtf(answer, first, second))


def in_edtf(answer: str, first: str, second: str) -> str:
    """Writes an answer as the archive writes dates. Raises ValidationError."""
    if not answer:
        raise forms.ValidationError(_("Two days are typed: say whether it lies between them or sources differ."))
    if answer == "sure" and second:
        raise forms.ValidationError(_("“Sure” takes one day; for two choose between, or sources differ."))
    if not first or (answer != "sure" and not second):
        wanted = _("type the day") if answer == "sure" else _("type both days")
        raise forms.ValidationError(_("“%(answer)s”: %(wanted)s.") % {"answer": ANSWERS[answer], "wanted": wanted})
    text = WRITTEN[answer].format(first, second)
    try:
        parse(text)
    except DateError as error:
        raise forms.ValidationError(_(error.pattern) % error.values) from error
    return text
