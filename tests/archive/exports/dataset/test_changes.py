"""What a release says of the one before, and of what went."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from archive.exports.dataset.places import DiskPlace
from archive.exports.dataset.release import write_release
from desk.requests.effects import withhold_in_silence
from tests.archive.published import NOON, document, publish, withdraw
from tests.invented import records as invented

pytestmark = pytest.mark.django_db
FIRST, SECOND = date(2026, 11, 22), date(2026, 11, 25)
Rows = list[dict[str, Any]]


@pytest.fixture
def release(tmp_path: Path) -> Callable[[date], Path]:
    def of_day(day: date) -> Path:
        write_release(DiskPlace(tmp_path / day.isoformat()), day)
        return tmp_path / day.isoformat()

    return of_day


def rows(folder: Path, table: str) -> Rows:
    return [json.loads(line) for line in (folder / f"{table}.jsonl").read_text("utf-8").splitlines()]


def told(folder: Path) -> list[tuple[Any, ...]]:
    names = ("case_id", "change", "release_before", "version_before", "version", "reason_en")
    return [tuple(row[name] for name in names) for row in rows(folder, "changes")]


def test_first_release_has_everything_added(release: Callable[[date], Path]) -> None:
    publish(document())
    assert told(release(FIRST)) == [("invented-2016", "added", None, None, 1, "For a test")]


def test_later_release_names_what_is_new_and_what_changed(release: Callable[[date], Path]) -> None:
    publish(document(), document(invented.case("same-2018")))
    release(FIRST)
    publish(document(invented.case(tags=[])), now=NOON + timedelta(1))
    publish(document(invented.case("new-2020")), now=NOON + timedelta(1))
    assert told(release(SECOND)) == [
        ("invented-2016", "changed", "2026-11-22", 1, 2, "For a test"),
        ("new-2020", "added", "2026-11-22", None, 1, "For a test"),
    ]


def test_case_under_a_new_id_is_no_new_case(release: Callable[[date], Path]) -> None:
    publish(document(invented.case("former-2016")))
    release(FIRST)
    publish(document(invented.case("later-2016", former_ids=["former-2016"])), now=NOON + timedelta(1))
    assert told(release(SECOND)) == [("later-2016", "changed", "2026-11-22", 1, 2, "For a test")]


def test_open_withdrawal_has_a_line(release: Callable[[date], Path]) -> None:
    publish(document(), document(invented.case("gone-2020")))
    release(FIRST)
    withdraw("gone-2020", NOON + timedelta(23))
    folder = release(SECOND)
    assert told(folder) == [("gone-2020", "withdrawn", "2026-11-22", None, None, "For a test")]
    (line,) = rows(folder, "withdrawn")
    assert (line["case_id"], line["withdrawn_on"], line["reason_en"]) == ("gone-2020", "2026-11-24", "For a test")
    assert "gone-2020" not in (folder / "cases.csv").read_text()


def test_silent_withdrawal_has_no_line(release: Callable[[date], Path]) -> None:
    publish(document(), document(invented.case("gone-2020")))
    release(FIRST)
    withhold_in_silence("gone-2020", NOON + timedelta(23))
    folder = release(SECOND)
    assert told(folder) == []
    assert [path.name for path in folder.iterdir() if b"gone-2020" in path.read_bytes()] == []
