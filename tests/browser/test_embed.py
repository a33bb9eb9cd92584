"""The frame for other sites: as tall as what it holds, at every width that a page gives it."""

import re

import pytest
from playwright.sync_api import Page

from tests.archive.published import publish, shipped_documents

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WIDTHS = (300, 400, 600, 720)
MOST_TO_SPARE = 190
"""Pixels: fonts differ from machine to machine."""


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_frame_is_as_tall_as_what_it_holds(page: Page, language: str) -> None:
    documents = shipped_documents()[::4]
    publish(*documents)
    wrong = {}
    for case in documents:
        page.goto(f"/embed/cases/{case.case.id}/?lang={language}")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 100})
            needed = page.evaluate("document.documentElement.scrollHeight")
            address = f"{page.url.partition('/embed')[0]}/{language}/cases/{case.case.id}/"
            frame = page.request.get("/api/oembed/", params={"url": address, "maxwidth": str(width)}).json()
            if not needed <= frame["height"] <= needed + MOST_TO_SPARE:
                wrong[case.case.id, width] = (needed, frame["height"])
    assert wrong == {}


def test_code_to_copy_names_the_height(page: Page) -> None:
    [document] = [one for one in shipped_documents() if one.case.id == "mukhammedkarim-2024"]
    publish(document)
    page.goto("/ru/cases/mukhammedkarim-2024/")
    snippet = page.locator("#embed code").text_content() or ""
    height = re.search(r'height="(\d+)"', snippet)
    assert height is not None
    page.set_viewport_size({"width": 300, "height": 100})
    page.goto("/embed/cases/mukhammedkarim-2024/?lang=ru")
    assert page.evaluate("document.documentElement.scrollHeight") <= int(height[1])
    sentence = page.locator("strong").bounding_box()
    assert sentence is not None
    assert sentence["y"] < 120
