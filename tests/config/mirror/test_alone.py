"""One case as one file. Everybody is invented."""

import re
from pathlib import Path
from typing import Any

import html5lib
import pytest
from django.core.management import CommandError, call_command

from archive.wording.portrait import PortraitFile, PortraitView
from config.mirror.alone import inlined
from config.mirror.links import links
from config.mirror.pages import made
from records import stored
from records.stored import CLEANED
from tests.archive.published import document, publish

pytestmark = pytest.mark.django_db
SITE = "https://site.example"


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_file_needs_no_other_and_leads_to_the_site(language: str) -> None:
    publish(document())
    name = f"{language}/cases/invented-2016.html"

    page = made(name, SITE).content
    text = page.decode()

    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)
    assert list(links(name, page)) == []
    assert not [element for element in tree.iter() if element.tag in ("script", "iframe") or "src" in element.attrib]
    assert {element.get("rel") for element in tree.iter("link")} == {"alternate", "canonical"}
    assert f'<link rel="canonical" href="{SITE}/{language}/cases/invented-2016/">' in text
    assert f'href="{SITE}/{language}/law/' in text and f'href="{SITE}/{language}/cases/"' in text
    assert set(re.findall(r'hreflang="(\w\w)" href="(.*?)"', text)) >= {
        (code, f"{SITE}/{code}/cases/invented-2016/") for code in ("en", "ru", "kk")
    }
    assert "@media print" in text and "default-src &#x27;none&#x27;; style-src &#x27;sha256-" in text


def test_case_page_of_the_mirror_offers_the_file() -> None:
    publish(document())
    page = "en/cases/invented-2016/index.html"

    assert "en/cases/invented-2016.html" in list(links(page, made(page, SITE).content))


def test_portrait_is_in_the_file(tmp_path: Path, settings: Any) -> None:
    settings.VAR = tmp_path
    name = f"{stored.store(CLEANED, b'picture', 'jpg')}.jpg"
    portrait = PortraitView((), PortraitFile(name, 10, 20), None, None, None, None, ())  # type: ignore[arg-type]

    assert inlined(portrait).fallback.name == "data:image/jpeg;base64,cGljdHVyZQ=="


def test_command_writes_the_file(tmp_path: Path) -> None:
    publish(document())

    call_command("case_file", "invented-2016", tmp_path / "case.html", site=SITE, language="ru")

    assert '<html lang="ru">' in (tmp_path / "case.html").read_text()


@pytest.mark.parametrize(
    ("case", "site", "message"),
    [("nobody-2016", SITE, "the site has no such case"), ("invented-2016", "site.example", "give scheme and host")],
)
def test_command_when_it_cannot(case: str, site: str, message: str, tmp_path: Path) -> None:
    publish(document())

    with pytest.raises(CommandError, match=message):
        call_command("case_file", case, tmp_path / "case.html", site=site)

    assert not (tmp_path / "case.html").exists()
