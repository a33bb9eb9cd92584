"""A backup that fails leaves the folder as it was."""

import fcntl
import subprocess
from datetime import timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.db import connection

from config.backups import making, postgres
from config.backups.folder import moments
from config.backups.keys import BackupError, make_identity, read_recipients
from records.progress import unseen
from tests.archive.published import NOON

pytestmark = pytest.mark.django_db


@pytest.fixture
def archive(tmp_path: Path) -> postgres.Place:
    (tmp_path / "var/uploads").mkdir(parents=True)
    (tmp_path / "var/uploads/a").write_bytes(b"a" * 200_000)
    return postgres.Place(postgres.address_of(connection.settings_dict), tmp_path / "var")


@pytest.fixture
def recipients(tmp_path: Path) -> list[Any]:
    return list(read_recipients([make_identity(tmp_path / "key", "")]))


def test_backup_when_the_database_is_not_there_leaves_nothing(
    archive: postgres.Place, recipients: list[Any], tmp_path: Path
) -> None:
    nowhere = archive._replace(address={**archive.address, "dbname": "nowhere"})

    with pytest.raises(psycopg.OperationalError):
        making.backup(tmp_path / "backups", nowhere, recipients, 1, NOON, unseen)

    assert [path.name for path in (tmp_path / "backups").iterdir()] == ["lock", "files"]
    assert list((tmp_path / "backups/files").rglob("*.age")) == []


@pytest.mark.parametrize("full_at", ["files", "database.age", "contents.age"])
def test_backup_when_the_disk_is_full_keeps_the_last_one(
    archive: postgres.Place, recipients: list[Any], tmp_path: Path, monkeypatch: Any, full_at: str
) -> None:
    folder = tmp_path / "backups"
    making.backup(folder, archive, recipients, 5, NOON, unseen)
    (archive.var / "uploads/b").write_bytes(b"b" * 200_000)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    write_whole = making.write_whole

    def write(path: Path, filled: Any) -> None:
        """The device that is always full stands for the part that no longer fits."""
        if full_at in (path.name, path.parent.parent.name):
            with Path("/dev/full").open("wb", buffering=0) as full:
                filled(full)
        write_whole(path, filled)

    monkeypatch.setattr(making, "write_whole", write)

    with pytest.raises((OSError, BackupError), match="No space left"):
        making.backup(folder, archive, recipients, 5, NOON + timedelta(hours=1), unseen)

    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
    assert len(moments(folder)) == 1


def test_backup_when_another_is_being_made(archive: postgres.Place, recipients: list[Any], tmp_path: Path) -> None:
    with (tmp_path / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(BackupError, match="another backup is being made"):
            making.backup(tmp_path, archive, recipients, 1, NOON, unseen)


def test_backup_after_one_that_was_killed(archive: postgres.Place, recipients: list[Any], tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    for rest in ("2026-01-01T000000Z.part/database.age.part", "files/ab/abc.age.part"):
        (folder / rest).parent.mkdir(parents=True)
        (folder / rest).write_bytes(b"half")

    making.backup(folder, archive, recipients, 1, NOON, unseen)

    assert moments(folder) == ["2026-11-01T120000Z"]
    assert list(folder.rglob("*.part")) == []


def test_backup_of_more_than_one_day_keeps_the_newest(
    archive: postgres.Place, recipients: list[Any], tmp_path: Path
) -> None:
    folder = tmp_path / "backups"
    for day in range(3):
        making.backup(folder, archive, recipients, 2, NOON + timedelta(days=day), unseen)

    assert moments(folder) == ["2026-11-02T120000Z", "2026-11-03T120000Z"]
    assert len(list(folder.glob("files/*/*.age"))) == 1, "the file is copied once"


def test_backup_by_a_clock_that_was_set_back_is_the_newest(
    archive: postgres.Place, recipients: list[Any], tmp_path: Path
) -> None:
    """Of one that is kept, it is the one that was just made."""
    making.backup(tmp_path / "backups", archive, recipients, 1, NOON, unseen)
    contents = making.backup(tmp_path / "backups", archive, recipients, 1, NOON - timedelta(hours=1), unseen)

    assert moments(tmp_path / "backups") == [contents.moment]
    assert contents.moment == (NOON + timedelta(seconds=1)).strftime("%Y-%m-%dT%H%M%SZ")


def test_snapshot_when_rows_come_meanwhile_holds_the_moment(archive: postgres.Place) -> None:
    """What is dumped beside an editor who goes on is one moment."""
    with postgres.snapshot(archive.address) as seen, psycopg.connect(**archive.address) as editor:  # type: ignore[arg-type]
        editor.execute("INSERT INTO cases_tag (name, names, aliases) VALUES ('came-later', '{}', '{}')")
        editor.commit()
        try:
            with postgres.dump(archive.address, seen.name) as program:
                dumped: list[bytes] = []
                for _table in program.tables(lambda stream: dumped.append(stream.read())):
                    pass
        finally:
            editor.execute("DELETE FROM cases_tag WHERE name = 'came-later'")
            editor.commit()

    listed = postgres.folder_of_programs(postgres.major_of(archive.address)) / "pg_restore"
    assert tag_rows(listed, dumped[0]) == []


def tag_rows(pg_restore: Path, dumped: bytes) -> list[str]:
    command = [str(pg_restore), "--data-only", "--table=cases_tag", "--file=-"]
    text = subprocess.run(command, input=dumped, capture_output=True, check=True).stdout.decode()
    assert "COPY public.cases_tag" in text
    return text.partition("FROM stdin;\n")[2].partition("\\.")[0].splitlines()
