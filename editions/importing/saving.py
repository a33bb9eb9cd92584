"""A checked archive becomes rows: new ones are created, equal ones skipped, differing ones refused."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from django.db import DatabaseError, transaction
from pydantic import ValidationError

from editions.batches import batches
from editions.importing.checking import place_of
from editions.importing.reading import NotReadable
from editions.schema import ArchiveFile
from editions.subjects import SUBJECTS
from records.json_dict import JSONDict
from records.progress import Progress, unseen


class Saved(NamedTuple):
    """Places of what an import did (`cases[3] (bokai-2016)`), and the ids of what it changed, by subject."""

    created: list[str]
    changed: list[str]
    equal: list[str]
    changed_ids: Mapping[str, list[str]]

    def note(self, step: "ImportStep") -> None:
        if step.existing is None:
            self.created.append(step.place)
        elif step.is_equal:
            self.equal.append(step.place)
        else:
            self.changed.append(step.place)
            self.changed_ids[step.subject].append(step.record["id"])


class ImportStep(NamedTuple):
    """A record on its way, with its place and what is known of it."""

    subject: str
    place: str
    record: JSONDict
    existing: JSONDict | None

    @property
    def is_equal(self) -> bool:
        """Whether rows already say so. A case's status is the archive's own affair."""
        return self.existing is not None and _said(self.record) == _said(self.existing)


def _said(record: JSONDict) -> JSONDict:
    return {key: value for key, value in record.items() if key != "status"}


def save(archive: ArchiveFile, update: bool = False, progress: Progress = unseen) -> Saved:
    """Saves `archive` in one transaction. Changed cases become drafts; new ones keep their status.

    Raises NotReadable, and leaves the rows as they were, if a row differs and `update` is not said,
    or an id was another row's before.
    """
    saved, problems = Saved([], [], [], {name: [] for name in SUBJECTS}), list[str]()
    total = sum(len(getattr(archive, subject)) for subject in SUBJECTS)
    with transaction.atomic():
        progress(_save_each(archive, update, saved, problems), total, "records saved")
        if problems:
            raise NotReadable(problems)
    return saved


def _save_each(archive: ArchiveFile, update: bool, saved: Saved, problems: list[str]) -> Iterator[int]:
    """Saves what rows do not say already, unless something was refused: then the rest is only looked through for more
    to refuse. Gives after each record how many are done."""
    former = {name: subject.former_ids() for name, subject in SUBJECTS.items()}
    for done, step in enumerate(_steps(archive), start=1):
        if today := former[step.subject].get(step.record["id"]):
            problems.append(f'{step.place}: the id was that of "{today}" before and is never reused: use "{today}"')
        elif not update:
            problems += _differing(step)
        if not problems and not step.is_equal:
            _save_one(step)
        saved.note(step)
        yield done


def _steps(archive: ArchiveFile) -> Iterator[ImportStep]:
    """Every record of the archive in an order in which what is pointed to comes first; some hundreds in memory."""
    for subject in SUBJECTS:
        for some in batches(enumerate(getattr(archive, subject))):
            records = [(index, part.to_dict()) for index, part in some]
            rows = SUBJECTS[subject].records({record["id"] for _index, record in records})
            existing = {record["id"]: _normal(subject, record) for record in rows}
            for index, record in records:
                yield ImportStep(subject, place_of(subject, index, record), record, existing.get(record["id"]))


def _normal(subject: str, record: JSONDict) -> JSONDict:
    """The record of rows in normal form; as it is where the rows break the format, and so differ."""
    try:
        return SUBJECTS[subject].part.model_validate(record).to_dict()
    except ValidationError:
        return record


def _differing(step: ImportStep) -> list[str]:
    if step.existing is None or step.is_equal:
        return []
    old, new = _said(step.existing), _said(step.record)
    keys = [key for key in {**new, **old} if new.get(key) != old.get(key)]
    return [f"{step.place}: differs from the archive in {', '.join(keys)}: import with --update to change it"]


def _save_one(step: ImportStep) -> None:
    try:
        with transaction.atomic():
            SUBJECTS[step.subject].save(step.record)
    except DatabaseError as error:
        raise NotReadable([f"{step.place}: the database refuses it: {error}"]) from error
