"""Not a test: photographs every kind of page for the documentation. `make pictures` runs it."""

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Page

from tests.archive.published import publish_real
from tests.browser.portrayed import publish_portrayed
from tests.browser.signing_in import sign_in
from tests.desk.invented_accounts import account
from tests.desk.review.sound_cases import sound

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
TALLEST, COLOURS = 2200, 64
PICTURES = (
    ("home", "/en/", 1280, "light"),
    ("home-phone", "/ru/", 360, "light"),
    ("cases", "/en/cases/?on=2026-11-22", 1280, "light"),
    ("cases-phone", "/kk/cases/?on=2026-11-22", 360, "dark"),
    ("case-page", "/en/cases/bokai-2016/?on=2026-11-22", 1280, "light"),
    ("case-page-phone", "/kk/cases/bokai-2016/?on=2026-11-22", 360, "light"),
    ("case-page-dark", "/ru/cases/mamai-2023/?on=2026-11-22", 1280, "dark"),
    ("case-reasoning", "/en/cases/bokai-2016/reasoning/?on=2026-11-22", 1280, "light"),
    ("case-court-request", "/ru/cases/bokai-2016/court-request/", 360, "light"),
    ("case-cite", "/en/cases/bokai-2016/cite/", 1280, "light"),
    ("case-editions", "/en/cases/bokai-2016/versions/", 1280, "light"),
    ("person", "/en/people/max-bokai/", 1280, "light"),
    ("restrictions", "/en/restrictions/", 1280, "light"),
    ("restriction", "/en/restrictions/criminal-record/", 1280, "light"),
    ("law", "/en/law/", 1280, "light"),
    ("law-rule", "/en/law/record/", 1280, "light"),
    ("law-check", "/en/law/check/", 1280, "light"),
    ("law-calculator", "/en/law/calculator/", 1280, "light"),
    ("statistics", "/en/statistics/?on=2026-11-22", 1280, "light"),
    ("statistics-phone", "/kk/statistics/?on=2026-11-22", 360, "dark"),
    ("calendar", "/en/calendar/", 1280, "light"),
    ("tables", "/en/tables/", 1280, "light"),
    ("data", "/en/data/", 1280, "light"),
    ("about", "/en/about/", 1280, "light"),
    ("your-case", "/en/about/your-case/", 1280, "light"),
    ("embed", "/embed/cases/bokai-2016/", 720, "light"),
)
PORTRAYED = (
    ("portrait", "/en/cases/invented-2016/?on=2026-11-22", 1280, "light"),
    ("portrait-phone", "/kk/people/invented-person/", 360, "light"),
)


DESK = (
    ("desk-paper", "/desk/paper/verdict/", 1280, "light"),
    ("desk-form", "/desk/cases/case/{case}/change/", 1280, "light"),
)


def test_take_all_pictures(page: Page) -> None:
    publish_real()
    take(page, PICTURES)


def test_take_a_picture_of_a_portrait(page: Page, settings: Any, tmp_path: Path) -> None:
    """Of somebody invented: the archive ships no portraits."""
    publish_portrayed(settings, tmp_path)
    take(page, PORTRAYED)


def test_take_pictures_of_the_desk(page: Page) -> None:
    case = sound()
    sign_in(page, account("editor", "editor"))
    take(page, [(name, address.format(case=case.pk), width, scheme) for name, address, width, scheme in DESK])
    page.click("#restrictions-group summary")
    page.click("#restrictions-group .add-row a")
    page.select_option("[name=restrictions-2-kind]", "imprisonment")
    save(page.locator("#restrictions-2").screenshot(), "desk-entry")


def take(page: Page, pictures: Iterable[tuple[str, str, int, str]]) -> None:
    FOLDER.mkdir(exist_ok=True)
    for name, address, width, scheme in pictures:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.goto(address)
        height = min(TALLEST, page.evaluate("document.documentElement.scrollHeight"))
        shot = page.screenshot(full_page=True, clip={"x": 0, "y": 0, "width": width, "height": height})
        save(shot, name)


def save(shot: bytes, name: str) -> None:
    Image.open(BytesIO(shot)).convert("RGB").quantize(COLOURS).save(FOLDER / f"{name}.png", optimize=True)
