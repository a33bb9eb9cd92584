from datetime import date

import pytest

from records.typed import two_readings, typed_date, typed_length


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        ("2025", "2025"),
        ("2025-04", "2025-04"),
        ("2025-04-11", "2025-04-11"),
        ("11.04.2025", "2025-04-11"),
        ("1.4.2025 г.", "2025-04-01"),
        ("13/04/2025", "2025-04-13"),
        ("04.2025", "2025-04"),
        ("11 April 2025", "2025-04-11"),
        ("11th of april, 2025", "2025-04-11"),
        ("April 11, 2025", "2025-04-11"),
        ("Apr 2025", "2025-04"),
        ("11 апреля 2025 года", "2025-04-11"),
        ("апрель 2025", "2025-04"),
        ("в 2025", "в 2025"),
        ("мая 2025", "2025-05"),
        ("2025 жылғы 11 сәуір", "2025-04-11"),
        ("2025 жылы 11 сәуірде", "2025-04-11"),
        ("2025 жылғы сәуір", "2025-04"),
        ("сәуір 2025", "2025-04"),
        ("about April 2025", "2025-04~"),
        ("около 2025 года", "2025~"),
        ("2016~", "2016~"),
        ("[2016-06-01,2016-06-03]", "[2016-06-01,2016-06-03]"),
        ("unknown:2026-11-22", "unknown:2026-11-22"),
        ("11 Nisan 2025", "11 Nisan 2025"),
        ("31.02.2025", "2025-02-31"),  # the field says that it is not in the calendar
        ("04/11", "04/11"),
        ("", ""),
    ],
)
def test_typed_date(typed: str, date: str) -> None:
    assert typed_date(typed) == date


@pytest.mark.parametrize(
    ("typed", "length"),
    [
        ("год", "P1Y"),
        ("три года", "P3Y"),
        ("три года и шесть месяцев", "P3Y6M"),
        ("үш жыл", "P3Y"),
        ("бес жыл алты ай", "P5Y6M"),
        ("one year", "P1Y"),
        ("года три", "года три"),
        ("P5Y", "P5Y"),
        ("5 years", "P5Y"),
        ("1 year and 6 months", "P1Y6M"),
        ("1y 6m", "P1Y6M"),
        ("3 года", "P3Y"),
        ("5 лет 6 месяцев", "P5Y6M"),
        ("15 суток", "P15D"),
        ("1 жыл 6 ай", "P1Y6M"),
        ("15 күн", "P15D"),
        ("6 months 1 year", "P1Y6M"),
        ("5", "5"),
        ("5 weeks", "5 weeks"),
        ("5 years 5 years", "5 years 5 years"),
        ("", ""),
    ],
)
def test_typed_length(typed: str, length: str) -> None:
    assert typed_length(typed) == length


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("4/11/2025", (date(2025, 4, 11), date(2025, 11, 4))),
        ("11/04/2025", (date(2025, 4, 11), date(2025, 11, 4))),
        ("4/4/2025", None),
        ("13/4/2025", None),
        ("4.11.2025", None),
        ("0/4/2025", None),
    ],
)
def test_date_when_it_reads_two_ways(typed: str, days: tuple[date, date] | None) -> None:
    assert two_readings(typed) == days
    assert (typed_date(typed) == typed) == (days is not None)
