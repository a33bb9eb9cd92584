"""Lengths of penalties: *1 (одного) года 6 (шести) месяцев*, *үш жылға*, *three-year*."""

import re
from typing import NamedTuple

from desk.reading.numbers import PATTERN, number_of

YEARS = r"(?:года|году|годам|годами|годов|год|лет|летн\w{2,3}|жылға|жылдан|жылды|жыл|years?)"
MONTHS = r"(?:месяцев|месяцам|месяца|месяц|мес\.|айға|айды|ай|months?)"
DAYS = r"(?:суток|сутки|дней|дня|тәулікке|тәулік|күнге|күн|days?)"
IN_WORDS = r"(?:\s?\([^()\n]{2,30}\))?"
"""The number once more, in brackets."""
LENGTH = re.compile(
    rf"(?<![\w.,/-])(?:(?P<years>{PATTERN}){IN_WORDS}[\s-]{{1,2}}{YEARS}(?!\w)"
    rf"(?:,?\s(?:и\s|and\s|және\s)?(?P<more>{PATTERN}){IN_WORDS}\s{MONTHS}(?!\w))?"
    rf"|(?P<one>год[ау]?|жыл)\s(?:и\s)?(?P<rest>{PATTERN}){IN_WORDS}\s{MONTHS}(?!\w)"
    rf"|(?P<months>{PATTERN}){IN_WORDS}[\s-]{{1,2}}{MONTHS}(?!\w)"
    rf"|(?P<days>{PATTERN}){IN_WORDS}[\s-]{{1,2}}{DAYS}(?!\w))",
    re.IGNORECASE,
)


class LengthMention(NamedTuple):
    """A length that stands in the text, as the archive writes lengths."""

    value: str
    start: int
    end: int


def find_lengths(text: str, start: int, end: int) -> list[LengthMention]:
    """All lengths between two places of the text, in its order."""
    mentions = ((_iso(match.groupdict()), match) for match in LENGTH.finditer(text, start, end))
    return [LengthMention(value, match.start(), match.end()) for value, match in mentions if value]


def _iso(parts: dict[str, str | None]) -> str:
    years = 1 if parts["one"] else number_of(parts["years"] or "0")
    months = number_of(parts["more"] or parts["rest"] or parts["months"] or "0")
    months += 12 * (years % 1)
    if months % 1:
        return ""
    numbers = {"Y": int(years), "M": int(months), "D": int(number_of(parts["days"] or "0"))}
    written = "".join(f"{number}{unit}" for unit, number in numbers.items() if number)
    return f"P{written}" if written else ""
