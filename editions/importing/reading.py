"""Bytes of an archive file as plain values, refusing early what can be no archive."""

import json
import re
from collections import Counter
from typing import Any, BinaryIO

MEGABYTE = 1024 * 1024
LARGEST = 64 * MEGABYTE
HALF_A_SIGN = r"\\u[dD][89a-fA-F]"
"""Where half of a sign may stand alone: no database and no page takes it."""
EMPTY = 'the file is empty: give a JSON file of format "shekteu/1"'
NO_ARCHIVE = 'line 1, column 1: an archive file begins with {: give a JSON file of format "shekteu/1"'
TOO_LARGE = "the file is larger than %d MB: split it, or allow more with --largest"


class NotReadable(ValueError):
    """A file cannot be imported; `problems` names each place and its remedy."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


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
            raise NotReadable([TOO_LARGE % (largest // MEGABYTE)])
    if not content:
        raise NotReadable([EMPTY])
    return bytes(content)


def _refuse_other_formats(beginning: bytes) -> None:
    start = beginning.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not start.startswith(b"{"):
        raise NotReadable([NO_ARCHIVE])


def parse(content: bytes) -> Any:
    """The plain value that `content` spells as JSON. Raises NotReadable with line and column."""
    try:
        plain = json.loads(_decoded(content), object_pairs_hook=unique_keys)
        if re.search(HALF_A_SIGN.encode(), content):
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


def unique_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object of JSON with its keys. Raises NotReadable for a key that stands twice."""
    plain = dict(pairs)
    if len(plain) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key, times in Counter(keys).items() if times > 1)
        with_id = f" ({plain['id']})" if isinstance(plain.get("id"), str) else ""
        raise NotReadable([f'an object{with_id} has the key "{twice}" twice: remove one'])
    return plain
