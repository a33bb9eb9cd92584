from pathlib import Path
from typing import Any

import pyrage
import pytest

from config.backups.keys import BackupError, make_identity, read_identities, read_recipients

SSH = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHsKLqeplhpW+uObz5dvMgjz1OxfM/XXUB+VHtZ6isGN invented"


def never() -> str:
    raise AssertionError("no passphrase is needed")


def test_key_when_made_opens_what_is_encrypted_to_its_public_key(tmp_path: Path) -> None:
    public = make_identity(tmp_path / "key", "")

    secret = pyrage.encrypt(b"secret", read_recipients([public, SSH]))

    assert pyrage.decrypt(secret, read_identities(tmp_path / "key", never)) == b"secret"
    assert (tmp_path / "key").stat().st_mode & 0o077 == 0


def test_key_when_made_again_does_not_overwrite(tmp_path: Path) -> None:
    make_identity(tmp_path / "key", "")
    with pytest.raises(FileExistsError):
        make_identity(tmp_path / "key", "")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "holds no key of age"),
        (b"\xff\xfe", "holds no key of age"),
        (b"AGE-SECRET-KEY-1NOTHING", "holds no key of age"),
        (pyrage.passphrase.encrypt(b"x", "right"), "does not open with this passphrase"),
    ],
)
def test_identities_when_the_file_is_none(tmp_path: Path, content: bytes, message: str) -> None:
    (tmp_path / "key").write_bytes(content)
    with pytest.raises(BackupError, match=message):
        read_identities(tmp_path / "key", lambda: "wrong")


def test_identities_when_there_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(BackupError, match="cannot be read: No such file"):
        read_identities(tmp_path / "key", never)


@pytest.mark.parametrize(
    ("texts", "message"),
    [([], "always encrypted"), (["age1nothing"], "no public key of age"), (["ssh-rsa nothing"], "no public key")],
)
def test_recipients_when_there_is_none(texts: list[Any], message: str) -> None:
    with pytest.raises(BackupError, match=message):
        read_recipients(texts)
