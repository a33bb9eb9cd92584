"""All rows, or all that is published, as one archive file: equal archives give equal bytes."""

import json
from collections.abc import Iterable

from editions.importing.checking import checked
from editions.importing.reading import NotReadable
from editions.refusal import PublicationError
from editions.schema import FORMAT, ArchiveFile, Document, Part
from editions.subjects import SUBJECTS
from editions.writing import one_moment
from records.json_dict import JSONDict


def archive_of_rows() -> ArchiveFile:
    """The whole working copy, drafts included. Raises PublicationError if rows break the format."""
    with one_moment():
        rows = {name: list(subject.records()) for name, subject in SUBJECTS.items()}
    try:
        return checked({"format": FORMAT, **rows})
    except NotReadable as error:
        raise PublicationError(error.problems) from error


def archive_of_documents(documents: Iterable[Document]) -> ArchiveFile:
    """What is published, as a file that can be imported: pass the documents in the order of their publication.

    Where documents of different days hold a source, court, trial or person differently, the newest one's is taken.
    """
    rows: dict[str, dict[str, Part]] = {name: {} for name in SUBJECTS}
    for document in documents:
        for name in ("sources", "courts", "trials", "occupations", "tags"):
            rows[name] |= {part.id: part for part in getattr(document, name)}
        rows["people"][document.person.id] = document.person
        # Without the random keys of earlier convictions: an archive file knows none.
        prior = [row.model_copy(update={"key": None}) for row in document.case.prior]
        rows["cases"][document.case.id] = document.case.model_copy(update={"prior": prior})
    return ArchiveFile.model_validate({"format": FORMAT} | {name: list(parts.values()) for name, parts in rows.items()})


def as_bytes(archive: JSONDict) -> bytes:
    """An archive file's bytes: UTF-8, keys in the format's order, two spaces, a newline at the end."""
    return (json.dumps(archive, ensure_ascii=False, indent=2) + "\n").encode()
