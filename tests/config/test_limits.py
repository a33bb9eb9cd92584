"""What one reader may ask in a minute."""

from typing import Any

import pytest
from django.db import OperationalError
from django.test import Client
from psycopg.errors import DiskFull, QueryCanceled, ReadOnlySqlTransaction

from limits.turns import FIGURES, UNITS

pytestmark = pytest.mark.django_db
STRANGER = "203.0.113.9"


@pytest.fixture(autouse=True)
def _five_a_minute(settings: Any) -> None:
    settings.READER_RATE = 5


def test_made_up_forwarding_does_not_reset_the_limit(client: Client) -> None:
    statuses = [
        client.get("/en/", headers={"x-forwarded-for": f"198.51.100.{number}"}, REMOTE_ADDR=STRANGER).status_code
        for number in range(7)
    ]
    assert statuses == [200] * 5 + [429] * 2


def test_a_proxy_does_not_make_all_readers_one(client: Client) -> None:
    statuses = {
        client.get("/en/", headers={"x-forwarded-for": f"198.51.100.{number}"}, REMOTE_ADDR="127.0.0.1").status_code
        for number in range(7)
    }
    assert statuses == {200}


@pytest.mark.parametrize(("cause", "status"), [(DiskFull, 200), (ReadOnlySqlTransaction, 200), (QueryCanceled, 503)])
def test_reader_is_not_counted_where_the_database_has_no_room(
    client: Client, monkeypatch: pytest.MonkeyPatch, cause: type[Exception], status: int
) -> None:
    def fail(*_words: Any) -> int:
        raise OperationalError from cause()

    monkeypatch.setattr("config.limits.take", fail)
    client.raise_request_exception = False
    assert client.get("/en/about/", REMOTE_ADDR=STRANGER).status_code == status


def test_api_says_as_a_problem_when_to_come_back(client: Client) -> None:
    for _ in range(6):
        response = client.get("/api/v1/rules/", REMOTE_ADDR=STRANGER)
    assert (response.status_code, response["Content-Type"]) == (429, "application/problem+json")
    assert 0 < int(response["Retry-After"]) <= 60
    assert response.json()["status"] == 429


def test_an_export_is_dearer_than_a_page(client: Client, settings: Any) -> None:
    settings.READER_RATE = UNITS
    statuses = [client.get(f"/en/{name}", REMOTE_ADDR=STRANGER).status_code for name in ("tables.csv", "about/")]
    assert statuses == [200, 429]


@pytest.mark.parametrize("name", ["tables", "statistics"])
def test_figures_with_filters_are_dearer_than_a_page(client: Client, settings: Any, name: str) -> None:
    settings.READER_RATE = FIGURES
    paths = (f"{name}/?gender=male", "about/")
    assert [client.get(f"/en/{path}", REMOTE_ADDR=STRANGER).status_code for path in paths] == [200, 429]


def test_the_list_for_search_engines_is_counted(client: Client, settings: Any) -> None:
    """It reads every edition, and stands under no language."""
    settings.KEEP_PAGES = False
    statuses = [client.get("/sitemap.xml", REMOTE_ADDR=STRANGER).status_code for _ in range(7)]
    assert statuses == [200] * 5 + [429] * 2


def test_health_and_desk_are_not_counted(client: Client) -> None:
    for path in ("/healthz", "/desk/account/login/"):
        assert {client.get(path, REMOTE_ADDR=STRANGER).status_code for _ in range(7)} == {200}
