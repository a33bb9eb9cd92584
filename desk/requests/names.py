"""Where a person's name stands, in any script and with any ending; and initials in its place."""

import re
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import unquote

from people.spellings import folded
from records.json_dict import JSONDict

WORD = re.compile(r"[^\W\d_]+")
ENDING = re.compile(r"(?:ya|yu|[aeiouy])$")
SHORTEST = 4
LONGEST_ENDING = 4  # Бокаев, Бокаевыми


class NameMatcher:
    """One person's spellings. A word of four letters or more names them; a shorter one only beside such a word."""

    def __init__(self, person: JSONDict) -> None:
        spellings = [*person["names"].values(), *(other["name"] for other in person["other_names"])]
        words = {word for spelling in spellings for word in WORD.findall(spelling)}
        self.long = {stem(folded(word)) for word in words if len(word) >= SHORTEST}
        self.short = {folded(word) for word in words if len(word) < SHORTEST} - {""}

    def is_in(self, address: str) -> bool:
        """Whether an id or the address of a page holds the name, also glued to other words."""
        words = [folded(word) for word in WORD.findall(unquote(address))]
        return any(long in word for word in words for long in self.long)

    def replaced(self, text: str, letters: str) -> str:
        """The text with the initials where the name stood, whole names at once."""
        words = set(WORD.findall(text))
        naming = any_of(word for word in words if self.names(folded(word)))
        if not naming:
            return text
        beside = any_of(word for word in words if folded(word) in self.short)
        before = rf"(?:\b(?:{beside}|[^\W\d_]\.)\s*)*" if beside else r"(?:\b[^\W\d_]\.\s*)*"
        after = rf"(?:\s+(?:{naming}|{beside})\b)*" if beside else rf"(?:\s+(?:{naming})\b)*"
        return re.sub(rf"{before}\b(?:{naming})\b{after}", lambda _match: letters, text)

    def names(self, word: str) -> bool:
        """Whether a word is one of the name, with any ending."""
        return any(word.startswith(long) and len(word) - len(long) <= LONGEST_ENDING for long in self.long)


def stem(word: str) -> str:
    """What stays of a name when it is declined: Диана, Дианы, Дианой."""
    short = ENDING.sub("", word)
    return short if len(short) >= SHORTEST else word


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def mapped(record: Any, change: Callable[[str], str]) -> Any:
    """A plain value with every text changed."""
    if isinstance(record, str):
        return change(record)
    if isinstance(record, dict):
        return {name: mapped(inner, change) for name, inner in record.items()}
    if isinstance(record, list):
        return [mapped(inner, change) for inner in record]
    return record
