"""Stored documents of any format as today's Document; stored bytes are never rewritten."""

import json
from collections.abc import Callable, Mapping

from editions.schema.document import DOCUMENT_FORMAT, Document
from records.json_dict import JSONDict

UPGRADES: Mapping[str, Callable[[JSONDict], JSONDict]] = {}
"""For each old format a pure function to the next one; the result names its own format."""


class UnknownFormat(ValueError):
    """A document's format is none that this release reads."""


def load(content: bytes, format: str) -> Document:
    """The document that `content` of that `format` spells, upgraded step by step.

    Raises UnknownFormat, and pydantic's ValidationError for what is no document.
    """
    plain: JSONDict = json.loads(content)
    while format != DOCUMENT_FORMAT:
        if format not in UPGRADES:
            raise UnknownFormat(f'no way leads from "{format}" to "{DOCUMENT_FORMAT}": install a newer release')
        plain = UPGRADES[format](plain)
        format = plain["format"]
    return Document.model_validate(plain)
