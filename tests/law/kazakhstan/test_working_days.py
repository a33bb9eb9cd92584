"""Days on which no office works, for terms that end on the next working day (CPC 48)."""

from datetime import date

import pytest

from law.kazakhstan.working_days import is_holiday, next_working_day


@pytest.mark.parametrize(
    ("year", "days"),
    [
        (2016, "01-01 01-02 01-07 03-08 03-21 03-22 03-23 05-01 05-07 05-09 07-06 08-30 12-01 12-16 12-17"),
        (2023, "01-01 01-02 01-07 03-08 03-21 03-22 03-23 05-01 05-07 05-09 07-06 08-30 10-25 12-16"),
    ],
)
def test_holidays_of_a_year(year: int, days: str) -> None:
    found = [day for day in map(date.fromordinal, _year(year)) if is_holiday(day)]
    assert [day.strftime("%m-%d") for day in found] == days.split()


@pytest.mark.parametrize(
    ("holiday", "first", "last"), [((12, 1), 2013, 2021), ((12, 17), 1991, 2021), ((10, 25), 2022, 2100)]
)
def test_holiday_when_it_was_made_and_when_it_was_given_up(holiday: tuple[int, int], first: int, last: int) -> None:
    years = [year for year in range(1985, 2101) if is_holiday(date(year, *holiday))]
    assert (years[0], years[-1], len(years)) == (first, last, last - first + 1)


@pytest.mark.parametrize(
    ("day", "works"),
    [
        ("2023-12-14", "2023-12-14"),
        ("2023-12-16", "2023-12-18"),  # Independence Day, a Saturday
        ("2024-03-21", "2024-03-25"),  # three days of Nauryz, then a weekend
        ("2024-10-25", "2024-10-28"),  # Republic Day, a Friday
        ("9999-12-31", "9999-12-31"),
    ],
)
def test_next_working_day(day: str, works: str) -> None:
    assert next_working_day(date.fromisoformat(day)).isoformat() == works


def _year(year: int) -> range:
    return range(date(year, 1, 1).toordinal(), date(year + 1, 1, 1).toordinal())
