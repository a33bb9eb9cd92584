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
HYPHEN = re.compile(r"(?<=[^\W\d_]{2})- ?\n ?(?=[^\W\d_]{2})")
"""Where the edge of a page parted a word."""
COMPOUND = re.compile(r"(?:общественно|уголовно|западно|восточно|северо|южно|информационно|социально)\Z", re.IGNORECASE)
"""A word that keeps its hyphen at the edge of a page."""
MIXED = re.compile(
    r"(?<!\w)\w*(?:[A-Za-zəƏ\d][А-яЁёІіӘәҒғҚқҢңӨөҰұҮүҺһ]|[А-яЁёІіӘәҒғҚқҢңӨөҰұҮүҺһ][A-Za-zəƏ\d]|\d[OОoо])\w*"
)
LATIN = str.maketrans("ABCEHKMOPTXYaceopxyiIəƏh", "АВСЕНКМОРТХУасеорхуіІәӘһ")
DIGITS = str.maketrans("OОoоlI", "000011")
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
    plain = SPACES.sub(" ", INVISIBLE.sub("", text))
    return _joined(MIXED.sub(_in_one_script, HYPHEN.sub(_hyphen, plain)))


def _hyphen(match: re.Match[str]) -> str:
    before, after = match.string[match.start() - 1], match.string[match.end()]
    keeps = COMPOUND.search(match.string, max(0, match.start() - 20), match.start())
    return "-" if keeps or (before.islower() and after.isupper()) else ""


def _in_one_script(match: re.Match[str]) -> str:
    """A word in which a scan took letters and figures of one script for those of another: *4O5*, *гор0дской*."""
    word = match[0]
    if word[0].isdecimal() and not word.translate(DIGITS).strip("0123456789"):
        return word.translate(DIGITS)
    letters = re.sub(r"(?<=[^\W\d_])0(?=[^\W\d_])", "о", word).translate(LATIN)
    letters = re.sub(r"(?<=[А-ЯІӘҒҚҢӨҰҮҺ])о(?=[А-ЯІӘҒҚҢӨҰҮҺ])", "О", letters)
    return word if re.search(r"[A-Za-z\d]", letters) else letters


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
    if sentence.text[start : sentence.end].strip():
        yield Sentence(sentence.text, start, sentence.end)


def _is_short(text: str, stop: int) -> bool:
    word = TOKEN.search(text[max(0, stop - 9) : stop])
    return word is not None and (len(word[0]) == 1 or word[0].lower() in ABBREVIATIONS)
