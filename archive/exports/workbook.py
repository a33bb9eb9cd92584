"""A workbook for spreadsheet programs (ECMA-376, XLSX), written as it is sent: no file, and never all of it in memory.

Every text is an inline text: no program takes one for a formula, a number or an address.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from itertools import chain, islice
from typing import Any
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LINES_AT_ONCE = 200
LONGEST_CELL = 32_000
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PARTS = "application/vnd.openxmlformats-officedocument.spreadsheetml"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
LIKE_AN_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""What a program would read as one character: its underscore is written as one."""
FIRST_DAY = date(1899, 12, 30).toordinal()
"""The day that spreadsheet programs count from; before March 1900 they count wrong, so such a day is a text."""
OLDEST = date(1900, 3, 1)
STYLES = (
    f'<styleSheet xmlns="{MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>'
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill>'
    '<patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders '
    'count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf '
    'numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" '
    'fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" '
    'applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/>'
    "</cellStyles></styleSheet>"
)
"""Two styles: 0, the usual one, and 1, a day."""
FROZEN_HEAD = (
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" '
    'state="frozen"/></sheetView></sheetViews>'
)

Line = Sequence[Any]
Sheet = tuple[str, Line, Iterable[Line]]
"""Its name, its head (nothing: no head), its lines of texts, whole numbers, days and yes or no; None: an empty cell."""


class Sink:
    """What a ZIP is written into: gives what has come so far, and keeps nothing."""

    def __init__(self) -> None:
        self.waiting: list[bytes] = []

    def write(self, content: bytes) -> int:
        self.waiting.append(bytes(content))
        return len(content)

    def flush(self) -> None:
        pass

    def take(self) -> bytes:
        content, self.waiting = b"".join(self.waiting), []
        return content


def workbook(sheets: Sequence[Sheet]) -> Iterator[bytes]:
    """The bytes of a workbook, a few hundred lines at a time."""
    sink = Sink()
    with ZipFile(sink, "w", ZIP_DEFLATED) as book:  # type: ignore[call-overload]
        for name, text in frame([name for name, _head, _lines in sheets]):
            book.writestr(entry(name), XML + text)
        for number, (_name, head, lines) in enumerate(sheets, start=1):
            with book.open(entry(f"xl/worksheets/sheet{number}.xml"), "w") as file:
                file.write(f'{XML}<worksheet xmlns="{MAIN}">{FROZEN_HEAD if head else ""}<sheetData>'.encode())
                waiting = enumerate(chain([head] if head else [], lines), start=1)
                last = 1
                while some := list(islice(waiting, LINES_AT_ONCE)):
                    file.write("".join(row(number, line) for number, line in some).encode())
                    last = some[-1][0]
                    yield sink.take()
                filters = f'<autoFilter ref="A1:{column_letters(len(head))[-1]}{last}"/>' if head else ""
                file.write(f"</sheetData>{filters}</worksheet>".encode())
    yield sink.take()


def entry(name: str) -> ZipInfo:
    """An entry without a time: equal rows give equal bytes."""
    info = ZipInfo(name)
    info.compress_type = ZIP_DEFLATED
    return info


def row(number: int, line: Line) -> str:
    cells = (cell(f"{letters}{number}", value) for letters, value in zip(column_letters(len(line)), line, strict=True))
    return f'<row r="{number}">{"".join(cells)}</row>'


@cache
def column_letters(count: int) -> list[str]:
    """A to Z, then AA and on, as far as ZZ."""
    return [f"{chr(64 + place // 26) if place >= 26 else ''}{chr(65 + place % 26)}" for place in range(count)]


def cell(place: str, value: Any) -> str:
    if isinstance(value, bool):
        return f'<c r="{place}" t="b"><v>{int(value)}</v></c>'
    if isinstance(value, int):
        return f'<c r="{place}"><v>{value}</v></c>'
    if isinstance(value, date):
        if value >= OLDEST:
            return f'<c r="{place}" s="1"><v>{value.toordinal() - FIRST_DAY}</v></c>'
        value = value.isoformat()
    if value is None:
        return f'<c r="{place}"/>'
    text = LIKE_AN_ESCAPE.sub("_x005F_", NO_XML.sub("", value[:LONGEST_CELL]))
    if not text:
        return f'<c r="{place}"/>'
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'


def frame(names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The parts of a workbook that say which sheets it has."""
    numbers = range(1, len(names) + 1)
    overrides = "".join(
        f'<Override PartName="/xl/worksheets/sheet{number}.xml" ContentType="{PARTS}.worksheet+xml"/>'
        for number in numbers
    )
    yield (
        "[Content_Types].xml",
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{PARTS}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{PARTS}.styles+xml"/>{overrides}</Types>',
    )
    yield "_rels/.rels", relationships([("officeDocument", "xl/workbook.xml")])
    named = zip(names, numbers, strict=True)
    sheets = "".join(f'<sheet name="{escape(name)}" sheetId="{number}" r:id="rId{number}"/>' for name, number in named)
    yield "xl/workbook.xml", f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{sheets}</sheets></workbook>'
    worksheets = [("worksheet", f"worksheets/sheet{number}.xml") for number in numbers]
    yield "xl/_rels/workbook.xml.rels", relationships([*worksheets, ("styles", "styles.xml")])
    yield "xl/styles.xml", STYLES


def relationships(targets: Sequence[tuple[str, str]]) -> str:
    inner = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{type_}" Target="{target}"/>'
        for number, (type_, target) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inner}</Relationships>'
