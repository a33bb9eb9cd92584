"""The picture that stands beside a link to a case."""

import re
from io import BytesIO

import pytest
from django.test import Client
from PIL import Image

from archive.pages.case.page import case_page
from archive.pages.case.pictures import card_svg, lines
from tests.archive.published import TODAY, publish_real, real_documents
from tests.reading import flat

pytestmark = pytest.mark.django_db


@pytest.fixture
def archive() -> None:
    publish_real()


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_card_is_a_picture_of_its_size(client: Client, archive: None, language: str) -> None:
    response = client.get(f"/{language}/cases/bokai-2016/card.png")
    picture = Image.open(BytesIO(response.content))
    assert (response["Content-Type"], picture.format, picture.size) == ("image/png", "PNG", (1200, 630))
    assert len(response.content) < 100_000


def test_card_says_what_its_number_is(archive: None) -> None:
    [bokai] = [document for document in real_documents() if document.case.id == "bokai-2016"]
    text = flat(card_svg(case_page(bokai, TODAY)))
    assert "Atyrau · activist" in text
    words = re.sub(r"</text>.*?<text[^>]*>", " ", text)
    assert "Prison: 5 years · Fine: 530,250 tenge · Ban on public activity: 3 years" in words
    assert "13 years 8 months under restrictions: 4 years 8 months behind bars" in words
    assert "Last day: Financing list" in text
    assert "as of 22 November 2026" in text


def test_lines_end_with_an_ellipsis_where_they_are_too_many() -> None:
    assert lines("", 20, 2) == []
    assert lines("one two", 20, 2) == ["one two"]
    assert lines("W" * 90, 20, 2) == ["W" * 20, "W" * 19 + "…"]


def test_cards_differ_by_language(client: Client, archive: None) -> None:
    cards = {client.get(f"/{language}/cases/bokai-2016/card.png").content for language in ("en", "ru", "kk")}
    assert len(cards) == 3
