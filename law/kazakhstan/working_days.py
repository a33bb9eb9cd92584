"""Days off in Kazakhstan, for procedural terms (CPC 48) and for the day of release (PEC 165).

Weekends, public holidays and what follows from them: a holiday on a weekend gives the next working day off
(Labour Code 85), the first day of Kurban Ait is off each year, and the government moves a few days
(``days_off.json``). Holidays by the law on holidays of 13.12.2001 No. 267-II as generally known (certainty C:
its text was not read here).
"""

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from law.dates import ONE_DAY

DAYS_OFF_FILE = Path(__file__).with_name("days_off.json")
ORTHODOX_CHRISTMAS = (1, 7)
"""A day off that does not move where it falls on a weekend."""
_JANUARY_TO_MARCH = ((1, 1), (1, 2), ORTHODOX_CHRISTMAS, (3, 8), (3, 21), (3, 22), (3, 23))
_MAY_TO_DECEMBER = ((5, 1), (5, 7), (5, 9), (7, 6), (12, 16))
_ALWAYS = _JANUARY_TO_MARCH + _MAY_TO_DECEMBER
_INTERVALS = (
    ((8, 30), 1995, 2025),
    ((12, 1), 2013, 2021),
    ((12, 17), 1991, 2021),
    ((10, 25), 2022, 9999),
    ((3, 15), 2027, 9999),
)


class DaysOff(NamedTuple):
    """The working days of a year that are off, and its weekends that are worked."""

    off: frozenset[date]
    worked: frozenset[date]


def is_day_off(day: date) -> bool:
    """Tells whether no office works."""
    days = _days_off(day.year)
    return day in days.off or (day.weekday() >= 5 and day not in days.worked)


def is_holiday(day: date) -> bool:
    key = (day.month, day.day)
    return key in _ALWAYS or any(key == when and first <= day.year <= last for when, first, last in _INTERVALS)


def next_working_day(day: date) -> date:
    """Returns ``day`` itself, or the first working day after it (CPC 48)."""
    while is_day_off(day) and day < date.max:
        day += ONE_DAY
    return day


def previous_working_day(day: date) -> date:
    """Returns ``day`` itself, or the last working day before it (PEC 165(2))."""
    while is_day_off(day) and day > date.min:
        day -= ONE_DAY
    return day


@cache
def _days_off(year: int) -> DaysOff:
    """Returns the days of the year that its weekends do not tell."""
    content = _content()
    holidays = [day for day in _days_of(year) if is_holiday(day)]
    feasts = [day for day in map(date.fromisoformat, content["kurban_ait"]) if day.year == year]
    moved = {
        date.fromisoformat(off): date.fromisoformat(worked)
        for off, worked in content["off_instead_of"].items()
        if off.startswith(str(year))
    }
    off = {*holidays, *feasts, *moved}
    for day in holidays:
        if day.weekday() >= 5 and (day.month, day.day) != ORTHODOX_CHRISTMAS:
            off.add(_next_free_of(off, day))
    return DaysOff(frozenset(off), frozenset(moved.values()))


@cache
def _content() -> Any:
    return json.loads(DAYS_OFF_FILE.read_text(encoding="utf-8"))


def _next_free_of(off: set[date], day: date) -> date:
    """Returns the next day that is neither a weekend nor off already."""
    while day.weekday() >= 5 or day in off:
        day += ONE_DAY
    return day


def _days_of(year: int) -> list[date]:
    return [
        date.fromordinal(number) for number in range(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal() + 1)
    ]
