"""The folder of backups: one folder for each moment, and one copy of each file for all of them.

    DIR/2026-11-26T201500Z/contents.age   what the backup holds: the chain's head, the files and their digests
    DIR/2026-11-26T201500Z/database.age   pg_dump's custom format
    DIR/2026-11-26T201500Z/copies         the names of its copies, so that those of no backup can go
    DIR/files/3f/3fa0….age                the copy of one file

Names of copies tell nothing of the files: they are made with a key that stays on the machine of the archive.
"""

import fcntl
import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import IO

from config.backups.keys import BackupError

FORMAT = "shekteu-backup/1"
FILES, CONTENTS, DATABASE, COPIES = "files", "contents.age", "database.age", "copies"
PART = ".part"
MOMENT = "%Y-%m-%dT%H%M%SZ"


@dataclass(frozen=True)
class FileCopy:
    """One file of the archive: where it lay, its digest and size, and the name of its copy."""

    path: str
    sha256: str
    size: int
    copy: str


@dataclass(frozen=True)
class Contents:
    """What one backup holds."""

    moment: str
    head: str
    count: int
    tables: int
    database_sha256: str
    files: tuple[FileCopy, ...]

    def to_json(self) -> bytes:
        return json.dumps({"format": FORMAT, **asdict(self)}).encode()

    @classmethod
    def from_json(cls, content: bytes) -> "Contents":
        """Raises ValueError or KeyError for what is no backup's."""
        fields = json.loads(content)
        if fields.pop("format") != FORMAT:
            raise ValueError(f"must be {FORMAT}")
        return cls(**{**fields, "files": tuple(FileCopy(**file) for file in fields["files"])})


def copy_path(folder: Path, copy: str) -> Path:
    return folder / FILES / copy[:2] / f"{copy}.age"


def moments(folder: Path) -> list[str]:
    """The moments of the backups that are whole, the oldest first."""
    return sorted(path.parent.name for path in folder.glob(f"*/{CONTENTS}") if path.parent.suffix != PART)


def next_moment(folder: Path, now: datetime) -> str:
    """The name of a backup that is made now: after all others, also by a clock that was set back. The last is kept."""
    newest = [datetime.strptime(name, MOMENT).replace(tzinfo=UTC) for name in moments(folder)[-1:]]
    return max([now.astimezone(UTC), *(moment + timedelta(seconds=1) for moment in newest)]).strftime(MOMENT)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keeps a second backup out of the folder, and clears away what an interrupted one left."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with (folder / "lock").open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise BackupError(f"another backup is being made in {folder}: wait for it") from error
        for rest in [*folder.glob(f"*{PART}"), *folder.glob(f"{FILES}/*/*{PART}")]:
            shutil.rmtree(rest) if rest.is_dir() else rest.unlink()
        yield


def write_whole(path: Path, write: Callable[[IO[bytes]], None]) -> None:
    """A file that is there whole, on the disk, or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    part = path.with_name(path.name + PART)
    try:
        with part.open("wb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def prune(folder: Path, keep: int) -> None:
    """Removes all but the newest backups, and the copies that none of these names."""
    for moment in moments(folder)[:-keep]:
        shutil.rmtree(folder / moment)
    named = {name for moment in moments(folder) for name in (folder / moment / COPIES).read_text().split()}
    for path in (folder / FILES).glob("*/*.age"):
        if path.stem not in named:
            path.unlink()
