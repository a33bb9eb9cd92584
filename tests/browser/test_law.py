"""The law's pages in Chromium: they fit a small screen, and the calculator works by keyboard without scripts."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.archive.published import publish_real

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WIDER = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
PAGES = ("", "record/", "check/", "calculator/")


@pytest.fixture
def plain_page(browser: Browser, live_server) -> Iterator[Page]:
    """A page without scripts, without cookies."""
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    yield context.new_page()
    assert context.cookies() == []
    context.close()


def fill(page: Page) -> None:
    page.goto("/en/law/calculator/")
    page.get_by_label("Day of the verdict", exact=True).fill("11.04.2025")
    page.get_by_label("Day it took force").fill("28.04.2025")
    page.get_by_label("Main penalty").select_option("restriction-of-freedom")
    page.locator("#penalty").get_by_label("Years").fill("5")
    page.get_by_label("Day of registration with the probation service").fill("12.05.2025")


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_pages_never_scroll_sideways(page: Page, language: str) -> None:
    publish_real()
    page.set_viewport_size({"width": 320, "height": 800})
    wide = []
    for path in PAGES:
        page.goto(f"/{language}/law/{path}")
        wide += [path] if page.evaluate(WIDER) else []
    assert wide == []


def test_calculator_answers_when_enter_is_pressed(plain_page: Page) -> None:
    """Enter calculates; it does not press the first button that adds a row."""
    fill(plain_page)
    plain_page.get_by_label("Day of the verdict", exact=True).press("Enter")
    expect(plain_page.locator("#answer .planned")).to_have_text("11 May 2030")
    assert "verdict" not in plain_page.url


def test_calculator_keeps_what_was_typed_when_a_row_is_added(plain_page: Page) -> None:
    fill(plain_page)
    plain_page.get_by_role("button", name="Add a spell").click()
    expect(plain_page.locator("#custody .field-row")).to_have_count(2)
    assert plain_page.get_by_label("Day of the verdict", exact=True).input_value() == "11.04.2025"
    assert plain_page.url.endswith("/en/law/calculator/#custody")


def test_calculator_says_beside_the_field_what_is_wrong(plain_page: Page) -> None:
    fill(plain_page)
    plain_page.get_by_label("Day it took force").fill("10.04.2025")
    plain_page.locator("p button", has_text="Calculate").click()
    wrong = plain_page.locator(".field-wrong")
    expect(wrong).to_have_count(1)
    expect(wrong).to_contain_text("This lies before the verdict")
