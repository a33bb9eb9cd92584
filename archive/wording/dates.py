"""Days and ranges of days in the words of each language.

Django's Kazakh has no date formats, and a Kazakh case ending cannot be put on a placeholder, so whole
phrases are made here: who writes a sentence puts "until 4 February 2030" into it, never a bare date
that the sentence would have to decline. Nothing here knows today.
"""

from calendar import monthrange
from datetime import date
from typing import NamedTuple

from law.dates import ONE_DAY, DateRange, parse
from records.languages import MONTHS_FROM, MONTHS_TO, active_language, months_alone, months_in_dates

PHRASES = {
    "en": {
        "between": "between {first} and {last}",
        "not-before": "not before {first}",
        "not-after": "not after {last}",
        "about": "about {value}",
        "one-of": "{first} or {last}",
        "unknown": "date not known",
        "from": "from {first}",
        "from-through": "from {first} through {last}",
        "until": "until {last}",
        "through": "through {last}, free from {free}",
        "through-range": "through a day between {first} and {last}, free from {free} at the latest",
        "through-earliest": "through {first} at least; the latest day is not known",
        "through-latest": "{last} at the latest, free from {free}",
        "no-end": "no end date",
    },
    "ru": {
        "between": "между {first} и {last}",
        "not-before": "не раньше {first}",
        "not-after": "не позже {last}",
        "about": "примерно {value}",
        "one-of": "{first} или {last}",
        "unknown": "дата неизвестна",
        "from": "с {first}",
        "from-through": "с {first} по {last}",
        "until": "до {last}",
        "through": "по {last} включительно, без ограничения с {free}",
        "through-range": "последний день — между {first} и {last}, без ограничения самое позднее с {free}",
        "through-earliest": "по меньшей мере по {first}; самый поздний день неизвестен",
        "through-latest": "самое позднее по {last} включительно, без ограничения с {free}",
        "no-end": "без срока окончания",
    },
    "kk": {
        "between": "{first} – {last} аралығында",
        "not-before": "{first} ерте емес",
        "not-after": "{last} кешіктірмей",
        "about": "шамамен {value}",
        "one-of": "{first} немесе {last}",
        "unknown": "күні белгісіз",
        "from": "{first} бастап",
        "from-through": "{first} бастап, соңғы күні — {last}",
        "until": "{last} дейін",
        "through": "соңғы күні — {last}, {free} бастап шектеусіз",
        "through-range": "соңғы күні — {first} – {last} аралығында, ең кеш дегенде {free} бастап шектеусіз",
        "through-earliest": "соңғы күні {first} ерте емес; ең кеш күні белгісіз",
        "through-latest": "соңғы күні ең кеш дегенде — {last}, {free} бастап шектеусіз",
        "no-end": "аяқталу мерзімі жоқ",
    },
}


class DayForms(NamedTuple):
    """One date in the forms that phrases need."""

    plain: str
    since: str  # after «с», «до», «не раньше»; Kazakh has its ablative
    until: str  # Kazakh has its dative


def day_forms(value: date, language: str) -> DayForms:
    index = value.month - 1
    name = months_in_dates(language)[index]
    if language == "kk":
        text = f"{value.year} жылғы {value.day} "
        return DayForms(text + name, text + MONTHS_FROM[index], text + MONTHS_TO[index])
    text = f"{value.day} {name} {value.year}" + (" года" if language == "ru" else "")
    return DayForms(text, text, text)


def day(value: date, language: str | None = None) -> str:
    """“4 February 2030”, «4 февраля 2030 года», «2030 жылғы 4 ақпан»."""
    return day_forms(value, active_language(language)).plain


def month(value: date, language: str | None = None) -> str:
    """“February 2030”, «февраль 2030 года», «2030 жылғы ақпан»."""
    index, language = value.month - 1, active_language(language)
    name = months_alone(language)[index]
    if language == "kk":
        return f"{value.year} жылғы {name}"
    return f"{name} {value.year} года" if language == "ru" else f"{name} {value.year}"


def year(number: int, language: str | None = None) -> str:
    """“2030”, «2030 год», «2030 жыл»."""
    return {"en": "{}", "ru": "{} год", "kk": "{} жыл"}[active_language(language)].format(number)


