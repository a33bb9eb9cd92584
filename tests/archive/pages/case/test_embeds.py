"""Bars as files, frames for other sites, and the case as text."""

from io import BytesIO
from xml.etree import ElementTree

import pytest
from django.test import Client
from PIL import Image

from tests.archive.published import document, publish, publish_real, withdraw
from tests.invented import records as invented

pytestmark = pytest.mark.django_db
CASE = "/en/cases/bokai-2016/"
PARTS = ("cite/", "cite.bib", "cite.ris", "cite.json", "versions/", "text.txt", "card.png", "bars.png", "bars.svg")


@pytest.fixture
def archive() -> None:
    publish_real()


def test_bars_as_files(client: Client, archive: None) -> None:
    picture = Image.open(BytesIO(client.get(CASE + "bars.png").content))
    assert picture.format == "PNG"
    drawing = client.get(CASE + "bars.svg", {"on": "2026-11-22"})
    text = drawing.text
    assert ElementTree.fromstring(text).tag == "{http://www.w3.org/2000/svg}svg"
    assert "<a " not in text
    assert 'fill="#8c1d18"' in text
    assert "Shekteu, as of 22 November 2026. Calculated, not a court’s decision." in text


def test_picture_of_a_bad_day(client: Client, archive: None) -> None:
    assert client.get(CASE + "card.png", {"on": "2026-02-30"}).status_code == 400


@pytest.mark.parametrize("part", PARTS)
def test_what_was_withdrawn_cannot_be_taken(client: Client, part: str) -> None:
    publish(document())
    withdraw("invented-2016")
    assert client.get(f"/en/cases/invented-2016/{part}").status_code == 410


@pytest.mark.parametrize("part", ["", *PARTS])
def test_earlier_id_leads_to_the_new_one(client: Client, part: str) -> None:
    publish(document(invented.case("invented-old")))
    publish(document(invented.case("invented-new", former_ids=["invented-old"])))
    response = client.get(f"/en/cases/invented-old/{part}")
    assert (response.status_code, response["Location"]) == (301, f"/en/cases/invented-new/{part}")


def test_text_holds_what_the_page_holds(client: Client, archive: None) -> None:
    response = client.get(CASE + "text.txt", {"on": "2026-11-22"})
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert "* Financing list: listed, as the person or their lawyer said (Vlast, about May 2025; " in response.text
    assert "* Criminal record: in force\n" in response.text
    assert "Criminal record: in force; 20–27 January 2017 → about February 2030\n" in response.text
    assert "  Last day by our calculation: 3 February 2030\n" in response.text
    assert "Max Bokai took part in the land rally in Atyrau" in response.text
    assert "Criminal Code, art. 174(2), 274(4), 400" in response.text
    assert "* Amnesty International called him a prisoner of conscience, January 2017\n" in response.text
    assert "&#x27;" not in response.text


def test_embed_may_stand_anywhere_and_runs_nothing(client: Client, archive: None) -> None:
    response = client.get("/embed/cases/bokai-2016/", {"lang": "kk"})
    policy = response["Content-Security-Policy"]
    assert "frame-ancestors *" in policy
    assert "script-src 'none'" in policy
    assert "X-Frame-Options" not in response
    assert response.cookies == {}
    assert "<script" not in response.text
    assert '<html lang="kk">' in response.text
    assert 'href="#' not in response.text
    assert response.text.count('href="http://testserver/kk/cases/bokai-2016/" target="_top"') == 2


def test_embed_code_speaks_the_language_of_its_page(client: Client, archive: None) -> None:
    text = client.get("/ru/cases/bokai-2016/").text
    assert "&lt;iframe src=&quot;http://testserver/embed/cases/bokai-2016/?lang=ru&quot;" in text.replace('"', "&quot;")


def test_embed_of_nothing(client: Client) -> None:
    assert client.get("/embed/cases/nobody-2020/").status_code == 404


def test_oembed(client: Client, archive: None) -> None:
    response = client.get(
        "/api/oembed/", {"url": "http://testserver/ru/cases/bokai-2016/?on=2023-01-01", "maxwidth": "400"}
    )
    found = response.json()
    assert (found["type"], found["width"], found["title"]) == ("rich", 400, "Макс Бокай")
    assert 'src="http://testserver/embed/cases/bokai-2016/?lang=ru"' in found["html"]


@pytest.mark.parametrize(
    ("sizes", "wanted"),
    [
        ({}, (720, 460)),
        ({"maxwidth": "300"}, (300, 660)),
        ({"maxwidth": "120", "maxheight": "90"}, (120, 90)),
        ({"maxheight": "9999"}, (720, 460)),
    ],
)
def test_oembed_keeps_to_what_the_other_site_allows(
    client: Client, archive: None, sizes: dict[str, str], wanted: tuple[int, int]
) -> None:
    frame = client.get("/api/oembed/", {"url": "http://testserver/ru/cases/bokai-2016/", **sizes}).json()
    assert (frame["width"], frame["height"]) == wanted


@pytest.mark.parametrize("nonsense", ["0", "-5", "wide", "1e3", "", "99999999"])
def test_oembed_refuses_nonsense(client: Client, archive: None, nonsense: str) -> None:
    query = {"url": "http://testserver/ru/cases/bokai-2016/", "maxwidth": nonsense}
    assert client.get("/api/oembed/", query).status_code == 400


@pytest.mark.parametrize("address", ["", "https://elsewhere.org/en/cases/bokai-2016/", "http://testserver/en/about/"])
def test_oembed_of_what_is_no_case(client: Client, archive: None, address: str) -> None:
    assert client.get("/api/oembed/", {"url": address}).status_code == 404


def test_oembed_in_xml(client: Client) -> None:
    assert client.get("/api/oembed/", {"format": "xml"}).status_code == 501
