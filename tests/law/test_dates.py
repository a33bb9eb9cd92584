"""Dates of known precision."""

from datetime import date

import pytest

from law.dates import (
    UNKNOWN,
    DateError,
    DateRange,
    add,
    earlier_of,
    edtf,
    exact,
    hull,
    is_before,
    is_by,
    later_of,
    move,
    parse,
)
from law.lengths import Length


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2016-06-01", "2016-06-01", "2016-06-01"),
        ("2016-06", "2016-06-01", "2016-06-30"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2016-12", "2016-12-01", "2016-12-31"),
        ("2016", "2016-01-01", "2016-12-31"),
        ("2016-06-01~", "2016-05-25", "2016-06-08"),
        ("2016-01~", "2015-12-01", "2016-02-29"),
        ("2016-12~", "2016-11-01", "2017-01-31"),
        ("1973~", "1972-01-01", "1974-12-31"),
        ("[2016-06-01,2016-06-03]", "2016-06-01", "2016-06-03"),
        ("[2016-06-03, 2016-05]", "2016-05-01", "2016-06-03"),
        ("[2023-04-10..2023-09]", "2023-04-10", "2023-09-30"),
        ("[2024-02-29..2024-02-29]", "2024-02-29", "2024-02-29"),
    ],
)
def test_parse(text: str, first: str, last: str):
    assert parse(text) == DateRange(date.fromisoformat(first), date.fromisoformat(last))


def test_parse_when_a_side_is_open():
    assert parse("[2023-04-10..]") == DateRange(date(2023, 4, 10), None)
    assert parse("[..2023-04]") == DateRange(None, date(2023, 4, 30))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2025-02-30", "“2025-02-30” is not in the calendar: check day and month"),
        ("2025-13", "is not in the calendar"),
        ("2023-02-29", "is not in the calendar"),
        ("1899", "the year must lie between 1900 and 2200"),
        ("2201-01-01", "the year must lie between 1900 and 2200"),
        ("01.06.2016", "is not a date: write 2016-06-01"),
        ("", "is not a date"),
        ("[2016-06-01", "is not a date"),
        ("[2016-06-01,]", "is not a date"),
        ("[..]", "has no side: give at least one date"),
        ("[2023-09..2023-04-10]", "ends before it starts: swap the two dates"),
        ("２０１６", "is not a date"),
    ],
)
def test_parse_when_wrong_says_what_to_write(text: str, message: str):
    with pytest.raises(DateError, match=message.replace("(", r"\(").replace(".", r"\.")):
        parse(text)


@pytest.mark.parametrize("text", ["2016-06-01", "[2016-06-01..2016-06-03]", "[2016-06-01..]", "[..2016-06-03]"])
def test_edtf_gives_back_what_was_parsed(text: str):
    assert edtf(parse(text)) == text


def test_edtf_when_nothing_is_known():
    assert edtf(UNKNOWN) == ""


@pytest.mark.parametrize(
    ("start", "length", "end"),
    [
        ("2016-02-29", "P1Y", "2017-02-28"),
        ("2016-02-29", "P4Y", "2020-02-29"),
        ("2021-01-31", "P1M", "2021-02-28"),
        ("2020-01-31", "P1M", "2020-02-29"),
        ("2021-08-31", "P1Y6M", "2023-02-28"),
        ("2021-12-31", "P1D", "2022-01-01"),
        ("2021-12-31", "P12M", "2022-12-31"),
        ("2021-10-31", "P13M", "2022-11-30"),
        ("2020-02-28", "P1D", "2020-02-29"),
        ("2021-01-31", "P1M1D", "2021-03-01"),
        ("9998-01-01", "P5Y", "9999-12-31"),
        ("9999-12-01", "P50D", "9999-12-31"),
    ],
)
def test_add_keeps_the_day_number_or_takes_the_last_of_the_month(start: str, length: str, end: str):
    assert add(date.fromisoformat(start), Length.parse(length)) == date.fromisoformat(end)


def test_add_when_negative_goes_back_and_stops_at_the_first_day():
    assert add(date(2021, 3, 31), Length(months=-1)) == date(2021, 2, 28)
    assert add(date(2021, 1, 1), Length(years=-1, months=-1, days=-1)) == date(2019, 11, 30)
    assert add(date(2, 1, 1), Length(years=-5)) == date(1, 1, 1)


def test_move_stops_at_the_ends_of_the_calendar():
    assert move(date(2020, 2, 28), 2) == date(2020, 3, 1)
    assert move(date(1, 1, 2), -5) == date.min
    assert move(date(9999, 12, 30), 5) == date.max


EARLY, LATE, OPEN = parse("2020-01"), parse("2020-02"), parse("[2020-03-01..]")


def test_later_of_and_earlier_of_take_each_bound_by_itself():
    assert later_of(parse("2020"), parse("2020-06")) == parse("[2020-06-01..2020-12-31]")
    assert earlier_of(parse("2020"), parse("2020-06")) == parse("[2020-01-01..2020-06-30]")


def test_later_of_and_earlier_of_when_a_side_is_open():
    assert later_of(EARLY, OPEN) == OPEN
    assert later_of(EARLY, UNKNOWN) == parse("[2020-01-01..]")
    assert earlier_of(LATE, UNKNOWN) == parse("[..2020-02-29]")
    assert later_of() == earlier_of() == hull() == UNKNOWN


def test_hull_holds_both():
    assert hull(EARLY, LATE) == parse("[2020-01-01..2020-02-29]")
    assert hull(EARLY, OPEN) == parse("[2020-01-01..]")
    assert hull(EARLY, parse("[..2020-01-05]")) == parse("[..2020-01-31]")


def test_overlaps_when_a_bound_is_unknown_excludes_nothing():
    assert EARLY.overlaps(UNKNOWN)
    assert OPEN.overlaps(parse("2025"))
    assert not EARLY.overlaps(LATE)
    assert not LATE.overlaps(EARLY)


def test_contains():
    assert parse("2020").contains(EARLY)
    assert not EARLY.contains(parse("2020"))
    assert not EARLY.contains(parse("[2020-01-05..]"))
    assert not EARLY.contains(parse("[..2020-01-05]"))
    assert UNKNOWN.contains(UNKNOWN)


def test_is_before_and_is_by_are_certain_or_false():
    assert is_before(EARLY, LATE)
    assert not is_before(exact(date(2020, 2, 1)), LATE)
    assert is_by(exact(date(2020, 2, 1)), LATE)
    assert not is_by(LATE, EARLY)
    assert not is_before(OPEN, UNKNOWN)
    assert not is_by(UNKNOWN, OPEN)


def test_widen_and_shift_leave_unknown_sides():
    assert EARLY.shift(1) == parse("[2020-01-02..2020-02-01]")
    assert OPEN.widen(-1, 5) == parse("[2020-02-29..]")
    assert EARLY.shift(0) == EARLY
    assert exact(date(2020, 1, 1)).is_exact
    assert not EARLY.is_exact
    assert UNKNOWN.is_unknown
