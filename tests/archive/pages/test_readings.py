"""Three readings that a reader may choose: every page that counts says the parts of its counts under each of them."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

import pytest
from django.test import Client

from law.country import country
from tests.archive.index.columns import oracle
from tests.archive.published import TODAY, for_this_module, publish_real, real_documents

pytestmark = pytest.mark.django_db
READINGS = ("strict", "six-months", "penalty-unchanged")
KIND = "public-activity-ban"
PAGES = (
    *("/en/", "/en/restrictions/", f"/en/restrictions/{KIND}/", "/en/cases/", "/en/statistics/", "/en/calendar/"),
    "/en/tables/",
)
NO_SAMPLE = "These are cases that we found reported, not a sample: no rate can be computed from them."


@pytest.fixture(scope="module", autouse=True)
def published(django_db_setup: Any, django_db_blocker: Any) -> Iterator[None]:
    with for_this_module(django_db_blocker):
        publish_real()
        yield


def main_of(client: Client, address: str) -> str:
    page = client.get(address).content.decode().partition("<main")[2]
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", page)))


def test_readings_are_those_of_the_law() -> None:
    assert tuple(country().readings) == READINGS


@pytest.mark.parametrize("page", PAGES)
def test_page_that_counts_offers_every_reading_and_says_that_it_counts_no_sample(client: Client, page: str) -> None:
    content = unescape(client.get(page).content.decode())
    assert NO_SAMPLE in re.sub(r"\s+", " ", content)
    for reading in READINGS[:2]:
        assert f'href="{page}?reading={reading}"' in content
        assert client.get(f"{page}?reading={reading}").status_code == 200
    response = client.get(f"{page}?reading=hopeful")
    assert (response.status_code, "reading" in response.content.decode()) == (400, True)


def test_list_under_each_reading_counts_as_brute_force_does(client: Client) -> None:
    words = {}
    for reading in READINGS:
        seen = [oracle.seen(one, reading) for one in real_documents()]
        address = f"/en/cases/?kind={KIND}&on={TODAY}&reading={reading}"
        tally = client.get(address).context["list"].tally
        selection = client.get(address).context["list"].selection
        words[reading] = {part.certainty: (part.cases, part.people) for part in tally.certainties}
        assert words[reading] == oracle.certainties(seen, selection)
    assert words["strict"].get("likely") is None
    assert words["penalty-unchanged"]["likely"][0] > 0


LIKELY = r"[1-9]\d* likely|[1-9]\d* by calculation from reported facts, [1-9]"


def test_strict_page_calls_nothing_likely(client: Client) -> None:
    for page in (f"/en/restrictions/criminal-record/?on={TODAY}", "/en/?"):
        assert re.search(LIKELY, main_of(client, page))
        assert re.search(LIKELY, main_of(client, f"{page}&reading=strict")) is None


def test_calendar_by_the_strict_reading_names_no_likely_day(client: Client) -> None:
    years = [f"/en/calendar/?ends_from={year}-01-01&on={TODAY}" for year in range(2022, 2032)]
    assert any(re.search(LIKELY, main_of(client, year)) for year in years)
    for year in years:
        assert re.search(rf"{LIKELY}|likely in force", main_of(client, f"{year}&reading=strict")) is None


def test_record_begins_with_any_conviction_whatever_an_appeal_left(client: Client) -> None:
    """Six months presume that some conviction took force; a ban may have been another one."""
    likely = {}
    for kind in ("criminal-record", KIND):
        for reading in READINGS:
            address = f"/api/v1/counts/?kind={kind}&on={TODAY}&reading={reading}"
            parts = {part["certainty"]: part["cases"] for part in client.get(address).json()["certainties"]}
            likely[kind, reading] = parts.get("likely", 0)
    assert likely["criminal-record", "strict"] < likely["criminal-record", "six-months"]
    assert likely[KIND, "strict"] == likely[KIND, "six-months"] == 0 < likely[KIND, "penalty-unchanged"]


def test_table_of_restrictions_says_what_the_reading_says(client: Client) -> None:
    def table(reading: str) -> str:
        response = client.get(f"/en/restrictions.csv?on={TODAY}&reading={reading}")
        return b"".join(response.streaming_content).decode()

    assert "likely-in-force" in table("penalty-unchanged")
    assert "likely-in-force" not in table("strict")
    assert "penalty-unchanged:" not in table("six-months")


@pytest.mark.parametrize("path", ["cases", "counts", "restrictions", "people", "statistics", "tables"])
def test_api_says_beside_every_count_that_it_is_of_no_sample(client: Client, path: str) -> None:
    assert NO_SAMPLE in client.get(f"/api/v1/{path}/").json()["about"]["note"]