def in_words(value: DateRange, language: str | None = None) -> str:
    """A day, a month or a year where the range is one; else its bounds."""
    language = active_language(language)
    phrases, (earliest, latest) = PHRASES[language], value
    if earliest is None:
        return phrases["not-after"].format(last=day_forms(latest, language).since) if latest else phrases["unknown"]
    if latest is None:
        return phrases["not-before"].format(first=day_forms(earliest, language).since)
    if earliest == latest:
        return day(earliest, language)
    if (earliest.month, earliest.day, latest.month, latest.day) == (1, 1, 12, 31) and earliest.year == latest.year:
        return year(earliest.year, language)
    last_of_month = monthrange(earliest.year, earliest.month)[1]
    if earliest.day == 1 and latest == earliest.replace(day=last_of_month):
        return month(earliest, language)
    return phrases["between"].format(**first_and_last(earliest, latest, language))


def as_written(text: str | None, language: str | None = None) -> str:
    """A date of the record in words, with its “about” and its “or”."""
    language = active_language(language)
    if not text:
        return PHRASES[language]["unknown"]
    if text.endswith("~"):
        return PHRASES[language]["about"].format(value=in_words(parse(text[:-1]), language))
    if text.startswith("[") and ".." not in text:
        parts = [in_words(parse(part.strip()), language) for part in text[1:-1].split(",")]
        return PHRASES[language]["one-of"].format(first=", ".join(parts[:-1]), last=parts[-1])
    return in_words(parse(text), language)


def from_day(value: date, language: str | None = None) -> str:
    language = active_language(language)
    return PHRASES[language]["from"].format(first=day_forms(value, language).since)


def from_through(first: date, last: date, language: str | None = None) -> str:
    """“from 1 June 2016 through 3 February 2030”: both days count."""
    language = active_language(language)
    words = {"first": day_forms(first, language).since, "last": day(last, language)}
    return PHRASES[language]["from-through"].format(**words)


def last_days(ends: DateRange) -> DateRange:
    """The last day of what has these first days without it."""
    earliest, latest = ends
    return DateRange(earliest - ONE_DAY if earliest else None, latest - ONE_DAY if latest else None)


def until_day(value: date, language: str | None = None) -> str:
    """Until a day that is itself free."""
    language = active_language(language)
    return PHRASES[language]["until"].format(last=day_forms(value, language).until)


def through(ends: DateRange, open_ended: bool = False, language: str | None = None) -> str:
    """The last day under a restriction and the first day without it; `ends` is the first day without."""
    language = active_language(language)
    phrases, (earliest, latest) = PHRASES[language], ends
    if open_ended:
        return phrases["no-end"]
    if latest is None and earliest is None:
        return phrases["unknown"]
    if latest is None:
        assert earliest is not None
        return phrases["through-earliest"].format(first=day_forms(earliest - ONE_DAY, language).since)
    free, last = day_forms(latest, language).since, latest - ONE_DAY
    if earliest is None:
        return phrases["through-latest"].format(last=day(last, language), free=free)
    if earliest != latest:
        return phrases["through-range"].format(**first_and_last(earliest - ONE_DAY, last, language), free=free)
    # The day after is short where its month is that of the day before.
    if latest.day != 1 and language == "en":
        free = f"the {latest.day}{english_ordinal(latest.day)}"
    elif latest.day != 1 and language == "ru":
        free = f"{latest.day}-го"
    return phrases["through"].format(last=day(last, language), free=free)


def first_and_last(first: date, last: date, language: str) -> dict[str, str]:
    """Two days with the month and the year said once where they share them."""
    if first.year != last.year:
        return {"first": day(first, language), "last": day(last, language)}
    names, same_month = months_in_dates(language), first.month == last.month
    if language == "kk":
        begins = f"{first.year} жылғы {first.day}" if same_month else day(first, language)
        return {"first": begins, "last": f"{last.day} {names[last.month - 1]}"}
    begins = str(first.day) if same_month else f"{first.day} {names[first.month - 1]}"
    return {"first": begins, "last": day(last, language)}


def english_ordinal(number: int) -> str:
    if 11 <= number % 100 <= 13:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
