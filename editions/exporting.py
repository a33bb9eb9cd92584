"""All rows as one archive file: equal archives give equal bytes."""

import json

from editions.importing.checking import checked
from editions.importing.reading import NotReadable
from editions.refusal import Refused
from editions.schema import FORMAT, ArchiveFile
from editions.schema.values import Record
from editions.subjects import SUBJECTS
from editions.writing import one_moment


def archive_of_rows() -> ArchiveFile:
    """The whole working copy, drafts included. Raises Refused if rows break the format."""
    with one_moment():
        rows = {name: list(subject.records()) for name, subject in SUBJECTS.items()}
    try:
        return checked({"format": FORMAT, **rows})
    except NotReadable as error:
        raise Refused(error.problems) from error


def as_bytes(archive: Record) -> bytes:
    """An archive file's bytes: UTF-8, keys in the format's order, two spaces, a newline at the end."""
    return (json.dumps(archive, ensure_ascii=False, indent=2) + "\n").encode()
