"""An archive file too large to hold: its lists are read row by row, as often as somebody goes through them."""

import json
import re
from codecs import BOM_UTF8, getincrementaldecoder
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, Never

from editions.importing.reading import (
    EMPTY,
    HALF_A_SIGN,
    MEGABYTE,
    NO_ARCHIVE,
    TOO_LARGE,
    NotReadable,
    unique_keys,
)

LARGEST = 4096 * MEGABYTE
PIECE = MEGABYTE
LARGEST_ROW = 16 * MEGABYTE
CUT_OFF = 16
"""Characters: what looks wrong so near the end of what was read may go on behind it."""
SPACE = re.compile(r"[ \t\n\r]*")
HALF = re.compile(HALF_A_SIGN)
JSON = json.JSONDecoder(object_pairs_hook=unique_keys)


class Position(NamedTuple):
    """A place in a file, counted in bytes, in lines, and in characters since the line began."""

    byte: int = 0
    line: int = 1
    column: int = 1

    def after(self, text: str) -> "Position":
        lines = text.count("\n")
        column = len(text) - text.rfind("\n") if lines else self.column + len(text)
        return Position(self.byte + len(text.encode()), self.line + lines, column)


class JsonText:
    """The text of a stream from a place on, of which only a piece is held. Raises NotReadable, naming line and column.

    Nothing is read a second time but what a piece has cut off.
    """

    def __init__(self, stream: BinaryIO, start: Position) -> None:
        stream.seek(start.byte)
        self._stream, self._decoder = stream, getincrementaldecoder("utf-8")()
        self._start, self._piece, self._at, self._ended = start, "", 0, False

    @property
    def place(self) -> Position:
        return self._start.after(self._piece[: self._at])

    def next_sign(self) -> str:
        """The next character that is no space, which stays; empty at the end."""
        self._at = self._behind_space()
        while self._at == len(self._piece) and not self._ended:
            self._read_on()
            self._at = self._behind_space()
        return self._piece[self._at : self._at + 1]

    def take(self, sign: str) -> None:
        if self.next_sign() != sign:
            self.not_json(f"Expecting '{sign}' delimiter")
        self._at += 1

    def value(self) -> Any:
        """The next value, whole."""
        self.next_sign()
        while True:
            try:
                value, end = JSON.raw_decode(self._piece, self._at)
                if end < len(self._piece) or self._ended:
                    break
            except json.JSONDecodeError as error:
                if self._ended or not self._is_cut_off(error):
                    self._at = error.pos
                    self.not_json(error.msg)
            except RecursionError:
                self.refuse("objects nest too deeply for an archive: check the brackets")
            except NotReadable as error:
                self.refuse(error.problems[0])
            except ValueError:
                self.refuse("a number is too long: check it")
            if len(self._piece) - self._at > LARGEST_ROW:
                self.refuse(f"this is larger than {LARGEST_ROW // MEGABYTE} MB: check its quotes and brackets")
            self._read_on()
        if HALF.search(self._piece, self._at, end) and _has_half_a_sign(value):
            self.refuse("half of a sign, such as \\ud800, is no text: write the whole sign")
        self._at = end
        return value

    def rows(self) -> Iterator[Any]:
        """The values of the list that begins here."""
        self.take("[")
        while self.next_sign() != "]":
            yield self.value()
            if self.next_sign() != "]":
                self.take(",")
                if self.next_sign() == "]":
                    self.not_json("Expecting value")
        self.take("]")

    def entries(self) -> Iterator[str]:
        """The keys of the object that begins here. After each, whoever asks reads its value."""
        self.take("{")
        is_last = self.next_sign() == "}"
        while not is_last:
            if self.next_sign() != '"':
                self.not_json("Expecting property name enclosed in double quotes")
            key = str(self.value())
            self.take(":")
            yield key
            is_last = self.next_sign() == "}"
            if not is_last:
                self.take(",")
        self.take("}")

    def not_json(self, message: str) -> Never:
        self.refuse(f"no valid JSON: {message}")

    def refuse(self, message: str) -> Never:
        """Says what is wrong with what comes next."""
        raise NotReadable([f"line {self.place.line}, column {self.place.column}: {message}"])

    def _behind_space(self) -> int:
        match = SPACE.match(self._piece, self._at)
        return match.end() if match else self._at

    def _is_cut_off(self, error: json.JSONDecodeError) -> bool:
        return error.pos > len(self._piece) - CUT_OFF or error.msg.startswith("Unterminated string")

    def _read_on(self) -> None:
        """Lets go of what was read and reads as much again as is left, at least a piece."""
        self._start, self._piece, self._at = self.place, self._piece[self._at :], 0
        content = self._stream.read(max(PIECE, len(self._piece)))
        self._ended = not content
        try:
            self._piece += self._decoder.decode(content, final=self._ended)
        except UnicodeDecodeError as error:
            place = self._start.after(self._piece + error.object[: error.start].decode())
            raise NotReadable([f"line {place.line}, column {place.column}: no UTF-8 text: save it as UTF-8"]) from error


