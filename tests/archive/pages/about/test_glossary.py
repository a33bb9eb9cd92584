"""The reader's glossary."""

import pytest
from django.test import Client

from archive.pages.about.views import glossary_terms
from law.country import country
from records.languages import LANGUAGES

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", LANGUAGES)
def test_glossary_explains_every_term_and_kind(client: Client, language: str) -> None:
    text = client.get(f"/{language}/about/glossary/").text
    ids = [term["id"] for term in glossary_terms()] + list(country().kinds)
    assert [id_ for id_ in ids if f'<dt id="{id_}">' not in text] == []
    assert len(ids) == len(set(ids))


def test_every_term_has_words_in_every_language() -> None:
    lacking = [
        term["id"]
        for term in glossary_terms()
        if not all(term[part].get(code) for part in ("names", "text") for code in LANGUAGES)
    ]
    assert lacking == []
