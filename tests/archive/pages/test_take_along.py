"""What readers take along: citations, pictures, frames, feeds, calendars, text."""

import json
from datetime import date, timedelta
from io import BytesIO
from xml.etree import ElementTree

import pytest
from django.test import Client
from icalendar import Calendar
from PIL import Image, ImageDraw

from archive.pages.case import citations as citing
from archive.pages.case.citations import EditionCitation
from archive.pages.case.pictures import CARD, _in_lines
from tests.archive.published import NOON, document, publish, publish_real, withdraw
from tests.invented import records as invented
from tests.reading import flat

pytestmark = pytest.mark.django_db
CASE = "/en/cases/bokai-2016/"
ONE = EditionCitation(
    key="shekteu-a-1",
    title="A {strange} 100 % title",
    language="en",
    edition=3,
    published=date(2026, 11, 1),
    accessed=date(2026, 11, 22),
    digest="ab" * 32,
    address="https://example.org/en/cases/a/editions/3/",
)
PARTS = ("cite/", "cite.bib", "cite.ris", "cite.json", "editions/", "text.txt", "card.png", "bars.png", "bars.svg")


@pytest.fixture
def archive() -> None:
    publish_real()


def test_citation_styles() -> None:
    assert citing.sentence(ONE) == (
        "Shekteu. A {strange} 100 % title. Edition 3 of 1 November 2026. https://example.org/en/cases/a/editions/3/ "
        f"(SHA-256 {'ab' * 32})"
    )
    assert citing.apa(ONE) == (
        "Shekteu. (2026, November 1). A {strange} 100 % title (Edition 3). https://example.org/en/cases/a/editions/3/"
    )
    assert citing.mla(ONE).endswith(
        "edition 3, 1 Nov. 2026, https://example.org/en/cases/a/editions/3/. Accessed 22 Nov. 2026."
    )
    assert citing.gost(ONE) == (
        "A {strange} 100 % title // Shekteu : сайт. 2026. Вып. 3 (01.11.2026). "
        "URL: https://example.org/en/cases/a/editions/3/ (дата обращения: 22.11.2026)."
    )
    assert citing.mla(ONE._replace(published=date(2026, 9, 1))).count("edition 3, 1 Sept. 2026, ") == 1
    assert citing.mla(ONE._replace(accessed=date(2026, 6, 30))).endswith("Accessed 30 June 2026.")
    assert r"title = {{A \{strange\} 100 \% title}}" in citing.bibtex(ONE)
    assert citing.ris(ONE).splitlines()[0] == "TY  - ELEC"
    assert json.loads(citing.csl(ONE))[0]["issued"] == {"date-parts": [[2026, 11, 1]]}


def test_cite_page_names_the_edition(client: Client, archive: None) -> None:
    text = client.get(CASE + "cite/").text
    assert "/en/cases/bokai-2016/editions/" in text
    assert "ГОСТ Р 7.0.5" in text


@pytest.mark.parametrize("suffix", ["bib", "ris", "json"])
def test_cite_file(client: Client, archive: None, suffix: str) -> None:
    response = client.get(f"{CASE}cite.{suffix}")
    assert response.status_code == 200
    assert f'.{suffix}"' in response["Content-Disposition"]


def test_cite_file_of_another_kind(client: Client, archive: None) -> None:
    assert client.get(CASE + "cite.docx").status_code == 404


def test_programs_can_read_the_page(client: Client, archive: None) -> None:
    text = flat(client.get(CASE).text)
    data = json.loads(text.split('<script type="application/ld+json">')[1].split("</script>")[0])
    assert (data["@type"], data["about"]["name"]) == ("Article", "Max Bokai")
    assert data["image"] == "http://testserver/en/cases/bokai-2016/card.png"
    assert '<meta name="citation_title" content="Max Bokai: ' in text
    assert 'property="og:image" content="http://testserver/en/cases/bokai-2016/card.png"' in text


def test_json_ld_cannot_leave_its_element(client: Client) -> None:
    publish(document(invented.case(title={"en": "A & B < C > D"})))
    text = client.get("/en/cases/invented-2016/").text
    inner = text.split('<script type="application/ld+json">')[1].split("</script>")[0]
    assert set("<>&").isdisjoint(inner)
    assert json.loads(inner)["headline"] == "Invented Person: A & B < C > D"


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


