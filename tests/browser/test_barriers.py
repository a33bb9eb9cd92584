"""Every kind of page, in three languages, narrow and wide, light and dark: no barrier, no sideways scrolling.

The page fixture fails on a console error and on a request to another origin.
"""

from importlib.resources import files

import pytest
from playwright.sync_api import Page

from tests.archive.published import publish_real

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
AXE = (files("axe_playwright_python") / "axe.min.js").read_text()
RUN = """only => axe.run({runOnly: only, resultTypes: ["violations"]})
    .then(found => found.violations.map(one => one.id + ": " + one.nodes[0].html))"""
ALL_RULES = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
OF_COLOUR = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
"""A dark page differs from the light one in its colours alone: the other rules have been asked of the light one."""
WIDER = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
LOOKS = ((360, "light"), (360, "dark"), (1280, "light"), (1280, "dark"))
PAGES = (
    "",
    "cases/",
    "cases/bokai-2016/",
    "cases/yensebek-2025/",
    "cases/bokai-2016/cite/",
    "cases/bokai-2016/reasoning/",
    "cases/bokai-2016/court-request/",
    "cases/bokai-2016/versions/",
    "people/max-bokai/",
    "restrictions/",
    "restrictions/criminal-record/",
    "law/",
    "law/record/",
    "law/check/",
    "law/calculator/",
    "statistics/",
    "calendar/",
    "tables/",
    "data/",
    "about/",
    "about/method/",
    "about/corrections/",
    "about/glossary/",
    "about/your-case/",
    "about/your-case/answer/",
)


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_no_page_has_a_barrier(page: Page, language: str) -> None:
    publish_real()
    found = [problem for address in PAGES for problem in problems(page, f"/{language}/{address}")]
    assert found == []


def test_embed_has_no_barrier(page: Page) -> None:
    publish_real()
    assert problems(page, "/embed/cases/bokai-2016/?lang=kk") == []


def problems(page: Page, address: str) -> list[str]:
    page.goto(address)
    page.evaluate(AXE)
    found = []
    for width, scheme in LOOKS:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        where = f"{address} {width} {scheme}"
        found += [
            f"{where}: {problem}" for problem in page.evaluate(RUN, ALL_RULES if scheme == "light" else OF_COLOUR)
        ]
        found += [f"{where}: scrolls sideways"] if page.evaluate(WIDER) else []
    return found
