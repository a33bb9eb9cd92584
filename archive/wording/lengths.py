"""Lengths and counts in the words of each language: “3 years 2 months”, “up to 14 days”, “in 3 years”.

Whole phrases again, as in ``dates``: a Kazakh or Russian case ending cannot be put on a placeholder.
"""

from calendar import monthrange
from datetime import date

from law.lengths import Days, Length
from records.languages import active_language

PHRASES = {
    "en": {
        "in": "in {length}",
        "ago": "{length} ago",
        "days-range": "{least} to {most}",
        "days-up-to": "up to {most}",
        "days-at-least": "at least {least}",
        "unlimited": "not known",
    },
    "ru": {
        "in": "через {length}",
        "ago": "{length} назад",
        "days-range": "от {least} до {most}",
        "days-up-to": "до {most}",
        "days-at-least": "не меньше {least}",
        "unlimited": "неизвестно",
    },
    "kk": {
        "in": "{length} кейін",
        "ago": "{length} бұрын",
        "days-range": "{least} – {most}",
        "days-up-to": "ең көбі {most}",
        "days-at-least": "кемінде {least}",
        "unlimited": "белгісіз",
    },
}

UNITS: dict[str, dict[str, tuple[str, ...]]] = {
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


ROUGHLY_FROM = 60
"""Days: fewer are told as they are."""


def length(value: Length, language: str | None = None) -> str:
    """“3 years 2 months”."""
    language = active_language(language)
    parts = zip(("year", "month", "day"), value, strict=True)
    return " ".join(counted(number, unit, language) for unit, number in parts if number)


def counted(number: int, unit: str, language: str | None = None) -> str:
    """“5 years”, «5 лет», «5 жыл»."""
    language = active_language(language)
    forms = UNITS[language][unit]
    if language == "ru":
        few = 2 <= number % 10 <= 4 and not 12 <= number % 100 <= 14
        form = forms[0] if is_one_in_russian(number) else forms[1] if few else forms[2]
    else:
        form = forms[0] if number == 1 else forms[-1]
    return f"{grouped(number, language)} {form}"


def counted_up_to(number: int, unit: str, language: str) -> str:
    """The count after «от», «до», «не меньше»: the genitive in Russian, as it is elsewhere."""
    if language != "ru":
        return counted(number, unit, language)
    singular, plural = RU_UNITS_OF[unit]
    return f"{grouped(number, language)} {singular if is_one_in_russian(number) else plural}"


def is_one_in_russian(number: int) -> bool:
    """Whether the word beside it is singular: 1, 21, 101, but not 11."""
    return number % 10 == 1 and number % 100 != 11


def grouped(number: int, language: str | None = None) -> str:
    """Thousands apart: a comma in English, a narrow no-break space elsewhere."""
    text = f"{number:,}"
    return text if active_language(language) == "en" else text.replace(",", "\u202f")


def days(value: Days, language: str | None = None) -> str:
    """“234 days”, “1,263 to 1,291 days”, “at least 85 days”, “up to 14 days”."""
    language = active_language(language)
    phrases, (least, most) = PHRASES[language], value
    if least == most:
        return counted(least, "day", language)
    if most is None and least == 0:
        return phrases["unlimited"]
    if most is None:
        return phrases["days-at-least"].format(least=counted_up_to(least, "day", language))
    if least == 0:
        return phrases["days-up-to"].format(most=counted_up_to(most, "day", language))
    return phrases["days-range"].format(least=grouped(least, language), most=counted_up_to(most, "day", language))


def roughly(value: Days, language: str | None = None) -> str:
    """The same in years and months, to the nearest month; days below two months."""
    language = active_language(language)
    if (value.least if value.most is None else value.most) < ROUGHLY_FROM:
        return days(value, language)
    phrases, least = PHRASES[language], whole_months(value.least)
    if value.most is None and least == 0:
        return phrases["unlimited"]
    if value.most is None:
        return phrases["days-at-least"].format(least=months_up_to(least, language))
    most = whole_months(value.most)
    if least == most:
        return length(Length(months=least % 12, years=least // 12), language)
    if least == 0:
        return phrases["days-up-to"].format(most=months_up_to(most, language))
    return phrases["days-range"].format(least=months_up_to(least, language), most=months_up_to(most, language))


def whole_months(number_of_days: int) -> int:
    return round(number_of_days * 12 / 365.2425)


def months_up_to(months: int, language: str) -> str:
    """Years and months after «от», «до», «не меньше»."""
    parts = zip(("year", "month"), divmod(months, 12), strict=True)
    return " ".join(counted_up_to(number, unit, language) for unit, number in parts if number)


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
    shown = Length(between.years, between.months, 0) if between.years or between.months else between
    words = length(shown, language) or counted(0, "day", language)
    if other < on:
        return PHRASES[language]["ago"].format(length=words)
    if language == "kk":  # «кейін» wants the ablative of the last word: «3 жыл 2 айдан кейін»
        number, _space, unit = words.rpartition(" ")
        words = f"{number} {KK_UNITS_FROM[unit]}"
    return PHRASES[language]["in"].format(length=words)
