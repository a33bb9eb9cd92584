"""Restores a backup: into a database beside, which takes the place of the empty one once its chain holds."""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, Any

import pyrage
from django.conf import settings

from config.backups import folder as kept
from config.backups import postgres
from config.backups.folder import Contents, FileCopy, copy_path
from config.backups.keys import BackupError
from config.backups.making import ROOMS, files_of
from config.backups.postgres import Address, Place
from records.progress import Progress

CHANGED = "it was changed or cut off after it was made: take another backup"


def restore(folder: Path, moment: str, identities: Sequence[Any], archive: Place, progress: Progress) -> Contents:
    """Puts database and files where there are none. Whatever fails leaves both as they were."""
    address, var = archive.address, archive.var
    if not postgres.is_empty(address):
        raise BackupError(f"The database {address['dbname']} holds tables: name an empty one, or drop it yourself")
    if files := files_of(archive.files):
        place = "a bucket or folder of STORAGE_URL that is empty" if archive.elsewhere else "an empty SHEKTEU_VAR"
        raise BackupError(f"{files[0].name} is there: restore into {place}")
    contents = read_contents(folder, moment, identities)
    own_folder = var / f"restored{kept.PART}"
    try:
        progress(write_files(folder, contents, identities, own_folder), len(contents.files), "files")
        with postgres.scratch(address) as own:
            load_database(folder, contents, identities, own, progress)
            with archive.files.moved_in(own_folder, ROOMS):
                postgres.put_in_place(own, address)
    finally:
        shutil.rmtree(own_folder, ignore_errors=True)
    return contents


def check(folder: Path, moment: str, identities: Sequence[Any], address: Address, progress: Progress) -> Contents:
    """Restores into a database that is dropped again, and reads every file."""
    contents = read_contents(folder, moment, identities)
    progress(write_files(folder, contents, identities, None), len(contents.files), "files")
    with postgres.scratch(address) as own:
        load_database(folder, contents, identities, own, progress)
    return contents


def read_contents(folder: Path, moment: str, identities: Sequence[Any]) -> Contents:
    """What the backup of a moment holds; the newest if none is named. Raises BackupError."""
    moments = kept.moments(folder)
    if not moments or (moment and moment not in moments):
        raise BackupError(f"{folder} holds no backup {f'of {moment}' if moment else ''}: it has {moments or 'none'}")
    moment = moment or moments[-1]
    path = folder / moment / kept.CONTENTS
    try:
        contents = Contents.from_json(pyrage.decrypt(path.read_bytes(), identities))
    except pyrage.DecryptError as error:
        raise BackupError(f"{path} does not open: it is for another key, or {CHANGED}") from error
    except (ValueError, KeyError, TypeError) as error:
        raise BackupError(f"{path} says nothing of a backup: {error!r}") from error
    if contents.moment != moment:
        raise BackupError(f"{path} is that of {contents.moment}: somebody moved it")
    return contents


def write_files(folder: Path, contents: Contents, identities: Sequence[Any], target: Path | None) -> Iterator[int]:
    """Decrypts every file below the target, or only reads it, and compares it with its digest."""
    for done, copy in enumerate(contents.files, start=1):
        path = copy_path(folder, copy.copy)
        content = _decrypted(path, copy, identities)
        if hashlib.sha256(content).hexdigest() != copy.sha256:
            raise BackupError(f"{path} is not {copy.path}: {CHANGED}")
        if target:
            place = target / copy.path
            if not place.resolve().is_relative_to(target.resolve()):
                raise BackupError(f"{copy.path} would lie outside the archive's folder")
            place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            place.write_bytes(content)
            place.chmod(0o600)
        yield done


def _decrypted(path: Path, copy: FileCopy, identities: Sequence[Any]) -> bytes:
    try:
        return bytes(pyrage.decrypt(path.read_bytes(), identities))
    except FileNotFoundError as error:
        raise BackupError(f"{path} is missing, the copy of {copy.path}: take another backup") from error
    except pyrage.DecryptError as error:
        raise BackupError(f"{path}, the copy of {copy.path}: {CHANGED}") from error


def load_database(
    folder: Path, contents: Contents, identities: Sequence[Any], own: Address, progress: Progress
) -> None:
    """Loads the dump into a database of its own and has the chain verified there."""
    path = folder / contents.moment / kept.DATABASE
    with path.open("rb") as encrypted, postgres.load(own) as program:
        writer = HashingWriter(program.stream)
        try:
            counts = program.tables(lambda _stream: pyrage.decrypt_io(encrypted, writer, identities))
            progress(counts, contents.tables, "tables")
        except (pyrage.DecryptError, OSError) as error:
            raise BackupError(f"{path}: {CHANGED}") from error
    if writer.sha256 != contents.database_sha256:
        raise BackupError(f"{path} is another backup's: {CHANGED}")
    verify_chain(own, contents)


class HashingWriter:
    """Passes on what is written to a stream and knows its SHA-256."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream, self._hash = stream, hashlib.sha256()

    def write(self, content: bytes) -> int:
        self._hash.update(content)
        return self._stream.write(content)

    def flush(self) -> None:
        self._stream.flush()

    @property
    def sha256(self) -> str:
        return self._hash.hexdigest()


def verify_chain(own: Address, contents: Contents) -> None:
    """Has verify_editions read the restored chain, from its first entry to the head that the backup noted."""
    noted = ["--head", contents.head, "--count", str(contents.count)] if contents.count else []
    command = [sys.executable, "manage.py", "verify_editions", "--quiet", *noted]
    environ = os.environ | {"DATABASE_URL": postgres.url_of(own)}
    run = subprocess.run(command, cwd=settings.BASE_DIR, env=environ, capture_output=True, text=True, check=False)
    head = f"head {contents.head}, count {contents.count}" if contents.count else "0 entries"
    if run.returncode or head not in run.stdout:
        raise BackupError(f"The chain of the backup does not hold:\n{run.stdout}{run.stderr}".strip())
