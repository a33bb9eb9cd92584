"""Every word field of every model speaks of a vocabulary that the rule book has."""

from django.apps import apps

from records import words
from records.fields import WordField


def known(vocabulary: str) -> bool:
    try:
        return bool(words.vocabulary(vocabulary))
    except KeyError:
        return False


def test_every_word_field_has_its_vocabulary():
    fields = [
        field for model in apps.get_models() for field in model._meta.get_fields() if isinstance(field, WordField)
    ]

    without = [str(field) for field in fields if not known(field.vocabulary)]

    assert len(fields) > 10
    assert without == []
