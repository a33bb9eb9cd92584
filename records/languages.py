"""The languages of the archive: their names, which stands in for which, their months.

A language more is a line in each table here, its catalogues in `locale` and `desk/locale`, and its words in the rule
book's vocabularies.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache

from babel import Locale
from babel.dates import get_month_names
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

LANGUAGES = {"en": "English", "ru": "Русский", "kk": "Қазақша"}
"""Code to name, in the order of the archive file."""
FALLBACKS = {"en": ("en", "ru", "kk"), "ru": ("ru", "en", "kk"), "kk": ("kk", "ru", "en")}
"""For each language the order in which a text is looked for: its own, then the nearest. Whatever shows, sorts or
searches a text asks here, so that a name is sorted as it is shown."""
IN_LANGUAGE = {"en": _("in English"), "ru": _("in Russian"), "kk": _("in Kazakh")}
"""What stands beside a text in a language that is not the reader's."""
TEXT_SEARCH = {"en": "english", "ru": "russian"}
"""PostgreSQL's dictionaries; Kazakh has none and is stemmed by ourselves (``archive.index.search.kazakh``)."""
SOURCE_LANGUAGE = "en"
"""The language in which the texts of the code are written."""

MONTHS_TO: Mapping[str, Sequence[str]] = {
    "kk": (
        *("қаңтарға", "ақпанға", "наурызға", "сәуірге", "мамырға", "маусымға"),
        *("шілдеге", "тамызға", "қыркүйекке", "қазанға", "қарашаға", "желтоқсанға"),
    )
}
MONTHS_FROM: Mapping[str, Sequence[str]] = {
    "kk": (
        *("қаңтардан", "ақпаннан", "наурыздан", "сәуірден", "мамырдан", "маусымнан"),
        *("шілдеден", "тамыздан", "қыркүйектен", "қазаннан", "қарашадан", "желтоқсаннан"),
    )
}
"""The months in the dative (until) and in the ablative (from), where a language has them: Babel does not know them."""
MONTHS_IN = (
    *("январе", "феврале", "марте", "апреле", "мае", "июне"),
    *("июле", "августе", "сентябре", "октябре", "ноябре", "декабре"),
)
"""The Russian months in the prepositional, which people type; Babel does not know it either."""
DAYS = {"en": "{day} {month} {year}", "ru": "{day} {month} {year} года", "kk": "{year} жылғы {day} {month}"}
"""A day in words."""
THOUSANDS = {"en": ","}
"""What stands between thousands, where it is not a narrow no-break space."""


def active_language(language: str | None = None) -> str:
    """The language to write in: the given one, else the reader's, else English."""
    code = language or get_language() or SOURCE_LANGUAGE
    return code if code in LANGUAGES else SOURCE_LANGUAGE


def nearest_language(texts: Mapping[str, str], language: str | None = None) -> str | None:
    """The language in which a text is shown to readers of `language`; None if there is no text at all."""
    return next((code for code in FALLBACKS[active_language(language)] if texts.get(code)), None)


def localized_str(texts: Mapping[str, str], language: str | None = None) -> str:
    """The text itself, empty if there is none."""
    nearest = nearest_language(texts, language)
    return texts[nearest] if nearest else ""


def name_in_sentence(language: str) -> str:
    """“қазақша”, «русский»: English alone writes languages with a capital."""
    return LANGUAGES[language] if language == SOURCE_LANGUAGE else LANGUAGES[language].lower()


def english_name(language: str) -> str:
    """“Kazakh”: what the columns of tables are described by."""
    return str(Locale.parse(language).english_name)


def day_in_words(day: date, language: str | None = None) -> str:
    """“4 February 2030”, «4 февраля 2030 года», «2030 жылғы 4 ақпан»."""
    code = active_language(language)
    month = months_in_dates(code)[day.month - 1]
    return DAYS[code].format(day=day.day, month=month, year=day.year)


@cache
def months_in_dates(language: str) -> tuple[str, ...]:
    """The twelve months as a date with a day has them: “4 февраля”."""
    names = get_month_names("wide", "format", language)
    return tuple(names[number] for number in range(1, 13))


@cache
def months_alone(language: str) -> tuple[str, ...]:
    """The twelve months as they stand without a day: “февраль 2030 года”. Small letters where dates have them."""
    names = get_month_names("wide", "stand-alone", language)
    alone = tuple(names[number] for number in range(1, 13))
    return tuple(name.lower() for name in alone) if months_in_dates(language)[0].islower() else alone


@cache
def short_months(language: str) -> tuple[str, ...]:
    """The twelve months as they are shortened: “Feb”, «февр.»."""
    names = get_month_names("abbreviated", "format", language)
    return tuple(names[number] for number in range(1, 13))
