"""A case by the keyboard alone, on the whole form: nothing is clicked. Everybody here is invented."""

import pytest
from playwright.sync_api import Page

from cases.models import Case
from people.models import Person
from records.models import Court, Source
from records.serial import fresh_dict, save_dict
from tests.browser.signing_in import sign_in
from tests.desk.invented_accounts import account
from tests.invented import records as invented

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
NO_MOUSE = "addEventListener('mousedown', () => console.error('this test has no mouse'), true)"
ACTIVE = "where => document.activeElement.matches(where)"
FOUND = ".select2-results__option--highlighted:not(.loading-results)"
MOST = 150
"""Presses of the Tab key from one field to another that is looked for."""


def tab_to(page: Page, where: str) -> None:
    """Press Tab until the focus is there."""
    for _press in range(MOST):
        if page.evaluate(ACTIVE, where):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"{MOST} presses of the Tab key do not lead to {where}")


def type_into(page: Page, where: str, text: str) -> None:
    tab_to(page, where)
    page.keyboard.type(text)


def search(page: Page, name: str, words: str) -> None:
    """Find a row in a search box."""
    tab_to(page, f"#id_{name} + .select2 :is(.select2-selection--single, .select2-search__field)")
    if page.evaluate(ACTIVE, ".select2-selection--single"):
        page.keyboard.press("Enter")
    page.keyboard.type(words)
    page.wait_for_selector(FOUND)
    page.keyboard.press("Enter")


def add(page: Page, part: str) -> None:
    """Unfold a part of the form and add an entry: the focus is in it then."""
    tab_to(page, f"#{part}-group summary")
    page.keyboard.press("Enter")
    tab_to(page, f"#{part}-group .add-row a")
    page.keyboard.press("Enter")
    page.wait_for_function("part => document.activeElement.name?.startsWith(part + '-0-')", arg=part)


def choose(page: Page, where: str, steps: int = 1) -> None:
    """The option of a list that stands so many steps below."""
    tab_to(page, where)
    for _step in range(steps):
        page.keyboard.press("ArrowDown")


def test_case_form_by_the_keyboard_alone(page: Page) -> None:
    for source in invented.SOURCES:
        save_dict(Source, invented.source(source))
    save_dict(Court, invented.court())
    save_dict(Person, invented.person())
    sign_in(page, account("editor", "editor"))
    page.add_init_script(NO_MOUSE)
    page.goto("/desk/cases/case/add/")

    search(page, "person", "invented-person")
    type_into(page, "[name=title_en]", "en: A case\nru: Дело")
    search(page, "sources", "invented-news-1")
    add(page, "inclusion")
    choose(page, "[name=inclusion-0-criterion]")
    add(page, "charges")
    type_into(page, "[name=charges-0-article]", "405")
    choose(page, "[name=charges-0-outcome]")
    add(page, "verdicts")
    choose(page, "[name=verdicts-0-instance]")
    choose(page, "[name=verdicts-0-result]")
    type_into(page, "[name=verdicts-0-date]", "11 апреля 2025")
    search(page, "verdicts-0-court", "invented-court")
    add(page, "restrictions")
    type_into(page, "[name=restrictions-0-kind]", "impris")
    type_into(page, "[name=restrictions-0-length]", "5 лет")
    add(page, "events")
    type_into(page, "[name=events-0-date]", "12.04.2025")
    choose(page, "[name=events-0-kind]")
    type_into(page, "[name=events-0-text_kk]", "en: Something | kk: Бірдеңе")
    tab_to(page, "[name=_continue]")
    page.keyboard.press("Enter")
    page.wait_for_selector(".messagelist .success")

    record = fresh_dict(Case.objects.get())
    assert (record["id"], record["title"]) == ("person-2025", {"en": "A case", "ru": "Дело"})
    assert [(row["id"], row["date"], row["court"]) for row in record["verdicts"]] == [
        ("v1", "2025-04-11", "invented-court")
    ]
    assert [(row["id"], row["verdict"], row["length"]) for row in record["restrictions"]] == [("prison", "v1", "P5Y")]
    assert [(row["id"], row["article"]) for row in record["charges"]] == [("ch1", "405")]
    assert [(row["date"], row["text"]) for row in record["events"]] == [
        ("2025-04-12", {"en": "Something", "kk": "Бірдеңе"})
    ]
    parts = ("inclusion", "charges", "verdicts", "restrictions", "events")
    assert {str(row["sources"]) for part in parts for row in record[part]} == {"['invented-news-1']"}
