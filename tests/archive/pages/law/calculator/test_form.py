"""The form: what it refuses, what it keeps."""

from typing import Any

import pytest

from archive.pages.law.calculator.choices import charges
from archive.pages.law.calculator.form import MOST_ROWS, CalculatorForm
from law.country import country
from tests.archive.pages.law.calculator.entered import HOME, PRISON, form, posted

FIRST = {"charges-0-article", "custody-0-kind"}


def errors(found: CalculatorForm) -> dict[str, list[str]]:
    """The codes or messages of every error, by the name of its field as posted."""
    assert not found.is_valid()
    parts = [found.verdict, *found.charges.forms, *found.custody.forms]
    return {part.add_prefix(name): list(said) for part in parts for name, said in part.errors.items()}


@pytest.mark.parametrize("values", [PRISON, HOME])
def test_form_when_it_is_filled_in(values: dict[str, str]) -> None:
    assert form(values).is_valid()


def test_form_when_everything_is_empty() -> None:
    assert sorted(errors(form({}))) == ["penalty", "verdict_date"]


@pytest.mark.parametrize(
    ("more", "wrong"),
    [
        ({"ruling_date": "2016-11-27"}, ["ruling_date"]),
        ({"ruling_date": "2016-11"}, []),
        ({"in_force": "2016"}, []),
        ({"in_force": "2015"}, ["in_force"]),
        ({"copy_served": "2016-11-01"}, ["copy_served"]),
        ({"verdict_date": "soon"}, ["verdict_date"]),
        ({"registered": "2017-02-01", "released": "2017-01-01"}, ["released"]),
        ({"born": "1999-06", "committed": "2016-05-01"}, []),
        ({"born": "1999-06", "committed": "1999-05-01"}, ["committed"]),
        ({"committed": "2016-11-29"}, ["verdict_date"]),
        ({"years": "-1"}, ["years"]),
        ({"years": "5.5"}, ["years"]),
        ({"years": "41"}, ["years"]),
        ({"penalty": "exile"}, ["penalty"]),
        ({"ban_years": ""}, ["ban"]),
        ({"ban": "unknown", "ban_years": ""}, []),
        ({"charges__0__article": "9999"}, ["charges-0-article"]),
        ({"charges__0__article": "other"}, ["charges-0-number"]),
        ({"charges__0__article": "other", "charges__0__number": "297-1"}, []),
        ({"charges__0__article": "other", "charges__0__number": "many"}, ["charges-0-number"]),
        ({"charges__0__number": "297"}, ["charges-0-article"]),
        ({"custody__0__until": "2016-05-31"}, ["custody-0-until"]),
        ({"custody__0__until": "2016-06-01"}, []),
        ({"custody__0__begins": "", "custody__0__until": "2016-06-01"}, ["custody-0-begins"]),
        ({"custody__0__kind": ""}, ["custody-0-kind"]),
    ],
)
def test_form_when_one_value_is_wrong(more: dict[str, str], wrong: list[str]) -> None:
    found = form(PRISON, **more)
    assert (found.is_valid(), found.errors) == (not wrong, len(wrong))
    if wrong:
        assert sorted(errors(found)) == wrong


def test_form_when_the_hidden_counts_are_gone() -> None:
    found = CalculatorForm(PRISON)
    assert (found.is_valid(), found.errors) == (False, 2)


def test_with_row_when_something_wrong_was_typed() -> None:
    again = form(PRISON, verdict_date="soon", custody__0__begins="31.02.2016").with_row("custody")
    assert again.verdict["verdict_date"].value() == "soon"
    assert [row["begins"].value() for row in again.custody.forms] == ["31.02.2016", None]
    assert [row["article"].value() for row in again.charges.forms] == ["174.2"]
    assert again.verdict.errors == {}


def test_with_row_when_the_part_is_unknown() -> None:
    again = form(PRISON).with_row("verdict")
    assert (len(again.charges.forms), len(again.custody.forms)) == (1, 1)


def test_with_row_when_there_are_enough() -> None:
    full = posted(PRISON) | {"custody-TOTAL_FORMS": str(MOST_ROWS), "custody-INITIAL_FORMS": str(MOST_ROWS)}
    assert len(CalculatorForm(full).with_row("custody").custody.forms) == MOST_ROWS


def test_form_when_a_flood_of_rows_is_posted() -> None:
    flood = posted(PRISON) | {"custody-TOTAL_FORMS": "100000", "custody-INITIAL_FORMS": "0"}
    assert len(CalculatorForm(flood).custody.forms) == MOST_ROWS


def test_fields_when_listed() -> None:
    """No field for a name, and none that a browser may fill in or remember."""
    fresh = CalculatorForm()
    fields: dict[str, Any] = {
        **fresh.verdict.fields,
        **fresh.charges.forms[0].fields,
        **fresh.custody.forms[0].fields,
    }
    assert [name for name in fields if "name" in name] == []
    assert {name for name, field in fields.items() if field.widget.attrs.get("autocomplete") != "off"} == set()


def test_charges_when_offered() -> None:
    values = [value for value, _name in charges()]
    assert {"174", "174.2", "400", "other", ""} <= set(values)
    assert {value.split(".")[0] for value in values} - {"", "other"} == {
        article.article for article in country().articles.values() if article.code == "KZ-CC"
    }
