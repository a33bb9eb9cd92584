"""The import as one act: check, save, publish; all or nothing."""

from collections.abc import Collection
from datetime import datetime
from typing import Any, NamedTuple

from django.db import transaction

from cases.models import Case
from editions.batches import batches
from editions.bulk import BulkPublication
from editions.contradictions import all_of
from editions.importing.checking import checked
from editions.importing.files import absent_files
from editions.importing.saving import Saved, save
from editions.models import Edition
from editions.publish import publish_holding
from editions.reckoning import reckoning_of
from editions.schema import ArchiveFile
from editions.schema import Case as CaseRecord
from editions.subjects import SUBJECTS
from records.json_dict import JSONDict
from records.progress import Progress, unseen


class Imported(NamedTuple):
    """What an import did."""

    saved: Saved
    published: list[str]
    """The ids of the cases that got an edition."""
    absent: list[str]
    doubts: list[str]
    """What the code does not know in that form, or what reckons badly as written: named, never refused."""


@transaction.atomic
def import_archive(
    plain: Any,
    update: bool,
    reason: JSONDict | None,
    now: datetime,
    progress: Progress = unseen,
    processes: int | None = 1,
) -> Imported:
    """Imports the archive file that `plain` holds. With a `reason`, publishes its cases whose status is `published`.

    Nothing happens unless everything can. Raises NotReadable, PublicationError.
    """
    archive = checked(plain, {name: subject.ids() for name, subject in SUBJECTS.items()})
    saved = save(archive, update, progress)
    published: list[str] = []
    about = [_about(case, reason is not None) for case in archive.cases]
    doubts = _contradictions(archive, {case.id for case in about if not case.is_cleared})
    if reason:
        cleared = [case.id for case in about if case.is_cleared]
        rows = Case.objects.filter(slug__in=cleared)
        publication = BulkPublication(rows, reason, now, not Edition.objects.exists(), processes)
        progress(publication.run(), len(cleared), "cases published")
        published = [*publication.published, *_published_again(saved, reason, now)]
        doubts |= publication.doubts
    lines = [line for case in about for line in doubts.get(case.id, ())]
    return Imported(saved, published, absent_files(archive), [*lines, *(line for case in about for line in case.hung)])


class CaseInFile(NamedTuple):
    """What of a case of the file is needed once its rows are saved."""

    id: str
    is_cleared: bool
    hung: list[str]
    """The penalties that hang on a ruling which changed a verdict: the record is reckoned from the verdict."""


def _about(case: CaseRecord, publishes: bool) -> CaseInFile:
    rulings = {row.id: row.on for row in case.verdicts if row.instance != "first" and row.result == "changed"}
    hung = [
        f"{case.id} ({row.id}): hangs on the ruling {row.verdict}, which changed a verdict: "
        f"give the verdict {rulings[row.verdict]}, and say what was changed"
        for row in case.restrictions
        if row.verdict in rulings
    ]
    return CaseInFile(case.id, publishes and case.status == "published", hung)


def _contradictions(archive: ArchiveFile, ids: Collection[str]) -> dict[str, list[str]]:
    """By case what does not fit in its facts, or is not known to the code in that form."""
    lines: dict[str, list[str]] = {}
    for some in batches(case for case in archive.cases if case.id in ids) if ids else ():
        people = {record["id"]: record for record in SUBJECTS["people"].records({case.person for case in some})}
        for case in some:
            lines[case.id] = all_of(case.id, reckoning_of(case.to_dict(), people[case.person]).contradictions)
    return lines


def _published_again(saved: Saved, reason: JSONDict, now: datetime) -> list[str]:
    """The cases published before that hold what the import changed."""
    subjects = ("sources", "courts", "trials", "occupations", "tags", "people")
    return [id_ for name in subjects for id_ in publish_holding(name, saved.changed_ids[name], reason, now)]
