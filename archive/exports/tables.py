"""CSV and XLSX. A cell can never become a formula of the program that opens it."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from tempfile import TemporaryFile
from typing import IO, Any

import xlsxwriter

from archive.exports.about import About
from archive.exports.columns import PROVENANCE, Column, Row
from archive.exports.rows import provenance

BYTE_ORDER_MARK = "\ufeff"
FORMULA = frozenset("=+-@\t\r")
LINES_AT_ONCE = 200
LONGEST_CELL = 32_000
AS_IT_IS = ("integer", "date")
"""Types that the CSV writer writes as ``cell`` would: a large export has millions of them."""


class Echo:
    """What a CSV writer writes into: it keeps nothing, so that the line comes back."""

    def write(self, line: str) -> str:
        return line


def csv_text(columns: Sequence[Column], rows: Iterable[Row], about: About | None) -> Iterator[str]:
    """The table as CSV (RFC 4180), some lines at a time. ``about`` adds where it comes from to every row.

    With ``about`` it begins with a byte-order mark: without one Excel takes Kazakh letters for something else.
    """
    writer = csv.writer(Echo())
    head = [*columns, *(PROVENANCE if about else ())]
    tail = [cell(column.value(provenance(about))) for column in PROVENANCE] if about else []
    yield (BYTE_ORDER_MARK if about else "") + writer.writerow([column.name for column in head])
    readers = [(column.value, column.type not in AS_IT_IS) for column in columns]
    waiting: list[str] = []
    for row in rows:
        cells = [cell(value(row)) if guarded else value(row) for value, guarded in readers]
        waiting.append(writer.writerow(cells + tail))
        if len(waiting) == LINES_AT_ONCE:
            yield "".join(waiting)
            waiting = []
    yield "".join(waiting)


def cell(value: Any) -> Any:
    """A value as a cell: lists joined, no formula, nothing for nothing."""
    if value is None:
        return ""
    if isinstance(value, list):
        value = ";".join(value)
    if isinstance(value, str):
        return "'" + value if value[:1] in FORMULA else value
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, int) else value.isoformat()


def xlsx(sheets: Sequence[tuple[str, Sequence[Column], Iterable[Row]]], about: About) -> IO[bytes]:
    """A workbook with these sheets and one that says what they are; written row by row to a temporary file.

    The sheet about the export has the query, the day, the edition and the licence; then what every column means.
    """
    file = TemporaryFile()  # noqa: SIM115 the response closes it
    texts_stay_texts = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(file, {"constant_memory": True, **texts_stay_texts}) as book:
        meanings = [
            (f"{name}.{column.name}", column.type, column.description)
            for name, columns, _rows in sheets
            for column in columns
        ]
        write(book.add_worksheet("about"), [*about.to_dict().items(), (), *meanings])
        for name, columns, rows in sheets:
            sheet = book.add_worksheet(name)
            sheet.freeze_panes(1, 0)
            lines = ([cell(column.value(row)) for column in columns] for row in rows)
            write(sheet, [[column.name for column in columns]])
            write(sheet, lines, first=1)
    file.seek(0)
    return file


def write(sheet: Any, lines: Iterable[Sequence[Any]], first: int = 0) -> None:
    """Writes numbers as numbers and all else as texts, from the line ``first`` on."""
    for number, line in enumerate(lines, start=first):
        for position, value in enumerate(line):
            if isinstance(value, int):
                sheet.write_number(number, position, value)
            else:
                sheet.write_string(number, position, value[:LONGEST_CELL])
