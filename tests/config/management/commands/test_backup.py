"""The three commands from end to end: a key, a backup, and whether it can be restored."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

pytestmark = pytest.mark.django_db


@pytest.fixture
def key(tmp_path: Path, settings: Any) -> list[str]:
    """The options that open a backup."""
    settings.VAR = tmp_path / "var"
    (settings.VAR / "uploads").mkdir(parents=True)
    (settings.VAR / "uploads" / "a").write_bytes(b"a")
    (tmp_path / "passphrase").write_text("six words that nobody will guess\n")
    return [f"--identity={tmp_path / 'key'}", f"--passphrase-file={tmp_path / 'passphrase'}"]


def test_backup_when_made_and_checked(key: list[str], tmp_path: Path, settings: Any, capsys: Any) -> None:
    call_command("backup_key", str(tmp_path / "key"), key[1])
    public = re.findall("SHEKTEU_BACKUP_RECIPIENT=(.*)", capsys.readouterr().out)
    settings.BACKUP_RECIPIENTS = public

    call_command("backup", str(tmp_path / "backups"))
    call_command("restore", str(tmp_path / "backups"), *key, "--check")

    said = capsys.readouterr().out
    assert re.search(r"\d+ tables in \d+ s", said)
    assert re.search(r"backups/\S+Z holds: nothing was kept\nNo edition yet\n", said)
    with pytest.raises(CommandError, match="holds tables: name an empty one"):
        call_command("restore", str(tmp_path / "backups"), *key)


def test_backup_key_when_there_is_one(key: list[str], tmp_path: Path) -> None:
    call_command("backup_key", str(tmp_path / "key"), "--without-passphrase")
    with pytest.raises(CommandError, match="is not overwritten"):
        call_command("backup_key", str(tmp_path / "key"), "--without-passphrase")


def test_backup_key_when_the_passphrase_is_short(key: list[str], tmp_path: Path) -> None:
    (tmp_path / "passphrase").write_text("short\n")
    with pytest.raises(CommandError, match="needs 12 characters"):
        call_command("backup_key", str(tmp_path / "key"), key[1])
    assert not (tmp_path / "key").exists()


def test_backup_when_nobody_could_open_it(key: list[str], tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="always encrypted"):
        call_command("backup", str(tmp_path / "backups"))
    assert not (tmp_path / "backups").exists()


def test_backup_when_none_is_to_be_kept(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="--keep must be 1 or more"):
        call_command("backup", str(tmp_path / "backups"), "--keep=0")


def test_restore_when_there_is_no_backup(key: list[str], tmp_path: Path) -> None:
    call_command("backup_key", str(tmp_path / "key"), key[1])
    with pytest.raises(CommandError, match="holds no backup"):
        call_command("restore", str(tmp_path), *key, "--check")
