"""Lists of short texts in one column: words of a vocabulary, former ids, lines."""

from typing import TYPE_CHECKING, Any

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import capfirst

from records import forms, words
from records.fields import in_order, validate_texts

if TYPE_CHECKING:
    TextsColumn = ArrayField[list[str], list[str]]
else:
    TextsColumn = ArrayField  # which takes no types when it runs

LINE_LENGTH = 1000


class LinesField(TextsColumn):
    """Short texts, typed one on each line. With ``any_order=True`` their order says nothing: the file sorts them."""

    def __init__(self, line_length: int = 200, any_order: bool = False, **kwargs: Any) -> None:
        self.line_length = line_length
        self.any_order = any_order
        kwargs.pop("base_field", None)
        kwargs = {"default": list, "blank": True, **kwargs}
        super().__init__(models.CharField(max_length=line_length), **kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("base_field", None)
        return name, path, args, {**kwargs, "line_length": self.line_length}

    def to_json(self, texts: list[str]) -> list[str]:
        """What the archive file writes."""
        return sorted(texts) if self.any_order else texts

    def from_json(self, texts: list[str]) -> list[str]:
        """The stored form of what the archive file writes."""
        return texts

    def formfield(self, **kwargs: Any) -> Any:
        return forms.Lines(required=not self.blank, label=capfirst(self.verbose_name), help_text=self.help_text)


class WordsField(LinesField):
    """Several words of a vocabulary, such as what a ban covers."""

    def __init__(self, vocabulary: str = "", **kwargs: Any) -> None:
        self.vocabulary = vocabulary
        super().__init__(**{"any_order": True, **kwargs})

    def validate(self, value: Any, model_instance: Any) -> None:
        super().validate(value, model_instance)
        for word in value or []:
            if word not in words.vocabulary(self.vocabulary):
                raise ValidationError(words.refusal(word, self.vocabulary), code="word")

    def formfield(self, **kwargs: Any) -> Any:
        return forms.WordChoices(
            vocabulary=self.vocabulary, required=False, label=capfirst(self.verbose_name), help_text=self.help_text
        )


class TranslatedLinesField(models.JSONField):
    """A list of texts, each in some of the three languages."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"default": list, "blank": True, **kwargs})

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        return [in_order(texts) for texts in super().from_db_value(value, expression, connection)]

    def validate(self, value: Any, model_instance: Any) -> None:
        super().validate(value, model_instance)
        for texts in value:
            validate_texts(texts, LINE_LENGTH)

    def formfield(self, **kwargs: Any) -> Any:
        return forms.TranslatedLines(required=False, label=capfirst(self.verbose_name), help_text=self.help_text)
