"""Former names of cities, short names of organisations: other words under which what a text says is looked for."""

import json
import re
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("aliases.json")


def aliases(text: str) -> list[str]:
    """All other words for what a text says."""
    return [word for pattern, also in _groups() if pattern.search(text) for word in also]


@cache
def _groups() -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    groups = json.loads(FILE.read_text(encoding="utf-8"))["groups"]
    return tuple((_pattern(group["says"]), tuple(group["also"])) for group in groups)


def _pattern(says: list[str]) -> re.Pattern[str]:
    """Any of the words, as whole words; a star stands for any ending."""
    words = "|".join(re.escape(word).replace(r"\*", r"\w*") for word in says)
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
