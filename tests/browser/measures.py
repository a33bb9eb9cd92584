"""Not a test: measures ten case pages on a telephone. `make measures` runs it and prints the table of docs/pages.md."""

import gzip
import re
from typing import NamedTuple

import pytest
from playwright.sync_api import Page, Response

from records.languages import LANGUAGES
from tests.archive.published import publish, shipped_documents

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ON = "2026-11-22"
TEN = (
    *("bokai-2016", "yensebek-2025", "mamai-2023", "ilyashev-2020", "klyshev-2021"),
    *("abzhan-2023", "zhylanbayev-2023", "utepova-2021", "dosov-2016", "tleuzhan-2023"),
)
SHEET = re.compile(rb"/Type\s*/Page\b(?!s)")


class Measured(NamedTuple):
    """Pixels at 360 wide with the rows folded, words before anything is unfolded, bytes of HTML, sheets of A4."""

    height: int
    words: int
    plain: int
    sent: int
    requests: int
    sheets: int


def test_measure_ten_pages(page: Page, capsys: pytest.CaptureFixture[str]) -> None:
    publish(*shipped_documents())
    page.set_viewport_size({"width": 360, "height": 780})
    with capsys.disabled():
        print("\n| case | language | px | words | HTML, bytes | as sent | requests | A4 |")  # noqa: T201
        print("|---|---|---|---|---|---|---|---|")  # noqa: T201
        for case in TEN:
            for language in LANGUAGES:
                numbers = measured(page, f"/{language}/cases/{case}/?on={ON}")
                print(f"| {case} | {language} | {' | '.join(f'{number:,}' for number in numbers)} |")  # noqa: T201


def measured(page: Page, address: str) -> Measured:
    answers: list[Response] = []

    def keep(answer: Response) -> None:
        answers.append(answer)

    page.on("response", keep)
    response = page.goto(address)
    page.remove_listener("response", keep)
    assert response is not None
    html = response.body()
    return Measured(
        height=page.evaluate("document.documentElement.scrollHeight"),
        words=len(page.locator("main").inner_text().split()),
        plain=len(html),
        sent=len(gzip.compress(html, 6)),
        requests=len(answers),
        sheets=len(SHEET.findall(page.pdf(format="A4"))),
    )
