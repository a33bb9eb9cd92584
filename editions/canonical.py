"""Plain values as canonical bytes, so that equal values have equal digests."""

import hashlib
import json
import unicodedata
from collections.abc import Collection
from typing import Any

import orjson

TEXT = frozenset((str,))
PLAIN = frozenset((str, int, bool, type(None)))


class NotCanonical(ValueError):
    """A value has no canonical bytes; the message says where and why."""


def canonical(value: Any) -> bytes:
    """`value` as JSON in UTF-8: keys sorted, texts in NFC, no spaces, no floats.

    Raises NotCanonical for anything but objects, lists, texts, whole numbers of 64 bits, true, false, null.
    """
    return canonical_unchecked(value if _is_plain(value) else _plain(value, "$"))


def canonical_unchecked(value: Any) -> bytes:
    """The same for what is known to hold nothing else, as what a schema wrote: it is not looked through."""
    content = _sorted_json(value)
    return content if unicodedata.is_normalized("NFC", content.decode()) else _sorted_json(_plain(value, "$"))


def _sorted_json(value: Any) -> bytes:
    try:
        return orjson.dumps(value, option=orjson.OPT_SORT_KEYS)
    except orjson.JSONEncodeError as error:
        raise NotCanonical(_why_not(value)) from error


def _why_not(value: Any) -> str:
    """What keeps plain values from being JSON in UTF-8."""
    try:
        json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    except UnicodeEncodeError as error:
        return f"a text holds half a character at {error.start}: remove it"
    return "a whole number has more than 64 bits: write it as a text"


def digest(content: bytes) -> str:
    """The SHA-256 of `content` in 64 hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def _is_plain(value: Any) -> bool:
    """Whether JSON writes it as canonical bytes do, normal form aside: nearly always, and soon seen."""
    kind = type(value)
    if kind is dict:
        return TEXT.issuperset(map(type, value)) and _are_plain(value.values())
    return kind in PLAIN or (kind in (list, tuple) and _are_plain(value))


def _are_plain(values: Collection[Any]) -> bool:
    return PLAIN.issuperset(map(type, values)) or all(map(_is_plain, values))


def _plain(value: Any, place: str) -> Any:
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, dict):
        return _plain_object(value, place)
    if isinstance(value, list | tuple):
        return [_plain(part, f"{place}[{index}]") for index, part in enumerate(value)]
    raise NotCanonical(f"{place} is a {type(value).__name__}: write a text or a whole number")


def _plain_object(value: dict[Any, Any], place: str) -> dict[str, Any]:
    plain = {}
    for key, part in value.items():
        if not isinstance(key, str):
            raise NotCanonical(f"{place} has the key {key!r}: keys are texts")
        plain[unicodedata.normalize("NFC", key)] = _plain(part, f"{place}.{key}")
    if len(plain) != len(value):
        raise NotCanonical(f"{place} has two keys that are one in NFC: rename one")
    return plain
