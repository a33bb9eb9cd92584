"""Signing in with scripts. Everybody here is invented."""

import pytest
from playwright.sync_api import Page

from tests.desk.accounts import PASSWORD, account

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_desk_when_an_editor_signs_in_for_the_first_time(page: Page) -> None:
    account("editor", enrolled=False, superuser=True)
    page.goto("/desk/")
    page.fill("input[name=login]", "editor")
    page.fill("input[name=password]", PASSWORD)
    page.click("form.narrow button[type=submit]")

    page.wait_for_url("**/desk/account/second-factor/")
    assert page.locator("#user-tools strong").inner_text().lower() == "editor"
