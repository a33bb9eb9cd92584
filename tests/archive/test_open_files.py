"""Exports and feeds are open to every origin, and are not sent again to who has them."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from desk.requests.effects import withhold_in_silence
from editions.erase import ErasedPlace, redact, with_repeats
from editions.reasons import SILENT
from tests.archive.published import NOON, document, publish
from tests.invented import records as invented

pytestmark = pytest.mark.django_db
CASE = "invented-2016"
FILES = (
    *("cases.csv", "cases.xlsx", "cases.json", "cases.jsonl", "cases.atom", "cases.ics", "restrictions.csv"),
    *("sources.csv", "tables.csv", "tables.xlsx", "calendar.ics", "statistics/over-time.csv", "law/check.csv"),
    *(f"cases/{CASE}.{suffix}" for suffix in ("json", "csv", "ics", "atom")),
    "people/invented-person.atom",
)


@pytest.mark.parametrize("name", FILES)
def test_file_is_open_and_has_a_tag(client: Client, name: str) -> None:
    publish(document())
    response = client.get(f"/en/{name}")
    assert (response.status_code, response["Access-Control-Allow-Origin"]) == (200, "*")
    again = client.get(f"/en/{name}", headers={"If-None-Match": response["ETag"]})
    assert (again.status_code, again["Access-Control-Allow-Origin"], again.content) == (304, "*", b"")


def test_page_is_open_to_its_own_origin_alone(client: Client) -> None:
    assert "Access-Control-Allow-Origin" not in client.get("/en/cases/").headers


@pytest.mark.parametrize("name", ["cases.csv", "cases.jsonl", "sources.csv", "tables.csv?on=2020-01-01"])
def test_tag_of_an_export_changes_with_its_cases_and_with_no_other(client: Client, name: str) -> None:
    """A case that is withheld in silence, and that the export never held, leaves no trace in it."""
    secret = invented.person("secret-person", gender="female")
    publish(document(invented.case("secret-case", person="secret-person"), secret), now=NOON - timedelta(1))
    (edition,) = publish(document(invented.case(CASE)), now=NOON)
    address = f"/en/{name}{'&' if '?' in name else '?'}gender=other"

    def tag() -> Any:
        return client.get(address)["ETag"]

    first = tag()
    withhold_in_silence("secret-case", NOON)
    assert tag() == first
    redact(edition, with_repeats(edition, [ErasedPlace("case.title")]), SILENT, NOON)
    erased = tag()
    assert erased != first
    publish(document(invented.case(CASE)), now=NOON + timedelta(1))
    assert tag() not in (first, erased)
