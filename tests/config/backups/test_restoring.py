"""One backup of a small archive, restored, and refused wherever somebody changed it."""

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any, NamedTuple

import psycopg
import pyrage
import pytest
from django.core.management import call_command
from django.db import connection
from psycopg.conninfo import make_conninfo

from config.backups import making, postgres
from config.backups.folder import copy_path, moments
from config.backups.keys import BackupError, make_identity, read_identities, read_recipients
from config.backups.restoring import check, load_database, read_contents, restore
from editions.models import ChainEntry
from records.progress import unseen
from records.storage import DiskStorage
from tests.archive.published import NOON, document, publish, withdraw

pytestmark = pytest.mark.django_db
TARGET = "restored_in_a_test"


class Backup(NamedTuple):
    """A backup, with what opens it and what it was made of."""

    folder: Path
    var: Path
    identities: list[Any]
    recipients: list[Any]
    address: postgres.Address
    head: str


@pytest.fixture(scope="module")
def made(django_db_setup: Any, django_db_blocker: Any, tmp_path_factory: Any) -> Iterator[Backup]:
    """Two entries in the chain, and three files of which two are alike."""
    place = tmp_path_factory.mktemp("backup")
    var = place / "var"
    for path, content in (("uploads/cleaned/a.webp", b"a"), ("captures/b/c.warc", b"b" * 100_000), ("media/d", b"a")):
        (var / path).parent.mkdir(parents=True, exist_ok=True)
        (var / path).write_bytes(content)
    recipients = read_recipients([make_identity(place / "key", "")])
    with django_db_blocker.unblock():
        publish(document())
        withdraw("invented-2016")
        address = postgres.address_of(connection.settings_dict)
        making.backup(place / "backups", postgres.Place(address, var), recipients, 2, NOON, unseen)
        head = ChainEntry.objects.head()
        assert head
        call_command("flush", verbosity=0, interactive=False, inhibit_post_migrate=True)
        connection.close()
    yield Backup(place / "backups", var, read_identities(place / "key", str), recipients, address, head.hash)


@pytest.fixture
def copied(made: Backup, tmp_path: Path) -> Backup:
    """The backup, to be damaged."""
    shutil.copytree(made.folder, tmp_path / "backups")
    return made._replace(folder=tmp_path / "backups")


@pytest.fixture
def target(made: Backup) -> Iterator[postgres.Address]:
    yield {**made.address, "dbname": TARGET}
    with postgres.maintenance(made.address) as main:
        main.execute(f"DROP DATABASE IF EXISTS {TARGET} WITH (FORCE)")


def databases(made: Backup) -> set[str]:
    with postgres.maintenance(made.address) as main:
        return {row[0] for row in main.execute("SELECT datname FROM pg_database")}


def files(folder: Path) -> dict[str, bytes]:
    return {file.name: (folder / file.name).read_bytes() for file in making.files_of(DiskStorage(folder))}


def rows(address: postgres.Address, query: str) -> list[tuple[Any, ...]]:
    with psycopg.connect(make_conninfo(**address)) as own:
        return own.execute(query).fetchall()


def test_restore_into_an_empty_archive(made: Backup, target: postgres.Address, tmp_path: Path) -> None:
    contents = restore(made.folder, "", made.identities, postgres.Place(target, tmp_path), unseen)

    assert (contents.head, contents.count) == (made.head, 2)
    assert rows(target, "SELECT hash, number FROM editions_chainentry ORDER BY number DESC LIMIT 1") == [(made.head, 2)]
    assert rows(target, "SELECT count(*) FROM editions_editiontext") == [(1,)]
    assert files(tmp_path) == files(made.var)
    with pytest.raises(BackupError, match=f"The database {TARGET} holds tables"):
        restore(made.folder, "", made.identities, postgres.Place(target, tmp_path), unseen)
    with pytest.raises(psycopg.Error, match="is refused: what was published stays"):
        rows(target, "UPDATE editions_chainentry SET reason = '{}' RETURNING 1")


def test_restore_where_files_are(made: Backup, target: postgres.Address) -> None:
    with pytest.raises(BackupError, match="is there: restore into an empty SHEKTEU_VAR"):
        restore(made.folder, "", made.identities, postgres.Place(target, made.var), unseen)


