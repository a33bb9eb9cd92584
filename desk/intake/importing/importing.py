"""What an import would do, and the import itself: the same steps, taken back or kept."""

import hashlib
import io
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import timedelta
from typing import Any, NamedTuple

from django.core.files.storage import default_storage
from django.db import transaction
from django.utils.timezone import now

from desk.intake.importing.csv_file import archive_of_csv, with_lines
from desk.intake.importing.previewing import CasePreview, case_previews
from editions.importing.checking import checked
from editions.importing.files import absent_files
from editions.importing.reading import NotReadable, read_plain
from editions.importing.saving import Saved, save
from editions.subjects import SUBJECTS
from records.storage import archive_storage, write
from records.storage import read as read_file

LARGEST = 16 * 1024 * 1024
MOST_PROBLEMS = 2000
"""As many are shown: nobody mends more at once."""
WAITS = timedelta(days=1)
"""For how long a file that was previewed may be imported."""
FOLDER = "imports"
"""Where uploads wait in the storage: beside the copies of sources, served by nobody."""
DIGEST = re.compile(r"[0-9a-f]{64}\Z")


class ImportOutcome(NamedTuple):
    """What was, or would be, done; or every problem with its place."""

    saved: Saved | None
    problems: list[str]
    absent: Sequence[str] = ()
    cases: Sequence[CasePreview] = ()


def preview(content: bytes, update: bool) -> ImportOutcome:
    """Finds out what importing would do. Nothing is kept."""
    with transaction.atomic():
        outcome = run(content, update)
        if outcome.saved:
            outcome = outcome._replace(cases=case_previews([*outcome.saved.created, *outcome.saved.changed]))
        transaction.set_rollback(True)
    return outcome


def run(content: bytes, update: bool) -> ImportOutcome:
    """Imports all of it as drafts, or nothing."""
    where: Mapping[str, list[int]] = {}
    try:
        plain, where = read(content)
        mark_as_drafts(plain)
        archive = checked(plain, {name: subject.ids() for name, subject in SUBJECTS.items()})
        with transaction.atomic():
            return ImportOutcome(save(archive, update), [], absent_files(archive))
    except NotReadable as error:
        problems = error.problems[:MOST_PROBLEMS]
        return ImportOutcome(None, with_lines(problems, where) if where else problems)


def read(content: bytes) -> tuple[Any, Mapping[str, list[int]]]:
    """Reads the archive file that the content is, or that its CSV comes to, with the CSV's line of each object."""
    if content.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{":
        return read_plain(io.BytesIO(content), LARGEST), {}
    return archive_of_csv(content)


def mark_as_drafts(plain: Any) -> None:
    """Makes drafts of all cases: whatever the file says, nothing is published by importing it here."""
    cases = plain.get("cases") if isinstance(plain, dict) else None
    for case in cases if isinstance(cases, list) else []:
        if isinstance(case, dict):
            case["status"] = "draft"


def store_upload(content: bytes) -> str:
    """Keeps a file between its preview and its import; returns the digest by which it is found.

    Files that nobody imported go: they hold people whom no row of ours names.
    """
    digest = hashlib.sha256(content).hexdigest()
    for waiting in list(archive_storage().walk(FOLDER)):
        with suppress(FileNotFoundError):  # another preview removed it a moment ago
            if now() - default_storage.get_modified_time(waiting.name) > WAITS:
                default_storage.delete(waiting.name)
    write(f"{FOLDER}/{digest}", content)
    return digest


def load_upload(digest: str) -> bytes | None:
    """Returns the stored file, which is gone afterwards; None if there is none."""
    content = read_file(f"{FOLDER}/{digest}") if DIGEST.match(digest) else None
    if content is not None:
        default_storage.delete(f"{FOLDER}/{digest}")
    return content
