"""A storage that is not the archive's folder: files in memory, and a switch that takes them away."""

from typing import Any

from django.core.files.base import File
from django.core.files.storage import InMemoryStorage, default_storage

from records.storage import ArchiveStorage, StorageError

ELSEWHERE = {"default": {"BACKEND": "tests.records.elsewhere.Elsewhere"}}


class Elsewhere(ArchiveStorage, InMemoryStorage):
    """Keeps files in memory. Every call fails while `is_away`."""

    is_away = False
    asked = 0

    def exists(self, name: str) -> bool:
        self._ask()
        return super().exists(name)

    def listdir(self, path: str) -> tuple[list[str], list[str]]:
        self._ask()
        return super().listdir(path)

    def delete(self, name: str) -> None:
        self._ask()
        super().delete(name)

    def _open(self, name: str, mode: str = "rb") -> "File[Any]":
        self._ask()
        if not InMemoryStorage.exists(self, name):
            raise FileNotFoundError(name)
        return super()._open(name, mode)

    def _save(self, name: str, content: "File[Any]") -> str:
        self._ask()
        if InMemoryStorage.exists(self, name):
            super().delete(name)
        return str(super()._save(name, content))

    def _ask(self) -> None:
        self.asked += 1
        if self.is_away:
            raise StorageError("it does not answer", "https://secret-host/secret-bucket")


def storage() -> Any:
    """The storage of this test."""
    return default_storage
