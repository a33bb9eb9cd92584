"""What an import would do, and the import itself: the same steps, taken back or kept."""

import hashlib
import io
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from django.conf import settings
from django.db import transaction

from desk.intake.importing.csv_file import archive_of_csv, with_lines
from editions.importing.checking import checked
from editions.importing.files import absent_files
from editions.importing.reading import NotReadable, read_plain
from editions.importing.saving import Saved, save
from editions.subjects import SUBJECTS

LARGEST = 16 * 1024 * 1024
DIGEST = re.compile(r"[0-9a-f]{64}\Z")


class ImportOutcome(NamedTuple):
    """What was, or would be, done; or every problem with its place."""

    saved: Saved | None
    problems: list[str]
    absent: Sequence[str] = ()


def preview(content: bytes, update: bool) -> ImportOutcome:
    """What importing would do. Nothing is kept."""
    with transaction.atomic():
        outcome = _outcome(content, update)
        transaction.set_rollback(True)
    return outcome


def run(content: bytes, update: bool) -> ImportOutcome:
    """Import all of it as drafts, or nothing."""
    return _outcome(content, update)


def _outcome(content: bytes, update: bool) -> ImportOutcome:
    where: Mapping[str, list[int]] = {}
    try:
        plain, where = _read(content)
        archive = checked(_as_drafts(plain), {name: subject.ids() for name, subject in SUBJECTS.items()})
        with transaction.atomic():
            return ImportOutcome(save(archive, update), [], absent_files(archive))
    except NotReadable as error:
        return ImportOutcome(None, with_lines(error.problems, where) if where else error.problems)


def _read(content: bytes) -> tuple[Any, Mapping[str, list[int]]]:
    """The archive file that the content is, or that its CSV comes to."""
    if content.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{":
        return read_plain(io.BytesIO(content), LARGEST), {}
    return archive_of_csv(content)


def _as_drafts(plain: Any) -> Any:
    """Whatever the file says, nothing is published by importing it here."""
    cases = plain.get("cases") if isinstance(plain, dict) else None
    for case in cases if isinstance(cases, list) else []:
        if isinstance(case, dict):
            case["status"] = "draft"
    return plain


def store_upload(content: bytes) -> str:
    """Keep a file between its preview and its import; the digest by which it is found."""
    digest = hashlib.sha256(content).hexdigest()
    _folder().mkdir(parents=True, exist_ok=True)
    (_folder() / digest).write_bytes(content)
    return digest


def load_upload(digest: str) -> bytes | None:
    """The file that was put aside, which is gone afterwards; None if there is none."""
    path = _folder() / digest
    if not DIGEST.match(digest) or not path.is_file():
        return None
    content = path.read_bytes()
    path.unlink()
    return content


def _folder() -> Path:
    return Path(settings.VAR) / "imports"
