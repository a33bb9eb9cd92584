"""JSON and JSON Lines."""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from archive.exports.about import About
from archive.exports.columns import CASES, Column
from archive.exports.rows import Row
from editions.models import EditionText

AT_ONCE = 100


def plain(columns: Sequence[Column], row: Row) -> dict[str, Any]:
    """A row as JSON has it: typed, lists as lists."""
    return {column.name: _json(column.value(row)) for column in columns}


def json_text(rows: Iterable[Row], about: About) -> Iterator[str]:
    """One object: what the export is, and a row a case."""
    yield f'{{"about": {_dumped(about.to_dict())},\n"cases": ['
    for number, row in enumerate(rows):
        yield (",\n" if number else "\n") + _dumped(plain(CASES, row))
    yield "\n]}\n"


def json_lines(rows: Iterable[Row], about: About) -> Iterator[str]:
    """What the export is, then a line a case: its edition and the whole document as published."""
    yield _dumped({"about": about.to_dict()}) + "\n"
    waiting: list[int] = []
    for row in rows:
        waiting.append(row["edition"])
        if len(waiting) == AT_ONCE:
            yield from _documents(waiting)
            waiting = []
    yield from _documents(waiting)


def _documents(editions: Sequence[int]) -> Iterator[str]:
    """Stored texts as they are: one query. Canonical JSON holds no line break."""
    found = dict(EditionText.objects.filter(edition__in=editions).values_list("edition", "content"))
    for edition in editions:
        if edition in found:
            yield f'{{"edition": {edition}, "document": {found[edition]}}}\n'


def _json(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _dumped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
