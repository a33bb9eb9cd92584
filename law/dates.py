"""Dates of known precision: EDTF text (ISO 8601-2) in, a range of days out."""

import re
from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import NamedTuple

from law.lengths import Length
from law.parse_error import ParseError

ONE_DAY = timedelta(days=1)
FIRST_YEAR, LAST_YEAR = 1900, 2200


class DateError(ParseError):
    """A text is no date that we can read; the message says what to write instead."""


class DateRange(NamedTuple):
    """All days from ``earliest`` to ``latest``, both included.

    A bound of ``None`` is not known on that side. The true day lies somewhere in the range.
    """

    earliest: date | None = None
    latest: date | None = None

    @property
    def is_exact(self) -> bool:
        return self.earliest is not None and self.earliest == self.latest

    @property
    def is_unknown(self) -> bool:
        return self.earliest is None and self.latest is None

    def shift(self, days: int) -> "DateRange":
        """The range moved by whole days (negative: earlier)."""
        return self.widen(days, days)

    def widen(self, first: int, last: int) -> "DateRange":
        """``earliest`` moved by ``first`` days and ``latest`` by ``last`` days."""
        return DateRange(_moved(self.earliest, first), _moved(self.latest, last))

    def plus(self, length: Length) -> "DateRange":
        """The range after ``length``: the day number is kept.

        Where the month lacks it, the term ends on the month's last day or before the first of the next: both.
        """
        return DateRange(
            None if self.earliest is None else add(self.earliest, length),
            None if self.latest is None else _at_the_latest(self.latest, length),
        )

    def overlaps(self, other: "DateRange") -> bool:
        """Whether some day could lie in both; an unknown bound excludes nothing."""
        return not (is_before(self, other) or is_before(other, self))

    def contains(self, other: "DateRange") -> bool:
        """Whether every day of ``other`` lies in this range."""
        starts = self.earliest is None or (other.earliest is not None and self.earliest <= other.earliest)
        return starts and (self.latest is None or (other.latest is not None and other.latest <= self.latest))


UNKNOWN = DateRange()


def exact(day: date) -> DateRange:
    return DateRange(day, day)


def is_before(first: DateRange, second: DateRange) -> bool:
    """Tells whether the first certainly lies before the second."""
    return _before(first.latest, second.earliest)


def is_by(first: DateRange, second: DateRange) -> bool:
    """Tells whether the first certainly lies on the second or before it."""
    return first.latest is not None and second.earliest is not None and first.latest <= second.earliest


def later_of(*ranges: DateRange) -> DateRange:
    """The range of the later of several days, each known only as a range."""
    known = [r.earliest for r in ranges if r.earliest is not None]
    return DateRange(max(known, default=None), _last(ranges))


def earlier_of(*ranges: DateRange) -> DateRange:
    """The range of the earlier of several days, each known only as a range."""
    known = [r.latest for r in ranges if r.latest is not None]
    return DateRange(_first(ranges), min(known, default=None))


def within(days: DateRange, bounds: DateRange) -> DateRange:
    """Returns the days cut to the bounds; days that lie wholly outside stay as they are."""
    if not days.overlaps(bounds):
        return days
    first = [day for day in (days.earliest, bounds.earliest) if day is not None]
    last = [day for day in (days.latest, bounds.latest) if day is not None]
    return DateRange(max(first, default=None), min(last, default=None))


def hull(*ranges: DateRange) -> DateRange:
    """The smallest range that holds all: one of them is true, we do not know which."""
    return DateRange(_first(ranges), _last(ranges))


def _first(ranges: tuple[DateRange, ...]) -> date | None:
    """Returns the first day of all; None where one range does not know its own."""
    days = [r.earliest for r in ranges]
    return None if None in days else min(days, default=None)  # type: ignore[type-var]


def _last(ranges: tuple[DateRange, ...]) -> date | None:
    days = [r.latest for r in ranges]
    return None if None in days else max(days, default=None)  # type: ignore[type-var]


