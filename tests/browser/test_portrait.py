"""A portrait on the pages: seen, small on a phone, no barrier, and the best format is taken."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.portrayed import publish_portrayed
from tests.browser.test_barriers import problems

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
CASE, PERSON = "cases/invented-2016/", "people/invented-person/"


@pytest.fixture(autouse=True)
def _published(settings: Any, tmp_path: Path) -> None:
    publish_portrayed(settings, tmp_path)


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_pages_with_a_portrait_have_no_barrier(page: Page, language: str) -> None:
    assert [one for address in (CASE, PERSON) for one in problems(page, f"/{language}/{address}")] == []


@pytest.mark.parametrize(("width", "shown"), [(360, 80), (1280, 160)])
def test_portrait_is_drawn(page: Page, width: int, shown: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"/en/{CASE}")

    picture = page.locator("figure.portrait img")
    assert picture.evaluate("one => [one.complete, one.naturalWidth > 0, one.clientWidth]") == [True, True, shown]
    assert picture.evaluate("one => one.currentSrc").endswith(".avif")
    assert page.locator("figure.portrait figcaption").inner_text() == "Drawing: nobody, CC BY 4.0"


def test_name_stands_first_where_nothing_is_drawn(page: Page) -> None:
    page.goto(f"/en/{CASE}")

    assert page.locator("h1").inner_text() == "Invented Person"
    assert page.locator("figure.portrait img").get_attribute("alt") == "A drawn silhouette"