def test_bars_as_files(client: Client, archive: None) -> None:
    picture = Image.open(BytesIO(client.get(CASE + "bars.png").content))
    assert picture.format == "PNG"
    drawing = client.get(CASE + "bars.svg", {"on": "2026-11-22"})
    text = drawing.text
    assert ElementTree.fromstring(text).tag == "{http://www.w3.org/2000/svg}svg"
    assert "class=" not in text
    assert "<a " not in text
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
    assert "* Criminal record: in force by our calculation, through 3 February 2030, free from the 4th" in response.text
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
    assert response.text.count('href="http://testserver/kk/cases/bokai-2016/#r-prison" target="_top"') == 1


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


@pytest.mark.parametrize("address", ["", "https://elsewhere.org/en/cases/bokai-2016/", "http://testserver/en/about/"])
def test_oembed_of_what_is_no_case(client: Client, archive: None, address: str) -> None:
    assert client.get("/api/oembed/", {"url": address}).status_code == 404


def test_oembed_in_xml(client: Client) -> None:
    assert client.get("/api/oembed/", {"format": "xml"}).status_code == 501


@pytest.mark.parametrize("address", ["/en/cases/bokai-2016.atom", "/kk/people/max-bokai.atom"])
def test_feeds(client: Client, archive: None, address: str) -> None:
    feed = ElementTree.fromstring(client.get(address).text)
    entries = feed.findall("{http://www.w3.org/2005/Atom}entry")
    assert [entry.findtext("{http://www.w3.org/2005/Atom}summary") for entry in entries] == ["For a test"]


def test_feed_of_nothing(client: Client) -> None:
    assert client.get("/en/cases/nobody-2020.atom").status_code == 404
    assert client.get("/en/people/nobody.atom").status_code == 404


def test_calendar_words_calculations_as_such(client: Client, archive: None) -> None:
    response = client.get("/en/cases/bokai-2016.ics")
    events = {str(one["uid"]).partition("-")[2]: one for one in Calendar.from_ical(response.content).walk("VEVENT")}
    record = events["law-criminal-record-v1@shekteu"]
    assert (record["dtstart"].dt, record["dtend"].dt) == (date(2030, 2, 3), date(2030, 2, 4))
    assert record["summary"] == "By our calculation the last day: Criminal record, Max Bokai"
    assert events["prison@shekteu"]["summary"] == "Last day as reported: Prison, Max Bokai"
    supervision = events["supervision@shekteu"]
    assert (supervision["dtstart"].dt, supervision["dtend"].dt) == (date(2024, 8, 3), date(2024, 8, 18))
    assert supervision["summary"] == "The last day may be one of these: Administrative supervision, Max Bokai"


def moved() -> None:
    """Two editions: the second knows a later day of release."""
    case = invented.case()
    publish(document(case))
    case["restrictions"] = [
        {**row, "ends": "2021-03-04"} if row["id"] == "prison" else row for row in case["restrictions"]
    ]
    publish(document(case), now=NOON + timedelta(days=5))


def test_history_says_what_moved(client: Client) -> None:
    moved()
    text = client.get("/en/cases/invented-2016/editions/").text
    assert "End of Prison: from 4 February 2021 to 4 March 2021" in text
    assert "Changed: restrictions, Prison, last day reported" in text
    assert text.index("Edition 2 of 6 November 2026") < text.index("Edition 1 of 1 November 2026")


def test_old_edition_under_a_banner(client: Client) -> None:
    moved()
    old = client.get("/en/cases/invented-2016/editions/1/").text
    new = client.get("/en/cases/invented-2016/editions/2/").text
    assert "This is edition 1 of 1 November 2026, not the newest." in old
    assert "not the newest" not in new
    assert client.get("/en/cases/invented-2016/editions/7/").status_code == 404


def test_page_as_known_on_a_day(client: Client) -> None:
    moved()
    before = client.get("/en/cases/invented-2016/", {"known": "2026-11-03"}).text
    assert "through 3 February 2021" in before
    assert "not the newest" in before
    assert client.get("/en/cases/invented-2016/", {"known": "2026-10-01"}).status_code == 404


@pytest.mark.parametrize("known", ["2026-02-30", "2130-01-01"])
def test_page_as_known_on_no_day(client: Client, archive: None, known: str) -> None:
    response = client.get(CASE, {"known": known})
    assert response.status_code == 400
    assert 'id="known-error"' in response.text
    assert 'id="on-error"' not in response.text


def test_related_cases_share_trial_article_or_court(client: Client) -> None:
    publish(document(invented.case("invented-1")), document(invented.case("invented-2")))
    text = flat(client.get("/en/cases/invented-1/").text)
    assert "The same trial" in text
    assert '<a href="/en/cases/invented-2/">' in text
    assert "The same article" not in text
