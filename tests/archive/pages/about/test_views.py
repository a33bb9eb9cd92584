"""The pages on method and on the archive itself."""

import re
from typing import Any

import pytest
from django.test import Client

from archive.pages.about.views import METHODS
from tests.archive.published import document, publish
from tests.invented import records as invented

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


@pytest.mark.parametrize(
    ("language", "words"), [("en", "is not agreement"), ("ru", "не означает согласия"), ("kk", "келісуді білдірмейді")]
)
def test_about_says_that_being_listed_is_not_agreement(client: Client, language: str, words: str) -> None:
    assert words in client.get(f"/{language}/about/").text


def test_political_is_somebodys_finding(client: Client) -> None:
    """The site calls no verdict political in its own name."""
    text = client.get("/en/about/").text
    assert "“political” is always somebody’s finding" in " ".join(text.split())
    assert "political verdict" not in text


@pytest.mark.parametrize(
    ("contact", "hours", "words"),
    [
        ("", 0, "has not named anybody who answers reporters"),
        ("press@example.org", 0, "Reporters write to press@example.org. No time for an answer is promised."),
        ("press@example.org", 24, "Reporters write to press@example.org. An editor answers within 24 hours."),
    ],
)
def test_about_says_who_answers_reporters(client: Client, settings: Any, contact: str, hours: int, words: str) -> None:
    settings.PRESS_CONTACT, settings.PRESS_HOURS = contact, hours
    assert words in " ".join(client.get("/en/about/").text.split())


def test_case_says_who_answers_reporters_and_how_fast(client: Client, settings: Any) -> None:
    publish(document(invented.case("invented-2016")))
    settings.PRESS_CONTACT, settings.PRESS_HOURS = "press@example.org", 24
    text = " ".join(client.get("/en/cases/invented-2016/").text.split())
    assert "Questions from reporters</a>: press@example.org, answered within 24 hours" in text
