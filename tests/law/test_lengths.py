"""Lengths of penalties and numbers of days."""

import pytest

from law.lengths import Days, Length, LengthError


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("P5Y", Length(5)),
        ("P1Y6M", Length(1, 6)),
        ("P15D", Length(days=15)),
        ("P2W", Length(days=14)),
        ("P1Y2M3W4D", Length(1, 2, 25)),
    ],
)
def test_parse(text: str, length: Length):
    assert Length.parse(text) == length


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("P", "is not a length: write P5Y, P1Y6M or P15D"),
        ("5 years", "is not a length"),
        ("PT5H", "is not a length"),
        ("P-1Y", "is not a length"),
        ("P1.5Y", "is not a length"),
        ("P6M1Y", "is not a length"),
        ("P５Y", "is not a length"),
        ("P0D", "is no time at all: leave the length empty if not known"),
        ("P0Y0M", "is no time at all"),
        ("P101Y", "is longer than 100 years: check the number"),
        ("P99999D", "is longer than 100 years"),
    ],
)
def test_parse_when_wrong_says_what_to_write(text: str, message: str):
    with pytest.raises(LengthError, match=message):
        Length.parse(text)


@pytest.mark.parametrize("text", ["P5Y", "P1Y6M", "P15D", "P1Y2M3D"])
def test_text_gives_back_what_was_parsed(text: str):
    assert str(Length.parse(text)) == text


@pytest.mark.parametrize(
    ("length", "numerator", "denominator", "part"),
    [
        ("P5Y", 1, 3, "P1Y8M"),
        ("P5Y", 1, 2, "P2Y6M"),
        ("P5Y", 2, 3, "P3Y4M"),
        ("P1Y", 1, 4, "P3M"),
        ("P7M", 1, 2, "P3M15D"),
        ("P10D", 1, 3, "P3D"),
        ("P1Y1D", 1, 2, "P6M"),
    ],
)
def test_part_is_exact_where_it_falls_on_whole_months(length: str, numerator: int, denominator: int, part: str):
    assert str(Length.parse(length).part(numerator, denominator)) == part


def test_days_of_a_length_are_a_range():
    assert (Length(1, 1, 1).least_days, Length(1, 1, 1).most_days) == (394, 398)
    assert Length(1).plus(Length(0, 6, 5)) == Length(1, 6, 5)


def test_days_when_nothing_limits_them():
    assert Days(3, None).plus(Days(1, 2)) == Days(4, None)
    assert Days(3, None).times(2) == Days(6, None)
    assert Days(3, None).halved() == Days(1, None)


def test_half_a_day_is_a_range_of_one_day():
    assert Days(5, 5).halved() == Days(2, 3)
    assert Days(4, 4).halved() == Days(2, 2)
    assert Days(2, 3).plus(Days(1, 1)).times(2) == Days(6, 8)
