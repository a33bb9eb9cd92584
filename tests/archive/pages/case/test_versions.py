"""Earlier editions of a case, and the case as it was known on a day."""

from datetime import timedelta

import pytest
from django.test import Client

from editions.erase import delete_text
from editions.models import Edition
from editions.reasons import SILENT
from tests.archive.published import NOON, REASON, document, publish, publish_real
from tests.invented import records as invented

pytestmark = pytest.mark.django_db
CASE = "/en/cases/bokai-2016/"


@pytest.fixture
def archive() -> None:
    publish_real()


def moved() -> None:
    """Two editions: the second knows a later day of release."""
    case = invented.case()
    publish(document(case))
    case["restrictions"] = [
        {**row, "ends": "2021-03-04"} if row["id"] == "prison" else row for row in case["restrictions"]
    ]
    publish(document(case), now=NOON + timedelta(days=5))


def test_history_says_what_moved(client: Client) -> None:
    moved()
    text = client.get("/en/cases/invented-2016/versions/").text
    assert "End of Prison: from 4 February 2021 to 4 March 2021" in text
    assert "Changed: restrictions, Prison, last day reported" in text
    assert text.index("Version 2 of 6 November 2026") < text.index("Version 1 of 1 November 2026")


def test_old_edition_under_a_banner(client: Client) -> None:
    moved()
    old = client.get("/en/cases/invented-2016/versions/1/").text
    new = client.get("/en/cases/invented-2016/versions/2/").text
    assert "This is version 1 of 1 November 2026, not the newest." in old
    assert "not the newest" not in new
    assert client.get("/en/cases/invented-2016/versions/7/").status_code == 404


def test_page_as_known_on_a_day(client: Client) -> None:
    moved()
    before = client.get("/en/cases/invented-2016/", {"known": "2026-11-03"}).text
    assert "4 February 2021" in before
    assert "not the newest" in before
    assert client.get("/en/cases/invented-2016/", {"known": "2026-10-01"}).status_code == 404


@pytest.mark.parametrize("known", ["2026-02-30", "2130-01-01"])
def test_page_as_known_on_no_day(client: Client, archive: None, known: str) -> None:
    response = client.get(CASE, {"known": known})
    assert response.status_code == 400
    assert 'id="known-error"' in response.text
    assert 'id="on-error"' not in response.text


@pytest.mark.parametrize(("reason", "status", "is_listed"), [(REASON, 410, True), (SILENT, 404, False)])
def test_version_whose_text_is_gone(client: Client, reason: dict[str, str], status: int, is_listed: bool) -> None:
    moved()
    delete_text(Edition.objects.get(version=1), reason, NOON)
    assert client.get("/en/cases/invented-2016/versions/1/").status_code == status
    text = client.get("/en/cases/invented-2016/versions/").text
    assert ("The text of this version was taken away." in text) == is_listed
    assert ("Version 1 of" in text) == is_listed
    assert "Version 2 of" in text
