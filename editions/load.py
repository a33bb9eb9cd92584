"""Stored documents of any format as today's Document; stored bytes are never rewritten."""

from collections.abc import Callable, Mapping
from typing import Any

from pydantic_core import from_json

from editions.parts import RECORDS, is_rows
from editions.readings import with_readings
from editions.schema.document import DOCUMENT_FORMAT, Document
from records.json_dict import JSONDict


def from_1(plain: JSONDict) -> JSONDict:
    """Format 2 salts parts, not the whole, names no other case, and has two readings of every date."""
    kept = {key: content for key, content in plain.items() if key not in ("salt", "others")}
    prior = [{**row, "case": None} for row in plain["case"]["prior"]]
    return {
        **kept,
        "format": "shekteu-document/2",
        "salts": {},
        "case": {**plain["case"], "prior": prior},
        "reckoning": with_readings({**plain["reckoning"], "used": []}),
    }


UPGRADES: Mapping[str, Callable[[JSONDict], JSONDict]] = {"shekteu-document/1": from_1}
"""For each old format a pure function to the next one; the result names its own format."""


class UnknownFormat(ValueError):
    """A document's format is none that this release reads."""


def load(content: bytes, format: str) -> Document:
    """The document that `content` of that `format` spells, upgraded step by step.

    Raises UnknownFormat, and pydantic's ValidationError for what is no document.
    """
    return Document.model_validate(closed_up(_upgraded(content, format)))


def plain_of(content: bytes | str, format: str) -> JSONDict:
    """The same as a plain object, not validated a second time unless something was erased since."""
    plain = _upgraded(content, format)
    return Document.model_validate(closed_up(plain)).to_dict() if plain.get("leaves") else plain


def _upgraded(content: bytes | str, format: str) -> JSONDict:
    plain: JSONDict = from_json(content)
    while format != DOCUMENT_FORMAT:
        if format not in UPGRADES:
            raise UnknownFormat(f'no way leads from "{format}" to "{DOCUMENT_FORMAT}": install a newer release')
        plain = UPGRADES[format](plain)
        format = plain["format"]
    return plain


EMPTY: Mapping[str, Any] = {"steps": [], "early": [], "likely": None}
"""What stands for a block of the reckoning that was erased."""


def closed_up(plain: JSONDict) -> JSONDict:
    """The document without the free places of erased rows, and with empty blocks where blocks were erased."""
    if not plain.get("leaves"):
        return plain
    closed = {name: _without_free_places(plain[name]) for name in (*RECORDS, "reckoning")}
    for path in plain["leaves"]:
        name, *way = path.split(".")
        if name == "reckoning" and len(way) == 3 and way[2] in EMPTY:
            key, row_id, block = way
            closed[name][key] = [
                {block: EMPTY[block], **row} if row["id"] == row_id else row for row in closed[name][key]
            ]
    return {**plain, **closed}


def _without_free_places(record: JSONDict) -> JSONDict:
    return {
        key: [row for row in content if row is not None] if is_rows(content) else content
        for key, content in record.items()
    }
