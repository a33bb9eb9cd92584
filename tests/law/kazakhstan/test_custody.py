"""Days of custody before force, and which spell is the first of the term (CC 62, CPC 48(5))."""

import pytest

from law.dates import edtf
from law.facts import Custody
from law.lengths import Days
from law.outcome import Outcome
from tests.law.building import case, custody, freedom, house_arrest, outcome, prison, verdict

HEARD = verdict("2021-01-10", "2021-03-01")


def credited(found: Outcome, operation: str = "credit-custody") -> Days | None:
    results = [step.inputs[0].value for step in found.steps if step.operation == operation]
    return results[0] if results else None  # type: ignore[return-value]


def spell(id_: str, begins: str | None, until: str | None = None) -> Custody:
    return custody(begins, until, id=id_)


@pytest.mark.parametrize(
    ("about", "spells", "days"),
    [
        ("both ends count", [spell("a", "2020-12-01", "2020-12-10")], Days(10, 10)),
        ("one day", [spell("a", "2020-12-01", "2020-12-01")], Days(1, 1)),
        (
            "two spells that overlap",
            [spell("a", "2020-12-01", "2020-12-10"), spell("b", "2020-12-05", "2020-12-15")],
            Days(15, 15),
        ),
        (
            "one spell inside another",
            [spell("a", "2020-12-01", "2020-12-20"), spell("b", "2020-12-05", "2020-12-06")],
            Days(20, 20),
        ),
        (
            "two spells on one day",
            [spell("a", "2020-12-01", "2020-12-10"), spell("b", "2020-12-10", "2020-12-15")],
            Days(15, 15),
        ),
        ("two apart", [spell("a", "2020-11-01", "2020-11-10"), spell("b", "2020-12-01", "2020-12-10")], Days(20, 20)),
        ("cut at force", [spell("a", "2021-02-20", "2021-03-20")], Days(10, 10)),
        ("after force: none", [spell("a", "2021-03-02", "2021-03-20")], None),
        ("a first day that is a range", [spell("a", "[2020-12-01..2020-12-05]", "2020-12-10")], Days(6, 10)),
        ("a first day not known", [spell("a", None, "2020-12-10")], Days(0, None)),
        ("a last day that is a range", [spell("a", "2020-12-01", "[2020-12-05..2020-12-10]")], Days(5, 10)),
        ("released with the verdict", [spell("a", "2021-01-01")], Days(0, 10)),
        ("across a leap day", [spell("a", "2020-02-28", "2020-03-01")], Days(3, 3)),
    ],
)
def test_days_before_restriction_of_freedom(about: str, spells: list[Custody], days: Days | None):
    assert credited(outcome(case(HEARD, freedom("P3Y"), *spells), "freedom")) == days


@pytest.mark.parametrize(
    ("about", "spells", "starts", "days"),
    [
        ("one spell that reaches force", [spell("a", "2020-12-01")], "2020-12-01", Days(91, 91)),
        ("it reaches force by a day", [spell("a", "2020-12-01", "2021-03-01")], "2020-12-01", Days(91, 91)),
        ("it ends a day before force", [spell("a", "2020-12-01", "2021-02-28")], "[2021-03-01..]", Days(90, 90)),
        (
            "two that touch",
            [spell("a", "2020-12-01", "2020-12-31"), spell("b", "2021-01-01")],
            "2020-12-01",
            Days(91, 91),
        ),
        (
            "two a day apart",
            [spell("a", "2020-12-01", "2020-12-30"), spell("b", "2021-01-01")],
            "2021-01-01",
            Days(90, 90),
        ),
        (
            "one inside another that reaches force",
            [spell("a", "2020-12-01"), spell("b", "2020-12-10", "2020-12-20")],
            "2020-12-01",
            Days(91, 91),
        ),
        (
            "three in a chain",
            [spell("c", "2021-01-20"), spell("a", "2020-12-01", "2020-12-31"), spell("b", "2021-01-01", "2021-01-25")],
            "2020-12-01",
            Days(91, 91),
        ),
        (
            "two that may touch: from the one or from the other",
            [spell("a", "2020-12-01", "2020-12"), spell("b", "2021-01-01")],
            "[2020-12-01..2021-01-01]",
            None,
        ),
        ("it may reach force", [spell("a", "2020-12-01", "[2021-02-01..2021-04-01]")], "[2020-12-01..]", None),
        ("first day not known", [spell("a", "[..2020-12-01]")], "[..2020-12-01]", Days(91, None)),
    ],
)
def test_which_spell_begins_the_term(about: str, spells: list[Custody], starts: str, days: Days | None):
    found = outcome(case(HEARD, prison("P3Y"), *spells), "prison")

    assert edtf(found.counts_from) == starts
    assert days is None or credited(found) == days


