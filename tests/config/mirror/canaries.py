"""Invented cases with a word of their own in every text and id, and files searched for it. Nobody here exists."""

import gzip
import json
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from editions.document import Shared, build
from editions.schema import Document
from tests.invented import records as invented

LANGUAGES = {"en", "ru", "kk"}
PLAIN_TEXTS = {"judge", "name", "publisher", "amount"}


def document_with(word: str, *withheld: str, **values: Any) -> Document:
    """A document of which every text, in each language that it has, and every id holds the word."""

    def planted(record: Any) -> Any:
        return _planted(json.loads(json.dumps(record).replace("nvented", word)), word)

    sources = [planted(invented.source(id_)) for id_ in invented.SOURCES]
    case = planted(invented.case(withheld=list(withheld), **values))
    person, court, trial = planted(invented.person()), planted(invented.court()), planted(invented.trial())
    shared = Shared({row["id"]: row for row in sources}, {court["id"]: court}, {trial["id"]: trial})
    return build(case, person, shared, [])


def _planted(record: Any, word: str) -> Any:
    if isinstance(record, list):
        return [_planted(row, word) for row in record]
    if not isinstance(record, dict):
        return record
    if record and record.keys() <= LANGUAGES:
        return {language: f"{text} {word}" for language, text in record.items()}
    return {
        key: f"{text} {word}" if key in PLAIN_TEXTS and isinstance(text, str) else _planted(text, word)
        for key, text in record.items()
    }


def texts_of(name: str, content: bytes) -> Iterator[str]:
    """What a file says, with its name and what is packed in it: workbooks, archives, compressed streams of pictures."""
    yield name.lower()
    yield content.decode("utf-8", "ignore").lower()
    if zipfile.is_zipfile(BytesIO(content)):
        with zipfile.ZipFile(BytesIO(content)) as packed:
            for entry in packed.namelist():
                yield from texts_of(entry, packed.read(entry))
    elif content.startswith(b"\x1f\x8b"):
        yield from texts_of(name, gzip.decompress(content))
    elif content.startswith(b"%PDF"):
        for stream in content.split(b"stream\r\n")[1:] + content.split(b"stream\n")[1:]:
            yield zlib.decompressobj().decompress(stream).decode("latin-1").lower()


def files_with(word: str, files: dict[str, bytes]) -> list[str]:
    return [name for name, content in files.items() if any(word in text for text in texts_of(name, content))]
