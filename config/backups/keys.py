"""Whom backups are encrypted to (https://age-encryption.org), so that `age` and `rage` open them as well as we do."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pyrage
from pyrage.ssh import Identity as SSHIdentity
from pyrage.ssh import Recipient as SSHRecipient
from pyrage.x25519 import Identity, Recipient

BEGINNING = b"age-encryption.org/v1"
SECRET = "AGE-SECRET-KEY-"  # noqa: S105, how every key of age begins


class BackupError(RuntimeError):
    """A backup cannot be made or restored; the message says why, where, and what to do."""


def read_recipients(texts: Sequence[str]) -> list[Recipient | SSHRecipient]:
    """The public keys: `age1…`, or a line of an OpenSSH key."""
    recipients: list[Recipient | SSHRecipient] = []
    for text in texts:
        try:
            recipients.append((SSHRecipient if text.startswith("ssh-") else Recipient).from_str(text))
        except pyrage.RecipientError as error:
            raise BackupError(f"{text[:40]} is no public key of age (age1…): make one with backup_key") from error
    if not recipients:
        raise BackupError("A backup is always encrypted: give --recipient, or set SHEKTEU_BACKUP_RECIPIENT")
    return recipients


def make_identity(path: Path, passphrase: str) -> str:
    """Writes a new key, under the passphrase if there is one, and gives the public one."""
    identity = Identity.generate()
    content = f"# public key: {identity.to_public()}\n{identity}\n".encode()
    with path.open("xb") as file:
        path.chmod(0o600)
        file.write(pyrage.passphrase.encrypt(content, passphrase) if passphrase else content)
    return str(identity.to_public())


def read_identities(path: Path, ask: Callable[[], str]) -> list[Identity | SSHIdentity]:
    """The secret keys of a file; its passphrase is asked for if it has one."""
    try:
        content = path.read_bytes()
        if content.startswith(BEGINNING):
            content = pyrage.passphrase.decrypt(content, ask())
        if content.startswith(b"-----BEGIN OPENSSH"):
            return [SSHIdentity.from_buffer(content)]
        lines = [line for line in content.decode().split() if line.startswith(SECRET)]
        identities: list[Identity | SSHIdentity] = [Identity.from_str(line) for line in lines]
    except OSError as error:
        raise BackupError(f"{path} cannot be read: {error.strerror}") from error
    except pyrage.DecryptError as error:
        raise BackupError(f"{path} does not open with this passphrase") from error
    except (pyrage.IdentityError, UnicodeDecodeError) as error:
        raise BackupError(f"{path} holds no key of age") from error
    if not identities:
        raise BackupError(f"{path} holds no key of age")
    return identities
