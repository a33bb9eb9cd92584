"""Everything wrong with an archive file, found before a single row is touched."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from editions.importing.complaints import complaints
from editions.importing.reading import NotReadable
from editions.importing.references import dangling
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


def checked(plain: Any, existing: Mapping[str, set[str]] | None = None) -> ArchiveFile:
    """`plain` as an archive, whose references lead into it or to the `existing` ids by subject.

    Raises NotReadable with every problem, at most 200 of them.
    """
    problems = list(_shape(plain))
    rows: dict[str, list[tuple[int, Part]]] = {}
    if not problems:
        rows = {subject: _rows(subject, plain, problems) for subject in SUBJECTS}
        problems += _twice(plain)
        problems += _dangling(rows, plain, existing or {})
    if problems:
        raise NotReadable(problems if len(problems) <= MOST_PROBLEMS else [*problems[:MOST_PROBLEMS], MORE])
    sound: dict[str, Any] = {subject: [row for _, row in numbered] for subject, numbered in rows.items()}
    return ArchiveFile.model_construct(**sound, format=FORMAT)


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
        if not isinstance(plain.get(subject, []), list):
            yield f"{subject}: must be a list in [ ]"


def place_of(subject: str, index: int, row: Any) -> str:
    """Where a row stands in the file, with its id: `cases[3] (bokai-2016)`."""
    with_id = f" ({row['id']})" if isinstance(row, dict) and isinstance(row.get("id"), str) else ""
    return f"{subject}[{index}]{with_id[:64]}"


def _rows(subject: str, plain: Any, problems: list[str]) -> list[tuple[int, Part]]:
    """The sound rows of a subject with their places; what is wrong with the others joins `problems`.

    Reading ends where there are more problems than anybody is told of: a large file of nonsense is refused soon.
    """
    sound = []
    for index, row in enumerate(plain.get(subject, [])):
        if len(problems) > MOST_PROBLEMS:
            break
        try:
            sound.append((index, SUBJECTS[subject].model_validate(row)))
        except ValidationError as error:
            problems += complaints(error, row, place_of(subject, index, row))
    return sound


def _ids(plain: Any, subject: str) -> Iterator[tuple[str, str]]:
    """The ids of a subject with their places; what is no id is complained about elsewhere."""
    for index, row in enumerate(plain.get(subject, [])):
        if isinstance(row, dict) and isinstance(row.get("id"), str):
            yield row["id"], f"{subject}[{index}]"


def _former_ids(plain: Any, subject: str) -> Iterator[tuple[str, str]]:
    for index, row in enumerate(plain.get(subject, [])):
        former = row.get("former_ids") if isinstance(row, dict) else None
        for id_ in former if isinstance(former, list) else []:
            if isinstance(id_, str):
                yield id_, f"{subject}[{index}].former_ids"


def _twice(plain: Any) -> Iterator[str]:
    for subject in SUBJECTS:
        places: dict[str, list[str]] = {}
        for id_, place in (*_ids(plain, subject), *_former_ids(plain, subject)):
            places.setdefault(id_, []).append(place)
        for id_, same in places.items():
            if len(same) > 1:
                yield f'{" and ".join(same)}: have the same id "{id_}": ids are never reused, give each its own'


def _dangling(
    rows: Mapping[str, list[tuple[int, Part]]], plain: Any, existing: Mapping[str, set[str]]
) -> Iterator[str]:
    ids = {subject: {*(id_ for id_, _ in _ids(plain, subject)), *existing.get(subject, set())} for subject in SUBJECTS}
    for subject in ("people", "cases"):
        for index, row in rows[subject]:
            yield from dangling(row, ids, place_of(subject, index, plain[subject][index]))
