"""CSV, TSV and XLSX. A cell can never become a formula of the program that opens it."""

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from archive.exports.about import About
from archive.exports.columns import PROVENANCE, Column, Row
from archive.exports.workbook import Sheet, workbook

BYTE_ORDER_MARK = "\ufeff"
"""Without one Excel takes Kazakh letters for something else."""
FORMULA = frozenset("=+-@\t\r")
INNER = "|"
"""Between the items of a list: no program takes it for the end of a cell."""
LINES_AT_ONCE = 200


class Echo:
    """What a CSV writer writes into: it keeps nothing, so that the line comes back."""

    def write(self, line: str) -> str:
        return line


def csv_text(
    columns: Sequence[Column], rows: Iterable[Row], about: About | None, separator: str = ","
) -> Iterator[str]:
    """The table as CSV (RFC 4180), some lines at a time. ``about`` adds where it comes from to the first row."""
    writer = csv.writer(Echo(), delimiter=separator)
    yield BYTE_ORDER_MARK + writer.writerow([column.name for column in (*columns, *([PROVENANCE] if about else []))])
    readers = [(column.value, OF_TYPE.get(column.type, cell)) for column in columns]
    tail = [cell(about.line)] if about else []
    waiting: list[str] = []
    for row in rows:
        cells = [as_cell(value(row)) if as_cell else value(row) for value, as_cell in readers]
        waiting.append(writer.writerow(cells + tail))
        tail = [""] if about else []
        if len(waiting) == LINES_AT_ONCE:
            yield "".join(waiting)
            waiting = []
    yield "".join(waiting)


def cell(value: Any) -> Any:
    """A value as a cell of text: lists joined, no formula, nothing for nothing."""
    value = disarmed(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, int | str) else value.isoformat()


def disarmed(value: Any) -> Any:
    """A list as one text; no text that a program would take for a formula."""
    if isinstance(value, list):
        value = INNER.join(value)
    return "'" + value if isinstance(value, str) and value[:1] in FORMULA else value


def text_cell(text: Any) -> Any:
    return "'" + text if isinstance(text, str) and text[:1] in FORMULA else text


OF_TYPE: Mapping[str, Callable[[Any], Any] | None] = {
    "string": text_cell,
    "list": lambda values: text_cell(INNER.join(values)),
    "integer": None,
    "date": None,
}
"""``cell`` for one type, in a fifth of its time: a large export has millions of cells. None: the CSV writer writes a
value as it would."""


def xlsx(sheets: Sequence[tuple[str, Sequence[Column], Iterable[Row]]], about: About) -> Iterator[bytes]:
    """A workbook with these sheets and one that says what they are, some lines at a time.

    The sheet about the export has the query, the day, the edition and the licence; then what every column means.
    """
    meanings = [
        (f"{name}.{column.name}", column.type, str(column.description))
        for name, columns, _rows in sheets
        for column in columns
    ]
    tables: list[Sheet] = [("about", (), [*about.to_dict().items(), (), *meanings])]
    for name, columns, rows in sheets:
        tables.append((name, [column.name for column in columns], cells(columns, rows)))
    return workbook(tables)


def cells(columns: Sequence[Column], rows: Iterable[Row]) -> Iterator[list[Any]]:
    return ([disarmed(column.value(row)) for column in columns] for row in rows)
