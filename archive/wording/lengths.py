"""Lengths and counts in the words of each language: “3 years 2 months”, “up to 14 days”, “in 3 years”.

Whole phrases again, as in ``dates``: a Kazakh or Russian case ending cannot be put on a placeholder.
"""

from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache

from django.utils.translation import ngettext, npgettext, override, pgettext_lazy

from archive.wording.phrases import phrases_of
from law.lengths import Days, Length
from records.languages import THOUSANDS, active_language

PHRASES = {
    "in": pgettext_lazy("length", "in {length}"),
    "ago": pgettext_lazy("length", "{length} ago"),
    "days-range": pgettext_lazy("length", "{least} to {most}"),
    "days-up-to": pgettext_lazy("length", "up to {most}"),
    "days-at-least": pgettext_lazy("length", "at least {least}"),
    "unlimited": pgettext_lazy("length", "not known"),
}
phrase = phrases_of(PHRASES)

ALONE, UP_TO, IN = "alone", "up to", "in"
"""Where a number of units stands: alone, after “up to” and “at least”, at the end of “in 3 years 2 months”."""
COUNTED: Mapping[str, Mapping[str, Callable[[int], str]]] = {
    ALONE: {
        "year": lambda number: ngettext("{number} year", "{number} years", number),
        "month": lambda number: ngettext("{number} month", "{number} months", number),
        "day": lambda number: ngettext("{number} day", "{number} days", number),
    },
    UP_TO: {
        "year": lambda number: npgettext("up to, at least", "{number} year", "{number} years", number),
        "month": lambda number: npgettext("up to, at least", "{number} month", "{number} months", number),
        "day": lambda number: npgettext("up to, at least", "{number} day", "{number} days", number),
    },
    IN: {
        "year": lambda number: npgettext("in", "{number} year", "{number} years", number),
        "month": lambda number: npgettext("in", "{number} month", "{number} months", number),
        "day": lambda number: npgettext("in", "{number} day", "{number} days", number),
    },
}

ROUGHLY_FROM = 60
"""Days: fewer are told as they are."""


def length(value: Length, language: str | None = None) -> str:
    """“3 years 2 months”."""
    return " ".join(_parts(value, active_language(language)))


def _parts(value: Length, language: str, last: str = ALONE) -> list[str]:
    """The counts of a length that are not zero; the last of them in a form of its own."""
    counts = [(number, unit) for unit, number in zip(("year", "month", "day"), value, strict=True) if number]
    words = [counted(number, unit, language) for number, unit in counts[:-1]]
    return words + [counted(number, unit, language, last) for number, unit in counts[-1:]]


def counted(number: int, unit: str, language: str | None = None, place: str = ALONE) -> str:
    """“5 years”, «5 лет», «5 жыл»."""
    return _counted(number, unit, active_language(language), place)


@lru_cache(maxsize=10_000)  # pages say the same few hundred again and again
def _counted(number: int, unit: str, language: str, place: str) -> str:
    with override(language):
        return COUNTED[place][unit](number).format(number=grouped(number, language))


def grouped(number: int, language: str | None = None) -> str:
    """Thousands apart: a comma in English, a narrow no-break space elsewhere."""
    return f"{number:,}".replace(",", THOUSANDS.get(active_language(language), "\u202f"))


def days(value: Days, language: str | None = None) -> str:
    """“234 days”, “1,263 to 1,291 days”, “at least 85 days”, “up to 14 days”."""
    language = active_language(language)
    least, most = value
    if least == most:
        return counted(least, "day", language)
    if most is None and least == 0:
        return phrase("unlimited", language)
    if most is None:
        return phrase("days-at-least", language).format(least=counted(least, "day", language, UP_TO))
    if least == 0:
        return phrase("days-up-to", language).format(most=counted(most, "day", language, UP_TO))
    return phrase("days-range", language).format(
        least=grouped(least, language), most=counted(most, "day", language, UP_TO)
    )


def roughly(value: Days, language: str | None = None) -> str:
    """The same in years and months, to the nearest month; days below two months."""
    language = active_language(language)
    if (value.least if value.most is None else value.most) < ROUGHLY_FROM:
        return days(value, language)
    least = whole_months(value.least)
    if value.most is None and least == 0:
        return phrase("unlimited", language)
    if value.most is None:
        return phrase("days-at-least", language).format(least=months_up_to(least, language))
    most = whole_months(value.most)
    if least == most:
        return length(Length(months=least % 12, years=least // 12), language)
    if least == 0:
        return phrase("days-up-to", language).format(most=months_up_to(most, language))
    return phrase("days-range", language).format(least=months_up_to(least, language), most=months_up_to(most, language))


def whole_months(number_of_days: int) -> int:
    return round(number_of_days * 12 / 365.2425)


def months_up_to(months: int, language: str) -> str:
    """Years and months after «от», «до», «не меньше»."""
    parts = zip(("year", "month"), divmod(months, 12), strict=True)
    return " ".join(counted(number, unit, language, UP_TO) for unit, number in parts if number)


def apart(day: date, other: date) -> Length:
    """Whole years and months, then days, from the earlier to the later day."""
    first, last = sorted((day, other))
    months = (last.year - first.year) * 12 + last.month - first.month
    if last.day < first.day:
        months -= 1
    anchor_year, anchor_month = divmod(first.year * 12 + first.month - 1 + months, 12)
    number = min(first.day, monthrange(anchor_year, anchor_month + 1)[1])
    rest = (last - date(anchor_year, anchor_month + 1, number)).days
    return Length(months // 12, months % 12, rest)


def distance(on: date, other: date, language: str | None = None) -> str:
    """How far a day lies ahead or back: “in 3 years 2 months”, “2 months ago”."""
    language = active_language(language)
    between = apart(on, other)
    rounded = Length(between.years, between.months, 0) if between.years or between.months else between
    if other < on:
        return phrase("ago", language).format(length=length(rounded, language))
    words = _parts(rounded, language, IN) or [counted(0, "day", language, IN)]
    return phrase("in", language).format(length=" ".join(words))
