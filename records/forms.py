"""Form fields and widgets for dates, words, lists of lines and texts in three languages."""

import re
import unicodedata
from collections.abc import Sequence
from itertools import zip_longest
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from records import words
from records.languages import LANGUAGES, day_in_words
from records.typed import two_readings, typed_date, typed_length

LONGEST_INPUT = 300
EMPTY_CHOICE = ("", "—")
MARK = re.compile(rf"(?:\A|\n|\|)\s*({'|'.join(LANGUAGES)})\s*:", re.IGNORECASE)
"""Before a text in one of the languages, where all stand in one box: `en: Land | ru: Земля`, or one below the other."""


def normal(text: str) -> str:
    """The text as the archive stores it: composed characters (NFC), lines that end in a newline alone."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


class PartialDateInput(forms.TextInput):
    """A text input that says which dates it understands."""

    def __init__(self, attrs: dict[str, Any] | None = None, searched: bool = False) -> None:
        super().__init__({"size": 26, "placeholder": "2016-06-01", "data-date": "", **(attrs or {})})
        self.attrs["title"] = (
            _("1 June 2016, 01.06.2016, June 2016, 2016~, [2016-06-01,2016-06-03] or unknown:2026-11-22")
            if searched
            else _("1 June 2016, 01.06.2016, June 2016, 2016~ or [2016-06-01,2016-06-03]")
        )


class TypedDate(forms.CharField):
    """A date as people type it, which becomes what the archive writes."""

    def to_python(self, value: Any) -> Any:
        value = super().to_python(value)
        if value and (days := two_readings(value)):
            earlier, later = map(day_in_words, days)
            words = _("“%(text)s” reads two ways: %(earlier)s or %(later)s. Write the month as a word.")
            raise forms.ValidationError(words, "two-ways", {"text": value, "earlier": earlier, "later": later})
        return typed_date(value) if value else value


class TypedLength(forms.CharField):
    """A length as people type it, which becomes what the archive writes."""

    def to_python(self, value: Any) -> Any:
        return typed_length(value) if (value := super().to_python(value)) else value


class WordChoice(forms.TypedChoiceField):
    """One word of a vocabulary, shown by its name in the editor's language."""

    def __init__(self, *, vocabulary: str, **kwargs: Any) -> None:
        kwargs = {"coerce": str, "empty_value": None, **kwargs}
        super().__init__(choices=lambda: [EMPTY_CHOICE, *words.choices(vocabulary)], **kwargs)


class WordChoices(forms.MultipleChoiceField):
    """Several words of a vocabulary, as boxes to tick."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, *, vocabulary: str, **kwargs: Any) -> None:
        super().__init__(choices=lambda: words.choices(vocabulary), **kwargs)


class Lines(forms.CharField):
    """A list of short texts, one on each line."""

    widget = forms.Textarea(attrs={"rows": 2, "cols": 30})

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list | tuple) else value

    def to_python(self, value: Any) -> list[str]:  # type: ignore[override]  # it is typed as one text
        text = normal(super().to_python(value) or "")
        return [line.strip() for line in text.splitlines() if line.strip()]

    def run_validators(self, value: Any) -> None:
        super().run_validators("\n".join(value))

    def has_changed(self, initial: Any, data: Any) -> bool:
        return list(initial or []) != self.to_python(data)


def split_by_marks(texts: Sequence[str | None]) -> list[str | None]:
    """The texts of the boxes, where one box holds several languages, each behind its mark: each in its own box.

    They stay as they are if a language would have two texts.
    """
    boxes = dict(zip(LANGUAGES, texts, strict=True))
    marked = [language for language, text in boxes.items() if text and MARK.match(text)]
    if len(marked) != 1:
        return list(texts)
    _nothing, *pieces = MARK.split(str(boxes.pop(marked[0])))
    languages = [mark.lower() for mark in pieces[::2]]
    twice = len(set(languages)) < len(languages) or any(boxes.get(language) for language in languages)
    if twice:
        return list(texts)
    boxes |= dict(zip(languages, (text.strip() for text in pieces[1::2]), strict=True))
    return [boxes.get(language, "") for language in LANGUAGES]


class TranslatedWidget(forms.MultiWidget):
    """One box per language, side by side, each labelled with the language's own name. One takes the texts of all."""

    template_name = "records/translated.html"

    def __init__(self, attrs: dict[str, Any] | None = None, long: bool = True) -> None:
        boxes: dict[str, forms.Widget | type[forms.Widget]] = {language: _box(language, long) for language in LANGUAGES}
        super().__init__(boxes, attrs)

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str | None]:
        return split_by_marks(super().value_from_datadict(data, files, name))

    def decompress(self, value: Any) -> list[str]:
        texts = value if isinstance(value, dict) else {}
        return [texts.get(language, "") for language in LANGUAGES]

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        for box, label in zip(context["widget"]["subwidgets"], LANGUAGES.values(), strict=True):
            box["label"] = label
        return context


def _box(language: str, long: bool) -> forms.Widget:
    attrs = {"lang": language, "placeholder": " "}  # by which the style sheet knows an empty box
    if long:
        return forms.Textarea({**attrs, "rows": 3, "cols": 34})
    return forms.TextInput({**attrs, "size": 34})


class TranslatedFormField(forms.MultiValueField):
    """A text in three languages, any of which may stay empty."""

    def __init__(self, *, max_length: int, **kwargs: Any) -> None:
        boxes = [forms.CharField(max_length=max_length, required=False) for _language in LANGUAGES]
        widget = TranslatedWidget(long=max_length > LONGEST_INPUT)
        super().__init__(boxes, widget=kwargs.pop("widget", widget), require_all_fields=False, **kwargs)

    def compress(self, data_list: Sequence[str]) -> dict[str, str]:
        if any(text and MARK.match(text) for text in data_list):
            raise forms.ValidationError(
                _("Two texts in one language: write each once, in its own box or in one box behind its mark, “ru:”."),
                "twice",
            )
        pairs = zip(LANGUAGES, data_list, strict=False)
        return {language: normal(text) for language, text in pairs if text}


class TranslatedLinesWidget(TranslatedWidget):
    """One box per language; the first lines of all boxes are one text, then the second lines."""

    def decompress(self, value: Any) -> list[str]:
        rows = value if isinstance(value, list) else []
        return ["\n".join(row.get(language, "") for row in rows).rstrip("\n") for language in LANGUAGES]


class TranslatedLines(forms.MultiValueField):
    """A list of texts in three languages, typed one on each line."""

    def __init__(self, **kwargs: Any) -> None:
        boxes = [forms.CharField(required=False, strip=False) for _language in LANGUAGES]
        kwargs.setdefault("widget", TranslatedLinesWidget())
        super().__init__(boxes, require_all_fields=False, **kwargs)

    def compress(self, data_list: Sequence[str]) -> list[dict[str, str]]:
        columns = [normal(text).split("\n") for text in data_list]
        rows = zip_longest(*columns, fillvalue="")
        texts = [
            {language: line.strip() for language, line in zip(LANGUAGES, row, strict=False) if line.strip()}
            for row in rows
        ]
        return [text for text in texts if text]
