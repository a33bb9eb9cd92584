"""How long others may keep an answer, and by what readers know that they have it already."""

import hashlib
from datetime import UTC, datetime
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from archive.index import representation
from archive.index.representation import CACHE_CONTROL, until_midnight
from tests.archive.published import document, publish, withdraw
from tests.invented import records as invented

pytestmark = pytest.mark.django_db
CASE = "/en/cases/invented-2016/"
CAN_BE_WITHDRAWN = (
    *(CASE, f"{CASE}?on=2026-01-01", f"{CASE}versions/", f"{CASE}cite/", "/en/cases/?kind=fine", "/en/cases.csv"),
    *("/en/cases.atom", "/en/cases/invented-2016.json", "/en/calendar.ics", "/en/about/", "/en/law/check/"),
    *("/api/v1/cases/", "/api/v1/cases/invented-2016/", "/embed/cases/invented-2016/", f"{CASE}bars.svg"),
)


@pytest.mark.parametrize("address", CAN_BE_WITHDRAWN)
def test_what_can_be_withdrawn_leaves_shared_caches_within_the_minute(client: Client, address: str) -> None:
    publish(document())
    assert (client.get(address).status_code, client.get(address)["Cache-Control"]) == (200, CACHE_CONTROL)
    withdraw("invented-2016")
    response = client.get(address)
    assert (response.status_code in (200, 404, 410), response["Cache-Control"]) == (True, CACHE_CONTROL)


@pytest.mark.parametrize("address", ["/en/about/method/", "/api/v1/kinds/", "/api/v1/rules/credit-prison/"])
def test_what_only_a_release_changes_is_kept_until_midnight(client: Client, address: str) -> None:
    seconds = int(client.get(address)["Cache-Control"].split("max-age=")[1].split(",")[0])
    assert 0 < seconds <= 24 * 60 * 60


def test_day_ends_in_almaty() -> None:
    assert until_midnight(datetime(2026, 11, 26, 18, 30, tzinfo=UTC)) == "public, max-age=1800, stale-if-error=600"
    assert until_midnight(datetime(2026, 11, 26, 19, 0, tzinfo=UTC)) == "public, max-age=86400, stale-if-error=600"


@pytest.mark.parametrize("address", ["/healthz", f"/{settings.DESK_PATH}/account/login/", "/en/about/your-case/"])
def test_other_answers_are_kept_by_nobody(client: Client, address: str) -> None:
    assert "public" not in client.get(address).get("Cache-Control", "")


@pytest.mark.parametrize("address", ["/api/v1/cases/?kind=fine", "/en/cases/?kind=fine", "/en/about/method/"])
def test_tag_is_the_digest_of_what_is_given(client: Client, address: str) -> None:
    publish(document())
    response = client.get(address)
    assert response.status_code == 200, response.content
    assert response["ETag"] == f'W/"{hashlib.sha256(response.content).hexdigest()[:32]}"'
    again = client.get(address, headers={"If-None-Match": response["ETag"]})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", response["ETag"])


def test_tag_is_the_same_after_a_change_that_the_answer_does_not_show(client: Client) -> None:
    publish(document())
    before = client.get("/api/v1/cases/invented-2016/")["ETag"]
    publish(document(invented.case("invented-2020")))
    assert client.get("/api/v1/cases/invented-2016/")["ETag"] == before


def test_api_says_unchanged_with_one_query_and_nothing_rendered(client: Client, django_assert_num_queries: Any) -> None:
    publish(document())
    etag = client.get("/api/v1/cases/")["ETag"]
    with django_assert_num_queries(1):
        assert client.get("/api/v1/cases/", headers={"If-None-Match": etag}).status_code == 304
    withdraw("invented-2016")
    assert client.get("/api/v1/cases/", headers={"If-None-Match": etag}).status_code == 200


def test_number_of_remembered_answers_is_bounded(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(representation, "MOST_REMEMBERED", 3)
    representation._given.clear()
    for number in range(1, 6):
        client.get(f"/api/v1/cases/?limit={number}")
    assert len(representation._given) == 3
