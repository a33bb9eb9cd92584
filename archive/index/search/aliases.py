"""Former names of cities, short names of organisations: other words under which what a text says is looked for."""

import json
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

FILE = Path(__file__).with_name("aliases.json")


class SpellingGroup(NamedTuple):
    """Words for one thing. ``letters``: one of these stands, in lower case, in every text that the pattern fits."""

    letters: tuple[str, ...]
    pattern: re.Pattern[str]
    also: tuple[str, ...]


def aliases(text: str) -> list[str]:
    """All other words for what a text says."""
    lower = text.lower()
    # Looking for letters first is twenty times as fast as the patterns, few of which fit any one text.
    near = (group for group in _groups() if any(letters in lower for letters in group.letters))
    return [word for group in near if group.pattern.search(text) for word in group.also]


@cache
def _groups() -> tuple[SpellingGroup, ...]:
    groups = json.loads(FILE.read_text(encoding="utf-8"))["groups"]
    return tuple(
        SpellingGroup(_letters(group["says"]), _pattern(group["says"]), tuple(group["also"])) for group in groups
    )


def _letters(says: list[str]) -> tuple[str, ...]:
    return tuple(max(word.lower().split("*"), key=len) for word in says)


def _pattern(says: list[str]) -> re.Pattern[str]:
    """Any of the words, as whole words; a star stands for any ending."""
    words = "|".join(re.escape(word).replace(r"\*", r"\w*") for word in says)
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
