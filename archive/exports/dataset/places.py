"""Where a release lies: a folder on disk, or the site's own files where these lie in a bucket."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Any, Protocol

from django.conf import settings
from django.core.files.base import File

from records.storage import StoredFile, archive_storage

SUMS = "SHA256SUMS"
DATA = "media/data"
"""The folder of the site's own releases, in the storage."""


class ReleasePlace(Protocol):
    """One release: `key` is what the database knows it by, `parent` what releases beside it share."""

    name: str
    key: str
    parent: str

    def files(self) -> list[StoredFile]: ...

    def open(self, name: str) -> "IO[bytes] | File[Any]":
        """Raises FileNotFoundError."""

    def remove(self, name: str) -> None: ...

    def strangers(self) -> list[str]:
        """The names there of what is no earlier release; nothing of them is written over."""

    @contextmanager
    def written(self) -> Iterator[Path]:
        """The folder on disk to write the whole release into."""


class DiskPlace:
    """A release in a folder of its own on disk."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.name = folder, folder.name
        self.key, self.parent = str(folder.resolve()), str(folder.resolve().parent)

    def __str__(self) -> str:
        return str(self.folder)

    def files(self) -> list[StoredFile]:
        return [StoredFile(path.name, path.stat().st_size) for path in self.folder.glob("*") if path.is_file()]

    def open(self, name: str) -> IO[bytes]:
        return (self.folder / name).open("rb")

    def remove(self, name: str) -> None:
        (self.folder / name).unlink(missing_ok=True)

    def strangers(self) -> list[str]:
        """The names in the folder that no earlier release there lists among its sums; an interrupted one lists none."""
        if self.folder.exists() and not self.folder.is_dir():
            return [self.folder.name]
        sums = self.folder / SUMS
        lines = sums.read_text(encoding="utf-8", errors="replace").splitlines() if sums.is_file() else []
        known = {SUMS, *(line.partition("  ")[2] for line in lines)} if lines else set()
        return sorted(path.name for path in self.folder.glob("*") if path.name not in known or not path.is_file())

    @contextmanager
    def written(self) -> Iterator[Path]:
        self.folder.mkdir(parents=True, exist_ok=True)
        yield self.folder


class StoragePlace:
    """A release among the site's files in a storage elsewhere: written on disk, then brought there, its sums last."""

    parent = DATA

    def __init__(self, name: str) -> None:
        self.name, self.key = name, f"{DATA}/{name}"

    def __str__(self) -> str:
        return self.key

    def files(self) -> list[StoredFile]:
        start = f"{self.key}/"
        return [StoredFile(file.name.removeprefix(start), file.size) for file in archive_storage().walk(self.key)]

    def open(self, name: str) -> "File[Any]":
        return archive_storage().open(f"{self.key}/{name}")

    def remove(self, name: str) -> None:
        archive_storage().delete(f"{self.key}/{name}")

    def strangers(self) -> list[str]:
        return []  # nobody else writes below this name

    @contextmanager
    def written(self) -> Iterator[Path]:
        """What was there stays listed until its files are replaced: a release broken off is written anew."""
        with TemporaryDirectory() as folder:
            yield Path(folder)
            names = sorted(path.name for path in Path(folder).iterdir())
            for name in sorted(names, key=lambda name: name == SUMS):
                with (Path(folder) / name).open("rb") as stream:
                    archive_storage().save(f"{self.key}/{name}", File(stream))
            for file in self.files():
                if file.name not in names:
                    self.remove(file.name)


def place_of(key: str) -> ReleasePlace:
    """The place of a release that the database knows."""
    return StoragePlace(Path(key).name) if key.startswith(f"{DATA}/") else DiskPlace(Path(key))


def own_place(name: str) -> ReleasePlace:
    """Where the site's own release of that name lies, which /data/ lists."""
    return DiskPlace(Path(settings.VAR) / DATA / name) if archive_storage().is_on_disk else StoragePlace(name)
