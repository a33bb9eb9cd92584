"""The case page in Chromium: fits, obeys the policy, is reachable by keyboard, needs no script."""

import pytest
from playwright.sync_api import Browser, Page

from tests.archive.published import publish_real

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ADDRESS = "/en/cases/bokai-2016/?on=2026-11-22"
WIDER = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


def test_case_page_opens(page: Page) -> None:
    publish_real()
    page.goto(ADDRESS)
    assert page.locator("h1").inner_text() == "Max Bokai"
    assert page.locator("svg.bars").is_visible()
    assert page.locator("#r-law-criminal-record-v1 .state").inner_text() == "in force"


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_case_page_never_scrolls_sideways(page: Page, width: int) -> None:
    publish_real()
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(ADDRESS)
    assert page.evaluate(WIDER) is False


def test_bars_are_reached_by_keyboard(page: Page) -> None:
    publish_real()
    page.goto("/en/cases/bokai-2016/")
    page.locator("form button").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#r-c1"
    page.keyboard.press("Enter")
    assert page.url.endswith("#r-c1")


def test_why_this_date_unfolds_without_scripts(browser: Browser, live_server: object) -> None:
    publish_real()
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)  # type: ignore[attr-defined]
    page = context.new_page()
    page.goto(ADDRESS)
    why = page.locator("#r-ban details").first
    why.locator("summary").click()
    assert "its term is counted from release: 4 February 2021" in why.inner_text()
    context.close()
