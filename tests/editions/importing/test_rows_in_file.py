"""Files that are read in pieces say what a whole reading says, however the pieces fall."""

import json
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from editions.importing import rows_in_file
from editions.importing.checking import checked
from editions.importing.reading import MEGABYTE, NotReadable, parse
from editions.importing.rows_in_file import archive_in
from tests.invented import records as invented
from tests.shipped import FOLDER, whole

Write = Callable[[bytes], Path]
TEXTS = ["Макс Бокаев", 'a "quote" and \\ and \n', "\U0001f600", "Әділет", ""]
ARCHIVE = {
    "format": "shekteu/1",
    "people": [{"id": text, "n": [1, -2.5, True, None, {"deep": [[], {}]}]} for text in TEXTS],
    "cases": [],
    "numbers": [10, 200, 3000],
    "note": {"in": "the middle"},
    "sources": [{"text": text * 40} for text in TEXTS],
}


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write(content: bytes) -> Path:
        path = tmp_path / "archive.json"
        path.write_bytes(content)
        return path

    return write


def in_pieces_of(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows_in_file, "PIECE", size)


def problem(path: Path, largest: int = 64 * MEGABYTE) -> str:
    with pytest.raises(NotReadable) as error:
        archive_in(path, largest)
    assert len(error.value.problems) == 1
    return error.value.problems[0]


