"""Uploaded files, each under the SHA-256 of its bytes, in rooms that no web server reaches.

`CLEANED` holds what may be published: made anew by the desk, without metadata. Whether readers get a file of it
is decided by the editions that name it, each time it is asked for. `UNTOUCHED` holds papers as they came, for the
desk alone.
"""

import hashlib
import re
from datetime import datetime
from typing import Any

from django.core.cache import caches
from django.core.files.base import File
from django.core.files.storage import default_storage

from records import storage
from records.storage import StorageError, archive_storage

CLEANED, UNTOUCHED = "cleaned", "untouched"
TYPES = {".avif": "image/avif", ".jpg": "image/jpeg", ".webp": "image/webp", ".pdf": "application/pdf"}
NAME = re.compile(r"[0-9a-f]{64}\.(avif|jpg|pdf|webp)\Z")
REMEMBERED = 60 * 60
"""Seconds for which a page may believe that a file is still in a storage elsewhere."""
IN_MEMORY = 60
"""Seconds for which a process keeps a picture of a storage elsewhere."""
PAUSE = 30
"""Seconds for which pages ask a storage elsewhere nothing after it did not answer."""


def store(room: str, content: bytes, suffix: str) -> str:
    """Writes the bytes, whole or not at all, and gives the digest by which they are found. Twice is as good as once."""
    digest = hashlib.sha256(content).hexdigest()
    storage.write(_path(room, f"{digest}.{suffix}"), content)
    return digest


def exists(room: str, name: str) -> bool:
    """Whether there is a file of that name (`<digest>.<suffix>`)."""
    return bool(NAME.match(name)) and default_storage.exists(_path(room, name))


def read(room: str, name: str) -> bytes | None:
    """The bytes of the file of that name, if it is there."""
    return storage.read(_path(room, name)) if NAME.match(name) else None


def open_file(room: str, name: str) -> "File[Any]":
    """The file of that name, to be read and closed. Raises FileNotFoundError."""
    if not NAME.match(name):
        raise FileNotFoundError(name)
    return default_storage.open(_path(room, name))


def read_picture(name: str) -> bytes | None:
    """The bytes of a cleaned picture, which many readers may want at once: each process asks a storage elsewhere once a
    minute. Whether somebody may have it is decided before, each time."""
    if archive_storage().is_on_disk:
        return read(CLEANED, name)
    key = f"bytes-{name}"
    content: bytes | None = caches["process"].get(key)
    if content is None:
        content = read(CLEANED, name)
        caches["process"].set(key, content, IN_MEMORY)
    return content


def is_worth_naming(name: str) -> bool:
    """Whether a page names a cleaned file. A storage elsewhere is not asked again for each picture of each page; while
    it is away pages name what they always named, and the file alone answers 503."""
    if archive_storage().is_on_disk:
        return exists(CLEANED, name)
    remembered = caches["process"]
    if remembered.get("storage-is-away") or remembered.get(name):
        return True
    try:
        is_there = exists(CLEANED, name)
    except StorageError:
        remembered.set("storage-is-away", True, PAUSE)
        return True
    if is_there:
        remembered.set(name, True, REMEMBERED)
    return is_there


def delete(room: str, name: str) -> None:
    """Removes a file, if it is there."""
    if NAME.match(name):
        default_storage.delete(_path(room, name))


def names(room: str) -> list[str]:
    """The names of all files of a room."""
    files = (file.name.rpartition("/")[2] for file in archive_storage().walk(f"uploads/{room}"))
    return sorted(name for name in files if NAME.match(name))


def stored_at(room: str, name: str) -> datetime:
    """When the file was written last. Raises FileNotFoundError."""
    return default_storage.get_modified_time(_path(room, name))


def _path(room: str, name: str) -> str:
    return f"uploads/{room}/{name}"