def test_nothing_of_the_files_can_be_read_in_the_folder(made: Backup) -> None:
    stored = {path: path.read_bytes() for path in made.folder.rglob("*") if path.is_file()}

    assert len([path for path in stored if path.suffix == ".age"]) == 4, "contents, database, two copies of three files"
    assert all(b"invented" not in content and b"cleaned" not in content for content in stored.values())
    assert all("a.webp" not in str(path) for path in stored)
    digests = {copy.sha256 for copy in read_contents(made.folder, "", made.identities).files}
    assert not any(digest in str(path) for path in stored for digest in digests)


def damaged(copied: Backup, what: str) -> str:
    """Damages one file of the backup and gives the place that must be named."""
    moment = moments(copied.folder)[0]
    contents = read_contents(copied.folder, "", copied.identities)
    captures = copy_path(copied.folder, next(copy.copy for copy in contents.files if copy.path.startswith("captures")))
    database = copied.folder / moment / "database.age"
    if what == "a byte of a file":
        captures.write_bytes(captures.read_bytes()[:-40] + b"?" + captures.read_bytes()[-39:])
    elif what == "a file gone":
        captures.unlink()
    elif what == "a file in another's place":
        captures.write_bytes(pyrage.encrypt(b"another", copied.recipients))
    elif what == "a byte of the database":
        database.write_bytes(database.read_bytes()[:-40] + b"?" + database.read_bytes()[-39:])
    elif what == "the end of the database":
        database.write_bytes(database.read_bytes()[:-70_000])
    elif what == "contents":
        database = copied.folder / moment / "contents.age"
        database.write_bytes(database.read_bytes()[:-1])
    elif what == "contents of another moment":
        (copied.folder / moment).rename(copied.folder / "2020-01-01T000000Z")
        database = copied.folder / "2020-01-01T000000Z" / "contents.age"
    return str(captures if "file" in what else database)


@pytest.mark.parametrize(
    "what",
    [
        "a byte of a file",
        "a file gone",
        "a file in another's place",
        "a byte of the database",
        "the end of the database",
        "contents",
        "contents of another moment",
    ],
)
def test_restore_when_something_was_changed_names_the_place(
    copied: Backup, target: postgres.Address, tmp_path: Path, what: str
) -> None:
    place, before = damaged(copied, what), databases(copied)

    with pytest.raises(BackupError) as refused:
        restore(copied.folder, "", copied.identities, postgres.Place(target, tmp_path / "var"), unseen)

    assert str(refused.value).startswith(place)
    assert databases(copied) == before
    assert making.files_of(DiskStorage(tmp_path / "var")) == []


def test_check_when_the_chain_was_rewritten_before_the_backup(made: Backup, tmp_path: Path) -> None:
    """Whoever holds the public key can make a backup: it is the chain that tells."""
    contents = read_contents(made.folder, "", made.identities)
    with postgres.scratch(made.address) as own:
        load_database(made.folder, contents, made.identities, own, unseen)
        with psycopg.connect(make_conninfo(**own)) as forger:
            forger.execute("ALTER TABLE editions_chainentry DISABLE TRIGGER USER")
            forger.execute("""UPDATE editions_chainentry SET reason = '{"en": "Another"}' WHERE number = 1""")
        making.backup(tmp_path, postgres.Place(own, tmp_path / "var"), made.recipients, 1, NOON, unseen)

    with pytest.raises(BackupError, match="does not hold:\n1 invented-2016: broken: its hash does not fit"):
        check(tmp_path, "", made.identities, made.address, unseen)


def test_backup_when_made_again_copies_what_is_new_and_drops_what_no_backup_names(made: Backup, tmp_path: Path) -> None:
    folder, var = tmp_path / "backups", tmp_path / "var"
    shutil.copytree(made.var, var)
    copies = [add_backup(made, folder, var)]
    (var / "uploads/cleaned/e.webp").write_bytes(b"e")
    copies.append(add_backup(made, folder, var))
    (var / "captures/b/c.warc").unlink()
    copies.append(add_backup(made, folder, var))

    assert [len(names) for names in copies] == [2, 3, 2]
    assert copies[0] < copies[1] > copies[2]
    assert len(moments(folder)) == 1


def add_backup(made: Backup, folder: Path, var: Path) -> set[str]:
    """The names of the copies after one more backup, which alone is kept."""
    later = NOON + timedelta(hours=len(list(folder.glob("files/*/*"))))
    making.backup(folder, postgres.Place(made.address, var), made.recipients, 1, later, unseen)
    return {path.stem for path in folder.glob("files/*/*.age")}