@pytest.mark.parametrize("size", [1, 2, 3, 7, 64, 1000, MEGABYTE])
@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("ascii_", [True, False])
def test_archive_is_the_same_however_the_pieces_fall(
    size: int, indent: int | None, ascii_: bool, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_pieces_of(size, monkeypatch)
    content = json.dumps(ARCHIVE, indent=indent, ensure_ascii=ascii_).encode("utf-8-sig")
    plain = archive_in(write(content))
    assert whole(plain) == ARCHIVE
    assert whole(plain) == ARCHIVE  # read again
    assert len(plain["people"]) == 5


def test_what_ships_is_read_as_it_was_before(monkeypatch: pytest.MonkeyPatch) -> None:
    in_pieces_of(10_000, monkeypatch)
    together: dict[str, Any] = {}
    for file in sorted(FOLDER.glob("*.json")):
        for key, content in parse(file.read_bytes()).items():
            together[key] = [*together.get(key, []), *content] if key != "format" else content
    assert whole(archive_in(FOLDER)) == together


@pytest.mark.parametrize("size", [1, 5, MEGABYTE])
@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", 'the file is empty: give a JSON file of format "shekteu/1"'),
        (b" [1]", 'line 1, column 1: an archive file begins with {: give a JSON file of format "shekteu/1"'),
        (b'{"a":\n tru}', "line 2, column 2: no valid JSON: Expecting value"),
        (b'{"cases": [{"a": 1},\n {"a": 1.2.3}]}', "line 2, column 11: no valid JSON: Expecting ',' delimiter"),
        (b'{"cases": [{"a": 1}\n {"b": 1}]}', "line 2, column 2: no valid JSON: Expecting ',' delimiter"),
        (b'{"cases": [{"a": 1},\n]}', "line 2, column 1: no valid JSON: Expecting value"),
        (b'{"cases": [\n{"a": "b', "line 2, column 7: no valid JSON: Unterminated string starting at"),
        (b'{"cases": [1', "line 1, column 13: no valid JSON: Expecting ',' delimiter"),
        (b'{"cases" [1]}', "line 1, column 10: no valid JSON: Expecting ':' delimiter"),
        (b'{"a": 1,}', "line 1, column 9: no valid JSON: Expecting property name enclosed in double quotes"),
        (b"{", "line 1, column 2: no valid JSON: Expecting property name enclosed in double quotes"),
        (b'{"a": 1} x', "line 1, column 10: no valid JSON: Extra data"),
        (b'{"a": "\n\xff"}', "line 2, column 1: no UTF-8 text: save it as UTF-8"),
        (b'{"a": ["\n\xd0', "line 2, column 1: no UTF-8 text: save it as UTF-8"),
        (
            b'{"a": [\n{"id": "ban", "a": 1, "a": 2}]}',
            'line 2, column 1: an object (ban) has the key "a" twice: remove one',
        ),
        (b'{"a": 1, "a": []}', 'line 1, column 14: an object has the key "a" twice: remove one'),
        (b'{"a": ["\\ud800"]}', "line 1, column 8: half of a sign, such as \\ud800, is no text: write the whole sign"),
        (
            b'{"a": ' + b"1" * 5000 + b"}",
            "line 1, column 7: a number is too long: check it",
        ),
        (
            b'{"a":\n' + b'{"b":' * 100_000,
            "line 2, column 1: objects nest too deeply for an archive: check the brackets",
        ),
    ],
)
def test_wrong_file_names_its_place_however_the_pieces_fall(
    size: int, content: bytes, message: str, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_pieces_of(size, monkeypatch)
    assert problem(write(content)) == message


def test_file_when_larger_than_allowed_or_wrong_from_the_beginning(write: Write) -> None:
    path = write(b"{" + b" " * 2 * MEGABYTE)
    assert problem(path, MEGABYTE) == "the file is larger than 1 MB: split it, or allow more with --largest"
    assert problem(write(b"nonsense" * MEGABYTE), MEGABYTE).startswith(
        "line 1, column 1: an archive file begins with {"
    )


def test_value_that_never_ends_is_refused_before_it_is_held(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows_in_file, "LARGEST_ROW", MEGABYTE)
    path = write(b'{"people": [\n"' + b"a" * 5 * MEGABYTE)
    assert problem(path) == "line 2, column 1: this is larger than 1 MB: check its quotes and brackets"


def test_file_when_changed_between_two_readings(write: Write) -> None:
    plain = archive_in(write(b'{"people": [1, 2]}'))
    write(b'{"people": [1, 2, 3]}')
    with pytest.raises(NotReadable) as error:
        list(plain["people"])
    assert error.value.problems == ["archive.json: it was changed while it was read: try again"]


def test_large_file_is_checked_without_being_held(write: Write) -> None:
    """Of what is read only ids stay, and the piece that is read."""
    about = {"en": "x" * 9000, "ru": "ы" * 9000}
    people = [invented.person(f"person-{number}", about=about, sources=[], recognitions=[]) for number in range(400)]
    path = write(json.dumps({"format": "shekteu/1", "people": people}, ensure_ascii=False).encode())
    del people
    assert path.stat().st_size > 10 * MEGABYTE
    tracemalloc.start()
    archive = checked(archive_in(path))
    assert sum(1 for _person in archive.people) == 400
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 9 * MEGABYTE


def test_folder_is_read_as_one_file(tmp_path: Path) -> None:
    (tmp_path / "b.json").write_text('{"format": "shekteu/1", "people": [2], "cases": [3]}')
    (tmp_path / "a.json").write_text('{"format": "shekteu/1", "people": [1], "tags": []}')
    (tmp_path / "notes.txt").write_text("no archive")

    assert whole(archive_in(tmp_path)) == {"format": "shekteu/1", "people": [1, 2], "tags": [], "cases": [3]}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('{"format": "shekteu/2"}', "b.json: is no file of format 'shekteu/1' like the first of its folder"),
        ("{", "b.json: line 1, column 2: no valid JSON: Expecting property name enclosed in double quotes"),
    ],
)
def test_folder_when_a_file_does_not_fit(content: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"format": "shekteu/1"}')
    (tmp_path / "b.json").write_text(content)
    assert problem(tmp_path) == message


def test_folder_when_it_holds_no_archive(tmp_path: Path) -> None:
    assert problem(tmp_path) == "the folder holds no .json file: give one that does"
