"""Every page is valid HTML by the parser's rules, unique in its ids, whole in its inner links, and light."""

import gzip
import re
from pathlib import Path

import html5lib
import pytest
from django.conf import settings
from django.test import Client

from tests.archive.published import publish_real
from tests.browser.test_barriers import PAGES

pytestmark = pytest.mark.django_db
MOST_BYTES, MOST_REQUESTS = 60_000, 6


@pytest.fixture
def archive() -> None:
    publish_real()


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
@pytest.mark.parametrize("address", [*PAGES, "nowhere/", "cases/bokai-2016/?on=yesterday"])
def test_page_is_valid(client: Client, archive: None, address: str, language: str) -> None:
    valid(client.get(f"/{language}/{address}").text)


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_frame_for_other_sites_is_valid(client: Client, archive: None, language: str) -> None:
    valid(client.get("/embed/cases/bokai-2016/", {"lang": language}).text)


def valid(text: str) -> None:
    parser = html5lib.HTMLParser(strict=False)
    parser.parse(text)
    assert [(error[1], error[2]) for error in parser.errors] == []
    ids = re.findall(r'\sid="([^"]+)"', text)
    assert sorted(ids) == sorted(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', text)) <= {*ids}
    assert re.findall(r"<[^>]+\sstyle=", text) == []
    assert re.findall(r"\son[a-z]+=\"", text) == []


@pytest.mark.parametrize("case_id", ["bokai-2016", "yensebek-2025", "mamai-2023", "ilyashev-2020"])
def test_first_view_of_a_case_is_light(client: Client, archive: None, case_id: str) -> None:
    response = client.get(f"/kk/cases/{case_id}/", headers={"accept-encoding": "gzip"})
    assert response["Content-Encoding"] == "gzip"
    text = gzip.decompress(response.content).decode()
    linked = re.findall(r'<link rel="(?:stylesheet|icon)" href="/static/([^"]+)"', text)
    linked += re.findall(r'<(?:script|img)[^>]+src="/static/([^"]+)"', text)
    sizes = [len(gzip.compress((Path(settings.BASE_DIR) / "static" / name).read_bytes())) for name in linked]
    assert len(linked) + 1 <= MOST_REQUESTS
    assert len(response.content) + sum(sizes) <= MOST_BYTES
