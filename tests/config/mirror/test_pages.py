"""Single files of the mirror. Everybody in them is invented."""

import posixpath
import re
from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from config.mirror.links import links
from config.mirror.pages import every_case_on_one_page, made, on_day, standing_at
from config.mirror.static import NotInTheMirror
from tests.archive.published import document, publish
from tests.invented import records as invented

pytestmark = pytest.mark.django_db
SITE = "https://site.example"
PAGE = "en/cases/invented-2016/index.html"


def test_addresses_lead_from_the_page_to_the_file() -> None:
    with standing_at(PAGE):
        assert reverse("archive:law") == "../../../en/law/index.html"
    assert reverse("archive:law") == "/en/law/"


def test_case_page_has_relative_links_and_the_sites_own_address() -> None:
    publish(document())

    page = made(PAGE, SITE)
    text = page.content.decode()

    assert page.is_page
    assert f'<link rel="canonical" href="{SITE}/en/cases/invented-2016/">' in text
    assert 'hreflang="ru" href="https://site.example/ru/cases/invented-2016/"' in text
    assert "../../../ru/cases/invented-2016/index.html" in text
    assert not re.findall(r'(?:href|src)="/[^"]*', text)
    assert {"en/cases/index.html", "en/cases/invented-2016.json", "static/css/base.css"} <= set(
        links(PAGE, page.content)
    )
    assert "A copy as of" in text and "<script src" not in text


def test_every_link_of_a_case_page_is_a_file_of_the_mirror() -> None:
    publish(document())
    page = made(PAGE, SITE)

    for file in links(PAGE, page.content):
        if not file.startswith("static/"):
            assert made(file, SITE).content, file


def test_list_has_every_case_on_one_page() -> None:
    publish(*(document(invented.case(f"invented-{number}")) for number in range(1, 31)))

    with every_case_on_one_page():
        rows = made("kk/cases/index.html", SITE).content.decode()

    assert all(f"cases/invented-{number}/index.html" in rows for number in range(1, 31))


@pytest.mark.parametrize("file", ["en/nothing.html", "en/cases/nobody-2016/index.html", "api/oembed/"])
def test_file_that_the_site_does_not_have(file: str) -> None:
    with pytest.raises(NotInTheMirror, match=file.partition("/")[0]):
        made(file, SITE)


@pytest.mark.parametrize(
    "file", ["en/law/calculator/index.html", "ru/about/your-case/index.html", "api/v1/cases/index.html"]
)
def test_page_that_needs_the_site_says_where_it_is(file: str) -> None:
    address = f"{SITE}/{posixpath.dirname(file)}/"

    assert f'href="{address}"' in made(file, SITE).content.decode()


def test_same_day_gives_the_same_bytes() -> None:
    publish(document())

    with on_day(date(2026, 11, 22)):
        assert timezone.localdate() == date(2026, 11, 22)
        assert made(PAGE, SITE).content == made(PAGE, SITE).content
        assert "22 November 2026" in made(PAGE, SITE).content.decode()
