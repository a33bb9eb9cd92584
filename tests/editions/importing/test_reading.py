import io
import time

import pytest

from editions.importing.reading import MEGABYTE, NotReadable, read_plain


def problem(content: bytes, largest: int = MEGABYTE) -> str:
    with pytest.raises(NotReadable) as error:
        read_plain(io.BytesIO(content), largest)
    assert len(error.value.problems) == 1
    return error.value.problems[0]


class Nonsense(io.RawIOBase):
    """A hundred megabytes of nonsense, counted as they are read."""

    def __init__(self, beginning: bytes) -> None:
        self.beginning, self.given = beginning, 0

    def read(self, size: int = -1) -> bytes:
        if self.given >= 100 * MEGABYTE:
            return b""
        chunk = (self.beginning if not self.given else b"").ljust(size, b"x")
        self.given += size
        return chunk


def test_read_plain_when_file_is_an_archive() -> None:
    assert read_plain(io.BytesIO('{"format": "shekteu/1"}'.encode("utf-8-sig"))) == {"format": "shekteu/1"}


def test_read_plain_when_100_megabytes_begin_as_nonsense() -> None:
    nonsense = Nonsense(b"")
    with pytest.raises(NotReadable) as error:
        read_plain(nonsense)
    assert error.value.problems == [
        'line 1, column 1: an archive file begins with {: give a JSON file of format "shekteu/1"'
    ]
    assert nonsense.given == MEGABYTE


def test_read_plain_when_100_megabytes_begin_like_an_archive() -> None:
    nonsense = Nonsense(b"{")
    with pytest.raises(NotReadable) as error:
        read_plain(nonsense, largest=8 * MEGABYTE)
    assert error.value.problems == ["the file is larger than 8 MB: split it, or allow more with --largest"]
    assert nonsense.given == 9 * MEGABYTE


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", 'the file is empty: give a JSON file of format "shekteu/1"'),
        (b'{"a":\n tru}', "line 2, column 2: no valid JSON: Expecting value"),
        (b'{"a": 1} x', "line 1, column 10: no valid JSON: Extra data"),
        (b'{"a": "\n\xff"}', "line 2, byte 1: no UTF-8 text: save the file as UTF-8"),
        (b'{"id": "ban", "a": 1, "a": 2}', 'an object (ban) has the key "a" twice: remove one'),
        (b'{"a":' * 100_000, "the file nests objects too deeply for an archive: check its brackets"),
        (b'{"a": ' + b"1" * 5000 + b"}", "a number in the file is too long: check it"),
    ],
)
def test_read_plain_when_file_is_malformed(content: bytes, message: str) -> None:
    assert problem(content) == message


@pytest.mark.parametrize("half", ["\\ud800", "\\uDFFF", "\\udc00\\ud800"])
def test_half_of_a_sign_is_refused(half: str) -> None:
    with pytest.raises(NotReadable, match="half of a sign"):
        read_plain(io.BytesIO(f'{{"cases": [{{"id": ["{half}"]}}]}}'.encode()))


def test_whole_sign_written_in_halves_is_read() -> None:
    assert read_plain(io.BytesIO(b'{"id": "\\ud83d\\ude00"}')) == {"id": "\U0001f600"}


def test_object_of_many_keys_is_refused_at_once() -> None:
    keys = ", ".join(f'"{number}": 1' for number in range(100_000))
    began = time.process_time()
    with pytest.raises(NotReadable, match='the key "99999" twice'):
        read_plain(io.BytesIO(f'{{{keys}, "99999": 2}}'.encode()))
    assert time.process_time() - began < 5
