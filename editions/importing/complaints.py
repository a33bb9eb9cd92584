"""What pydantic found wrong, in an editor's words and with the place in the file."""

import json
import re
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError

_SHOULD_BE = {
    "string_type": "a text in quotes",
    "list_type": "a list in [ ]",
    "dict_type": "an object in { }",
    "model_type": "an object in { }",
    "model_attributes_type": "an object in { }",
    "bool_type": "true or false",
    "int_type": "a whole number",
}
_MESSAGES = {
    "missing": "is missing: add it",
    "extra_forbidden": "is no key of the format: remove it or check its spelling",
}


def complaints(error: ValidationError, plain: Any, place: str) -> list[str]:
    """One line for each thing wrong in `plain`, which stands at `place` in the file."""
    errors = error.errors(include_url=False)
    return [f"{_place(place, details['loc'], plain)}: {message(details)}" for details in errors]


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


def message(details: Any) -> str:
    """What is wrong and what to do; pydantic's own words where this module has none."""
    kind: str = details["type"]
    if kind in _SHOULD_BE:
        return f"must be {_SHOULD_BE[kind]}, is {_quoted(details['input'])}"
    return _unknown_word(details) if kind == "literal_error" else _MESSAGES.get(kind, str(details["msg"]))


def _unknown_word(details: Any) -> str:
    words = re.findall(r"'([^']*)'", details["ctx"]["expected"])
    near = get_close_matches(str(details["input"]), words, n=1)
    offer = f'did you mean "{near[0]}"? ' if near else ""
    return f"{_quoted(details['input'])} is unknown: {offer}known are {', '.join(words)}"


def _quoted(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 60 else f"{text[:57]}..."
