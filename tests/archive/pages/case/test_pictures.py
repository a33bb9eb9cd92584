"""The picture that stands beside a link to a case."""

from io import BytesIO

import pytest
from django.test import Client
from PIL import Image, ImageDraw

from archive.pages.case.pictures import CARD, _in_lines
from tests.archive.published import publish_real

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


def test_card_says_every_penalty() -> None:
    draw = ImageDraw.Draw(Image.new("RGB", CARD))
    few, many = ["Prison: 5 years", "Fine"], [f"Ban on public activity number {n}: 5 years" for n in range(5)]
    assert _in_lines(draw, []) == [""]
    assert _in_lines(draw, few) == ["Prison: 5 years · Fine"]
    assert _in_lines(draw, many) == [" · ".join(many[:3]), " · ".join(many[3:])]
    assert _in_lines(draw, ["W" * 400]) == ["W" * 400]


def test_cards_differ_by_language(client: Client, archive: None) -> None:
    cards = {client.get(f"/{language}/cases/bokai-2016/card.png").content for language in ("en", "ru", "kk")}
    assert len(cards) == 3
