"""Days, ranges, lengths and counts in the words of each language.

Django's Kazakh has no date formats, and a Kazakh case ending cannot be put on a placeholder, so whole
phrases are made here: who writes a sentence puts "until 4 February 2030" into it, never a bare date
that the sentence would have to decline. Nothing here knows today.
"""

from calendar import monthrange
from datetime import date
from typing import NamedTuple

from law.dates import ONE_DAY, DateRange, parse
from law.lengths import Days, Length
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
        "by": "by {last}",
        "through": "through {last}, free from {free}",
        "through-range": "through a day between {first} and {last}, free from {free} at the latest",
        "through-earliest": "through {first} at least; the latest day is not known",
        "through-latest": "{last} at the latest, free from {free}",
        "no-end": "no end date",
        "in": "in {length}",
        "ago": "{length} ago",
        "days-range": "{least} to {most}",
        "days-up-to": "up to {most}",
        "days-at-least": "at least {least}",
        "unlimited": "not known",
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
        "by": "не позже {last}",
        "through": "по {last} включительно, без ограничения с {free}",
        "through-range": "последний день — между {first} и {last}, без ограничения самое позднее с {free}",
        "through-earliest": "по меньшей мере по {first}; самый поздний день неизвестен",
        "through-latest": "самое позднее по {last} включительно, без ограничения с {free}",
        "no-end": "без срока окончания",
        "in": "через {length}",
        "ago": "{length} назад",
        "days-range": "от {least} до {most}",
        "days-up-to": "до {most}",
        "days-at-least": "не меньше {least}",
        "unlimited": "неизвестно",
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
        "by": "{last} кешіктірмей",
        "through": "соңғы күні — {last}, {free} бастап шектеусіз",
        "through-range": "соңғы күні — {first} – {last} аралығында, ең кеш дегенде {free} бастап шектеусіз",
        "through-earliest": "соңғы күні {first} ерте емес; ең кеш күні белгісіз",
        "through-latest": "соңғы күні ең кеш дегенде — {last}, {free} бастап шектеусіз",
        "no-end": "аяқталу мерзімі жоқ",
        "in": "{length} кейін",
        "ago": "{length} бұрын",
        "days-range": "{least} – {most}",
        "days-up-to": "ең көбі {most}",
        "days-at-least": "кемінде {least}",
        "unlimited": "белгісіз",
    },
}

UNITS = {
    "en": {"year": ("year", "years"), "month": ("month", "months"), "day": ("day", "days")},
    "ru": {
        "year": ("год", "года", "лет"),
        "month": ("месяц", "месяца", "месяцев"),
        "day": ("день", "дня", "дней"),
    },
    "kk": {"year": ("жыл",), "month": ("ай",), "day": ("күн",)},
}
RU_UNITS_OF = {"year": ("года", "лет"), "month": ("месяца", "месяцев"), "day": ("дня", "дней")}
"""After «от», «до», «не меньше»: genitive of one and of several."""
KK_UNITS_FROM = {"жыл": "жылдан", "ай": "айдан", "күн": "күннен"}


class DayForms(NamedTuple):
    """One date in the shapes that phrases need."""

    plain: str
    of: str  # after «с», «до», «не раньше»
    to: str  # Kazakh dative
    frm: str  # Kazakh ablative


def day(value: date, language: str | None = None) -> str:
    """“4 February 2030”, «4 февраля 2030 года», «2030 жылғы 4 ақпан»."""
    return _forms(value, active_language(language)).plain


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
    earliest, latest = value
    if earliest is None and latest is None:
        return PHRASES[language]["unknown"]
    if earliest is None or latest is None:
        return _open(value, language)
    if earliest == latest:
        return day(earliest, language)
    if _is_year(earliest, latest):
        return year(earliest.year, language)
    if _is_month(earliest, latest):
        return month(earliest, language)
    return PHRASES[language]["between"].format(**_pair(earliest, latest, language))


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
    forms = _forms(value, language)
    return PHRASES[language]["from"].format(first=forms.frm if language == "kk" else forms.of)


