"""One conviction and another, and a penalty that takes the place of another."""

from datetime import date

import pytest

from law.dates import edtf, exact
from law.facts import Case
from law.reckon import reckon
from tests.law.building import (
    ban,
    case,
    change,
    charge,
    custody,
    freedom,
    outcome,
    prison,
    ruling,
    suspended,
    verdict,
)

HEARD = verdict("2021-01-10", "2021-03-01")
SERVED = prison("P2Y", "full", starts="2021-03-01", ends="2023-03-01")
RECORD = "law:criminal-record:v1"


def later(day: str, force: str, *rows: object, **more: object) -> Case:
    return case(verdict(day, force), *rows, **{"id": "later"} | more)


FREEDOM = freedom("P2Y", registered="2024-06-01")
AFTER_IT = charge()._replace(committed=exact(date(2026, 3, 1)))


@pytest.mark.parametrize(
    ("about", "other", "ends", "used"),
    [
        ("falls into the record", later("2024-05-01", "2024-06-01", FREEDOM), "[2026-03-01..2029-06-01]", ("later",)),
        ("after the record", later("2026-05-01", "2026-06-01", FREEDOM, AFTER_IT), "2026-03-01", ()),
        # the crime interrupts (CC 79(8)): without its day it may lie before the record was over
        (
            "verdict after the record",
            later("2026-05-01", "2026-06-01", FREEDOM),
            "[2026-03-01..2029-06-01]",
            ("later",),
        ),
        ("before force", later("2021-02-01", "2021-02-10", FREEDOM), "2026-03-01", ()),
        (
            "acquitted on appeal",
            case(verdict("2024-05-01"), ruling("2024-06-01", "acquitted"), FREEDOM, id="later"),
            "2026-03-01",
            (),
        ),
        ("a misdemeanour", later("2024-05-01", "2024-06-01", FREEDOM, charge("400", None)), "2026-03-01", ()),
        ("no penalty recorded", later("2024-05-01", "2024-06-01"), "[2026-03-01..]", ("later",)),
        ("penalty of unknown end", later("2024-05-01", "2024-06-01", freedom(None)), "[2026-03-01..]", ("later",)),
    ],
)
def test_another_conviction_interrupts_the_record_after_prison(
    about: str, other: Case, ends: str, used: tuple[str, ...]
):
    found = reckon(case(HEARD, SERVED), [other])

    assert edtf(found.outcome(RECORD).ends) == ends
    assert found.used == used


def test_two_later_convictions_count_in_the_order_of_days():
    first = later("2024-05-01", "2024-06-01", FREEDOM)
    second = later("2027-05-01", "2027-06-01", freedom("P1Y", registered="2027-06-01"), id="second")

    ends = {
        edtf(reckon(case(HEARD, SERVED), others).outcome(RECORD).ends) for others in ([first, second], [second, first])
    }

    assert ends == {"[2026-03-01..2031-06-01]"}


def test_an_unrecorded_day_of_the_later_verdict_leaves_it_out():
    other = case(verdict(None), FREEDOM, id="later")

    assert edtf(outcome(case(HEARD, SERVED), RECORD, others=[other]).ends) == "2026-03-01"


def test_the_other_reading_of_a_disputed_day_asks_the_other_cases_too():
    spell = custody("2020-12-01", "2020-12-10")
    disputed = spell._replace(begins=spell.begins._replace(otherwise=custody("2020-12-03").begins.value))

    found = outcome(case(HEARD, SERVED, disputed), RECORD, others=[later("2024-05-01", "2024-06-01", FREEDOM)])

    assert (edtf(found.ends), found.otherwise) == ("[2026-03-01..2029-06-01]", None)


def test_a_reported_end_is_not_absorbed():
    other = later("2022-05-01", "2022-06-01", prison("P2Y", starts="2022-06-01"))

    assert edtf(outcome(case(HEARD, SERVED), "prison", others=[other]).ends) == "2023-03-01"


def test_the_order_may_name_the_day_by_its_force():
    rows = (
        prison("P4Y", "full", starts="2021-03-01", changes=(change("replaced", None, to="freedom", verdict="v2"),)),
        freedom(None, verdict="v2", registered="2023-03-20"),
        ruling("2023-03-01", "replaced", instance="enforcement", appealed=False),
    )
    found = reckon(case(HEARD, *rows))

    assert edtf(found.outcome("prison").ends) == "[2023-03-16..2023-03-17]"
    assert edtf(found.outcome("freedom").ends) == "[2025-03-04..2025-03-05]"


def test_a_replacement_of_no_known_day_names_it():
    rows = (
        prison("P4Y", "full", starts="2021-03-01", changes=(change("replaced", None, to="freedom"),)),
        freedom(None, verdict="v2"),
    )

    assert outcome(case(HEARD, *rows), "freedom").missing == ("date:prison", "registered:freedom")


def test_the_rest_of_a_term_of_unknown_length_is_open():
    rows = (
        prison(None, changes=(change("replaced", "2023-03-01", to="freedom"),)),
        freedom(None, verdict="v2", registered="2023-03-20"),
    )
    found = outcome(case(HEARD, *rows), "freedom")

    assert (edtf(found.ends), found.missing) == ("[2023-03-21..]", ("length:prison",))  # a day at least was left


def test_a_replacement_names_the_row_by_its_id_before_its_kind():
    rows = (
        prison("P4Y", "full", starts="2021-03-01", changes=(change("replaced", "2023-03-01", to="rest"),)),
        freedom("P1Y", id="a"),
        freedom("P1Y", id="rest", registered="2023-03-20"),
    )

    assert edtf(outcome(case(HEARD, *rows), "rest").ends) == "2024-03-20"


def test_a_suspended_sentence_that_is_served_without_any_length_cannot_be_computed():
    rows = (suspended(None, changes=(change("replaced", "2022-05-01", to="prison"),)), prison(None, verdict="v2"))

    assert outcome(case(HEARD, *rows), "prison").missing == ("length:prison",)


@pytest.mark.parametrize(
    ("about", "spells", "ends"),
    [
        ("no end recorded: with the verdict at the latest", [custody("2021-01-01")], "[2024-04-19..2024-04-29]"),
        ("recorded", [custody("2021-01-01", "2021-01-05")], "2024-04-25"),
        ("the arrest after the order is not credit", [custody("2022-05-01")], "2024-04-30"),
    ],
)
def test_custody_before_a_suspended_sentence_that_is_served(about: str, spells: list, ends: str):
    rows = (
        suspended("P2Y", registered="2021-03-20", changes=(change("replaced", "2022-05-01", to="prison"),)),
        prison(None, "full", verdict="v2", starts="2022-05-01"),
    )

    assert edtf(outcome(case(HEARD, *rows, *spells), "prison").ends) == ends


def test_prison_after_prison_of_unknown_release_is_not_guessed():
    rows = (
        suspended("P2Y", registered="2021-03-20", changes=(change("replaced", None, to="prison"),)),
        prison(None, "full", verdict="v2"),
    )

    assert outcome(case(HEARD, *rows), "prison").missing == ("arrest:prison", "date:suspended")


def test_a_later_verdict_without_a_penalty_has_nothing_to_prolong():
    first = case(HEARD, SERVED)
    without = later("2024-05-01", "2024-06-01", ban())

    assert edtf(reckon(without, [first]).outcome(RECORD).ends) == ""
