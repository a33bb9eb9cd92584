"""All rows as one archive file: equal archives give equal bytes."""

import json

from editions.schema import FORMAT, ArchiveFile
from editions.schema.values import Record
from editions.subjects import SUBJECTS


def archive_of_rows() -> ArchiveFile:
    """The whole working copy, drafts included. Twenty-odd queries for each two hundred cases."""
    rows = {name: list(subject.records()) for name, subject in SUBJECTS.items()}
    return ArchiveFile.model_validate({"format": FORMAT, **rows})


def as_bytes(archive: Record) -> bytes:
    """An archive file's bytes: UTF-8, keys in the format's order, two spaces, a newline at the end."""
    return (json.dumps(archive, ensure_ascii=False, indent=2) + "\n").encode()
