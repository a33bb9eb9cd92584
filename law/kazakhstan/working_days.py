"""Days off in Kazakhstan, for procedural terms only (CPC 48): weekends and fixed public holidays.

Fixed holidays by the law on holidays of 13.12.2001 No. 267-II as generally known (certainty C: its
text was not read here). Kurban Ait and the government's swaps of working days are not included: a
term that ends beside one may be longer than computed.
"""

from datetime import date

from law.dates import ONE_DAY

_JANUARY_TO_MARCH = ((1, 1), (1, 2), (1, 7), (3, 8), (3, 21), (3, 22), (3, 23))
_MAY_TO_DECEMBER = ((5, 1), (5, 7), (5, 9), (7, 6), (8, 30), (12, 16))
_ALWAYS = _JANUARY_TO_MARCH + _MAY_TO_DECEMBER
_STRETCHES = (((12, 1), 2013, 2021), ((12, 17), 1991, 2021), ((10, 25), 2022, 9999))


def is_day_off(day: date) -> bool:
    """Whether no office works: Saturday, Sunday or a fixed public holiday."""
    return day.weekday() >= 5 or is_holiday(day)


def is_holiday(day: date) -> bool:
    key = (day.month, day.day)
    return key in _ALWAYS or any(key == when and first <= day.year <= last for when, first, last in _STRETCHES)


def next_working_day(day: date) -> date:
    """``day`` itself, or the first working day after it (CPC 48)."""
    while is_day_off(day) and day < date.max:
        day += ONE_DAY
    return day
