"""The page on method says the same in three languages."""

import re

import pytest
from django.test import Client

from archive.pages.about.views import METHODS

pytestmark = pytest.mark.django_db
SHAPE = re.compile(r"^(#+ |\* \*\*|\* |$)", re.MULTILINE)
HEADINGS = {"en": "Who belongs in the archive", "ru": "Чьи дела есть в архиве", "kk": "Мұрағатқа кімнің ісі кіреді"}


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_translation_has_the_parts_of_the_original(language: str) -> None:
    """A part that was added to one language only would be missing for the readers of another."""
    original, translation = (METHODS[one].read_text("utf-8") for one in ("en", language))
    assert SHAPE.findall(translation) == SHAPE.findall(original)
    assert re.findall(r"`[^`]+`", translation) == re.findall(r"`[^`]+`", original)


@pytest.mark.parametrize("language", METHODS)
def test_page_is_in_the_readers_language(client: Client, language: str) -> None:
    text = client.get(f"/{language}/about/method/").text
    assert f"<h2>{HEADINGS[language]}</h2>" in text
    assert text.count(' lang="en"') == (
        3 if language == "en" else 2
    )  # the page itself; the way to English in both menus
