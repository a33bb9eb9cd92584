import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_desk_when_an_editor_signs_in(page: Page) -> None:
    User.objects.create_superuser("editor", password="a-long-word-for-tests")
    page.goto("/desk/")
    page.fill("input[name=username]", "editor")
    page.fill("input[name=password]", "a-long-word-for-tests")
    page.click("input[type=submit]")
    assert page.locator("#user-tools strong").inner_text().lower() == "editor"
