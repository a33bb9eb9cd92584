"""Bytes of an archive file as plain values, refusing early what can be no archive."""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any, BinaryIO

MEGABYTE = 1024 * 1024
LARGEST = 64 * MEGABYTE
HALF_A_SIGN = re.compile(rb"\\u[dD][89a-fA-F]")
"""Where half of a sign may stand alone: no database and no page takes it."""


class NotReadable(ValueError):
    """A file cannot be imported; `problems` names each place and its remedy."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


def read_path(path: Path, largest: int = LARGEST) -> Any:
    """Returns the plain value of an archive file, or of all the archive files in a folder as one.

    Raises NotReadable, OSError.
    """
    if not path.is_dir():
        with path.open("rb") as stream:
            return read_plain(stream, largest)
    files = sorted(path.glob("*.json"))
    if not files:
        raise NotReadable(["the folder holds no .json file: give one that does"])
    return joined([(file.name, _named(file, largest)) for file in files])


def _named(file: Path, largest: int) -> Any:
    """The plain value of one file of a folder; what is wrong with it is told under its name."""
    try:
        return read_path(file, largest)
    except NotReadable as error:
        raise NotReadable([f"{file.name}: {problem}" for problem in error.problems]) from error


def joined(files: list[tuple[str, Any]]) -> Any:
    """Returns the plain values of several archive files as one: their lists one after the other.

    Raises NotReadable for a file whose form or format differs from the first one's.
    """
    _, whole = files[0]
    if not isinstance(whole, dict):
        return whole
    whole = dict(whole)
    for name, plain in files[1:]:
        if not isinstance(plain, dict) or plain.get("format") != whole.get("format"):
            raise NotReadable([f"{name}: is no file of format {whole.get('format')!r} like the first of its folder"])
        for key, rows in plain.items():
            if key != "format" and isinstance(rows, list) and isinstance(whole.get(key, []), list):
                whole[key] = [*whole.get(key, []), *rows]
            else:
                whole.setdefault(key, rows)
    return whole


def read_plain(stream: BinaryIO, largest: int = LARGEST) -> Any:
    """The plain value in `stream`, at most `largest` bytes of JSON in UTF-8. Raises NotReadable."""
    return parse(_read(stream, largest))


def _read(stream: BinaryIO, largest: int) -> bytes:
    content = bytearray()
    while chunk := stream.read(MEGABYTE):
        if not content:
            _refuse_other_formats(chunk)
        content += chunk
        if len(content) > largest:
            raise NotReadable(
                [f"the file is larger than {largest // MEGABYTE} MB: split it, or allow more with --largest"]
            )
    if not content:
        raise NotReadable(['the file is empty: give a JSON file of format "shekteu/1"'])
    return bytes(content)


def _refuse_other_formats(beginning: bytes) -> None:
    start = beginning.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not start.startswith(b"{"):
        raise NotReadable(['line 1, column 1: an archive file begins with {: give a JSON file of format "shekteu/1"'])


def parse(content: bytes) -> Any:
    """The plain value that `content` spells as JSON. Raises NotReadable with line and column."""
    try:
        plain = json.loads(_decoded(content), object_pairs_hook=_object)
        if HALF_A_SIGN.search(content):
            json.dumps(plain, ensure_ascii=False).encode()
        return plain
    except UnicodeEncodeError as error:
        raise NotReadable(["half of a sign, such as \\ud800, is no text: write the whole sign"]) from error
    except json.JSONDecodeError as error:
        raise NotReadable([f"line {error.lineno}, column {error.colno}: no valid JSON: {error.msg}"]) from error
    except RecursionError as error:
        raise NotReadable(["the file nests objects too deeply for an archive: check its brackets"]) from error
    except NotReadable:
        raise
    except ValueError as error:
        raise NotReadable(["a number in the file is too long: check it"]) from error


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        line = before.count(b"\n") + 1
        column = error.start - before.rfind(b"\n")
        raise NotReadable([f"line {line}, byte {column}: no UTF-8 text: save the file as UTF-8"]) from error


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    plain = dict(pairs)
    if len(plain) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key, times in Counter(keys).items() if times > 1)
        with_id = f" ({plain['id']})" if isinstance(plain.get("id"), str) else ""
        raise NotReadable([f'an object{with_id} has the key "{twice}" twice: remove one'])
    return plain
