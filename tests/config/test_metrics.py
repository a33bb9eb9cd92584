"""What the site counts, and that nothing of a reader is in it."""

from datetime import timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from django.db import OperationalError, connection
from django.test import Client
from django.utils import timezone

from editions.seal import seal
from tests.archive.published import document, publish

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def var(settings: Any, tmp_path: Path) -> Path:
    settings.VAR = tmp_path
    return tmp_path


def lines(client: Client) -> dict[str, float]:
    """Each series with its number."""
    rows = [row.rpartition(" ") for row in client.get("/metrics").text.splitlines() if not row.startswith("#")]
    return {name: float(number) for name, _space, number in rows}


def test_answers_are_counted_by_kind_of_page(client: Client) -> None:
    publish(document())
    series = 'shekteu_answers_total{page="archive:case",status="200"}'
    before = lines(client).get(series, 0)
    client.get("/en/cases/invented-2016/", {"known": "2026-11-20"}, REMOTE_ADDR="203.0.113.9")
    text = client.get("/metrics").text

    assert lines(client)[series] == before + 1
    assert "invented-2016" not in text
    assert "203.0.113.9" not in text
    assert "2026-11-20" not in text


def test_state_when_all_is_well(client: Client, var: Path) -> None:
    seal(timezone.now())
    (var / "last-backup").write_text((timezone.now() - timedelta(hours=2)).isoformat())
    state = lines(client)

    assert state["shekteu_database_up"] == 1
    assert state["shekteu_database_bytes"] > 1_000_000
    assert state["shekteu_disk_free_bytes"] > 0
    assert state["shekteu_seal_age_seconds"] < 100
    assert 7200 <= state["shekteu_backup_age_seconds"] < 7300


def test_state_when_there_was_no_backup_and_no_database(client: Client) -> None:
    with patch.object(connection, "cursor", side_effect=OperationalError):
        state = lines(client)
    assert state["shekteu_database_up"] == 0
    assert "shekteu_backup_age_seconds" not in state


def test_metrics_when_asked_through_the_proxy(client: Client) -> None:
    assert client.get("/metrics", headers={"X-Forwarded-For": "203.0.113.9"}).status_code == 404


def test_metrics_when_a_stranger_asks_where_no_proxy_stands(client: Client) -> None:
    assert client.get("/metrics", REMOTE_ADDR="203.0.113.9").status_code == 404
    assert client.get("/metrics", REMOTE_ADDR="").status_code == 200, "over a socket of this machine"
