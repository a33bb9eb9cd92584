"""Every word field that is edited speaks of a vocabulary of the rule book; the copies for the audit are not."""

from django.apps import apps
from pghistory.models import Event

from records import words
from records.fields import WordField


def known(vocabulary: str) -> bool:
    try:
        return bool(words.vocabulary(vocabulary))
    except KeyError:
        return False


def test_every_word_field_has_its_vocabulary():
    models = [model for model in apps.get_models() if not issubclass(model, Event)]
    fields = [field for model in models for field in model._meta.get_fields() if isinstance(field, WordField)]

    without = [str(field) for field in fields if not known(field.vocabulary)]

    assert len(fields) > 10
    assert without == []
