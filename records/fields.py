"""Model fields for what the archive file writes as text: dates, lengths, words and texts in three languages."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from law.dates import DateError, parse
from law.lengths import Length, LengthError
from records import forms, words
from records.languages import LANGUAGES
from records.plain_text import control_in, markup_in

if TYPE_CHECKING:
    TextColumn = models.CharField[str | None, str | None]
else:
    TextColumn = models.CharField  # which takes no types when it runs

SEARCHED = "unknown:"


def date_record(text: str | None) -> str | dict[str, str] | None:
    """The archive file's form of a stored date: the text itself, null, or ``{"unknown": DAY}``."""
    if text and text.startswith(SEARCHED):
        return {"unknown": text.removeprefix(SEARCHED)}
    return text or None


def date_text(record: str | Mapping[str, str] | None) -> str | None:
    """The stored form of a date of the archive file; the opposite of `date_record`."""
    if isinstance(record, Mapping):
        return SEARCHED + record["unknown"]
    return record or None


def validate_plain_text(text: str) -> None:
    """Refuses control characters and markup: pages cannot show the one, and texts are plain."""
    if control := control_in(text):
        message = _("This text holds the control character %(found)s. Remove it, or type the text again.")
        raise ValidationError(message, "control", {"found": control})
    if markup := markup_in(text):
        message = _("This text holds the markup %(found)s, but texts are plain. Remove it.")
        raise ValidationError(message, "markup", {"found": markup})


class TextOrNull(TextColumn):
    """A short text of which nothing is stored as null, never as an empty string."""

    default_validators = [validate_plain_text]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("null", True)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        return forms.normal(text) if text else None

    def get_prep_value(self, value: Any) -> Any:
        return super().get_prep_value(value) or None

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"empty_value": None, **kwargs})


class PartialDateField(TextOrNull):
    """A date as precise as it is known, in EDTF: ``2016-06-01``, ``2016-06``, ``2016~``, ``[2016-06-01,2016-06-03]``.

    With ``searched=True`` also ``unknown:2026-11-22``: looked for on that day and not found.
    """

    description = "EDTF date"

    def __init__(self, *args: Any, searched: bool = False, **kwargs: Any) -> None:
        self.searched = searched
        kwargs.setdefault("max_length", 200)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        if self.searched:
            kwargs["searched"] = True
        return name, path, args, kwargs

    def validate(self, value: Any, model_instance: Any) -> None:
        super().validate(value, model_instance)
        if value:
            self._parse(value.removeprefix(SEARCHED) if self.searched else value)

    def to_json(self, text: str | None) -> str | dict[str, str] | None:
        """What the archive file writes."""
        return date_record(text)

    def from_json(self, record: str | Mapping[str, str] | None) -> str | None:
        """The stored form of what the archive file writes."""
        return date_text(record)

    def _parse(self, text: str) -> None:
        try:
            parse(text)
        except DateError as error:
            raise ValidationError(gettext(error.pattern), "date", error.values) from error

    def formfield(self, **kwargs: Any) -> Any:
        widget = forms.PartialDateInput(searched=self.searched)
        return super().formfield(**{**kwargs, "widget": widget, "form_class": forms.TypedDate})


class LengthField(TextOrNull):
    """A length of time in ISO 8601: ``P5Y``, ``P1Y6M``, ``P15D``."""

    description = "ISO 8601 length"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 40)
        super().__init__(*args, **kwargs)

    def validate(self, value: Any, model_instance: Any) -> None:
        super().validate(value, model_instance)
        if not value:
            return
        try:
            Length.parse(value)
        except LengthError as error:
            raise ValidationError(gettext(error.pattern), "length", error.values) from error

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"form_class": forms.TypedLength, **kwargs})


class DateOrLengthField(TextOrNull):
    """What another source reports of a field that may be a date or a length: ``2016-06-03`` or ``P3Y``."""

    description = "EDTF date or ISO 8601 length"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 200)
        super().__init__(*args, **kwargs)

    def validate(self, value: Any, model_instance: Any) -> None:
        super().validate(value, model_instance)
        if not value:
            return
        try:
            Length.parse(value) if is_length(value) else parse(value)
        except (DateError, LengthError) as error:
            raise ValidationError(gettext(error.pattern), "otherwise", error.values) from error


def is_length(text: str) -> bool:
    """Whether a text that is a date or a length means to be a length."""
    return text.startswith("P")


class WordField(TextOrNull):
    """One word of a vocabulary of the rule book, such as a kind of event; labels come in the editor's language."""

    description = "word of a vocabulary"

    def __init__(self, vocabulary: str = "", *args: Any, **kwargs: Any) -> None:
        self.vocabulary = vocabulary
        kwargs.setdefault("max_length", 40)
        super().__init__(*args, **kwargs)

    @property
    def flatchoices(self) -> list[tuple[str, str]]:
        """What a list of rows shows for the words."""
        return words.choices(self.vocabulary)

    def validate(self, value: Any, model_instance: Any) -> None:
        super().validate(value, model_instance)
        if value and value not in words.vocabulary(self.vocabulary):
            raise ValidationError(words.refusal(value, self.vocabulary), code="word")

    def formfield(self, **kwargs: Any) -> Any:
        return forms.WordChoice(
            vocabulary=self.vocabulary,
            required=not self.blank,
            label=capfirst(self.verbose_name),
            help_text=self.help_text,
            initial=self.get_default(),
        )


class TranslatedField(models.JSONField):
    """A text in some of the three languages: ``{"en": …, "ru": …, "kk": …}``; a missing language has no key."""

    description = "text in three languages"

    def __init__(self, *args: Any, max_length: int = 5000, **kwargs: Any) -> None:
        self.text_length = max_length
        super().__init__(*args, **{"default": dict, "blank": True, **kwargs})

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "max_length": self.text_length}

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        texts = super().from_db_value(value, expression, connection)
        return in_order(texts) if isinstance(texts, dict) else texts

    def validate(self, value: Any, model_instance: Any) -> None:
        super().validate(value, model_instance)
        validate_texts(value, self.text_length)

    def formfield(self, **kwargs: Any) -> Any:
        kwargs.pop("encoder", None)
        return forms.TranslatedFormField(
            max_length=self.text_length,
            required=not self.blank,
            label=capfirst(self.verbose_name),
            help_text=self.help_text,
        )


def in_languages(name: str) -> list[str]:
    """The look-ups of a translated field in each language, for a search."""
    return [f"{name}__{language}" for language in LANGUAGES]


def in_order(texts: Mapping[str, str]) -> dict[str, str]:
    """The same texts in the archive file's order of languages."""
    return {language: texts[language] for language in LANGUAGES if language in texts}


def validate_texts(texts: Any, max_length: int) -> None:
    """Refuses anything but non-empty texts under known languages, each at most `max_length` characters."""
    if not isinstance(texts, dict) or not set(texts) <= set(LANGUAGES):
        raise ValidationError(_("A text is given under en, ru and kk, and under nothing else."), code="languages")
    for language, text in texts.items():
        validate_text(language, text, max_length)


def validate_text(language: str, text: Any, max_length: int) -> None:
    """Refuses an empty text, a NUL byte and more than `max_length` characters; the message names the language."""
    if not isinstance(text, str) or not text.strip():
        raise ValidationError(
            _("The text in %(language)s is empty: leave it out instead."), "empty", {"language": language}
        )
    validate_plain_text(text)
    if len(text) > max_length:
        message = _("The text in %(language)s has %(length)s characters; at most %(limit)s are kept. Shorten it.")
        raise ValidationError(message, "long", {"language": language, "length": len(text), "limit": max_length})
