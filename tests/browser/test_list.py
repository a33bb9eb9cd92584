"""The list of cases in Chromium: with scripts only its own part is exchanged, without them it is the same."""

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.archive.published import publish_real

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ADDRESS = "/en/cases/?on=2026-11-22"
MARK = "document.querySelector('header').dataset.kept = document.querySelector('h1').dataset.kept = 'yes'"
KEPT = "[document.querySelector('header'), document.querySelector('h1')].map(one => one.dataset.kept)"
FOCUS = "document.activeElement.id"


@pytest.fixture
def plain_page(browser: Browser, live_server) -> Iterator[Page]:
    """A page without scripts."""
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.fixture
def free_page(browser: Browser, live_server) -> Iterator[Page]:
    """A page with scripts whose console nobody watches: Chromium tells it every answer of status 400."""
    context = browser.new_context(base_url=live_server.url)
    yield context.new_page()
    context.close()


def opened(page: Page, address: str = ADDRESS) -> Page:
    publish_real()
    page.goto(address)
    page.wait_for_load_state("networkidle")
    return page


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def counts(page: Page) -> list[str]:
    return page.locator(".facet .count").all_inner_texts()


def test_choice_when_clicked_exchanges_the_list_alone(page: Page) -> None:
    opened(page)
    page.evaluate(MARK)
    before = counts(page)
    page.locator("#region-KZ-75").click()
    expect(page.locator(".chip")).to_have_count(3)
    assert query(page) == {"on": ["2026-11-22"], "region": ["KZ-75"]}
    assert page.evaluate(KEPT) == ["yes", "yes"]
    assert counts(page) != before
    assert page.locator("#languages a[lang=kk]").get_attribute("href") == "/kk/cases/?on=2026-11-22&region=KZ-75"


def test_choice_when_made_by_keyboard_keeps_the_focus_and_is_told(page: Page) -> None:
    opened(page)
    told = page.locator("#told")
    assert told.inner_text() == ""
    page.locator("#region-KZ-75").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#region-KZ-75")).to_have_attribute("aria-current", "true")
    expect(page.locator("#region-KZ-75")).to_be_focused()
    expect(told).to_have_text(page.locator("#sentence").inner_text().partition("\n")[0])


def test_chip_when_removed_leaves_the_focus_on_the_sentence(page: Page) -> None:
    opened(page, f"{ADDRESS}&region=KZ-75&gender=female")
    page.locator(".chip", has_text="Woman").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".chip")).to_have_count(3)
    expect(page.locator("#sentence")).to_be_focused()
    assert query(page) == {"on": ["2026-11-22"], "region": ["KZ-75"]}


def test_back_and_forward_show_what_their_address_says(page: Page) -> None:
    opened(page)
    every = page.locator(".cases h2").all_inner_texts()
    page.locator("#region-KZ-75").click()
    expect(page.locator(".chip")).to_have_count(3)
    some = page.locator(".cases h2").all_inner_texts()
    page.go_back()
    expect(page.locator(".cases h2")).to_have_text(every)
    assert query(page) == {"on": ["2026-11-22"]}
    page.wait_for_load_state("networkidle")  # the page loads anew: its script must be there to hear the next step
    page.go_forward()
    expect(page.locator(".cases h2")).to_have_text(some)
    assert len(every) > len(some) > 0


def test_form_when_sent_keeps_the_choices(page: Page) -> None:
    opened(page, f"{ADDRESS}&region=KZ-75")
    page.get_by_label("Name, place, word").fill("Енсебек")
    page.get_by_label("Name, place, word").press("Enter")
    expect(page.locator(".cases h2")).to_have_text(["Temirlan Yensebek", "Zhanbolat Mamai"])
    assert query(page) == {"q": ["Енсебек"], "on": ["2026-11-22"], "region": ["KZ-75"]}


def test_form_when_a_value_cannot_be_read_says_so_beside_it(free_page: Page) -> None:
    opened(free_page)
    free_page.evaluate("document.querySelector('#f-on').type = 'text'")
    free_page.locator("#f-on").fill("22 November")
    free_page.locator("#f-on").press("Enter")
    expect(free_page.locator("#e-on")).to_contain_text("is no day between 1990 and 2150")
    expect(free_page.locator("[role=alert]")).to_be_visible()
    assert query(free_page)["on"] == ["22 November"]


@pytest.mark.parametrize("width", [360, 1280])
def test_list_without_scripts_gives_the_same(page: Page, plain_page: Page, width: int) -> None:
    opened(page)
    page.locator("#region-KZ-75").click()
    expect(page.locator(".chip")).to_have_count(3)
    plain_page.set_viewport_size({"width": width, "height": 800})
    plain_page.goto(ADDRESS)
    if width < 960:
        plain_page.locator("#narrow-open > summary").click()
    plain_page.locator("#region-KZ-75").click()
    expect(plain_page.locator(".chip")).to_have_count(3)
    plain_page.wait_for_load_state()
    assert query(plain_page) == query(page)
    for part in (".cases h2", ".facet .count", ".chip", "#sentence"):
        assert plain_page.locator(part).all_text_contents() == page.locator(part).all_text_contents() != []


def test_filters_are_reached_by_tab_in_the_order_of_the_page(page: Page) -> None:
    opened(page)
    page.locator("#f-on").focus()
    seen = []
    for _ in range(12):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("document.activeElement.id || document.activeElement.tagName"))
    assert (
        seen.index("BUTTON") < seen.index("SUMMARY") < next(n for n, one in enumerate(seen) if one.startswith("kind-"))
    )


def test_filters_on_a_telephone_unfold_and_stay_so(page: Page) -> None:
    opened(page)
    page.set_viewport_size({"width": 360, "height": 800})
    expect(page.locator("#region-KZ-75")).to_be_hidden()
    page.locator("#narrow-open > summary").press("Enter")
    page.locator("#region-KZ-75").click()
    expect(page.locator(".chip")).to_have_count(3)
    expect(page.locator("#region-KZ-75")).to_be_visible()
    assert page.locator("input[type=checkbox]#narrow-open").count() == 0
