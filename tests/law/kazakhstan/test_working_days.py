"""Days on which no office works, for terms that end on the next working day (CPC 48)."""

from datetime import date

import pytest

from law.kazakhstan.working_days import is_day_off, is_holiday, next_working_day, previous_working_day


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
        ("2023-12-16", "2023-12-19"),  # Independence Day, a Saturday: Monday is off instead
        ("2024-03-21", "2024-03-26"),  # Nauryz to Saturday the 23rd, so Monday is off instead
        ("2024-10-25", "2024-10-28"),  # Republic Day, a Friday
        ("9999-12-31", "9999-12-31"),
    ],
)
def test_next_working_day(day: str, works: str) -> None:
    assert next_working_day(date.fromisoformat(day)).isoformat() == works


@pytest.mark.parametrize(
    ("day", "works"),
    [
        ("2020-03-25", "2020-03-20"),  # Nauryz from Saturday on, with two days off instead
        ("2023-06-28", "2023-06-27"),  # the first day of Kurban Ait
        ("2018-04-30", "2018-04-28"),  # off in exchange for Saturday
        ("2023-01-07", "2023-01-06"),  # Orthodox Christmas on a Saturday gives no other day off
        ("2023-01-09", "2023-01-09"),
        ("0001-01-01", "0001-01-01"),
    ],
)
def test_previous_working_day(day: str, works: str) -> None:
    assert previous_working_day(date.fromisoformat(day)).isoformat() == works


@pytest.mark.parametrize(
    ("day", "off"),
    [("2025-08-30", True), ("2027-08-30", False), ("2027-03-15", True), ("2024-06-16", True), ("2024-06-17", False)],
)
def test_day_off(day: str, off: bool) -> None:
    assert is_day_off(date.fromisoformat(day)) is off


def _year(year: int) -> range:
    return range(date(year, 1, 1).toordinal(), date(year + 1, 1, 1).toordinal())