def test_several_readings_are_a_named_assumption():
    rows = (spell("a", "2020-12-01", "2020-12"), spell("b", "2021-01-01"))

    found = outcome(case(HEARD, prison("P3Y", "full"), *rows), "prison")

    # touching: from 1 December; not touching: from 1 January, less one to thirty days; the 30th is a Saturday
    assert edtf(found.ends) == "[2023-11-30..2023-12-29]"
    assert [step.assumption for step in found.steps if step.operation == "several-readings"] == [
        "spell-reaching-force-open"
    ]
    assert found.missing == ("until:b",)


def test_a_reported_first_day_of_prison_makes_earlier_custody_credit():
    found = outcome(case(HEARD, prison("P2Y", "medium", starts="2021-02-20"), spell("a", "2021-02-11")), "prison")

    # nine days before at one and a half, ten days from the start to force at one half more
    assert (edtf(found.counts_from), edtf(found.ends)) == ("2021-02-20", "[2023-01-31..2023-02-01]")


def test_two_arrests_after_force_begin_with_the_first():
    found = outcome(
        case(HEARD, prison("P2Y", "full"), spell("b", "2021-05-01"), spell("a", "2021-04-01", "2021-04-10")), "prison"
    )

    assert edtf(found.ends) == "2023-03-31"


def test_house_arrest_without_a_recorded_end_lasts_until_force_as_an_assumption():
    found = outcome(case(HEARD, freedom("P2Y", registered="2021-03-10"), house_arrest("2021-02-20")), "freedom")

    assert credited(found, "credit-house-arrest") == Days(10, 10)
    assert [step.assumption for step in found.steps if step.operation == "credit-house-arrest"] == [
        "custody-until-force"
    ]
    assert edtf(found.ends) == "2023-03-05"


def test_fitted_custody_marks_what_rests_on_it():
    fitted = spell("a", "2020-12-01")
    fitted = fitted._replace(begins=fitted.begins._replace(fitted=True))

    assert outcome(case(HEARD, prison(), fitted), "prison").fitted
    assert outcome(case(HEARD, freedom(), fitted), "freedom").fitted


def test_a_disputed_first_day_gives_the_end_by_the_other_day():
    disputed = spell("a", "2020-12-01")
    begins = disputed.begins._replace(otherwise=spell("a", "2020-12-03").begins.value)

    found = outcome(
        case(HEARD, prison("P2Y", "full"), disputed._replace(begins=begins), spell("b", "2020-05-01", "2020-05-01")),
        "prison",
    )

    assert (edtf(found.ends), edtf(found.otherwise)) == ("2022-11-29", "2022-12-01")


def test_prison_when_force_is_open_ends_no_earlier_than_custody_alone_serves_it() -> None:
    """730 days at least, a day and a half each while the verdict may not be in force (CC 62)."""
    found = outcome(case(verdict("2020-06-01", appealed=None), prison("P2Y"), custody("2020-01-01")), "prison")
    assert (edtf(found.binds_from), edtf(found.ends)) == ("[2020-06-17..]", "[2021-04-30..2021-10-08]")


def test_prison_when_nobody_says_when_the_arrest_was_starts_from_the_first_day_of_force_on() -> None:
    found = outcome(case(verdict("2020-06-01", "[2020-06-10..2020-06-20]"), prison("P2Y")), "prison")
    assert (edtf(found.counts_from), edtf(found.ends)) == ("[2020-06-10..]", "[2022-06-09..]")
    assert found.missing == ("arrest:prison",)
