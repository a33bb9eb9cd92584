"""What programs read of a case page."""

import json
import re

import pytest
from django.test import Client

from tests.archive.published import document, publish, publish_real
from tests.invented import records as invented
from tests.reading import flat

pytestmark = pytest.mark.django_db
CASE = "/en/cases/bokai-2016/"


@pytest.fixture
def archive() -> None:
    publish_real()


def test_programs_can_read_the_page(client: Client, archive: None) -> None:
    text = flat(client.get(CASE).text)
    data = json.loads(text.split('<script type="application/ld+json">')[1].split("</script>")[0])
    assert (data["@type"], data["about"]["name"]) == ("Article", "Max Bokai")
    assert data["contentLocation"]["name"] == "Kazakhstan"
    assert data["temporalCoverage"] == "2016-06-01/2030-02-03"
    assert data["about"]["award"][0] == "prisoner of conscience (Amnesty International, January 2017)"
    assert data["image"] == "http://testserver/en/cases/bokai-2016/card.png"
    assert '<meta name="citation_title" content="Max Bokai: ' in text
    assert 'property="og:image" content="http://testserver/en/cases/bokai-2016/card.png"' in text


def test_json_ld_cannot_leave_its_element(client: Client) -> None:
    publish(document(invented.case(title={"en": "A & B < C > D"})))
    text = client.get("/en/cases/invented-2016/").text
    inner = text.split('<script type="application/ld+json">')[1].split("</script>")[0]
    assert set("<>&").isdisjoint(inner)
    assert json.loads(inner)["headline"] == "Invented Person: A & B < C > D"


def test_json_ld_when_a_title_holds_signs_of_markup(client: Client) -> None:
    title = "Charged < 5 times & acquitted > 3"
    publish(document(invented.case(title={"en": title})))

    page = client.get("/en/cases/invented-2016/").content.decode()

    (script,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert [sign for sign in "<>&" if sign in script] == []
    assert json.loads(script)["headline"].endswith(title)
