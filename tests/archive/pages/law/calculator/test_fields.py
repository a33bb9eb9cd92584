"""Dates and lengths as people write them."""

import pytest
from django.core.exceptions import ValidationError

from archive.pages.law.calculator.fields import DayField, edtf, length


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("11.04.2025", "2025-04-11"),
        ("1.4.2025", "2025-04-01"),
        ("04.2025", "2025-04"),
        ("11.04.2025~", "2025-04-11~"),
        ("2025-04-11", "2025-04-11"),
        ("2025", "2025"),
        ("2025~", "2025~"),
        ("[2016-06-01,2016-06-03]", "[2016-06-01,2016-06-03]"),
        ("[2023-04-10..2023-09]", "[2023-04-10..2023-09]"),
    ],
)
def test_edtf_when_a_date_is_typed(typed: str, meant: str) -> None:
    assert edtf(typed) == meant


@pytest.mark.parametrize("typed", ["31.02.2025", "2025-02-30", "yesterday", "11/04/2025", "٢٠٢٥", "0", "11.04.25"])
def test_edtf_when_it_is_no_date(typed: str) -> None:
    with pytest.raises(ValidationError) as refused:
        edtf(typed)
    assert refused.value.code == "date"


def test_day_field_when_nothing_is_typed() -> None:
    assert (DayField().clean(""), DayField().clean("  ")) == (None, None)


def test_day_field_when_asked_for_its_attributes() -> None:
    assert DayField().widget.attrs["autocomplete"] == "off"


@pytest.mark.parametrize(
    ("parts", "meant"),
    [((5, None), "P5Y"), ((1, 6), "P1Y6M"), ((None, None, 15), "P15D"), ((0, 0, 0), None), ((None, None), None)],
)
def test_length_when_its_parts_are_typed(parts: tuple[int | None, ...], meant: str | None) -> None:
    assert length(*parts) == meant