def _has_half_a_sign(value: Any) -> bool:
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return True
    return False


class ListInFile(NamedTuple):
    """A list in a file: where it begins, how many rows it has, and the size and the moment that the file had then."""

    path: Path
    start: Position
    length: int
    written: tuple[int, int]

    def rows(self) -> Iterator[Any]:
        with self.path.open("rb") as stream:
            if _written(self.path) != self.written:
                raise NotReadable([f"{self.path.name}: it was changed while it was read: try again"])
            yield from JsonText(stream, self.start).rows()


class RowsInFiles:
    """The rows of a list, of several files' lists one after the other; read anew each time."""

    def __init__(self, *lists: ListInFile) -> None:
        self.lists = lists

    def __iter__(self) -> Iterator[Any]:
        return chain.from_iterable(each.rows() for each in self.lists)

    def __len__(self) -> int:
        return sum(each.length for each in self.lists)


def archive_in(path: Path, largest: int = LARGEST) -> dict[str, Any]:
    """The plain value of an archive file, or of all the archive files in a folder as one; its lists stay in the files.

    All of it is read once: whoever goes through the lists meets nothing unreadable. Raises NotReadable, OSError.
    """
    if not path.is_dir():
        return _archive_in_file(path, largest)
    files = sorted(path.glob("*.json"))
    if not files:
        raise NotReadable(["the folder holds no .json file: give one that does"])
    return _joined({file.name: _named(file, largest) for file in files})


def _named(file: Path, largest: int) -> dict[str, Any]:
    """What is wrong with a file of a folder is told under its name."""
    try:
        return _archive_in_file(file, largest)
    except NotReadable as error:
        raise NotReadable([f"{file.name}: {problem}" for problem in error.problems]) from error


def _joined(files: dict[str, dict[str, Any]]) -> dict[str, Any]:
    whole: dict[str, Any] = {}
    for name, plain in files.items():
        if plain.get("format") != whole.setdefault("format", plain.get("format")):
            raise NotReadable([f"{name}: is no file of format {whole['format']!r} like the first of its folder"])
        for key, content in plain.items():
            before = whole.setdefault(key, content)
            if before is not content and isinstance(before, RowsInFiles) and isinstance(content, RowsInFiles):
                whole[key] = RowsInFiles(*before.lists, *content.lists)
    return whole


def _archive_in_file(path: Path, largest: int) -> dict[str, Any]:
    with path.open("rb") as stream:
        if not stream.seekable():
            raise NotReadable(["it can be read only once: give a file that is stored"])
        size, _moment = written = _written(path)
        text = JsonText(stream, Position(len(BOM_UTF8) if stream.read(len(BOM_UTF8)) == BOM_UTF8 else 0))
        if not size or text.next_sign() != "{":
            raise NotReadable([NO_ARCHIVE if size else EMPTY])
        if size > largest:
            raise NotReadable([TOO_LARGE % (largest // MEGABYTE)])
        plain: dict[str, Any] = {}
        for key in text.entries():
            if key in plain:
                text.refuse(f'an object has the key "{key}" twice: remove one')
            if text.next_sign() == "[":
                start = text.place
                plain[key] = RowsInFiles(ListInFile(path, start, sum(1 for _row in text.rows()), written))
            else:
                plain[key] = text.value()
        if text.next_sign():
            text.not_json("Extra data")
        return plain


def _written(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_size, status.st_mtime_ns
