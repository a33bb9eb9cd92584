"""The calculator's own fields: dates as papers write them, lengths in years, months and days."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from law.dates import DateError, parse

QUIET = {"autocomplete": "off"}
LONGEST = 60
NO_DATE = _(
    "This is not a date we can read. Write 11.04.2025 or 2025-04-11; 2025-04 or 2025 if only that is known; "
    "2025-04-11~ for about; [2025-04-11,2025-04-14] for one of two days."
)
_DOTTED = re.compile(r"(?:(\d{1,2})\.)?(\d{1,2})\.(\d{4})(~?)")


class DayField(forms.CharField):
    """A date as typed; cleaned it is EDTF text, or None where nothing was typed."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput(attrs={**QUIET, "spellcheck": "false"})
        super().__init__(required=False, max_length=LONGEST, widget=widget, empty_value=None, **kwargs)

    def clean(self, value: Any) -> str | None:
        text = super().clean(value)
        return None if text is None else edtf(text)


def edtf(text: str) -> str:
    """What was typed as EDTF: 11.04.2025 and 04.2025 too. Raises ValidationError."""
    dotted = _DOTTED.fullmatch(text)
    if dotted:
        day, month, year, about = dotted.groups()
        written = "-".join([year, month.zfill(2), *([day.zfill(2)] if day else [])]) + about
    else:
        written = text
    try:
        parse(written)
    except DateError as error:
        raise ValidationError(NO_DATE, code="date") from error
    if not written.isascii():
        raise ValidationError(NO_DATE, code="date")
    return written


class NumberField(forms.IntegerField):
    """A part of a length: whole years, months or days."""

    def __init__(self, most: int, **kwargs: Any) -> None:
        widget = forms.NumberInput(attrs={**QUIET, "inputmode": "numeric"})
        super().__init__(required=False, min_value=0, max_value=most, widget=widget, **kwargs)


def length(years: int | None, months: int | None, days: int | None = None) -> str | None:
    """The length as ISO 8601 text; None where nothing was given."""
    parts = [(years, "Y"), (months, "M"), (days, "D")]
    text = "".join(f"{number}{unit}" for number, unit in parts if number)
    return f"P{text}" if text else None
