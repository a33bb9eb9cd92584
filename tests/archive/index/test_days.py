"""The days of an address: whatever cannot be read is refused alike, wherever it stands."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

from tests.archive.published import for_this_module, publish_real

pytestmark = pytest.mark.django_db

NO_DAY = "“%s” is no day between 1990 and 2150: write it as 2026-11-22."
REFUSED = [
    ("on=2020-W01-1", "on", NO_DAY % "2020-W01-1"),
    ("on=20200101x1", "on", NO_DAY % "20200101x1"),
    ("on=20200101", "on", NO_DAY % "20200101"),
    ("on=2023-02-30", "on", NO_DAY % "2023-02-30"),
    ("on=%D9%A2020-01-01", "on", NO_DAY % "٢020-01-01"),
    ("on=1950-01-01", "on", NO_DAY % "1950-01-01"),
    ("on=2180-01-01", "on", NO_DAY % "2180-01-01"),
    ("on=2020-01-01&on=2021-01-01", "on", "Give one value, not 2."),
    ("known=2020-W01-1", "known", NO_DAY % "2020-W01-1"),
    ("known=1950-01-01", "known", NO_DAY % "1950-01-01"),
    ("known=2140-01-01", "known", "This day has not come yet."),
]
PAGES = ["cases/bokai-2016/", "cases/", "statistics/"]
FILES = [
    *("cases/bokai-2016.json", "cases/bokai-2016.csv", "cases/bokai-2016/bars.svg", "cases/bokai-2016/cite.bib"),
    *("cases.json", "cases.csv", "restrictions.csv"),
]
API = ["cases/bokai-2016/", "cases/", "restrictions/"]


@pytest.fixture(scope="module", autouse=True)
def archive(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with for_this_module(django_db_blocker):
        publish_real()
        yield


def text(response: Any) -> str:
    return b"".join(response.streaming_content if response.streaming else [response.content]).decode()


@pytest.mark.parametrize(("query", "name", "message"), REFUSED)
@pytest.mark.parametrize("page", PAGES)
def test_page_when_a_day_cannot_be_read(client: Client, page: str, query: str, name: str, message: str) -> None:
    response = client.get(f"/en/{page}?{query}")
    assert (response.status_code, message in text(response)) == (400, True)


@pytest.mark.parametrize(("query", "name", "message"), REFUSED)
@pytest.mark.parametrize("file", FILES)
def test_file_when_a_day_cannot_be_read(client: Client, file: str, query: str, name: str, message: str) -> None:
    response = client.get(f"/en/{file}?{query}")
    assert (response.status_code, f"{name}: {message}" in text(response)) == (400, True)


@pytest.mark.parametrize(("query", "name", "message"), REFUSED)
@pytest.mark.parametrize("address", API)
def test_api_when_a_day_cannot_be_read(client: Client, address: str, query: str, name: str, message: str) -> None:
    response = client.get(f"/api/v1/{address}?{query}")
    # A day that is well written and has not come yet is no broken request: it fits nothing that there is.
    status = 409 if message == "This day has not come yet." else 400
    assert (response.status_code, response.json()["errors"]) == (status, {name: [message]})


@pytest.mark.parametrize("address", [*(f"en/{one}" for one in PAGES + FILES), *(f"api/v1/{one}" for one in API)])
def test_address_when_a_parameter_does_not_exist(client: Client, address: str) -> None:
    response = client.get(f"/{address}?onn=2020-01-01")
    assert (response.status_code, "onn" in text(response), "of this name." in text(response)) == (400, True, True)


@pytest.mark.parametrize("address", [*(f"en/{one}" for one in PAGES + FILES), *(f"api/v1/{one}" for one in API)])
@pytest.mark.parametrize("query", ["on=1990-01-01", "on=2150-12-31", "on=", "on=2020-01-01&on=2020-01-01"])
def test_address_when_the_day_is_good(client: Client, address: str, query: str) -> None:
    assert client.get(f"/{address}?{query}").status_code == 200