def from_through(first: date, last: date, language: str | None = None) -> str:
    """“from 1 June 2016 through 3 February 2030”: both days count."""
    language = active_language(language)
    return PHRASES[language]["from-through"].format(first=_free(first, language), last=_forms(last, language).plain)


def last_days(ends: DateRange) -> DateRange:
    """The last day of what has these first days without it."""
    earliest, latest = ends
    return DateRange(earliest - ONE_DAY if earliest else None, latest - ONE_DAY if latest else None)


def until_day(value: date, language: str | None = None) -> str:
    """Until a day that is itself free."""
    language = active_language(language)
    forms = _forms(value, language)
    return PHRASES[language]["until"].format(last=forms.to if language == "kk" else forms.of)


def through(ends: DateRange, open_ended: bool = False, language: str | None = None) -> str:
    """The last day under a restriction and the first day without it; `ends` is the first day without."""
    language = active_language(language)
    words = PHRASES[language]
    earliest, latest = ends
    if open_ended:
        return words["no-end"]
    if earliest is None and latest is None:
        return words["unknown"]
    if latest is None:
        assert earliest is not None
        forms = _forms(earliest - ONE_DAY, language)
        return words["through-earliest"].format(first=forms.frm if language == "kk" else forms.of)
    free, last = _free(latest, language), _forms(latest - ONE_DAY, language)
    if earliest is None:
        return words["through-latest"].format(last=last.plain, free=free)
    if earliest == latest:
        return words["through"].format(last=last.plain, free=_free_short(latest, language))
    pair = _pair(earliest - ONE_DAY, latest - ONE_DAY, language)
    return words["through-range"].format(**pair, free=free)


def length(value: Length, language: str | None = None) -> str:
    """“3 years 2 months”."""
    language = active_language(language)
    parts = zip(("year", "month", "day"), value, strict=True)
    return " ".join(counted(number, unit, language) for unit, number in parts if number)


def counted(number: int, unit: str, language: str | None = None) -> str:
    """“5 years”, «5 лет», «5 жыл»."""
    language = active_language(language)
    return f"{grouped(number, language)} {_unit(number, unit, language)}"


def grouped(number: int, language: str | None = None) -> str:
    """Thousands apart: a comma in English, a narrow no-break space elsewhere."""
    text = f"{number:,}"
    return text if active_language(language) == "en" else text.replace(",", "\u202f")


def days(value: Days, language: str | None = None) -> str:
    """“234 days”, “1,263 to 1,291 days”, “at least 85 days”, “up to 14 days”."""
    language = active_language(language)
    return _counts(value.least, value.most, "day", language)


