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
    reported = ({"id": id_, "person": NOBODY["id"]} | row["case"] for id_, row in reported_ends().items())
    return [build_unstored(Case.model_validate(case).to_dict(), NOBODY) for case in reported]


@cache
def coverage_elsewhere() -> Coverage:
    """Whether these ends lie within the likely days, of trials that set no bound."""
    return coverage(documents())
