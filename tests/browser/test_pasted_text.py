"""The page of a paper with its text pasted: three languages, a narrow screen, the keyboard alone. All invented."""

from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Page

from cases.models import Case
from tests.browser.signing_in import sign_in
from tests.browser.test_desk import barriers
from tests.browser.test_modest_case import VERDICT
from tests.desk.invented_accounts import account

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
PICTURES = Path(settings.BASE_DIR) / "var" / "pictures"
AMBIGUOUS = VERDICT.replace("15 апреля 2021 года город", "Приговор оглашён 4/5/2021. Город")


@pytest.mark.parametrize(("language", "button"), [("en", "Read the text"), ("ru", "Прочитать"), ("kk", "Мәтінді оқу")])
def test_proposals_on_a_narrow_screen(page: Page, language: str, button: str) -> None:
    sign_in(page, account("writer", "editor"))
    page.context.set_extra_http_headers({"Accept-Language": language})
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto("/desk/paper/verdict/")
    page.fill("[name='pasted-text']", AMBIGUOUS)
    page.click(f"button:has-text('{button}')")
    page.wait_for_selector("#proposals")

    PICTURES.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=PICTURES / f"pasted-{language}-360.png", full_page=True)
    assert page.locator("#proposals .asked input[type=radio]").count() >= 3
    assert page.evaluate(OVERFLOW) <= 0
    assert barriers(page) == []


def test_case_by_the_keyboard_alone(page: Page) -> None:
    """Enter saves: it presses neither of the buttons that read."""
    sign_in(page, account("writer", "editor"))
    page.goto("/desk/paper/verdict/")
    page.focus("[name='begun-person']")
    page.keyboard.type("Ерлан Байдильдин")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.focus("[name='source-title_']")
    page.keyboard.type("A paper")
    page.keyboard.press("Enter")
    page.wait_for_selector(".messagelist .success")

    assert Case.objects.get().person.slug == "erlan-baidildin"
