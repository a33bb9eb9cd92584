"""What pydantic found wrong, in an editor's words and with the place in the file."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError

Details = Mapping[str, Any]

_SHOULD_BE = {
    "string_type": "a text in quotes",
    "list_type": "a list in [ ]",
    "dict_type": "an object in { }",
    "model_type": "an object in { }",
    "model_attributes_type": "an object in { }",
    "bool_type": "true or false",
    "int_type": "a whole number",
}


def complaints(error: ValidationError, plain: Any, place: str) -> list[str]:
    """One line for each thing wrong in `plain`, which stands at `place` in the file."""
    return [f"{_place(place, found['loc'], plain)}: {message(found)}" for found in error.errors(include_url=False)]


def _place(place: str, location: Sequence[str | int], plain: Any) -> str:
    """`place` and the keys that lead to the error; pydantic's own tags are no keys and drop out."""
    for step in location:
        if isinstance(plain, dict) and isinstance(step, str) and step in plain:
            place, plain = f"{place}.{step}", plain[step]
        elif isinstance(plain, list) and isinstance(step, int) and step < len(plain):
            place, plain = f"{place}[{step}]", plain[step]
        elif isinstance(plain, dict) and step == location[-1] and step not in _TAGS:
            place = f"{place}.{step}"
    return place.removeprefix(".")


_TAGS = ("[key]", "list", "object", "date", "unknown")


def message(found: Any) -> str:
    kind: str = found["type"]
    if kind in _SHOULD_BE:
        return f"must be {_SHOULD_BE[kind]}, is {_shown(found['input'])}"
    return _MESSAGES.get(kind, _as_is)(found)


def _as_is(found: Details) -> str:
    return str(found["msg"])


def _missing(found: Details) -> str:
    return "is missing: add it"


def _extra(found: Details) -> str:
    return "is no key of the format: remove it or check its spelling"


def _literal(found: Details) -> str:
    words = re.findall(r"'([^']*)'", found["ctx"]["expected"])
    near = get_close_matches(str(found["input"]), words, n=1)
    offer = f'did you mean "{near[0]}"? ' if near else ""
    return f"{_shown(found['input'])} is unknown: {offer}known are {', '.join(words)}"


_MESSAGES: dict[str, Callable[[Details], str]] = {
    "missing": _missing,
    "extra_forbidden": _extra,
    "literal_error": _literal,
}


def _shown(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 60 else f"{text[:57]}..."
