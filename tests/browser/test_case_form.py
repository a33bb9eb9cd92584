"""An editor enters a case with a browser's scripts. Everybody here is invented."""

import pytest
from playwright.sync_api import Page

from cases.models import Case
from people.models import Person
from records.models import Source
from records.serial import fresh_dict, save_dict
from tests.browser.signing_in import sign_in
from tests.browser.typist import SEARCH
from tests.desk.invented_accounts import account
from tests.invented import records as invented

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def choose(page: Page, box: str, words: str) -> None:
    """Search in a box and take the first answer."""
    page.click(f"{box} + .select2")
    page.fill(SEARCH, words)
    page.click(".select2-results__option--highlighted")


def add(page: Page, part: str) -> None:
    """Open a part of the form and add a blank entry."""
    if page.locator(f"#{part}-group details[open]").count() == 0:
        page.click(f"#{part}-group summary")
    page.click(f"#{part}-group .add-row a")


def prepare(page: Page) -> None:
    """The archive has a person and sources; an editor opens a blank form."""
    for source in invented.SOURCES:
        save_dict(Source, invented.source(source))
    save_dict(Person, invented.person())
    sign_in(page, account("editor", superuser=True))
    page.goto("/desk/cases/case/add/")
    page.fill("#id_slug", "invented-2016")
    choose(page, "#id_person", "шығарылған")


def test_case_when_entered_by_search_boxes_and_added_entries(page: Page) -> None:
    prepare(page)
    add(page, "verdicts")
    page.fill("#id_verdicts-0-slug", "v1")
    page.select_option("#id_verdicts-0-instance", "first")
    page.select_option("#id_verdicts-0-result", "convicted")
    choose(page, "#id_verdicts-0-sources", "court-1")
    add(page, "restrictions")
    page.fill("#id_restrictions-0-slug", "ban")
    page.select_option("#id_restrictions-0-kind", "public-activity-ban")
    page.fill("#id_restrictions-0-verdict", "v1")
    page.fill("#id_restrictions-0-length", "3 года")
    page.press("#id_restrictions-0-length", "Tab")
    page.wait_for_selector("text=3 years >> visible=true")
    page.click("#check")
    page.wait_for_selector("#check-answer >> text=no reason for inclusion")
    assert Case.objects.count() == 0
    page.check("input[name=restrictions-0-covers][value=posts]")
    page.click("input[name=_save] >> nth=0")
    page.wait_for_selector(".messagelist .success")

    record = fresh_dict(Case.objects.get())
    assert record["person"] == "invented-person"
    assert record["verdicts"][0]["sources"] == ["invented-court-1"]
    assert (record["restrictions"][0]["verdict"], record["restrictions"][0]["covers"]) == ("v1", ["posts"])


def test_entries_when_moved_by_keyboard(page: Page) -> None:
    prepare(page)
    for number, kind in enumerate(("protest", "trial", "release")):
        add(page, "events")
        page.select_option(f"#id_events-{number}-kind", kind)
    assert page.inner_text("#events-group .count") == "(3)"
    page.focus("#events-2 button[aria-label='Move up']")

    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    page.click("input[name=_save] >> nth=0")
    page.wait_for_selector(".messagelist .success")
    assert [row["kind"] for row in fresh_dict(Case.objects.get())["events"]] == ["protest", "release", "trial"]


def test_texts_when_one_language_lacks(page: Page) -> None:
    prepare(page)
    marks = """() => [...document.querySelectorAll("[name^=title_]")]
        .map(box => box.closest(".translated-text").querySelector("label"))
        .map(label => getComputedStyle(label, "::after").content.includes("missing"))"""
    assert page.evaluate(marks) == [False, False, False]

    page.fill("[name=title_ru]", "Дело")

    assert page.evaluate(marks) == [True, False, True]


def test_leaving_when_something_was_typed(page: Page) -> None:
    prepare(page)
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))

    page.evaluate("location.href = '/desk/'")
    page.wait_for_function("document.title.includes('case')")

    assert asked == ["beforeunload"]
    assert page.input_value("#id_slug") == "invented-2016"


def test_box_when_a_browser_would_remember(page: Page) -> None:
    prepare(page)
    boxes = "boxes => boxes.filter(one => one.autocomplete !== 'off').map(one => one.name)"

    assert page.eval_on_selector_all("#case_form input[type=text], #case_form textarea", boxes) == []


def test_source_when_made_in_place(page: Page) -> None:
    prepare(page)
    add(page, "events")
    page.select_option("#id_events-0-kind", "protest")
    with page.expect_popup() as opened:
        page.click("#add_id_events-0-sources")
    window = opened.value
    window.fill("#id_slug", "new-paper")
    window.fill("#id_title", "A new paper")
    window.select_option("#id_kind", "media")
    with window.expect_event("close"):
        window.click("input[name=_save]")

    page.click("input[name=_save] >> nth=0")
    page.wait_for_selector(".messagelist .success")
    assert fresh_dict(Case.objects.get())["events"][0]["sources"] == ["new-paper"]
