"""The case page in Chromium: fits, obeys the policy, is reachable by keyboard, needs no script."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.archive.published import publish, publish_real, shipped_documents

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ADDRESS = "/en/cases/bokai-2016/?on=2026-11-22"
WIDER = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


SEEN = """() => Object.fromEntries([
  ["story", ".story"], ["sentence", ".cell:nth-child(1) dd"], ["state", ".cell:nth-child(2) .line"],
  ["date", ".cell:nth-child(3) .line"],
].map(([name, place]) => [name, document.querySelector(place)?.getBoundingClientRect().bottom ?? 9999]))"""
"""Where the four things that a reader came for end, in pixels from the top."""
FIRST_SCREEN, TALLEST, MOST_WORDS = 780, 5000, 1200


def test_case_page_opens(page: Page) -> None:
    publish_real()
    page.goto(ADDRESS)
    assert page.locator("h1").inner_text() == "Max Bokai"
    assert page.locator("svg.life-bar").is_visible()
    assert page.locator("#r-law-criminal-record-v1 .state").inner_text() == "in force"


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_first_screen_answers_a_telephone(page: Page, language: str) -> None:
    """Of every shipped case, story, sentence, state and date stand on it, and the folded page is short."""
    publish(*shipped_documents())
    page.set_viewport_size({"width": 360, "height": FIRST_SCREEN})
    late, long = {}, {}
    for document in shipped_documents():
        page.goto(f"/{language}/cases/{document.case.id}/?on=2026-11-22")
        seen = page.evaluate(SEEN)
        height = page.evaluate("document.documentElement.scrollHeight")
        words = len(page.locator("main").inner_text().split())
        if max(seen.values()) > FIRST_SCREEN:
            late[document.case.id] = seen
        if height >= TALLEST or words >= MOST_WORDS:
            long[document.case.id] = height, words
    assert (late, long) == ({}, {})


@pytest.mark.parametrize("case", ["bokai-2016", "yensebek-2025", "klyshev-2021"])
def test_case_page_unfolds_on_at_most_six_sheets(page: Page, case: str) -> None:
    publish_real()
    page.goto(f"/en/cases/{case}/?on=2026-11-22")
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", page.pdf(format="A4"))) <= 6


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_case_page_never_scrolls_sideways(page: Page, width: int) -> None:
    publish_real()
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(ADDRESS)
    assert page.evaluate(WIDER) is False
    page.evaluate("document.querySelectorAll('main details').forEach(one => one.open = true)")
    assert page.evaluate(WIDER) is False


def test_rows_are_reached_and_unfolded_by_keyboard(page: Page) -> None:
    publish_real()
    page.goto(ADDRESS)
    page.locator("#r-ban > summary").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#r-ban .row-body")).to_be_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('details').id") == "r-ban"


def test_why_this_date_unfolds_without_scripts(browser: Browser, live_server: object) -> None:
    publish_real()
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)  # type: ignore[attr-defined]
    page = context.new_page()
    page.goto(ADDRESS)
    why = page.locator("#r-ban")
    why.locator("summary").click()
    expect(why).to_contain_text("its years are counted from release: 4 February 2021", use_inner_text=True)
    context.close()
