"""A message while very many come in: the browser works for a moment, and it goes."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from archive.pages.about import your_case_form
from inbox.models import Message, receive

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_message_goes_at_once_with_scripts(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(your_case_form, "PATIENCE", timedelta(0))
    for number in range(60):
        receive("other", f"Flood {number}", "", "en", f"flood {number}", timezone.now())
    page.goto("/en/about/your-case/")
    page.check("input[name=kind][value=correction]")
    page.fill("textarea[name=text]", "The date is wrong")
    page.click("form[data-bits] button")
    expect(page.locator("h1")).to_have_text("Your message has arrived")
    assert Message.objects.latest("pk").text == "The date is wrong"
