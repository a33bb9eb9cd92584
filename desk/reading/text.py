"""A pasted text made even: one kind of space, lines of a page joined again, cut into sentences."""

import itertools
import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

LONGEST = 120_000
"""Characters: some forty pages. A verdict has ten; reading is linear, but nobody checks proposals from a book."""
SPACES = re.compile(r"[^\S\n]")
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
ENDS = re.compile(r"[.!?;]\s+(?=\S)|\n")
ABBREVIATIONS = frozenset({"ст", "ч", "г", "гг", "п", "пп", "ул", "д", "им", "т", "руб", "тыс", "обл", "б", "ж", "no"})
TOKEN = re.compile(r"[^\W\d_]{1,8}\Z")
FULL_LINE = 0.6
"""A line this long beside the longest was broken by the edge of the page, not by its writer."""


LONGEST_SENTENCE = 1_500
"""Letters after which a sentence is cut at a space, so that reading one never costs more than a little."""


class TextTooLong(ValueError):
    """More was pasted than is read."""


class Sentence(NamedTuple):
    """Where a sentence stands in the text."""

    text: str
    start: int
    end: int

    @property
    def words(self) -> str:
        return self.text[self.start : self.end]


def even(pasted: str) -> str:
    """The text as it is read and shown. Raises TextTooLong."""
    if len(pasted) > LONGEST:
        raise TextTooLong
    text = unicodedata.normalize("NFC", pasted.replace("\r\n", "\n").replace("\r", "\n"))
    return _joined(SPACES.sub(" ", INVISIBLE.sub("", text)))


def _joined(text: str) -> str:
    """Lines that the edge of a page broke become one again."""
    lines = text.split("\n")
    full = FULL_LINE * max(map(len, lines))
    joints = [" " if len(line) > max(full, 30) and following.strip() else "\n"
              for line, following in itertools.pairwise(lines)]  # fmt: skip
    return "".join(line + joint for line, joint in zip(lines, [*joints, ""], strict=True))


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences; a full stop behind an initial or an abbreviation ends none."""
    start = 0
    for stop in ENDS.finditer(text):
        if text[stop.start()] == "." and _is_short(text, stop.start()):
            continue
        yield from _cut(Sentence(text, start, stop.start() + 1))
        start = stop.end()
    yield from _cut(Sentence(text, start, len(text)))


def _cut(sentence: Sentence) -> Iterator[Sentence]:
    start = sentence.start
    while sentence.end - start > LONGEST_SENTENCE:
        space = sentence.text.rfind(" ", start + 1, start + LONGEST_SENTENCE)
        end = space if space > 0 else start + LONGEST_SENTENCE
        yield Sentence(sentence.text, start, end)
        start = end
    yield Sentence(sentence.text, start, sentence.end)


def _is_short(text: str, stop: int) -> bool:
    word = TOKEN.search(text[max(0, stop - 9) : stop])
    return word is not None and (len(word[0]) == 1 or word[0].lower() in ABBREVIATIONS)
