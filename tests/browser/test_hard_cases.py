"""Cases that no designer thought of: the page holds its shape and tells the truth."""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.archive.published import document, publish
from tests.invented import records as invented

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WIDER = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
LONG = "Қ" * 100 + " " + "W" * 99
RIGHT_TO_LEFT = "‏قضية‏ 🕊️ & < > \" ' {{ name }} {% url %} ${x}"
NOTHING: dict[str, Any] = {
    part: []
    for part in (
        "inclusion",
        "prior",
        "charges",
        "custody",
        "verdicts",
        "restrictions",
        "events",
        "claims",
        "testimonies",
    )
}
FORTY = [{"id": f"ban-{n}", "kind": "public-activity-ban", "verdict": "v1", "length": "P10Y"} for n in range(40)]
FIRST = {"id": "v1", "instance": "first", "date": "2016-11-28", "appealed": False, "result": "convicted"}
HARD = {
    "nothing-known": {**NOTHING, "trial": None},
    "no-restriction": {**NOTHING, "verdicts": [FIRST]},
    "no-date": {
        **NOTHING,
        "verdicts": [{**FIRST, "date": None}],
        "restrictions": [{"id": "prison", "kind": "imprisonment", "verdict": "v1"}],
        "events": [{"kind": "other", "text": {"en": "Something happened"}}],
    },
    "forty-bans": {**NOTHING, "verdicts": [FIRST], "restrictions": FORTY},
    "for-life": {
        **NOTHING,
        "verdicts": [FIRST],
        "restrictions": [
            {"id": "prison", "kind": "imprisonment", "verdict": "v1", "length": "P20Y"},
            {"id": "ban", "kind": "public-activity-ban", "verdict": "v1", "term": "life"},
        ],
    },
    "a-century": {
        **NOTHING,
        "verdicts": [FIRST],
        "restrictions": [
            {"id": "prison", "kind": "imprisonment", "verdict": "v1", "length": "P30Y"},
            {"id": "ban", "kind": "public-activity-ban", "verdict": "v1", "length": "P70Y"},
        ],
    },
    "strange-texts": {
        "title": {"en": RIGHT_TO_LEFT},
        "summary": {"kk": RIGHT_TO_LEFT * 20},
        "claims": [{"id": "k1", "says": "other", "by": {"en": LONG}, "text": {"en": RIGHT_TO_LEFT}}],
        "testimonies": [{"theme": "work", "consent": "given", "form": "quotation", "text": {"ru": LONG}}],
    },
}


@pytest.mark.parametrize("name", HARD)
def test_page_holds_its_shape(page: Page, name: str) -> None:
    person = invented.person(names={"en": LONG, "kk": RIGHT_TO_LEFT})
    publish(document(invented.case(f"invented-{name}", **HARD[name]), person))
    for language in ("en", "kk"):
        for width in (320, 360, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            response = page.goto(f"/{language}/cases/invented-{name}/")
            assert response is not None
            assert response.status == 200
            assert page.evaluate(WIDER) is False
    assert (
        page.locator("h1").inner_text() == RIGHT_TO_LEFT.strip("‏") or RIGHT_TO_LEFT in page.locator("h1").inner_text()
    )


def test_pages_around_a_hard_case(page: Page) -> None:
    person = invented.person(names={"en": LONG})
    publish(document(invented.case("invented-long", **HARD["strange-texts"]), person))
    page.set_viewport_size({"width": 320, "height": 800})
    own = ("cite", "versions", "reasoning", "court-request")
    for address in ("", "cases/", "people/invented-person/", *(f"cases/invented-long/{page}/" for page in own)):
        page.goto(f"/en/{address}")
        assert page.evaluate(WIDER) is False
    for file in ("card.png", "bars.png", "bars.svg", "text.txt"):
        assert page.request.get(f"/en/cases/invented-long/{file}").ok
