"""Reported ends of people who are not in the archive: facts without names, scored as the archive's own are."""

import json
from functools import cache
from pathlib import Path

from archive.index.coverage import Coverage, coverage
from archive.index.scoreboard import Check, check
from editions.document import build_unstored
from editions.schema import Case, Document, Person
from records.json_dict import JSONDict

FILE = Path(__file__).with_name("reported_ends.json")
NOBODY = Person.model_validate({"id": "not-in-the-archive", "names": {"en": "-"}}).to_dict()


@cache
def reported_ends() -> dict[str, JSONDict]:
    """By the id under which a row is scored: its ``number``, who reported it, and the facts of the case."""
    rows: list[JSONDict] = json.loads(FILE.read_text(encoding="utf-8"))
    return {f"end-{row['number']:02}": row for row in rows}


@cache
def elsewhere() -> Check:
    """The scoreboard of these ends. Nothing in it depends on the database, and it changes only with a release."""
    return check(documents())


def documents() -> list[Document]:
    return [_document(case_id, row["case"]) for case_id, row in reported_ends().items()]


@cache
def coverage_elsewhere() -> Coverage:
    """Whether these ends lie within the likely days, of trials that set no bound."""
    return coverage(documents())


def _document(case_id: str, facts: JSONDict) -> Document:
    case = Case.model_validate({"id": case_id, "person": NOBODY["id"]} | facts).to_dict()
    return build_unstored(case, NOBODY)
