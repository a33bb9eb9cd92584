"""Lengths of penalties: ISO 8601 durations of years, months, weeks and days."""

import re
from typing import NamedTuple

from law.parse_error import ParseError

LONGEST_YEARS = 100


class LengthError(ParseError):
    """A text is no length that we can read; the message says what to write instead."""


class Length(NamedTuple):
    """Calendar years and months, then days. Never negative, never nothing."""

    years: int = 0
    months: int = 0
    days: int = 0

    @staticmethod
    def parse(text: str) -> "Length":
        """Read ``P5Y``, ``P1Y6M``, ``P15D``, ``P2W``. Raises LengthError."""
        match = _LENGTH.fullmatch(text)
        if not match or text == "P":
            raise LengthError("“%(text)s” is not a length: write P5Y, P1Y6M or P15D", text=text[:40])
        years, months, weeks, days = (int(part or 0) for part in match.groups())
        length = Length(years, months, weeks * 7 + days)
        if not any(length):
            raise LengthError("“%(text)s” is no time at all: leave the length empty if not known", text=text)
        if length.most_days > LONGEST_YEARS * 366:
            raise LengthError(
                "“%(text)s” is longer than %(years)s years: check the number", text=text, years=LONGEST_YEARS
            )
        return length

    def __str__(self) -> str:
        parts = zip(self, "YMD", strict=True)
        return "P" + "".join(f"{number}{unit}" for number, unit in parts if number)

    def plus(self, other: "Length") -> "Length":
        return Length(self.years + other.years, self.months + other.months, self.days + other.days)

    def part(self, numerator: int, denominator: int) -> "Length":
        """The share of the length; whole months first, what is left in days of a 30-day month.

        A third of five years is 20 months: exact wherever the share falls on whole months.
        """
        months, rest = divmod((self.years * 12 + self.months) * numerator, denominator)
        days = (rest * 30 + self.days * numerator) // denominator
        return Length(months // 12, months % 12, days)

    @property
    def most_days(self) -> int:
        """The largest number of days the length can come to."""
        return self.years * 366 + self.months * 31 + self.days

    @property
    def least_days(self) -> int:
        """The smallest number of days the length can come to."""
        return self.years * 365 + self.months * 28 + self.days


class Days(NamedTuple):
    """A number of days known as a range; ``most`` is None where nothing limits it."""

    least: int
    most: int | None

    def times(self, number: int) -> "Days":
        return Days(self.least * number, None if self.most is None else self.most * number)

    def plus(self, other: "Days") -> "Days":
        if self.most is None or other.most is None:
            return Days(self.least + other.least, None)
        return Days(self.least + other.least, self.most + other.most)

    def halved(self) -> "Days":
        """Half of it in whole days; half a day is a range of one day."""
        return Days(self.least // 2, None if self.most is None else -(-self.most // 2))


_LENGTH = re.compile(r"P(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?", re.ASCII)
