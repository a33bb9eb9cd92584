"""JSON and JSON Lines."""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import Any

from archive.exports.about import About
from archive.exports.columns import CASES, Column, Row
from editions.models import EditionText

AT_ONCE = 100


def typed(columns: Sequence[Column], row: Row) -> dict[str, Any]:
    """A row as JSON has it: typed, lists as lists, days in ISO 8601."""
    cells = {column.name: column.value(row) for column in columns}
    return {name: cell.isoformat() if isinstance(cell, date) else cell for name, cell in cells.items()}


def json_text(rows: Iterable[Row], about: About) -> Iterator[str]:
    """One object: what the export is, and a row a case."""
    yield f'{{"about": {dumped(about.to_dict())},\n"cases": ['
    for number, row in enumerate(rows):
        yield (",\n" if number else "\n") + dumped(typed(CASES, row))
    yield "\n]}\n"


def json_lines(rows: Iterable[Row], about: About) -> Iterator[str]:
    """What the export is, then a line a case: its edition and the whole document as published.

    Stored texts stay as they are, one query for a hundred: canonical JSON holds no line break.
    """
    yield dumped({"about": about.to_dict()}) + "\n"
    numbers = (row["edition"] for row in rows)
    while editions := list(islice(numbers, AT_ONCE)):
        texts = dict(EditionText.objects.filter(edition__in=editions).values_list("edition", "content"))
        for edition in editions:
            if edition in texts:
                yield f'{{"edition": {edition}, "document": {texts[edition]}}}\n'


def dumped(content: Any, indent: int | None = None) -> str:
    return json.dumps(content, ensure_ascii=False, indent=indent)
