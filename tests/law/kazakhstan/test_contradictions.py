"""Facts that cannot all be true: named with the rule, never an exception, never a silent answer."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from editions.codec import to_plain
from law.dates import DateRange, edtf
from law.facts import Case, Change, Charge, Claim, Custody, Fact, Person, Prior, Report, Restriction, Verdict
from law.kazakhstan import KAZAKHSTAN
from law.lengths import Length
from law.outcome import Contradiction
from law.reckon import CountryNotKnown, reckon
from law.states import state
from tests.law.building import (
    ban,
    case,
    change,
    charge,
    custody,
    freedom,
    person,
    prison,
    restriction,
    ruling,
    supervision,
    suspended,
    verdict,
)

HEARD = verdict("2020-01-10", "2020-03-01")
CONTRADICTIONS = [
    (
        "released before sentenced",
        case(HEARD, prison(starts=None, ends="2019-12-01")),
        [Contradiction("released-before-sentenced", ("prison", "v1"), "prison-end")],
    ),
    (
        "released in the courtroom, the term served in custody",
        case(HEARD, prison("P1Y", ends="2020-01-10"), custody("2019-01-01", "2020-01-10")),
        [],
    ),
    (
        "a ban that ended before it was in force",
        case(HEARD, suspended(), ban(ends="2020-02-01")),
        [Contradiction("released-before-in-force", ("ban",), "in-force")],
    ),
    (
        "two main penalties in one verdict",
        case(HEARD, suspended(), freedom()),
        [Contradiction("two-main-penalties", ("freedom", "suspended"), "record-several")],
    ),
    ("a fine beside prison", case(HEARD, prison(), restriction("fine")), []),
    (
        "a penalty in the place of another is not a second one",
        case(HEARD, prison(changes=(change("replaced", "2021-01-01", to="freedom"),)), freedom()),
        [],
    ),
    (
        "a ban of eleven years",
        case(HEARD, suspended(), ban("P11Y")),
        [Contradiction("longer-than-the-code-allows", ("ban",), "ban")],
    ),
    ("a ban of ten years", case(HEARD, suspended(), ban("P10Y")), []),
    (
        "a ban of ten years and a day",
        case(HEARD, suspended(), ban("P10Y1D")),
        [Contradiction("longer-than-the-code-allows", ("ban",), "ban")],
    ),
    (
        "a ban of 121 months",
        case(HEARD, suspended(), ban("P121M")),
        [Contradiction("longer-than-the-code-allows", ("ban",), "ban")],
    ),
    (
        "a ban of 4000 days",
        case(HEARD, suspended(), ban("P4000D")),
        [Contradiction("longer-than-the-code-allows", ("ban",), "ban")],
    ),
    (
        "restriction of freedom for eight years",
        case(HEARD, freedom("P8Y")),
        [Contradiction("longer-than-the-code-allows", ("freedom",), "restriction")],
    ),
    (
        "sixteen years of prison for a grave crime",
        case(HEARD, charge("272", "1"), prison("P16Y")),
        [Contradiction("longer-than-the-code-allows", ("prison",), "prison")],
    ),
    ("sixteen years of prison for an especially grave crime", case(HEARD, charge("174", "3"), prison("P16Y")), []),
    ("sixteen years of prison, gravity not known", case(HEARD, charge("250", None), prison("P16Y")), []),
    (
        "a suspended sentence longer by two years",
        case(
            HEARD, suspended(changes=(change("extended", "2021-01-01", "P1Y"), change("extended", "2022-01-01", "P1Y")))
        ),
        [Contradiction("longer-than-the-code-allows", ("suspended",), "suspended-longer")],
    ),
    (
        "custody longer than the prison term",
        case(HEARD, prison("P1Y"), custody("2018-01-01")),
        [Contradiction("custody-longer-than-term", ("prison",), "prison-end")],
    ),
    (
        "custody longer than the restriction of freedom",
        case(HEARD, freedom("P1Y"), custody("2019-01-01", "2020-01-10")),
        [Contradiction("custody-longer-than-term", ("freedom",), "prison-end")],
    ),
    (
        "a ruling before the verdict",
        case(verdict("2020-01-10"), ruling("2019-12-10"), suspended()),
        [Contradiction("ruling-before-verdict", ("v2", "v1"), "in-force")],
    ),
    (
        "in force before it was read",
        case(verdict("2020-01-10", "2020-01-02"), suspended()),
        [Contradiction("in-force-before-verdict", ("v1",), "in-force")],
    ),
    (
        "supervision beyond the record",
        case(HEARD, prison("P1Y", ends="2021-01-01"), supervision("P4Y")),
        [Contradiction("supervision-beyond-record", ("supervision",), "supervision")],
    ),
    (
        "supervision beside a record without end",
        case(HEARD, prison(None, term="life", ends="2021-01-01"), supervision("P4Y")),
        [],
    ),
    (
        "supervision without prison",
        case(HEARD, freedom("P3Y"), supervision("P1Y", starts="2020-04-01")),
        [Contradiction("supervision-without-prison", ("supervision",), "supervision")],
    ),
    (
        "a spell that ends before it begins",
        case(HEARD, suspended(), custody("2019-05-01", "2019-04-01")),
        [Contradiction("ends-before-start", ("c1",), "credit-days")],
    ),
    (
        "a restriction that ends before it begins",
        case(HEARD, suspended(), restriction("other", starts="2021-05-01", ends="2021-04-01")),
        [Contradiction("ends-before-start", ("other",), "counting")],
    ),
    (
        "a restriction shortened to before its start",
        case(HEARD, suspended(), ban("P1Y", changes=(change("shortened", "2020-04-01", "P2Y"),))),
        [Contradiction("ends-before-start", ("ban",), "counting")],
    ),
    (
        "supervision shortened by more than it lasts, from a release known to two years",
        case(
            HEARD,
            prison("P1Y", ends="[2021-01-01..2022-12-31]"),
            supervision("P1Y", changes=(change("shortened", "2023-06-01", "P13M"),)),
        ),
        [Contradiction("ends-before-start", ("supervision",), "counting")],
    ),
    (
        "supervision longer and then shortened by as much",
        case(
            HEARD,
            prison("P1Y", ends="2021-01-05"),
            supervision(
                "P1Y", changes=(change("extended", "2021-06-01", "P6M"), change("shortened", "2021-07-01", "P18M"))
            ),
        ),
        [],
    ),
    (
        "shortened after an extension of which nobody says how long",
        case(HEARD, suspended(), ban("P1Y", changes=(change("extended"), change("shortened", None, "P2Y")))),
        [],
    ),
    (
        "goes on without having stood still",
        case(HEARD, suspended(changes=(change("resumed", "2021-05-01"),))),
        [Contradiction("resumed-without-pause", ("suspended",), "suspended-longer")],
    ),
    (
        "goes on after a pause whose end had been reported",
        case(
            HEARD,
            suspended(changes=(change("paused", "2021-01-01", until="2021-02-01"), change("resumed", "2021-05-01"))),
        ),
        [Contradiction("resumed-without-pause", ("suspended",), "suspended-longer")],
    ),
    (
        "goes on after a pause since a day that nobody reports",
        case(HEARD, suspended(changes=(change("paused"), change("resumed", "2021-05-01")))),
        [],
    ),
    (
        "extended after the term was over",
        case(HEARD, suspended("P1Y", registered="2020-03-05", changes=(change("extended", "2021-03-06", "P6M"),))),
        [Contradiction("changed-after-its-end", ("suspended",), "suspended-longer")],
    ),
    (
        "extended on the first day without it, known to the month",
        case(HEARD, suspended("P1Y", registered="2020-03-05", changes=(change("extended", "2021-03", "P6M"),))),
        [],
    ),
    (
        "extended again while the first extension ran",
        case(
            HEARD,
            suspended(
                "P1Y",
                registered="2020-03-05",
                changes=(change("extended", "2021-01-05", "P6M"), change("extended", "2021-06-01", "P1M")),
            ),
        ),
        [],
    ),
    (
        "lifted after its reported end",
        case(HEARD, suspended(), ban("P3Y", ends="2020-12-01", changes=(change("lifted", "2021-01-01"),))),
        [Contradiction("changed-after-its-end", ("ban",), "orders")],
    ),
    (
        "the term was served in custody after the verdict, whose end nobody reports",
        case(HEARD, prison("P1Y"), custody("2019-06-01")),
        [],
    ),
    (
        "twenty-two years with recidivism: the rest of an earlier verdict may be in it",
        case(verdict("2020-01-10", "2020-03-01", recidivism="dangerous"), charge("272", "1"), prison("P22Y")),
        [],
    ),
    (
        "twenty-two years after a conviction that the archive only mentions",
        case(HEARD, charge("272", "1"), prison("P22Y"), prior=(Prior(),)),
        [],
    ),
    (
        "twenty-six years with recidivism for a grave crime",
        case(verdict("2020-01-10", "2020-03-01", recidivism="dangerous"), charge("272", "1"), prison("P26Y")),
        [Contradiction("longer-than-the-code-allows", ("prison",), "prison")],
    ),
    (
        "dead before it was in force",
        case(HEARD, ban(), suspended(registered="2020-03-10"), person=person(died="2020-02-01")),
        [
            Contradiction("in-force-after-death", ("ban",), "counting"),
            Contradiction("in-force-after-death", ("suspended",), "counting"),
        ],
    ),
    ("nothing wrong", case(HEARD, suspended(), ban(), custody("2019-05-01", "2019-06-01")), []),
]


@pytest.mark.parametrize(("about", "found", "expected"), CONTRADICTIONS, ids=[row[0] for row in CONTRADICTIONS])
def test_contradiction_is_named_with_its_rule(about: str, found: Case, expected: list[Contradiction]):
    assert list(reckon(found).contradictions) == expected


def test_every_contradiction_names_a_rule_of_the_book():
    named = {found.rule for row in CONTRADICTIONS for found in reckon(row[1]).contradictions}

    assert named - set(KAZAKHSTAN.rules) == set()


def test_an_order_and_a_penalty_that_wait_for_each_other_come_out():
    """Each was replaced by the other, by orders of unknown force: neither bounds the other."""
    orders = [ruling("2021-05-10", "replaced", id=id_, instance="enforcement") for id_ in ("v2", "v3")]
    rows = (
        prison("P3Y", verdict="v3", changes=(change("replaced", to="freedom", verdict="v2"),)),
        freedom("P1Y", verdict="v2", changes=(change("replaced", to="prison", verdict="v3"),)),
    )

    assert [edtf(entry.in_force) for entry in reckon(case(HEARD, *orders, *rows)).verdicts[1:]] == [
        "[2021-05-26..]"
    ] * 2


def test_country_without_a_rule_book_is_refused_by_name():
    with pytest.raises(CountryNotKnown, match="no rule book for 'FR'"):
        reckon(case(country="FR"))


def test_rows_that_replace_each_other_come_out_as_a_circle():
    found = reckon(
        case(
            HEARD,
            prison("P3Y", changes=(change("replaced", "2021-01-01", to="freedom"),)),
            freedom("P1Y", changes=(change("replaced", "2022-01-01", to="prison"),)),
            ban("P1Y"),
        )
    )

    assert found.outcome("ban").missing == ("main-penalty:v1",)
    assert found.outcome("freedom").ends == DateRange(date(2022, 1, 1), date(2022, 1, 1))


def test_a_chain_of_replacements_without_length_names_the_circle():
    rows = (
        prison(None, changes=(change("replaced", "2021-01-01", to="freedom"),)),
        freedom(None, changes=(change("replaced", "2022-01-01", to="prison"),)),
    )

    missing = {entry for outcome in reckon(case(HEARD, *rows)).restrictions for entry in outcome.missing}

    assert {entry for entry in missing if entry.startswith("circle:")} == set()


ANY_DAY = st.dates(date(1, 1, 1), date(9999, 12, 31))
SIDE = st.none() | ANY_DAY | st.dates(date(2015, 1, 1), date(2026, 1, 1))
ANY_RANGE = st.builds(DateRange, SIDE, SIDE)
ANY_FACT = st.builds(
    Fact,
    ANY_RANGE,
    st.just(("s1",)),
    st.sampled_from(("reported", "told", "inferred", "estimated", "disputed")),
    st.booleans(),
    st.none() | ANY_RANGE,
)
ANY_LENGTH = st.builds(Length, st.integers(0, 9999), st.integers(0, 9999), st.integers(0, 99_999))
IDS = st.sampled_from(("a", "b", "c", "v1", "v2", "v3", "r1", "r2", "nothing"))
KINDS = st.sampled_from(sorted(set(KAZAKHSTAN.kinds) - {"custody", "house-arrest"}))
SPELL_KINDS = st.sampled_from(("custody", "house-arrest", "administrative-arrest"))
ANY_CHANGE = st.builds(
    Change,
    st.sampled_from(("extended", "shortened", "replaced", "lifted", "paused", "resumed")),
    ANY_FACT,
    st.none() | ANY_LENGTH,
    ANY_FACT,
    ANY_FACT,
    st.none() | IDS | KINDS,
    st.none() | IDS,
)
ANY_RESTRICTION = st.builds(
    Restriction,
    id=IDS,
    kind=KINDS,
    verdict=st.none() | IDS,
    term=st.sampled_from(("length", "main-penalty", "life")),
    length=st.none() | ANY_LENGTH,
    regime=st.none() | st.sampled_from(("minimum", "medium", "maximum", "full", "emergency")),
    registered=ANY_FACT,
    starts=ANY_FACT,
    ends=ANY_FACT,
    ended_by=st.none() | st.sampled_from(("parole", "served", "died", "replaced")),
    reduced_share=st.booleans(),
    changes=st.lists(ANY_CHANGE, max_size=3).map(tuple),
    told=st.booleans(),
)
ANY_CHARGE = st.builds(
    Charge,
    id=IDS,
    code=st.sampled_from(("KZ-CC", "KZ-CC-1997")),
    article=st.sampled_from(("174", "405", "400", "999")),
    part=st.none() | st.sampled_from(("1", "2", "9")),
    outcome=st.sampled_from(("convicted", "acquitted", "dropped")),
    verdict=st.just("") | IDS,
    gravity=st.none() | st.sampled_from(("misdemeanour", "minor", "medium", "grave", "especially-grave")),
    against_life=st.none() | st.booleans(),
)
ANY_VERDICT = st.builds(
    Verdict,
    id=IDS,
    instance=st.sampled_from(("first", "appeal", "cassation", "enforcement")),
    result=st.sampled_from(sorted(KAZAKHSTAN.words("results"))),
    date=ANY_FACT,
    on=st.none() | IDS,
    appealed=st.none() | st.booleans(),
    copy_served=ANY_FACT,
    in_force=ANY_FACT,
)
ANY_CLAIM = st.builds(
    Claim,
    id=IDS,
    about=IDS | st.just("case") | KINDS.map(lambda kind: f"kind:{kind}"),
    says=st.sampled_from(sorted(KAZAKHSTAN.words("claims"))),
    value=st.none() | ANY_RANGE | ANY_LENGTH,
    said_on=ANY_RANGE,
)
ANY_CASE = st.builds(
    Case,
    id=IDS,
    charges=st.lists(ANY_CHARGE, max_size=2).map(tuple),
    custody=st.lists(st.builds(Custody, IDS, SPELL_KINDS, ANY_FACT, ANY_FACT), max_size=3).map(tuple),
    verdicts=st.lists(ANY_VERDICT, max_size=3, unique_by=lambda row: row.id).map(tuple),
    restrictions=st.lists(ANY_RESTRICTION, max_size=4, unique_by=lambda row: row.id).map(tuple),
    claims=st.lists(ANY_CLAIM, max_size=2).map(tuple),
    reports=st.lists(st.builds(Report, IDS, ANY_RANGE, st.booleans()), max_size=2).map(tuple),
    person=st.builds(Person, st.none() | st.sampled_from(("male", "female", "other")), ANY_RANGE, ANY_FACT),
    country=st.just("KZ"),
)
FUZZ = settings(
    deadline=None, max_examples=200, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@FUZZ
@given(ANY_CASE, st.lists(ANY_CASE, max_size=1), st.none() | ANY_DAY, ANY_DAY)
def test_absurd_facts_never_raise(found: Case, others: list[Case], edition: date | None, day: date):
    reckoned = reckon(found, others, edition)

    for outcome in reckoned.restrictions:
        state(outcome, day)
    assert to_plain(reckoned)["rule_book"]
