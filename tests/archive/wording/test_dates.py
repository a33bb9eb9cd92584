"""Dates, lengths and counts in the words of each language."""

from calendar import monthrange
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.wording.dates import as_written, day, from_day, from_through, in_words, last_day, until_day
from archive.wording.lengths import apart, counted, days, distance, length, roughly
from law.dates import UNKNOWN, DateRange, add, parse
from law.lengths import Days, Length

LANGUAGES = ("en", "ru", "kk")


@pytest.mark.parametrize(
    ("text", "en", "ru", "kk"),
    [
        ("2030-02-04", "4 February 2030", "4 февраля 2030 года", "2030 жылғы 4 ақпан"),
        ("2030-02", "February 2030", "февраль 2030 года", "2030 жылғы ақпан"),
        ("2030", "2030", "2030 год", "2030 жыл"),
        ("2024-02~", "about February 2024", "примерно февраль 2024 года", "шамамен 2024 жылғы ақпан"),
        (
            "[2021-02-04,2021-02-18]",
            "4 February 2021 or 18 February 2021",
            "4 февраля 2021 года или 18 февраля 2021 года",
            "2021 жылғы 4 ақпан немесе 2021 жылғы 18 ақпан",
        ),
        (
            "[2024-08-04..2024-08-18]",
            "between 4 and 18 August 2024",
            "между 4 и 18 августа 2024 года",
            "2024 жылғы 4 – 18 тамыз аралығында",
        ),
        (
            "[2025-04-26..]",
            "not before 26 April 2025",
            "не раньше 26 апреля 2025 года",
            "2025 жылғы 26 сәуірден ерте емес",
        ),
        (
            "[2029-04-09..2029-11-13]",
            "between 9 April and 13 November 2029",
            "между 9 апреля и 13 ноября 2029 года",
            "2029 жылғы 9 сәуір – 13 қараша аралығында",
        ),
        (None, "date not known", "дата неизвестна", "күні белгісіз"),
    ],
)
def test_date_as_written(text: str | None, en: str, ru: str, kk: str) -> None:
    assert [as_written(text, language) for language in LANGUAGES] == [en, ru, kk]


def test_last_day_in_each_language() -> None:
    days = DateRange(date(2025, 9, 14), date(2025, 9, 14))
    assert [last_day(days, language=language) for language in ("en", "ru", "kk")] == [
        "last day: 14 September 2025",
        "последний день: 14 сентября 2025 года",
        "соңғы күні: 2025 жылғы 14 қыркүйек",
    ]


def test_last_day_ranges_and_open_sides() -> None:
    assert last_day(parse("[2024-08-03..2024-08-17]"), language="en") == "last day: between 3 and 17 August 2024"
    assert last_day(DateRange(date(2029, 11, 6), None), language="en") == "last day: not before 6 November 2029"
    assert last_day(DateRange(None, date(2030, 2, 3)), language="en") == "last day: not after 3 February 2030"
    assert last_day(UNKNOWN, language="en") == "last day not known"
    assert last_day(UNKNOWN, open_ended=True, language="kk") == "аяқталу мерзімі жоқ"


@pytest.mark.parametrize(
    ("number", "ru"),
    [
        (0, "0 лет"),
        (1, "1 год"),
        (2, "2 года"),
        (5, "5 лет"),
        (11, "11 лет"),
        (12, "12 лет"),
        (21, "21 год"),
        (24, "24 года"),
    ],
)
def test_russian_years(number: int, ru: str) -> None:
    assert counted(number, "year", "ru") == ru


def test_lengths() -> None:
    assert [length(Length.parse("P3Y2M"), language) for language in LANGUAGES] == [
        "3 years 2 months",
        "3 года 2 месяца",
        "3 жыл 2 ай",
    ]


@pytest.mark.parametrize(
    ("count", "exact", "about"),
    [
        (Days(4996, 4996), "4,996 days", "13 years 8 months"),
        (Days(1263, 1291), "1,263 to 1,291 days", "3 years 5 months to 3 years 6 months"),
        (Days(0, 14), "up to 14 days", "up to 14 days"),
        (Days(0, 400), "up to 400 days", "up to 1 year 1 month"),
        (Days(85, None), "at least 85 days", "at least 3 months"),
        (Days(1, None), "at least 1 day", "at least 1 day"),
        (Days(0, None), "not known", "not known"),
        (Days(1, 1), "1 day", "1 day"),
    ],
)
def test_counts_of_days(count: Days, exact: str, about: str) -> None:
    assert (days(count, "en"), roughly(count, "en")) == (exact, about)


def test_russian_counts_are_declined_after_their_words() -> None:
    assert days(Days(0, 21), "ru") == "до 21 дня"
    assert roughly(Days(1263, 1291), "ru") == "от 3 лет 5 месяцев до 3 лет 6 месяцев"


def test_phrases_around_a_day() -> None:
    on = date(2025, 9, 15)
    assert [from_day(on, language) for language in LANGUAGES] == [
        "from 15 September 2025",
        "с 15 сентября 2025 года",
        "2025 жылғы 15 қыркүйектен бастап",
    ]
    assert [from_through(date(2016, 6, 1), date(2030, 2, 3), language) for language in LANGUAGES] == [
        "from 1 June 2016 through 3 February 2030",
        "с 1 июня 2016 года по 3 февраля 2030 года",
        "2016 жылғы 1 маусымнан бастап, соңғы күні — 2030 жылғы 3 ақпан",
    ]
    assert until_day(date(2030, 2, 4), "kk") == "2030 жылғы 4 ақпанға дейін"


def test_distance() -> None:
    on = date(2026, 11, 22)
    assert [distance(on, date(2030, 2, 4), language) for language in LANGUAGES] == [
        "in 3 years 2 months",
        "через 3 года 2 месяца",
        "3 жыл 2 айдан кейін",
    ]
    assert distance(on, date(2025, 9, 15), "ru") == "1 год 2 месяца назад"
    assert distance(on, on, "en") == "in 0 days"
    assert [distance(on, date(2027 + n, 11, 22), "kk") for n in (0,)] == ["1 жылдан кейін"]
    assert distance(on, date(2026, 12, 17), "kk") == "25 күннен кейін"


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_apart_leads_from_the_one_day_to_the_other(one: date, other: date) -> None:
    first, last = sorted((one, other))
    assert add(first, apart(one, other)) == last


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dates(date(1950, 1, 1), date(2150, 12, 31)))
def test_a_day_names_its_number_and_year_in_every_language(value: date) -> None:
    for language in LANGUAGES:
        assert {str(value.day), str(value.year)} <= set(day(value, language).split())
    whole = DateRange(value.replace(day=1), value.replace(day=monthrange(value.year, value.month)[1]))
    assert str(value.year) in in_words(whole, "kk")
