"""A streamed export is of one moment: what is withdrawn while it is sent stays in it, and is gone when asked again."""

import json
import zipfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from django.core.signals import request_started
from django.db import connection
from django.http import StreamingHttpResponse
from django.test import Client, RequestFactory

from archive.index.snapshot import in_one_snapshot
from archive.models import Entry
from desk.requests.effects import withhold_in_silence
from tests.archive.published import NOON, document, publish
from tests.invented import records as invented

pytestmark = pytest.mark.django_db(transaction=True)
IDS = [f"invented-{number}" for number in range(6)]
GONE = "invented-3"
EXPORTS: dict[str, Callable[[bytes], int]] = {
    "cases.csv": lambda content: len(content.splitlines()) - 1,
    "restrictions.csv": lambda content: len(content.splitlines()) - 1,
    "cases.json": lambda content: len(json.loads(content)["cases"]),
    "cases.jsonl": lambda content: len(content.splitlines()) - 1,
    "cases.atom": lambda content: content.count(b"<entry>"),
    "cases.ics": lambda content: content.count(b"BEGIN:VEVENT"),
    "cases.xlsx": lambda content: b"".join(sheets(content)).count(b"<row "),
}


def sheets(content: bytes) -> Iterator[bytes]:
    with zipfile.ZipFile(BytesIO(content)) as book:
        yield from (book.read(f"xl/worksheets/sheet{number}.xml") for number in (2, 3))


def elsewhere(act: Callable[..., Any], *arguments: Any) -> Any:
    """By another thread with a connection of its own, as another worker does."""

    def acted() -> Any:
        try:
            return act(*arguments)
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(acted).result()


@pytest.fixture
def one_row_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    for place in ("rows.AT_ONCE", "rows.DOCUMENTS_AT_ONCE", "documents.AT_ONCE", "tables.LINES_AT_ONCE"):
        monkeypatch.setattr(f"archive.exports.{place}", 1)
    monkeypatch.setattr("archive.exports.workbook.LINES_AT_ONCE", 1)


@pytest.fixture
def published() -> None:
    publish(*(document(invented.case(id_)) for id_ in IDS))


@pytest.mark.usefixtures("one_row_at_a_time", "published")
@pytest.mark.parametrize("name", EXPORTS)
def test_export_when_a_case_is_withdrawn_half_way_holds_what_its_head_counts(client: Client, name: str) -> None:
    address, rows = f"/en/{name}?on=2021-01-01", EXPORTS[name]
    before = rows(client.get(address).getvalue())
    assert before >= len(IDS)
    stream = iter(client.get(address))
    content = next(stream)
    elsewhere(withhold_in_silence, GONE, NOON + timedelta(1))
    content += b"".join(stream)
    assert rows(content) == before
    if name != "cases.xlsx":
        assert GONE.encode() in content
    again = client.get(address).getvalue()
    assert rows(again) < before
    assert GONE.encode() not in again


@pytest.mark.usefixtures("published")
@pytest.mark.parametrize("name", EXPORTS)
def test_no_transaction_is_left_open(client: Client, name: str) -> None:
    assert client.get(f"/en/{name}").getvalue()
    assert not connection.in_atomic_block
    client.head(f"/en/{name}").close()
    assert not connection.in_atomic_block
    cut_off = client.get(f"/en/{name}")
    next(iter(cut_off))
    cut_off.close()
    assert not connection.in_atomic_block
    assert client.get(f"/en/{name}?on=never").status_code == 400
    assert not connection.in_atomic_block


@pytest.mark.usefixtures("published")
def test_snapshot_when_its_answer_was_never_closed_ends_with_the_next_request() -> None:
    """A middleware that fails throws the answer away: the thread's next reader must not read the old state."""

    @in_one_snapshot
    def view(_request: object) -> StreamingHttpResponse:
        return StreamingHttpResponse([str(Entry.objects.filter(case_id=GONE).count())])

    assert view(RequestFactory().get("/")).getvalue() == b"1"
    elsewhere(withhold_in_silence, GONE, NOON + timedelta(1))
    assert Entry.objects.filter(case_id=GONE).exists()
    request_started.send(sender=None)
    assert not Entry.objects.filter(case_id=GONE).exists()
