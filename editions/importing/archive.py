"""The import as one act: check, save, publish; all or nothing."""

from datetime import datetime
from typing import Any, NamedTuple

from django.db import transaction

from cases.models import Case
from editions.contradictions import all_of
from editions.importing.checking import checked
from editions.importing.files import absent_files
from editions.importing.saving import Saved, save
from editions.models import Edition
from editions.publish import publish_changed, publish_holding
from editions.reckoning import reckoning_of
from editions.schema import ArchiveFile
from editions.subjects import SUBJECTS
from records.json_dict import JSONDict


class Imported(NamedTuple):
    """What an import did."""

    saved: Saved
    editions: list[Edition]
    absent: list[str]
    doubts: list[str]
    """What the code does not know in that form, or what reckons badly as written: named, never refused."""


@transaction.atomic
def import_archive(plain: Any, update: bool, reason: JSONDict | None, now: datetime) -> Imported:
    """Imports the archive file that `plain` holds. With a `reason`, publishes its cases whose status is `published`.

    Nothing happens unless everything can. Raises NotReadable, PublicationError.
    """
    archive = checked(plain, {name: subject.ids() for name, subject in SUBJECTS.items()})
    saved = save(archive, update)
    editions = _published(archive, saved, reason, now) if reason else []
    doubts = [*_contradictions(archive), *_hung_on_a_ruling(archive)]
    return Imported(saved, editions, absent_files(archive), doubts)


def _contradictions(archive: ArchiveFile) -> list[str]:
    """What does not fit in the facts of the file, or is not known to the code in that form, case by case."""
    people = {person.id: person.to_dict() for person in archive.people}
    lines: list[str] = []
    for case in archive.cases:
        lines += all_of(case.id, reckoning_of(case.to_dict(), people.get(case.person, {})))
    return lines


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


def _published(archive: ArchiveFile, saved: Saved, reason: JSONDict, now: datetime) -> list[Edition]:
    """The file's published cases, and those published before that hold what the import changed."""
    cleared = Case.objects.filter(slug__in=[case.id for case in archive.cases if case.status == "published"])
    editions = publish_changed(cleared.order_by("slug"), reason, now, scattered=not Edition.objects.exists())
    for subject in ("sources", "courts", "trials", "occupations", "tags", "people"):
        editions += publish_holding(subject, saved.changed_ids[subject], reason, now)
    return editions
