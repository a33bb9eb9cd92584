"""What people type for a date or a length, as the archive writes it: `11.04.2025` is `2025-04-11`, `3 года` is `P3Y`.

Only unmistakable forms are rewritten; everything else stays as typed, for the field to judge.
"""

import re
from collections.abc import Iterator
from datetime import date

from records.languages import LANGUAGES, MONTHS_IN, months_alone, months_in_dates, short_months


def _month_words(number: int) -> Iterator[str]:
    """All that people write for a month, in small letters. Of short forms those that need no full stop."""
    yield MONTHS_IN[number - 1]
    for language in LANGUAGES:
        for names in (months_in_dates(language), months_alone(language), short_months(language)):
            if not names[number - 1].endswith("."):
                yield names[number - 1].lower()


MONTH = {word: number for number in range(1, 13) for word in _month_words(number)}
"""Month's name -> number; Kazakh endings (сәуірде, сәуірдегі) are cut before the look."""

DAY = r"(?P<day>\d{1,2})"
YEAR = r"(?P<year>(?:19|20|21)\d\d)"
NAME = r"(?P<month>[^\W\d_]{3,})\.?"
TWO_WAYS = re.compile(r"(\d{1,2})/\s?(\d{1,2})/\s?((?:19|20|21)\d\d)\Z")
YEAR_WORD = r"(?:\s*(?:г\.?|года|год|году|жыл|жылы|жылғы|ж\.?))?"
ABOUT = r"(?P<about>(?:about|around|circa|ca?\.|около|примерно|шамамен)\s+)?"
FORMS = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{ABOUT}{DAY}[./]\s?(?P<month>\d{{1,2}})[./]\s?{YEAR}{YEAR_WORD}\Z",
        rf"{ABOUT}(?P<month>\d{{1,2}})[./]{YEAR}\Z",
        rf"{ABOUT}{DAY}(?:st|nd|rd|th)?(?:\s+of)?\s+{NAME},?\s+{YEAR}{YEAR_WORD}\Z",
        rf"{ABOUT}{NAME}\s+{DAY}(?:st|nd|rd|th)?,\s*{YEAR}\Z",
        rf"{ABOUT}{YEAR}{YEAR_WORD}\s+{DAY}\s+{NAME}\Z",
        rf"{ABOUT}{NAME}\s+{YEAR}{YEAR_WORD}\Z",
        rf"{ABOUT}{YEAR}{YEAR_WORD}\s+{NAME}\Z",
        rf"{ABOUT}{YEAR}{YEAR_WORD}\Z",
    )
]
UNITS = {
    "Y": ("years", "year", "y", "лет", "года", "год", "г", "жыл", "жылға"),
    "M": ("months", "month", "m", "месяцев", "месяца", "месяц", "мес", "ай", "айға"),
    "D": ("days", "day", "d", "дней", "дня", "день", "сутки", "суток", "күн", "күнге", "тәулік"),
}
NUMBERS = {
    word: number
    for number, words in enumerate(
        (
            "one один одного одна бір", "two два двух две екі", "three три трёх трех үш",
            "four четыре четырёх четырех төрт",
            "five пять пяти бес", "six шесть шести алты", "seven семь семи жеті", "eight восемь восьми сегіз",
            "nine девять девяти тоғыз", "ten десять десяти он", "eleven одиннадцать одиннадцати",
            "twelve двенадцать двенадцати",
            "thirteen тринадцать", "fourteen четырнадцать", "fifteen пятнадцать пятнадцати", "sixteen шестнадцать",
            "seventeen семнадцать", "eighteen восемнадцать", "nineteen девятнадцать", "twenty двадцать двадцати жиырма",
        ),
        start=1,
    )
    for word in words.split()
}  # fmt: skip
"""Numbers that people write as words."""
UNIT = {word: letter for letter, words in UNITS.items() for word in words}
LENGTH_PART = re.compile(
    rf"\s*(?:(\d{{1,4}})[\s-]*|({'|'.join(NUMBERS)})[\s-]+)?([^\W\d_]+)\.?\s*(?:,|(?:and|и|және)\b)?", re.IGNORECASE
)
TAILS = ("дегі", "дағы", "де", "да", "те", "та", "ның", "нің")


def two_readings(text: str) -> tuple[date, date] | None:
    """Both days that a date with slashes may mean: some write the month first. None if it means one day alone."""
    match = TWO_WAYS.match(text.strip())
    if match is None or match[1].lstrip("0") == match[2].lstrip("0"):
        return None
    one, other, year = map(int, match.groups())
    if not (1 <= one <= 12 and 1 <= other <= 12):
        return None
    earlier, later = sorted((date(year, other, one), date(year, one, other)))
    return earlier, later


def typed_date(text: str) -> str:
    """The date in EDTF if it is typed in a form people use; else the text as it is, as where it reads two ways."""
    spaced = " ".join(text.replace("\u00a0", " ").split())
    if two_readings(spaced):
        return text
    for form in FORMS:
        match = form.match(spaced)
        if match and (written := _date(match.groupdict())):
            return written
    return text


def _date(parts: dict[str, str | None]) -> str | None:
    year, month, day = parts["year"], parts.get("month"), parts.get("day")
    number = None if month is None else _month(month)
    if month is not None and number is None:
        return None
    pieces = [str(year), *([f"{number:02}"] if number else []), *([f"{int(day):02}"] if day else [])]
    return "-".join(pieces) + ("~" if parts.get("about") else "")


def _month(word: str) -> int | None:
    if word.isdecimal():
        return int(word)
    lowered = word.lower()
    stems = [lowered, *(lowered.removesuffix(tail) for tail in TAILS)]
    return next((MONTH[stem] for stem in stems if stem in MONTH), None)


def typed_length(text: str) -> str:
    """The length in ISO 8601 if it is typed as years, months and days; else the text as it is.

    Numbers may be words, and a year alone is one: “год”, “три года”, “үш жыл”.
    """
    numbers: dict[str, int] = {}
    rest = text.strip().lower()[:200]
    while rest:
        part = LENGTH_PART.match(rest)
        unit = UNIT.get(part[3]) if part else None
        if part is None or unit is None or unit in numbers:
            return text
        numbers[unit] = int(part[1]) if part[1] else NUMBERS.get(part[2] or "", 1)
        rest = rest[part.end() :]
    return "P" + "".join(f"{numbers[unit]}{unit}" for unit in "YMD" if unit in numbers) if numbers else text
