"""Uploaded files, each under the SHA-256 of its bytes, in rooms that no web server reaches.

`CLEANED` holds what may be published: made anew by the desk, without metadata. Whether readers get a file of it
is decided by the editions that name it, each time it is asked for. `UNTOUCHED` holds papers as they came, for the
desk alone.
"""

import hashlib
import re
from pathlib import Path

from django.conf import settings

from records.whole_files import whole

CLEANED, UNTOUCHED = "cleaned", "untouched"
TYPES = {".avif": "image/avif", ".jpg": "image/jpeg", ".webp": "image/webp", ".pdf": "application/pdf"}
NAME = re.compile(r"[0-9a-f]{64}\.(avif|jpg|pdf|webp)\Z")


def store(room: str, content: bytes, suffix: str) -> str:
    """Writes the bytes, whole or not at all, and gives the digest by which they are found. Twice is as good as once."""
    digest = hashlib.sha256(content).hexdigest()
    path = _path(room, f"{digest}.{suffix}")
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with whole(path) as part:
        part.write_bytes(content)
        part.chmod(0o600)
    return digest


def find(room: str, name: str) -> Path | None:
    """The file of that name (`<digest>.<suffix>`), if it is there."""
    path = _path(room, name) if NAME.match(name) else None
    return path if path and path.is_file() else None


def delete(room: str, name: str) -> None:
    """Removes a file, if it is there."""
    if path := find(room, name):
        path.unlink()


def names(room: str) -> list[str]:
    """The names of all files of a room."""
    folder = _folder(room)
    return sorted(path.name for path in folder.iterdir() if NAME.match(path.name)) if folder.is_dir() else []


def _path(room: str, name: str) -> Path:
    return _folder(room) / name


def _folder(room: str) -> Path:
    return Path(settings.VAR) / "uploads" / room
