"""The plain objects that files and documents are made of."""

from collections.abc import Iterator
from typing import Any

JSONDict = dict[str, Any]
"""An object of JSON: texts, whole numbers, true, false, null, lists and objects by key."""


def texts(record: Any) -> Iterator[str]:
    """Every text of a plain value, however deep; keys of objects are none."""
    if isinstance(record, str):
        yield record
    elif isinstance(record, dict):
        for inner in record.values():
            yield from texts(inner)
    elif isinstance(record, list):
        for inner in record:
            yield from texts(inner)
