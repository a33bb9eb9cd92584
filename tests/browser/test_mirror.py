"""A mirror in a browser: searched where it stands on a web server, read from a disk. Everybody is invented."""

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from django.utils.timezone import localdate
from playwright.sync_api import Browser, Page, expect

from config.mirror.links import links
from config.mirror.lists import filters_of_cases
from config.mirror.making import make
from config.mirror.search import index_of
from tests.archive.published import document, publish
from tests.invented import records as invented

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
CASES = [
    f"{language}/cases/{case_id}/index.html" for language in ("en", "ru") for case_id in ("invented-2016", "fine-2017")
]


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_arguments: object) -> None:
        pass


@pytest.fixture
def mirror(tmp_path: Path) -> Path:
    """The pages of two cases, the search and what they look like."""
    fine = {"id": "fine", "kind": "fine", "verdict": "v1", "ends": "2017-05-01", "ended_by": "served"}
    publish(document(), document(invented.case("fine-2017", restrictions=[fine], summary={"en": "Of a gazebo"})))
    filters = filters_of_cases(localdate())
    waiting = [*CASES, "en/search/index.html", "ru/search/index.html"]
    files = {file: make("https://site.example", filters, file).content for file in waiting}
    looks = {link for file in waiting for link in links(file, files[file]) if link.startswith("static/")}
    files |= {link: make("https://site.example", filters, link).content for link in looks}
    for file in CASES:
        write(tmp_path / "cases" / file, files[file])
    for file, content in [*files.items(), *index_of(tmp_path / "cases")]:
        write(tmp_path / "mirror" / file, content)
    return tmp_path / "mirror"


def write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


@pytest.fixture
def address(mirror: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(mirror.parent)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/mirror"
    server.shutdown()
    server.server_close()


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


def test_search_finds_words_and_what_is_true_of_one_restriction(tab: Page, address: str) -> None:
    wrong: list[str] = []
    tab.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    tab.on("request", lambda request: wrong.append(request.url) if not request.url.startswith(address) else None)
    tab.goto(f"{address}/en/search/index.html")

    tab.fill("#q", "gazebo")
    tab.keyboard.press("Enter")
    expect(tab.locator("#found a")).to_have_count(1)
    expect(tab.locator("#found mark")).to_contain_text("gazebo")

    tab.fill("#q", "")
    tab.select_option("#f-kind", "fine")
    expect(tab.locator("#found a")).to_have_count(2)
    tab.select_option("#f-state", "ended")
    expect(tab.locator("#found a")).to_have_count(1)
    tab.click("#found a")
    tab.wait_for_url(f"{address}/en/cases/fine-2017/index.html")
    assert [text for text in wrong if "favicon" not in text] == []


def test_search_in_russian_knows_the_forms_of_a_word(tab: Page, address: str) -> None:
    tab.goto(f"{address}/ru/search/index.html")

    tab.fill("#q", "вымышленному")
    tab.keyboard.press("Enter")

    expect(tab.locator("#found a").first).to_be_visible()


def test_page_from_a_disk_says_what_to_do(tab: Page, mirror: Path) -> None:
    tab.goto(f"file://{mirror}/en/search/index.html")

    expect(tab.locator("#without")).to_be_visible()
    expect(tab.locator("#search")).to_be_hidden()
    tab.click("nav.lists summary")
    expect(tab.locator('nav.lists a[href="../../en/cases/kind=fine/index.html"]')).to_be_visible()
    assert tab.evaluate("getComputedStyle(document.querySelector('.mirror-note')).borderTopStyle") == "solid"
