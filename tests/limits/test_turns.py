"""Exports take turns, over several connections: the tables hold nothing."""

import logging
import time
from typing import Any

import psycopg
import pytest
from django.db import connection
from django.test import Client

from limits.turns import LONGEST, ROOM, in_time

pytestmark = pytest.mark.django_db(transaction=True)
EXPORTS = ("cases.csv", "cases.xlsx", "cases.json", "cases.jsonl", "cases.atom", "cases.ics", "restrictions.csv",
           "tables.csv", "tables.xlsx", "calendar.ics")  # fmt: skip


def test_exports_when_all_turns_are_taken(client: Client, settings: Any, caplog: pytest.LogCaptureFixture) -> None:
    """Pages and the health check are answered meanwhile; whoever ends in any way leaves the turn free."""
    settings.EXPORTS_AT_ONCE = 1
    logging.getLogger("django.request").addHandler(caplog.handler)
    with psycopg.connect(**connection.get_connection_params()) as other:
        other.execute("SELECT pg_advisory_xact_lock(%s, 1)", [ROOM])
        refused = {client.get(f"/en/{name}").status_code for name in EXPORTS}
        waiting = client.get("/en/cases.csv")
        assert (refused, waiting["Retry-After"], waiting["Cache-Control"]) == ({503}, "10", "no-store")
        assert [client.get(path).status_code for path in ("/en/cases/", "/healthz")] == [200, 200]
        assert caplog.records == []
        logging.getLogger("django.request").removeHandler(caplog.handler)
    served = client.get("/en/cases.csv")
    served.close()
    assert served.status_code == 200


def test_a_second_turn_while_one_is_taken(client: Client, settings: Any) -> None:
    settings.EXPORTS_AT_ONCE = 2
    with psycopg.connect(**connection.get_connection_params()) as other:
        other.execute("SELECT pg_advisory_xact_lock(%s, 1)", [ROOM])
        served = client.get("/en/tables.csv")
        served.close()
    assert served.status_code == 200


def test_turn_of_who_reads_slowly_ends(client: Client, settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sign a minute would keep the turn from others for hours: the line is cut, and the file is not whole."""
    settings.EXPORTS_AT_ONCE = 1
    now = time.monotonic()
    served = client.get("/en/cases.csv")
    slow = iter(served.streaming_content)
    assert next(slow)
    monkeypatch.setattr(time, "monotonic", lambda: now + LONGEST + 60)
    with pytest.raises(ConnectionResetError):
        next(slow)
    served.close()


def test_stream_in_time_is_whole() -> None:
    assert list(in_time([b"1", b"2"])) == [b"1", b"2"]
