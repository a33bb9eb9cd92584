"""Where files lie: below SHEKTEU_VAR, or in a bucket (records/object_storage.py). `default_storage` is one of them.

uploads/cleaned, uploads/untouched   portraits and papers, records/stored.py
captures                             copies of sources' pages
media/ledger, media/data             the newest ledger, releases of the data set
imports                              a file between its preview and its import
"""

import errno
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple, cast

from django.conf import settings
from django.core.files.base import ContentFile, File
from django.core.files.storage import FileSystemStorage, Storage, default_storage

from records.whole_files import whole

PART = ".part"
"""How the name of a file ends that is not yet whole."""


class StorageError(OSError):
    """The place of the files does not do what was asked. The message is for operators: it names place and remedy."""

    def __init__(self, message: str, place: str) -> None:
        super().__init__(errno.EIO, message, place)

    def __str__(self) -> str:
        return f"{self.filename}: {self.strerror}"


class StoredFile(NamedTuple):
    """A file by its name in the storage."""

    name: str
    size: int


class ArchiveStorage(Storage):
    """What the archive asks of a place for files, beside what Django does. A name is written over, never varied."""

    is_on_disk = False
    """Whether to ask for a file costs next to nothing."""

    def get_available_name(self, name: str, max_length: int | None = None) -> str:
        return name

    def refusal(self) -> str:
        """Why the archive cannot use it, and what to do; empty if it can."""
        return ""

    def walk(self, folder: str) -> Iterator[StoredFile]:
        """Gives every whole file below a folder, in no order."""
        try:
            folders, files = self.listdir(folder)
        except FileNotFoundError:
            return
        for name in (f"{folder}/{file}" for file in files if not file.endswith(PART)):
            try:
                yield StoredFile(name, self.size(name))
            except FileNotFoundError:
                continue  # removed a moment ago
        for below in folders:
            yield from self.walk(f"{folder}/{below}")

    @contextmanager
    def moved_in(self, source: Path, rooms: Sequence[str]) -> Iterator[None]:
        """Brings the files of a folder on disk into empty rooms; takes them away again if the block fails."""
        names = [
            path.relative_to(source).as_posix()
            for room in rooms
            for path in sorted((source / room).rglob("*"))
            if path.is_file()
        ]
        try:
            for name in names:
                with (source / name).open("rb") as stream:
                    self.save(name, File(stream))
            yield
        except BaseException:
            for name in names:
                with suppress(StorageError):
                    self.delete(name)
            raise


class DiskStorage(ArchiveStorage, FileSystemStorage):
    """Files in a folder, SHEKTEU_VAR unless named, each whole or not at all, for the service's own user."""

    is_on_disk = True

    def __init__(self, location: Path | None = None) -> None:
        super().__init__()
        self._folder = location

    @property
    def base_location(self) -> str:  # tests move the folder
        return str(self._folder or settings.VAR)

    @property
    def location(self) -> str:
        return self.base_location

    def url(self, name: str | None) -> str:
        raise NotImplementedError("files have no address of their own: a view gives them out, or does not")

    def _save(self, name: str, content: "File[Any]") -> str:
        path = Path(self.path(name))
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with whole(path) as part:
            part.write_bytes(content.read())
            part.chmod(0o600)
        return name

    @contextmanager
    def moved_in(self, source: Path, rooms: Sequence[str]) -> Iterator[None]:
        """On one disk a folder needs only another name, which is given last."""
        yield
        for room in rooms:
            if (source / room).is_dir():
                shutil.rmtree(Path(self.location) / room, ignore_errors=True)  # it holds no file
                (source / room).rename(Path(self.location) / room)


def archive_storage() -> ArchiveStorage:
    """The place of this archive's files (settings.STORAGES)."""
    return cast(ArchiveStorage, default_storage)


def write(name: str, content: bytes) -> None:
    """Writes a file, whole or not at all, in the place of one that is there. Raises StorageError, OSError."""
    default_storage.save(name, ContentFile(content))


def read(name: str) -> bytes | None:
    """The bytes of a file; None if it is not there. Raises StorageError."""
    try:
        with default_storage.open(name) as file:
            return cast(bytes, file.read())
    except FileNotFoundError:
        return None
