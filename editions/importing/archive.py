"""The import as one act: check, save, publish; all or nothing."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from django.db import transaction

from cases.models import Case
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
    cleared = [case for case in archive.cases if reason and case.status == "published"]
    doubts = _contradictions(archive, [case for case in archive.cases if not (reason and case.status == "published")])
    if reason:
        rows = Case.objects.filter(slug__in=[case.id for case in cleared])
        publication = BulkPublication(rows, reason, now, not Edition.objects.exists(), processes)
        progress(publication.run(), len(cleared), "cases published")
        published = [*publication.published, *_published_again(saved, reason, now)]
        doubts |= publication.doubts
    in_order = [line for case in archive.cases for line in doubts.get(case.id, ())]
    return Imported(saved, published, absent_files(archive), [*in_order, *_hung_on_a_ruling(archive)])


def _contradictions(archive: ArchiveFile, cases: Sequence[CaseRecord]) -> dict[str, list[str]]:
    """By case what does not fit in its facts, or is not known to the code in that form."""
    people = {person.id: person.to_dict() for person in archive.people}
    reckonings = {case.id: reckoning_of(case.to_dict(), people.get(case.person, {})) for case in cases}
    return {id_: all_of(id_, reckoning.contradictions) for id_, reckoning in reckonings.items()}


def _hung_on_a_ruling(archive: ArchiveFile) -> list[str]:
    """The penalties that hang on a ruling which changed a verdict: the record is reckoned from the verdict."""
    lines = []
    for case in archive.cases:
        rulings = {row.id: row.on for row in case.verdicts if row.instance != "first" and row.result == "changed"}
        for row in case.restrictions:
            if row.verdict in rulings:
                lines.append(
                    f"{case.id} ({row.id}): hangs on the ruling {row.verdict}, which changed a verdict: "
                    f"give the verdict {rulings[row.verdict]}, and say what was changed"
                )
    return lines


def _published_again(saved: Saved, reason: JSONDict, now: datetime) -> list[str]:
    """The cases published before that hold what the import changed."""
    subjects = ("sources", "courts", "trials", "occupations", "tags", "people")
    return [id_ for name in subjects for id_ in publish_holding(name, saved.changed_ids[name], reason, now)]