def add(day: date, length: Length) -> date:
    """``day`` plus years and months (day number kept, else the month's last day), then days.

    What lies beyond the calendar's years 1 to 9999 becomes its first or last day.
    """
    year, month, number = day.year + length.years, day.month + length.months, day.day
    if length.months:
        year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    if not MINYEAR <= year <= MAXYEAR:
        return date.min if year < MINYEAR else date.max
    if number > 28:
        number = min(number, monthrange(year, month)[1])
    moved = date(year, month, number)
    return move(moved, length.days) if length.days else moved


def _at_the_latest(day: date, length: Length) -> date:
    """Returns ``day`` plus the length; the day after the month's last one where the month lacks the day number."""
    if day.day <= 28:
        return add(day, length)
    in_months = add(day, length._replace(days=0))
    return move(in_months, length.days + (in_months.day < day.day))


def move(day: date, days: int) -> date:
    """``day`` moved by whole days, never beyond the calendar's years 1 to 9999."""
    try:
        return day + timedelta(days)
    except OverflowError:
        return date.min if days < 0 else date.max


def parse(text: str) -> DateRange:
    """Read an EDTF date: ``2016-06-01``, ``2016-06``, ``2016``, any with ``~`` (about),
    ``[2016-06-01,2016-06-03]`` (one of these) or ``[2023-04-10..2023-09]`` (between).

    ``~`` widens by 7 days, 1 month or 1 year to each side. Raises DateError.
    """
    if not (text.startswith("[") and text.endswith("]")):
        return _single(text)
    inner = text[1:-1]
    if ".." in inner:
        return _between(text, *inner.split("..", 1))
    return hull(*(_single(part.strip()) for part in inner.split(",")))


def edtf(value: DateRange) -> str:
    """The range as EDTF text, exact days as themselves; ``""`` when nothing is known."""
    if value.is_unknown:
        return ""
    first = value.earliest.isoformat() if value.earliest else ""
    last = value.latest.isoformat() if value.latest else ""
    return first if first == last else f"[{first}..{last}]"


_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(~?)", re.ASCII)


def _single(text: str) -> DateRange:
    match = _DATE.fullmatch(text)
    if not match:
        raise DateError(
            "“%(text)s” is not a date: write 2016-06-01, 2016-06 or 2016, with ~ for about, "
            "[2016-06-01,2016-06-03] for one of several, [2023-04-10..2023-09] for between",
            text=text[:40],
        )
    year, month, day = (int(part) if part else None for part in match.groups()[:3])
    assert year is not None
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise DateError(
            "“%(text)s”: the year must lie between %(first)s and %(last)s", text=text, first=FIRST_YEAR, last=LAST_YEAR
        )
    try:
        return _calendar_range(year, month, day, about=bool(match[4]))
    except ValueError as error:
        raise DateError("“%(text)s” is not in the calendar: check day and month", text=text) from error


def _calendar_range(year: int, month: int | None, day: int | None, about: bool) -> DateRange:
    if month is None:
        margin = 1 if about else 0
        return DateRange(date(year - margin, 1, 1), date(year + margin, 12, 31))
    if day is None:
        first = date(year, month, 1)
        last = date(year, month, monthrange(year, month)[1])
        if about:
            before = first - ONE_DAY
            after = last + ONE_DAY
            first = before.replace(day=1)
            last = after.replace(day=monthrange(after.year, after.month)[1])
        return DateRange(first, last)
    margin = 7 if about else 0
    return exact(date(year, month, day)).widen(-margin, margin)


def _between(text: str, first: str, last: str) -> DateRange:
    if not first and not last:
        raise DateError("“%(text)s” has no side: give at least one date", text=text)
    value = DateRange(_single(first).earliest if first else None, _single(last).latest if last else None)
    if _before(value.latest, value.earliest):
        raise DateError("“%(text)s” ends before it starts: swap the two dates", text=text)
    return value


def _moved(day: date | None, days: int) -> date | None:
    return day if day is None or not days else move(day, days)


def _before(first: date | None, second: date | None) -> bool:
    return first is not None and second is not None and first < second
