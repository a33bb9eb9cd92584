"""Readers' requests and replicas: what is read where, and what happens when one dies."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import DEFAULT_DB_ALIAS, OperationalError, connections
from django.test import Client

from archive.index import replicas
from archive.index.models import Entry, IndexState, KeptPage
from config.replicas import Router
from editions.models import ChainEntry, Edition
from inbox.models import Message
from limits.models import Allowance
from tests.archive.index.test_replicas import ONE, nowhere
from tests.archive.published import document, publish

pytestmark = pytest.mark.django_db
CASE = "/en/cases/invented-2016/"


@pytest.fixture(autouse=True)
def dead_replica(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A replica that seems to stand where the primary stands, and does not answer."""
    settings.REPLICAS = [ONE]
    monkeypatch.setattr(replicas, "_left_out_until", {})
    monkeypatch.setattr(replicas, "_newest", 0)
    connections[ONE] = nowhere(ONE)
    monkeypatch.setattr(replicas, "version", lambda _alias: 1)
    yield
    replicas.ask_the_primary()
    del connections[ONE]


def test_published_rows_are_read_where_the_request_is_answered() -> None:
    router = Router()
    published, other = (Entry, IndexState, Edition, ChainEntry), (KeptPage, Message, Allowance, User)
    assert {router.db_for_read(model) for model in (*published, *other)} == {DEFAULT_DB_ALIAS}
    replicas.choose_for_this_request()
    assert {router.db_for_read(model) for model in published} == {ONE}
    assert {router.db_for_read(model) for model in other} == {DEFAULT_DB_ALIAS}
    assert {router.db_for_write(model) for model in (*published, *other)} == {DEFAULT_DB_ALIAS}
    assert router.allow_migrate(DEFAULT_DB_ALIAS, "archive")
    assert not router.allow_migrate(ONE, "archive")


@pytest.mark.parametrize("path", [CASE, "/en/cases/?q=Invented", "/api/v1/cases/", "/en/cases.csv", "/en/statistics/"])
def test_reader_is_answered_when_the_replica_dies_meanwhile(client: Client, path: str) -> None:
    publish(document())
    response = client.get(path)
    assert response.status_code == 200
    assert b"".join(response) if response.streaming else response.content  # type: ignore[attr-defined]
    assert replicas.is_left_out(ONE)


def test_page_is_kept_and_found_again_beside_a_replica(client: Client, settings: Any) -> None:
    settings.KEEP_PAGES = True
    publish(document())
    assert client.get(CASE).content == client.get(CASE).content
    assert KeptPage.objects.count() == 1


def test_desk_asks_no_replica(client: Client, settings: Any) -> None:
    client.get(f"/{settings.DESK_PATH}/")
    client.post(CASE)
    assert not replicas.is_left_out(ONE)


def test_pages_are_answered_while_the_primary_counts_nothing(
    client: Client, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The primary does not answer: nothing is kept, nobody counted, and a replica gives the page."""
    settings.KEEP_PAGES, settings.READER_RATE = True, 1

    def away(*_arguments: object) -> None:
        raise OperationalError("away")

    publish(document())
    monkeypatch.setattr("archive.index.models.kept_page.KeptPageQuerySet.page", away)
    monkeypatch.setattr("config.limits.take", away)
    monkeypatch.setattr("archive.index.replicas.leave_out", lambda _alias: None)
    monkeypatch.setattr(replicas, "chosen", lambda: DEFAULT_DB_ALIAS)  # stands for a replica with the same rows
    assert [client.get(CASE).status_code for _ in range(3)] == [200, 200, 200]
    settings.REPLICAS = []
    client.raise_request_exception = False
    assert client.get(CASE).status_code == 503