def roughly(value: Days, language: str | None = None) -> str:
    """The same in years and months, to the nearest month; days below two months."""
    language = active_language(language)
    words = PHRASES[language]
    if (value.least if value.most is None else value.most) < 60:
        return days(value, language)
    least, most = _months(value.least), None if value.most is None else _months(value.most)
    if least == most:
        return length(Length(months=least % 12, years=least // 12), language)
    if most is None:
        return words["unlimited"] if least == 0 else words["days-at-least"].format(least=_of(least, language))
    if least == 0:
        return words["days-up-to"].format(most=_of(most, language))
    return words["days-range"].format(least=_of(least, language), most=_of(most, language))


def apart(one: date, other: date) -> Length:
    """Whole years and months, then days, from the earlier to the later day."""
    first, last = sorted((one, other))
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
    gap = apart(on, other)
    shown = Length(gap.years, gap.months, 0) if gap.years or gap.months else gap
    key = "in" if other >= on else "ago"
    words = length(shown, language) or counted(0, "day", language)
    return PHRASES[language][key].format(length=_after(words) if (language, key) == ("kk", "in") else words)


def _after(words: str) -> str:
    """Kazakh «кейін» wants the ablative of the last word: «3 жыл 2 айдан кейін»."""
    number, _space, unit = words.rpartition(" ")
    return f"{number} {KK_UNITS_FROM[unit]}"


def _forms(value: date, language: str) -> DayForms:
    index = value.month - 1
    name = months_in_dates(language)[index]
    if language == "ru":
        text = f"{value.day} {name} {value.year} года"
        return DayForms(text, text, text, text)
    if language == "kk":
        text = f"{value.year} жылғы {value.day} "
        return DayForms(text + name, text + name, text + MONTHS_TO[index], text + MONTHS_FROM[index])
    text = f"{value.day} {name} {value.year}"
    return DayForms(text, text, text, text)


def _pair(first: date, last: date, language: str) -> dict[str, str]:
    """Two days with the month and the year said once where they share them."""
    one, other = _forms(first, language).plain, _forms(last, language).plain
    if first.year != last.year:
        return {"first": one, "last": other}
    if language == "kk":
        kept = one.rsplit(" ", 1)[0] if first.month == last.month else one
        return {"first": kept, "last": f"{last.day} {months_in_dates(language)[last.month - 1]}"}
    names = months_in_dates(language)
    alone = str(first.day)
    return {"first": alone if first.month == last.month else f"{alone} {names[first.month - 1]}", "last": other}


def _free(value: date, language: str) -> str:
    forms = _forms(value, language)
    return forms.frm if language == "kk" else forms.of


def _free_short(value: date, language: str) -> str:
    """“the 15th” where the month is that of the day before."""
    if language == "en" and value.day != 1:
        return f"the {value.day}{_ordinal(value.day)}"
    if language == "ru" and value.day != 1:
        return f"{value.day}-го"
    return _free(value, language)


def _ordinal(number: int) -> str:
    if 11 <= number % 100 <= 13:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _open(value: DateRange, language: str) -> str:
    earliest, latest = value
    key, known = ("not-before", earliest) if earliest else ("not-after", latest)
    assert known is not None
    forms = _forms(known, language)
    text = forms.frm if language == "kk" else forms.of
    return PHRASES[language][key].format(first=text, last=text)


def _is_year(first: date, last: date) -> bool:
    return (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year


def _is_month(first: date, last: date) -> bool:
    same = (first.year, first.month) == (last.year, last.month)
    return same and first.day == 1 and last.day == monthrange(last.year, last.month)[1]


def _unit(number: int, unit: str, language: str) -> str:
    forms = UNITS[language][unit]
    if language == "kk":
        return forms[0]
    if language == "en":
        return forms[0] if number == 1 else forms[1]
    if number % 10 == 1 and number % 100 != 11:
        return forms[0]
    return forms[1] if 2 <= number % 10 <= 4 and not 12 <= number % 100 <= 14 else forms[2]


def _counts(least: int, most: int | None, unit: str, language: str) -> str:
    words = PHRASES[language]
    if most is None:
        return (
            words["unlimited"] if least == 0 else words["days-at-least"].format(least=_of_unit(least, unit, language))
        )
    if least == most:
        return counted(least, unit, language)
    if least == 0:
        return words["days-up-to"].format(most=_of_unit(most, unit, language))
    return words["days-range"].format(least=grouped(least, language), most=_of_unit(most, unit, language))


def _of_unit(number: int, unit: str, language: str) -> str:
    """The count after «от», «до», «не меньше»: the genitive in Russian, as it is elsewhere."""
    if language != "ru":
        return counted(number, unit, language)
    one, many = RU_UNITS_OF[unit]
    return f"{grouped(number, language)} {one if number % 10 == 1 and number % 100 != 11 else many}"


def _of(months: int, language: str) -> str:
    parts = zip(("year", "month"), divmod(months, 12), strict=True)
    return " ".join(_of_unit(number, unit, language) for unit, number in parts if number)


def _months(number: int) -> int:
    return round(number * 12 / 365.2425)
