"""Queries as people write them, each with what it should find: ``queries/``."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent / "queries"


class Written(NamedTuple):
    """A query of some kind, and whom or what it is about."""

    kind: str
    subject: str
    query: str


def given_by_readers() -> list[Written]:
    """The 143 queries of readers, as they came."""
    return [Written(row["cat"], row["person"], row["q"]) for row in json.loads((FOLDER / "people.json").read_text())]


def written(file: str) -> list[Written]:
    """The queries of one of our own files."""
    return list(_read((FOLDER / file).read_text().splitlines()))


def _read(lines: list[str]) -> Iterator[Written]:
    kind = ""
    for line in lines:
        if line.startswith("["):
            kind = line.strip("[]")
        elif line and not line.startswith("#"):
            subject, _colon, queries = line.partition(": ")
            yield from (Written(kind, subject, query) for query in queries.split(" / "))
