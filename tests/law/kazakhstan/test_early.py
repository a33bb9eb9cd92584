"""The earliest day for parole by the gravity of the offence (CC 72(3)-(5))."""

import pytest

from law.dates import edtf
from law.outcome import Outcome
from tests.law.building import case, charge, custody, fact, freedom, outcome, person, prison, verdict

SOON = verdict("2021-01-10", "2021-03-01")


def earliest(found: Outcome) -> str:
    return edtf(found.early[0].date)


@pytest.mark.parametrize(
    ("gravity", "full", "reduced"),
    [
        ("minor", "2023-03-10", "2022-09-10"),
        ("medium", "2023-03-10", "2022-09-10"),
        ("grave", "2024-03-10", "2023-03-10"),
        ("especially-grave", "2025-03-10", "2024-03-10"),
    ],
)
def test_share_of_six_years_by_gravity(gravity: str, full: str, reduced: str) -> None:
    """A third, a half or two thirds; by another ground a quarter, a third or a half."""
    crime = charge(gravity=gravity)
    term = {"starts": "2021-03-10"}
    assert earliest(outcome(case(SOON, crime, prison("P6Y", **term)), "prison")) == full
    assert earliest(outcome(case(SOON, crime, prison("P6Y", reduced_share=True, **term)), "prison")) == reduced


def test_share_when_two_offences_differ_is_that_of_the_heavier() -> None:
    crimes = (charge(gravity="minor"), charge(gravity="grave", id="ch2"))
    assert earliest(outcome(case(SOON, *crimes, prison("P6Y", starts="2021-03-10")), "prison")) == "2024-03-10"


def test_share_when_a_birthday_brings_the_smaller_one_shows_its_step() -> None:
    found = outcome(case(SOON, prison("P6Y", starts="2021-03-10"), person=person("1964-12-24", "female")), "prison")
    assert earliest(found) == "2022-12-24"
    assert [step.inputs[0].value for step in found.early[0].steps[-3:]] == ["1/3", "1/4", 58]


def test_restriction_of_freedom_has_no_least_of_six_months() -> None:
    found = outcome(case(SOON, freedom("P9M", registered="2021-03-10")), "freedom")
    assert earliest(found) == "2021-06-10"


def test_custody_that_is_inferred_marks_the_start_of_the_term() -> None:
    """One of two arrests from force on rests on a fitted day: the start does too."""
    first = custody("2021-03-05")._replace(begins=fact("2021-03-05", fitted=True))
    arrests = (first, custody("2021-06-01", id="c2"))
    assert outcome(case(SOON, prison("P6Y"), *arrests), "prison").fitted is True
