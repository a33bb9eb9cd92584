"""A workbook that is written as it is sent."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree

from archive.exports.workbook import LINES_AT_ONCE, LONGEST_CELL, column_letters, workbook

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def read(content: bytes, number: int = 1) -> list[list[tuple[str | None, str]]]:
    """The cells of a sheet: their types and what they hold."""
    with zipfile.ZipFile(BytesIO(content)) as book:
        assert book.testzip() is None
        for name in book.namelist():
            ElementTree.fromstring(book.read(name))
        root = ElementTree.fromstring(book.read(f"xl/worksheets/sheet{number}.xml"))
    return [
        [(one.get("t"), "".join(one.itertext())) for one in row.iter(f"{MAIN}c")] for row in root.iter(f"{MAIN}row")
    ]


def test_numbers_are_numbers_and_all_else_is_text() -> None:
    line = (7, "=1+1", "<b> & co", " Боқай ", "", "7", "a\x07b\nc")
    (cells,) = read(b"".join(workbook([("one", (), [line])])))
    text = "inlineStr"
    assert cells == [
        (None, "7"),
        *((text, "=1+1"), (text, "<b> & co"), (text, " Боқай "), (None, ""), (text, "7"), (text, "ab\nc")),
    ]


def test_text_that_looks_like_an_escape_stays_what_it_is() -> None:
    ((cell,),) = read(b"".join(workbook([("one", (), [("_x0041_",)])])))
    assert cell == ("inlineStr", "_x005F_x0041_")


def test_text_is_no_longer_than_a_cell_may_be() -> None:
    (((_type, text),),) = read(b"".join(workbook([("one", (), [("a" * 50_000,)])])))
    assert len(text) == LONGEST_CELL


def test_first_bytes_come_before_the_last_line_is_asked_for() -> None:
    asked = []

    def lines() -> Iterator[tuple[int]]:
        for number in range(20 * LINES_AT_ONCE):
            asked.append(number)
            yield (number,)

    chunks = workbook([("one", ("number",), lines())])
    first = next(chunks)
    assert (first[:2], len(asked) <= LINES_AT_ONCE) == (b"PK", True)
    rows = read(first + b"".join(chunks))
    assert (rows[0], len(rows)) == ([("inlineStr", "number")], 1 + 20 * LINES_AT_ONCE)


def test_sheets_are_named_and_a_head_stays_in_sight() -> None:
    content = b"".join(workbook([("about", (), []), ("a & b", ("x",), [])]))
    with zipfile.ZipFile(BytesIO(content)) as book:
        names = [
            sheet.get("name") for sheet in ElementTree.fromstring(book.read("xl/workbook.xml")).iter(f"{MAIN}sheet")
        ]
        frozen = [b"frozen" in book.read(f"xl/worksheets/sheet{number}.xml") for number in (1, 2)]
    assert (names, frozen) == (["about", "a & b"], [False, True])
    assert content == b"".join(workbook([("about", (), []), ("a & b", ("x",), [])]))


def test_letters_of_columns() -> None:
    assert [column_letters(53)[place] for place in (0, 25, 26, 51, 52)] == ["A", "Z", "AA", "AZ", "BA"]
