"""Days and ranges of days in the words of each language.

A Kazakh case ending cannot be put on a placeholder, so the catalogues hold whole phrases: who writes a sentence puts
"until 4 February 2030" into it, never a bare date that the sentence would have to decline. A language that has cases
of the month gets them in ``month``, by the context of the phrase. Nothing here knows today.
"""

from calendar import monthrange
from datetime import date, datetime
from typing import NamedTuple

from django.utils import timezone
from django.utils.translation import pgettext_lazy

from archive.wording.phrases import phrases_of
from law.dates import ONE_DAY, DateRange, parse
from records.languages import MONTHS_FROM, MONTHS_TO, active_language, months_alone, months_in_dates

PHRASES = {
    "day": pgettext_lazy("day", "{day} {month} {year}"),
    "day-since": pgettext_lazy("day after since, until, not before", "{day} {month} {year}"),
    "day-until": pgettext_lazy("day after until, for a day that is itself free", "{day} {month} {year}"),
    "month": pgettext_lazy("month", "{month} {year}"),
    "year": pgettext_lazy("year", "{year}"),
    "between": pgettext_lazy("date", "between {first} and {last}"),
    "between-in-month": pgettext_lazy("date", "between {first_day} and {last_day} {month} {year}"),
    "between-in-year": pgettext_lazy("date", "between {first_day} {first_month} and {last_day} {month} {year}"),
    "not-before": pgettext_lazy("date", "not before {first}"),
    "not-after": pgettext_lazy("date", "not after {last}"),
    "about": pgettext_lazy("date", "about {value}"),
    "one-of": pgettext_lazy("date", "{first} or {last}"),
    "unknown": pgettext_lazy("date", "date not known"),
    "from": pgettext_lazy("date", "from {first}"),
    "from-through": pgettext_lazy("date", "from {first} through {last}"),
    "until": pgettext_lazy("date", "until {last}"),
    "no-end": pgettext_lazy("date", "no end date"),
    "last-day": pgettext_lazy("date", "last day: {days}"),
    "no-last-day": pgettext_lazy("date", "last day not known"),
}


phrase = phrases_of(PHRASES)


class DayForms(NamedTuple):
    """One date in the forms that phrases need."""

    plain: str
    since: str  # after «с», «до», «не раньше»; Kazakh has its ablative
    until: str  # Kazakh has its dative


def day_forms(value: date, language: str) -> DayForms:
    months = months_in_dates(language)
    forms = {
        "day": months,
        "day-since": MONTHS_FROM.get(language, months),
        "day-until": MONTHS_TO.get(language, months),
    }
    return DayForms(
        *(
            phrase(name, language).format(day=value.day, month=names[value.month - 1], year=value.year)
            for name, names in forms.items()
        )
    )


def day(value: date, language: str | None = None) -> str:
    """“4 February 2030”, «4 февраля 2030 года», «2030 жылғы 4 ақпан»."""
    return day_forms(value, active_language(language)).plain


def moment(value: datetime | None, language: str | None = None) -> str:
    """“4 February 2030, 17:05” in Almaty; a dash where there is none."""
    if value is None:
        return "–"
    local = timezone.localtime(value)
    return f"{day(local.date(), language)}, {local:%H:%M}"


def month(value: date, language: str | None = None) -> str:
    """“February 2030”, «февраль 2030 года», «2030 жылғы ақпан»."""
    language = active_language(language)
    return phrase("month", language).format(month=months_alone(language)[value.month - 1], year=value.year)


def year(number: int, language: str | None = None) -> str:
    """“2030”, «2030 год», «2030 жыл»."""
    return phrase("year", active_language(language)).format(year=number)


def in_words(value: DateRange, language: str | None = None) -> str:
    """A day, a month or a year where the range is one; else its bounds."""
    language = active_language(language)
    earliest, latest = value
    if earliest is None:
        not_after = phrase("not-after", language)
        return not_after.format(last=day_forms(latest, language).since) if latest else phrase("unknown", language)
    if latest is None:
        return phrase("not-before", language).format(first=day_forms(earliest, language).since)
    if earliest == latest:
        return day(earliest, language)
    if (earliest.month, earliest.day, latest.month, latest.day) == (1, 1, 12, 31) and earliest.year == latest.year:
        return year(earliest.year, language)
    last_of_month = monthrange(earliest.year, earliest.month)[1]
    if earliest.day == 1 and latest == earliest.replace(day=last_of_month):
        return month(earliest, language)
    return between(earliest, latest, language)


def between(first: date, last: date, language: str) -> str:
    """Two days in one phrase, with the month and the year said once where they share them."""
    if first.year != last.year:
        return phrase("between", language).format(first=day(first, language), last=day(last, language))
    shared = "in-month" if first.month == last.month else "in-year"
    names = months_in_dates(language)
    return phrase(f"between-{shared}", language).format(
        first_day=first.day,
        first_month=names[first.month - 1],
        last_day=last.day,
        month=names[last.month - 1],
        year=last.year,
    )


def as_written(text: str | None, language: str | None = None) -> str:
    """A date of the record in words, with its “about” and its “or”."""
    language = active_language(language)
    if not text:
        return phrase("unknown", language)
    if text.endswith("~"):
        return phrase("about", language).format(value=in_words(parse(text[:-1]), language))
    if text.startswith("[") and ".." not in text:
        parts = [in_words(parse(part.strip()), language) for part in text[1:-1].split(",")]
        return phrase("one-of", language).format(first=", ".join(parts[:-1]), last=parts[-1])
    return in_words(parse(text), language)


def from_day(value: date, language: str | None = None) -> str:
    language = active_language(language)
    return phrase("from", language).format(first=day_forms(value, language).since)


def from_through(first: date, last: date, language: str | None = None) -> str:
    """“from 1 June 2016 through 3 February 2030”: both days count."""
    language = active_language(language)
    words = {"first": day_forms(first, language).since, "last": day(last, language)}
    return phrase("from-through", language).format(**words)


def last_days(ends: DateRange) -> DateRange:
    """The last day of what has these first days without it."""
    earliest, latest = ends
    return DateRange(earliest - ONE_DAY if earliest else None, latest - ONE_DAY if latest else None)


def last_day(days: DateRange, open_ended: bool = False, language: str | None = None) -> str:
    """“last day: 14 September 2025”, “last day: not before 4 May 2027”, “no end date”."""
    language = active_language(language)
    if open_ended:
        return phrase("no-end", language)
    if days.is_unknown:
        return phrase("no-last-day", language)
    return phrase("last-day", language).format(days=in_words(days, language))


def until_day(value: date, language: str | None = None) -> str:
    """Until a day that is itself free."""
    language = active_language(language)
    return phrase("until", language).format(last=day_forms(value, language).until)
