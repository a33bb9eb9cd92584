"""Makes a backup: one moment of the database, and every file that belonged to it then."""

import hashlib
import hmac
import secrets
import shutil
from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import IO, Any

import pyrage
from django.core.files.base import File

from config.backups import folder as kept
from config.backups.folder import Contents, FileCopy, copy_path, write_whole
from config.backups.keys import BackupError
from config.backups.postgres import Address, Place, Snapshot, dump, snapshot
from records.progress import Progress
from records.storage import ArchiveStorage, StoredFile
from records.stored import NAME

ROOMS = ("uploads", "captures", "media")
"""The folders of the storage whose files nothing else can make again."""
KEY, LAST = "backup-names", "last-backup"
"""Files of SHEKTEU_VAR: the key that copies are named with, and when a backup was whole."""


class HashingReader:
    """Passes a stream on and knows the SHA-256 of what went through."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream, self._hash, self.size = stream, hashlib.sha256(), 0

    def read(self, size: int = -1) -> bytes:
        content = self._stream.read(size)
        self._hash.update(content)
        self.size += len(content)
        return content

    @property
    def sha256(self) -> str:
        return self._hash.hexdigest()


def backup(
    folder: Path, archive: Place, recipients: Sequence[Any], keep: int, now: datetime, progress: Progress
) -> Contents:
    """Adds a backup to the folder and keeps the newest ones. An interrupted or failed one leaves nothing."""
    with kept.locked(folder):
        moment = kept.next_moment(folder, now)
        part = folder / f"{moment}{kept.PART}"
        part.mkdir(mode=0o700)
        try:
            contents = _fill(part, moment, archive, recipients, progress)
            part.replace(folder / moment)
            write_whole(archive.var / LAST, partial(_write, now.isoformat().encode()))
        finally:
            shutil.rmtree(part, ignore_errors=True)
            kept.prune(folder, keep)
    return contents


def _fill(part: Path, moment: str, archive: Place, recipients: Sequence[Any], progress: Progress) -> Contents:
    copier = Copier(part.parent, archive, recipients)
    # Before the snapshot and after it: what is removed meanwhile is there, and what comes meanwhile too.
    progress(copier.copy_files(), len(files_of(archive.files)), "files")
    with snapshot(archive.address) as seen:
        database = dump_database(part, archive.address, seen, recipients, progress)
    for _count in copier.copy_files():
        pass
    files = tuple(copier.copies[path] for path in sorted(copier.copies))
    contents = Contents(moment, seen.head, seen.entries, seen.tables, database, files)
    content = pyrage.encrypt(contents.to_json(), recipients)
    write_whole(part / kept.COPIES, partial(_write, "\n".join(sorted(file.copy for file in files)).encode()))
    write_whole(part / kept.CONTENTS, partial(_write, content))
    return contents


def dump_database(part: Path, address: Address, seen: Snapshot, recipients: Sequence[Any], progress: Progress) -> str:
    """Writes the encrypted dump and gives the SHA-256 of what was dumped."""
    readers: list[HashingReader] = []

    def encrypt(stream: IO[bytes]) -> None:
        readers.append(HashingReader(stream))
        write_whole(part / kept.DATABASE, partial(_encrypt, readers[0], recipients))

    with dump(address, seen.name) as program:
        progress(program.tables(encrypt), seen.tables, "tables")
    return readers[0].sha256


def _write(content: bytes, file: IO[bytes]) -> None:
    file.write(content)


def last_backup(var: Path) -> datetime | None:
    """When this machine last made a whole backup."""
    path = var / LAST
    return datetime.fromisoformat(path.read_text()) if path.exists() else None


def files_of(storage: ArchiveStorage) -> list[StoredFile]:
    """All files that a backup holds, by their names."""
    return sorted(file for room in ROOMS for file in storage.walk(room))


class Copier:
    """Copies files into the folder of backups, each content once."""

    def __init__(self, folder: Path, archive: Place, recipients: Sequence[Any]) -> None:
        self._folder, self._files, self._recipients = folder, archive.files, recipients
        self._key = key_of_names(archive.var)
        self.copies: dict[str, FileCopy] = {}

    def copy_files(self) -> Iterator[int]:
        """Copies what is there now and was not copied, and counts it."""
        for done, file in enumerate(files_of(self._files), start=1):
            try:
                self._copy(file)
            except FileNotFoundError:
                continue  # removed a moment ago
            yield done

    def _copy(self, stored_file: StoredFile) -> None:
        path, size = stored_file
        known = digest_of_upload(path)
        if known and copy_path(self._folder, self._name(known)).exists():
            # It is copied, and its name says so: a storage elsewhere need not send it each day.
            self.copies[path] = FileCopy(path, known, size, self._name(known))
            return
        with self._files.open(path) as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
            name = self._name(digest)
            if not copy_path(self._folder, name).exists():
                file.seek(0)
                write_whole(copy_path(self._folder, name), partial(_encrypt, file, self._recipients))
            self.copies[path] = FileCopy(path, digest, file.tell(), name)

    def _name(self, digest: str) -> str:
        return hmac.new(self._key, digest.encode(), "sha256").hexdigest()


def digest_of_upload(path: str) -> str:
    """The digest that an upload is named by; empty for other files."""
    folder, _slash, name = path.rpartition("/")
    return name.partition(".")[0] if folder.startswith("uploads/") and NAME.match(name) else ""


def _encrypt(stream: "HashingReader | IO[bytes] | File[Any]", recipients: Sequence[Any], target: IO[bytes]) -> None:
    try:
        pyrage.encrypt_io(stream, target, recipients)
    except pyrage.EncryptError as error:  # a full disk, in age's words
        raise BackupError(f"{error}. Nothing of this backup stays") from error


def key_of_names(var: Path) -> bytes:
    """The key that copies are named with. A machine that lost it copies everything once more."""
    path = var / KEY
    if not path.exists():
        write_whole(path, partial(_write, secrets.token_bytes(32)))
        path.chmod(0o600)
    return path.read_bytes()
