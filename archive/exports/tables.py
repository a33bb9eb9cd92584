"""CSV and XLSX. A cell can never become a formula of the program that opens it."""

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from tempfile import TemporaryFile
from typing import IO, Any

import xlsxwriter

from archive.exports.about import About
from archive.exports.columns import PROVENANCE, Column
from archive.exports.rows import Row, provenance

BYTE_ORDER_MARK = "\ufeff"
FORMULA = frozenset("=+-@\t\r")
LINES_AT_ONCE = 200
LONGEST_CELL = 32_000


class _Lines:
    """What a CSV writer writes into: it keeps nothing."""

    def write(self, line: str) -> str:
        return line


def csv_text(columns: Sequence[Column], rows: Iterable[Row], about: About | None) -> Iterator[str]:
    """The table as CSV (RFC 4180), some lines at a time. ``about`` adds where it comes from to every row.

    With ``about`` it begins with a byte-order mark: without one Excel takes Kazakh letters for something else.
    """
    writer = csv.writer(_Lines())
    head = [*columns, *(PROVENANCE if about else ())]
    tail = [cell(column.value(provenance(about))) for column in PROVENANCE] if about else []
    yield (BYTE_ORDER_MARK if about else "") + writer.writerow([column.name for column in head])
    cells = [_cell_of(column) for column in columns]
    waiting: list[str] = []
    for row in rows:
        waiting.append(writer.writerow([one(row) for one in cells] + tail))
        if len(waiting) == LINES_AT_ONCE:
            yield "".join(waiting)
            waiting = []
    yield "".join(waiting)


def _cell_of(column: Column) -> Callable[[Row], Any]:
    """How a row gives the cell of a column. Numbers, days and nothing the CSV writer writes as ``cell`` would."""
    value = column.value
    if column.type in ("integer", "date"):
        return value
    return lambda row: cell(value(row))


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
    """A workbook with these sheets and one that says what they are; written row by row to a temporary file."""
    file = TemporaryFile()  # noqa: SIM115 the response closes it
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(file, options) as book:
        _about_sheet(book, about, [(name, columns) for name, columns, _rows in sheets])
        for name, columns, rows in sheets:
            sheet = book.add_worksheet(name)
            sheet.freeze_panes(1, 0)
            sheet.write_row(0, 0, [column.name for column in columns])
            for number, row in enumerate(rows, start=1):
                _write(sheet, number, [cell(column.value(row)) for column in columns])
    file.seek(0)
    return file


def _about_sheet(book: Any, about: About, sheets: Sequence[tuple[str, Sequence[Column]]]) -> None:
    """The query, the day, the edition, the licence; then what every column means."""
    sheet = book.add_worksheet("about")
    lines: list[Sequence[Any]] = [*about.to_dict().items(), ()]
    for name, columns in sheets:
        lines += [(f"{name}.{column.name}", column.type, column.description) for column in columns]
    for number, line in enumerate(lines):
        _write(sheet, number, list(line))


def _write(sheet: Any, number: int, values: Sequence[Any]) -> None:
    for position, value in enumerate(values):
        if isinstance(value, int):
            sheet.write_number(number, position, value)
        else:
            sheet.write_string(number, position, value[:LONGEST_CELL])
