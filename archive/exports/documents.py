"""JSON and JSON Lines."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from archive.exports.about import About
from archive.exports.columns import PROVENANCE, Column, Row
from archive.exports.definitions import CASES
from editions.batches import batches
from editions.models import EditionText, moment_text

AT_ONCE = 100
DAYS = ("date", "datetime")


def typed(columns: Sequence[Column], row: Row) -> dict[str, Any]:
    """A row as JSON has it: typed, lists as lists, days in ISO 8601."""
    cells = {column.name: column.value(row) for column in columns}
    for column in columns:
        if column.type in DAYS and cells[column.name]:
            cells[column.name] = cells[column.name].isoformat()
    return cells


def json_text(rows: Iterable[Row], about: About) -> Iterator[str]:
    """One object: what the export is, and a row a case."""
    yield f'{{"about": {dumped(about.to_dict())},\n"cases": ['
    for number, row in enumerate(rows):
        yield (",\n" if number else "\n") + dumped(typed(CASES.columns, row))
    yield "\n]}\n"


def table_lines(columns: Sequence[Column], rows: Iterable[Row], about: About | None) -> Iterator[str]:
    """A line a row, all with the same keys; the first also says what the file is."""
    first = {PROVENANCE.name: about.line} if about else {}
    for row in rows:
        yield dumped(typed(columns, row) | first) + "\n"
        first = {}


def json_lines(rows: Iterable[Row], about: About) -> Iterator[str]:
    """What the export is, then a line a case: its version and the whole document as published.

    Stored texts stay as they are, one query for a hundred: canonical JSON holds no line break.
    """
    yield dumped({"about": about.to_dict()}) + "\n"
    for some in batches(rows, AT_ONCE):
        editions = [row["edition"] for row in some]
        texts = dict(EditionText.objects.filter(edition__in=editions).values_list("edition", "content"))
        for row in some:
            if row["edition"] in texts:
                version = {
                    "key": row["key"],
                    "version": row["version"],
                    "published_at": moment_text(row["published_at"]),
                }
                yield f'{dumped(version)[:-1]}, "document": {texts[row["edition"]]}}}\n'


def dumped(content: Any, indent: int | None = None) -> str:
    return json.dumps(content, ensure_ascii=False, indent=indent)
