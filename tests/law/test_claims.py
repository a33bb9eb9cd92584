"""What people said beside our reading."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law.dates import DateRange, exact
from law.facts import Case
from law.lengths import Length
from law.outcome import ClaimOutcome
from law.reckon import reckon
from tests.law.building import ban, case, charge, claim, custody, days, freedom, prison, suspended, verdict

HEARD = verdict("2021-01-10", "2021-03-01")
FREEDOM = freedom("P2Y", registered="2021-03-10")  # until 2023-03-10, as the record
OPEN = verdict("2021-01-10")


def compared(found: Case) -> tuple[str, int | None, str | None]:
    (result,) = reckon(found).claims
    return result.result, result.days, result.about


CLAIMS = [
    (
        "an end on the very day",
        case(HEARD, FREEDOM, claim("freedom", "ends", days("2023-03-10"))),
        ("agrees", 0, "freedom"),
    ),
    ("an end in the same year", case(HEARD, FREEDOM, claim("freedom", "ends", days("2023"))), ("agrees", 0, "freedom")),
    (
        "an end two days later",
        case(HEARD, FREEDOM, claim("freedom", "ends", days("2023-03-12"))),
        ("differs", 2, "freedom"),
    ),
    (
        "an end in the year before",
        case(HEARD, FREEDOM, claim("freedom", "ends", days("2022"))),
        ("differs", -69, "freedom"),
    ),
    (
        "of several of a kind the one that ends last",
        case(
            HEARD,
            FREEDOM,
            ban("P1Y"),
            ban("P3Y", id="b2"),
            claim("kind:public-activity-ban", "ends", days("2024-03-01")),
        ),
        ("agrees", 0, "b2"),
    ),
    (
        "one without end ends last",
        case(
            HEARD,
            FREEDOM,
            ban("P9Y"),
            ban(None, term="life", id="b2"),
            claim("kind:public-activity-ban", "ends", days("2024")),
        ),
        ("cannot-be-compared", None, "b2"),
    ),
    (
        "nothing of that kind",
        case(HEARD, FREEDOM, claim("kind:fine", "ends", days("2024"))),
        ("cannot-be-compared", None, None),
    ),
    ("no such row", case(HEARD, FREEDOM, claim("nothing", "ends", days("2024"))), ("cannot-be-compared", None, None)),
    (
        "an end that we leave open",
        case(OPEN, freedom("P2Y"), claim("freedom", "ends", days("2030"))),
        ("cannot-be-compared", None, "freedom"),
    ),
    (
        "an end before our earliest",
        case(OPEN, freedom("P2Y"), claim("freedom", "ends", days("2022"))),
        ("differs", -26, "freedom"),
    ),
    ("a length", case(HEARD, FREEDOM, claim("freedom", "lasts", Length(2))), ("agrees", 0, "freedom")),
    ("a length too long", case(HEARD, FREEDOM, claim("freedom", "lasts", Length(3))), ("differs", 366, "freedom")),
    (
        "a length without a number",
        case(HEARD, FREEDOM, claim("freedom", "lasts")),
        ("cannot-be-compared", None, "freedom"),
    ),
    (
        "a length beside an open start",
        case(OPEN, freedom("P2Y"), claim("freedom", "lasts", Length(2))),
        ("cannot-be-compared", None, "freedom"),
    ),
    (
        "over, and so it is",
        case(HEARD, FREEDOM, claim("freedom", "has-ended", said_on=days("2023-04"))),
        ("agrees", 0, "freedom"),
    ),
    (
        "over on a day when it was not",
        case(HEARD, FREEDOM, claim("freedom", "has-ended", said_on=days("2023-03-01"))),
        ("differs", -9, "freedom"),
    ),
    (
        "over by a named day",
        case(HEARD, FREEDOM, claim("freedom", "has-ended", days("2023-03-10"))),
        ("agrees", 0, "freedom"),
    ),
    (
        "over, nobody knows when it was said",
        case(HEARD, FREEDOM, claim("freedom", "has-ended")),
        ("cannot-be-compared", None, "freedom"),
    ),
    (
        "over, end open",
        case(OPEN, freedom("P2Y"), claim("freedom", "has-ended", said_on=days("2025"))),
        ("cannot-be-compared", None, "freedom"),
    ),
    (
        "may ask from a day",
        case(HEARD, suspended("P2Y", registered="2021-03-10"), claim("suspended", "may-apply-from", days("2022-03"))),
        ("agrees", 0, "suspended"),
    ),
    (
        "may ask from too early a day",
        case(
            HEARD, suspended("P2Y", registered="2021-03-10"), claim("suspended", "may-apply-from", days("2022-03-01"))
        ),
        ("differs", -9, "suspended"),
    ),
    (
        "may ask, but nothing can be asked",
        case(HEARD, ban(), FREEDOM, claim("ban", "may-apply-from", days("2022"))),
        ("cannot-be-compared", None, "ban"),
    ),
    ("binds on a day", case(HEARD, FREEDOM, claim("freedom", "binds", days("2022-01-01"))), ("agrees", 0, "freedom")),
    (
        "binds on a day after the end",
        case(HEARD, FREEDOM, claim("freedom", "binds", days("2023-03-20"))),
        ("differs", 10, "freedom"),
    ),
    (
        "binds on the day it was said",
        case(HEARD, FREEDOM, claim("freedom", "binds", said_on=days("2021-01-01"))),
        ("differs", -68, "freedom"),
    ),
    (
        "binds for life",
        case(HEARD, ban(None, term="life"), FREEDOM, claim("ban", "binds", days("2090"))),
        ("agrees", 0, "ban"),
    ),
    ("binds on no named day", case(HEARD, FREEDOM, claim("freedom", "binds")), ("cannot-be-compared", None, "freedom")),
    (
        "binds, start open",
        case(OPEN, freedom("P2Y"), claim("freedom", "binds", days("2022"))),
        ("cannot-be-compared", None, "freedom"),
    ),
    (
        "binds, but only expected",
        case(HEARD, charge("174"), FREEDOM, claim("kind:financial-monitoring-list", "binds", days("2022"))),
        ("cannot-be-compared", None, "law:financial-monitoring-list:v1"),
    ),
    (
        "says something else",
        case(HEARD, FREEDOM, claim("freedom", "other", days("2022"))),
        ("cannot-be-compared", None, "freedom"),
    ),
    ("all of it ends", case(HEARD, FREEDOM, claim("case", "ends", days("2023"))), ("agrees", 0, "case")),
    ("all of it lasts", case(HEARD, FREEDOM, claim("case", "lasts", Length(5))), ("differs", 1087, "case")),
    (
        "all of it, something else",
        case(HEARD, FREEDOM, claim("case", "has-ended")),
        ("cannot-be-compared", None, "case"),
    ),
]


@pytest.mark.parametrize(("about", "found", "expected"), CLAIMS, ids=[row[0] for row in CLAIMS])
def test_claim_is_compared(about: str, found: Case, expected: tuple[str, int | None, str | None]):
    assert compared(found) == expected


def test_claim_of_a_void_restriction_cannot_be_compared():
    found = case(
        verdict(),
        verdict("2020-03-01", id="v2", instance="appeal", result="acquitted", on="v1"),
        FREEDOM,
        claim("freedom", "ends", days("2023")),
    )

    assert reckon(found).claims == (ClaimOutcome("k1", "cannot-be-compared", None, "C", None),)


def test_certainty_of_a_claim_about_the_case_leaves_out_what_is_only_expected():
    found = reckon(
        case(HEARD, charge("174"), freedom("P6Y", registered="2021-03-10"), claim("case", "ends", days("2027")))
    )

    assert {outcome.standing: outcome.certainty for outcome in found.restrictions} == {
        "ordered": "A",
        "follows": "C",
        "expected": "C",
    }
    assert found.claims[0].certainty == "C"


@given(st.integers(-500, 500))
def test_a_claim_so_many_days_off_differs_by_so_many_days(off: int):
    said = exact(date(2023, 3, 10) + timedelta(off))

    result, gap, _ = compared(case(HEARD, FREEDOM, claim("freedom", "ends", said)))

    assert (result, gap) == ("differs" if off else "agrees", off)


@given(st.dates(date(2016, 1, 1), date(2040, 1, 1)), st.integers(0, 800), st.integers(0, 400), st.integers(0, 400))
def test_a_claim_that_differs_still_differs_when_we_know_more(said: date, late: int, before: int, after: int):
    day = date(2021, 3, 1) + timedelta(late)
    wide = DateRange(day - timedelta(before), day + timedelta(after))

    def result(registered: DateRange) -> str:
        row = FREEDOM._replace(registered=FREEDOM.registered._replace(value=registered))
        return compared(case(HEARD, row, claim("freedom", "ends", exact(said))))[0]

    assert result(wide) != "differs" or result(exact(day)) == "differs"


def test_claims_stand_in_the_order_of_the_case():
    found = case(
        HEARD, prison(), custody("2021-01-01"), claim("prison", "other", id="k2"), claim("prison", "other", id="k1")
    )

    assert [result.id for result in reckon(found).claims] == ["k2", "k1"]
