"""Everything wrong with an archive file, found before a single row is touched."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from editions.importing.complaints import complaints
from editions.importing.reading import NotReadable
from editions.importing.references import dangling
from editions.importing.rows_in_file import RowsInFiles
from editions.schema import FORMAT, ArchiveFile, Case, Court, Label, Part, Person, Source, Trial

MOST_PROBLEMS = 200
MORE = "and more: correct these first, the rest is read when they are gone"
SUBJECTS: Mapping[str, type[Part]] = {
    "sources": Source,
    "courts": Court,
    "trials": Trial,
    "occupations": Label,
    "tags": Label,
    "people": Person,
    "cases": Case,
}


class PartsInFiles:
    """The parts that the rows of files are, read and validated anew each time."""

    def __init__(self, part: type[Part], rows: RowsInFiles) -> None:
        self._part, self._rows = part, rows

    def __iter__(self) -> Iterator[Part]:
        return map(self._part.model_validate, self._rows)

    def __len__(self) -> int:
        return len(self._rows)


def checked(plain: Any, existing: Mapping[str, set[str]] | None = None) -> ArchiveFile:
    """`plain` as an archive, whose references lead into it or to the `existing` ids by subject.

    Where its lists are rows in files, so are those of the archive. Raises NotReadable with every problem, at most 200.
    """
    problems = list(_shape(plain))
    parts: dict[str, Any] = {}
    if not problems:
        ids, twice = _ids(plain)
        known = {subject: ids[subject] | (existing or {}).get(subject, set()) for subject in SUBJECTS}
        lost: list[str] = []
        parts = {subject: _parts(subject, plain.get(subject, []), known, problems, lost) for subject in SUBJECTS}
        problems += [*twice, *lost]
    if problems:
        raise NotReadable(problems if len(problems) <= MOST_PROBLEMS else [*problems[:MOST_PROBLEMS], MORE])
    return ArchiveFile.model_construct(**parts, format=FORMAT)


def _shape(plain: Any) -> Iterator[str]:
    """What is wrong with the file as a whole."""
    if not isinstance(plain, dict):
        yield "the file must hold one object in { }"
        return
    if plain.get("format") != FORMAT:
        yield f'format: must be "{FORMAT}", is {plain.get("format")!r}: give a file of this format'
    for key in plain:
        if key != "format" and key not in SUBJECTS:
            yield f"{key}: is no key of the format: remove it or check its spelling"
    for subject in SUBJECTS:
        if not isinstance(plain.get(subject, []), list | RowsInFiles):
            yield f"{subject}: must be a list in [ ]"


def place_of(subject: str, index: int, row: Any) -> str:
    """Where a row stands in the file, with its id: `cases[3] (bokai-2016)`."""
    with_id = f" ({row['id']})" if isinstance(row, dict) and isinstance(row.get("id"), str) else ""
    return f"{subject}[{index}]{with_id[:64]}"


def _ids(plain: Any) -> tuple[dict[str, set[str]], list[str]]:
    """The ids of the file by subject, and what is wrong where two rows have or had the same; what is no id is
    complained about elsewhere."""
    ids: dict[str, set[str]] = {}
    problems: list[str] = []
    for subject in SUBJECTS:
        ids[subject], places = set(), dict[str, list[str]]()
        for index, row in enumerate(plain.get(subject, [])):
            ids[subject] |= set(_texts([row.get("id")])) if isinstance(row, dict) else set()
            for id_, place in _places(row, f"{subject}[{index}]"):
                places.setdefault(id_, []).append(place)
        problems += [
            f'{" and ".join(same)}: have the same id "{id_}": ids are never reused, give each its own'
            for id_, same in places.items()
            if len(same) > 1
        ]
    return ids, problems


def _places(row: Any, place: str) -> Iterator[tuple[str, str]]:
    """The ids that a row has and had, each with its place."""
    if isinstance(row, dict):
        former = row.get("former_ids")
        yield from ((id_, place) for id_ in _texts([row.get("id")]))
        yield from ((id_, f"{place}.former_ids") for id_ in _texts(former if isinstance(former, list) else []))


def _texts(ids: list[Any]) -> list[str]:
    return [id_ for id_ in ids if isinstance(id_, str)]


def _parts(
    subject: str, rows: list[Any] | RowsInFiles, ids: Mapping[str, set[str]], problems: list[str], lost: list[str]
) -> list[Part] | PartsInFiles:
    """The parts that the rows of a subject are; what is wrong with them joins `problems`, what leads nowhere `lost`.

    Reading ends where there are more problems than anybody is told of: a large file of nonsense is refused soon.
    """
    sound: list[Part] = []
    for index, row in enumerate(rows):
        if len(problems) > MOST_PROBLEMS:
            break
        place = place_of(subject, index, row)
        try:
            part = SUBJECTS[subject].model_validate(row)
        except ValidationError as error:
            problems += complaints(error, row, place)
            continue
        if subject in ("people", "cases") and len(lost) <= MOST_PROBLEMS:
            lost += dangling(part, ids, place)
        if isinstance(rows, list):
            sound.append(part)
    return sound if isinstance(rows, list) else PartsInFiles(SUBJECTS[subject], rows)
