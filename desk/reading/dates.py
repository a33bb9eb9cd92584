"""Days in a text: in words and numbers, in three languages. What reads two ways keeps both."""

import itertools
import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from records.typed import MONTH

CYRILLIC = "а-яёәғқңөұүһі"
WORDS = "|".join(sorted((word for word in MONTH if len(word) > 2), key=len, reverse=True))
MONTHS = rf"(?P<word>{WORDS})(?P<ending>[{CYRILLIC}]{{0,7}})"
YEAR = r"(?P<year>(?:19|20)\d\d)"
YEAR_WORD = r"(?:\s?(?:года|году|год|г\.|жылғы|жылдың|жылдан|жылға|жылы|жыл|ж\.))?"
DAY = r"[\"«“]?(?P<day>\d{1,2})[\"»”]?"
SHAPES = tuple(
    re.compile(rf"(?<![\w/.-]){shape}(?![\d/])", re.IGNORECASE)
    for shape in (
        rf"{DAY}\s{{1,2}}{MONTHS}(?:,?\s{{1,2}}{YEAR}{YEAR_WORD})",
        rf"{YEAR}\s?(?:жылғы|жылдың|жылы|ж\.)\s{{1,2}}{DAY}\s{{1,2}}{MONTHS}",
        rf"{MONTHS}\s{{1,2}}{DAY},\s{{0,2}}{YEAR}",
        rf"{DAY}(?P<sign>[./])(?P<number>\d{{1,2}})(?P=sign){YEAR}{YEAR_WORD}",
        rf"{YEAR}-(?P<number>\d\d)-{DAY}",
    )
)
HALF = re.compile(rf"(?<![\w/.-]){DAY}\s{{1,2}}{MONTHS}\s?(?:по|до|to|until|–|-)\s?\Z", re.IGNORECASE)
DAY_ONLY = re.compile(rf"(?<![\w/.-]){DAY}\s?(?:по|до|–|-)\s?\Z", re.IGNORECASE)
HALF_AFTER = re.compile(rf"\s?(?:бен|пен|мен|–|-)\s?{DAY}\s{{1,2}}{MONTHS}\s?аралығ", re.IGNORECASE)
FROM = re.compile(r"(?:(?<!\w)(?:с|from))\s{1,2}\Z", re.IGNORECASE)
BETWEEN = re.compile(r"\s?(?:г\.|года)?,?\s?(?:по|до|to|until|бастап|–|-)?\s?\Z", re.IGNORECASE)
AMID = re.compile(r"\s?(?:бен|пен|мен)\s\Z", re.IGNORECASE)
AMID_AFTER = re.compile(r"\s?аралығ", re.IGNORECASE)
KAZAKH_UNTIL = re.compile(r"[^.;]{0,30}?\s?дейін", re.IGNORECASE)


class DateMention(NamedTuple):
    """A day that stands in the text, as the archive writes days."""

    values: tuple[str, ...]
    start: int
    end: int
    ending: str = ""
    """What Kazakh adds to the month: қаңтар-да."""


class RangeMention(NamedTuple):
    """From one day to another."""

    first: tuple[str, ...]
    last: tuple[str, ...]
    start: int
    end: int


def find_dates(text: str, start: int, end: int) -> list[DateMention]:
    """All days between two places of the text, in its order."""
    mentions = []
    for shape in SHAPES:
        for match in shape.finditer(text, start, end):
            if values := tuple(_days(match.groupdict())):
                ending = match.groupdict().get("ending") or _ending_of_year(match[0])
                mentions.append(DateMention(tuple(sorted(values)), match.start(), match.end(), ending.lower()))
    apart: list[DateMention] = []
    for mention in sorted(mentions, key=lambda mention: mention.start):
        if not apart or apart[-1].end <= mention.start:
            apart.append(mention)
    return apart


def _ending_of_year(words: str) -> str:
    """Of a day in figures the year has the case: *27.11.2023 жылғы үкім*, *28.02.2024 жылы қарап*."""
    return "ғы" if words.endswith("жылғы") else "да" if words.endswith("жылы") else ""


def find_ranges(text: str, start: int, end: int) -> list[RangeMention]:
    """Pairs of days that belong together: *с 1 августа по 15 сентября 2020 года*."""
    days = find_dates(text, start, end)
    pairs = [_pair(text, one, other) for one, other in itertools.pairwise(days)]
    halves = [range_ for day in days for range_ in (_with_half(text, start, end, day),) if range_]
    return [pair for pair in pairs if pair] + halves


def _pair(text: str, one: DateMention, other: DateMention) -> RangeMention | None:
    between, before = text[one.end : other.start], text[max(0, one.start - 8) : one.start]
    if AMID.match(between) and AMID_AFTER.match(text, other.end):
        return RangeMention(one.values, other.values, one.start, other.end)
    if len(between) > 30 or not BETWEEN.match(between):
        return None
    if FROM.search(before):
        return RangeMention(one.values, other.values, one.start, other.end)
    is_from = "бастап" in between or text[: one.end].endswith("жылдан")
    if (is_from or one.ending.endswith(("нан", "нен", "дан", "ден", "тан", "тен"))) and KAZAKH_UNTIL.match(
        text, other.end
    ):
        return RangeMention(one.values, other.values, one.start, other.end)
    return None


def _with_half(text: str, start: int, end: int, day: DateMention) -> RangeMention | None:
    """A range whose one day leaves its year to the other."""
    year = day.values[0][:4]
    margin = text[max(start, day.start - 40) : day.start]
    if before := HALF.search(margin) or (DAY_ONLY.search(margin) if len(day.values) == 1 else None):
        month = {"word": None, "number": day.values[0][5:7]}
        first = tuple(_days({**month, **before.groupdict(), "year": year}))
        place = max(start, day.start - 40) + before.start()
        if FROM.search(text[max(0, place - 8) : place]):
            return RangeMention(first, day.values, place, day.end)
    if after := HALF_AFTER.match(text, day.end, end):
        return RangeMention(day.values, tuple(_days({**after.groupdict(), "year": year})), day.start, after.end())
    return None


def _days(parts: dict[str, str | None]) -> Iterator[str]:
    """The day as it may be meant. With slashes some write the month first, so both orders are read."""
    year, day = int(parts["year"] or 0), int(parts["day"] or 0)
    word = parts.get("word")
    month = MONTH[word.lower()] if word else int(parts["number"] or 0)
    orders = [(month, day)]
    if parts.get("sign") == "/" and month != day:
        orders.append((day, month))
    for one, other in orders:
        try:
            yield date(year, one, other).isoformat()
        except ValueError:
            continue
