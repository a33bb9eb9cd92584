"""What follows from a verdict without a court, what is only expected, and what ends everything."""

from datetime import date

import pytest

from law.dates import edtf
from law.facts import Case
from law.lengths import Days, Length
from law.outcome import Penalty
from law.reckon import reckon
from law.states import state
from tests.law.building import (
    ban,
    case,
    change,
    charge,
    custody,
    freedom,
    house_arrest,
    listing,
    outcome,
    person,
    prison,
    restriction,
    ruling,
    supervision,
    suspended,
    verdict,
)

HEARD = verdict("2021-01-10", "2021-03-01")
FREEDOM = freedom("P2Y", registered="2021-03-10")
SERVED = prison("P2Y", "full", starts="2021-03-01", ends="2023-03-01")
PROBATION, RECORD, LISTING = "law:probation:freedom", "law:criminal-record:v1", "law:financial-monitoring-list:v1"


def ids(found: Case) -> list[str]:
    return [outcome.id for outcome in reckon(found).restrictions]


@pytest.mark.parametrize(
    ("about", "found", "expected"),
    [
        ("restriction of freedom", case(HEARD, FREEDOM), ["freedom", PROBATION, RECORD]),
        ("a suspended sentence", case(HEARD, suspended()), ["suspended", "law:probation:suspended", RECORD]),
        ("prison", case(HEARD, prison()), ["prison", RECORD]),
        ("a misdemeanour leaves no record", case(HEARD, charge("400", None), FREEDOM), ["freedom", PROBATION]),
        ("an extremist offence", case(HEARD, charge("174"), FREEDOM), ["freedom", PROBATION, RECORD, LISTING]),
        ("a terrorist offence", case(HEARD, charge("255", None), FREEDOM), ["freedom", PROBATION, RECORD, LISTING]),
        ("only some parts are extremist", case(HEARD, charge("404", "1"), FREEDOM), ["freedom", PROBATION, RECORD]),
        ("a part that is extremist", case(HEARD, charge("404", "2"), FREEDOM), ["freedom", PROBATION, RECORD, LISTING]),
        (
            "acquitted of the extremist offence",
            case(HEARD, charge("174", outcome="acquitted"), FREEDOM),
            ["freedom", PROBATION, RECORD],
        ),
        (
            "a listing that is recorded",
            case(HEARD, charge("174"), FREEDOM, listing()),
            ["freedom", "list", PROBATION, RECORD],
        ),
        (
            "what the editors entered as rows",
            case(HEARD, FREEDOM, restriction("probation"), restriction("criminal-record")),
            ["freedom", "probation", "criminal-record"],
        ),
        ("acquitted", case(verdict(result="acquitted"), FREEDOM), ["freedom"]),
        (
            "a charge that names no verdict belongs to the only one",
            case(HEARD, charge("174", verdict=""), FREEDOM),
            ["freedom", PROBATION, RECORD, LISTING],
        ),
        (
            "a charge that names no verdict belongs to none of two",
            case(HEARD, verdict("2022-01-10", "2022-03-01", id="v9"), charge("174", verdict=""), FREEDOM),
            ["freedom", PROBATION, RECORD, "law:criminal-record:v9"],
        ),
    ],
)
def test_what_follows(about: str, found: Case, expected: list[str]):
    assert ids(found) == expected


def test_a_higher_court_that_convicts_leaves_a_record_too():
    acquitted, convicted = verdict("2021-01-10", result="acquitted"), ruling("2021-04-01", "convicted")
    found = reckon(
        case(acquitted, convicted, charge("174", verdict="v2"), freedom("P2Y", registered="2021-04-10", verdict="v2"))
    )

    assert [(one.id, edtf(one.ends)) for one in found.restrictions] == [
        ("freedom", "2023-04-10"),
        (PROBATION, "2023-04-10"),
        ("law:criminal-record:v2", "2023-04-10"),
        ("law:financial-monitoring-list:v2", "2023-04-10"),
    ]
    assert found.burden.nominal == Length(2)


def test_a_higher_court_that_upholds_under_the_word_convicted_adds_no_second_record():
    assert ids(case(HEARD, FREEDOM, ruling("2021-03-01", "convicted"))) == ["freedom", PROBATION, RECORD]


def test_standings():
    found = reckon(case(HEARD, charge("174"), FREEDOM))

    assert [(one.standing, one.derived) for one in found.restrictions] == [
        ("ordered", False),
        ("follows", True),
        ("follows", True),
        ("expected", True),
    ]


def test_expected_listing_has_no_start_and_names_the_listing_as_missing():
    found = outcome(case(HEARD, charge("174"), FREEDOM), LISTING)

    assert (found.binds_from.is_unknown, found.missing, found.certainty) == (True, ("listing:v1",), "C")
    assert state(found, date(2022, 1, 1)) == "expected"


def test_listing_without_an_offence_that_leaves_a_record_cannot_be_computed():
    found = outcome(case(HEARD, charge("400", None), FREEDOM, listing(starts="2021-05-01")), "list")

    assert (edtf(found.ends), found.missing) == ("", ("record",))


def test_listing_without_verdict_cannot_be_computed():
    found = outcome(case(ruling("2021-01-01", on=None), listing(starts="2021-05-01")), "list")

    assert (edtf(found.ends), found.missing) == ("", ("record",))


def test_listing_beside_a_record_without_end_has_none_either():
    found = reckon(case(HEARD, charge("174"), prison(None, term="life"), listing(starts="2021-05-01")))

    assert [(one.id, one.open_ended) for one in found.restrictions] == [
        ("prison", True),
        ("list", True),
        (RECORD, True),
    ]
    assert state(found.outcome("list"), date(2090, 1, 1)) == "in-force"


def test_listing_with_a_recorded_record_waits_for_that_row():
    record = restriction("criminal-record", ends="2022-05-01", id="lifted")

    found = outcome(case(HEARD, charge("174"), FREEDOM, record, listing(starts="2021-05-01")), "list")

    assert (edtf(found.ends), found.waits_for) == ("2022-05-01", ("lifted",))


def test_a_record_row_beside_prison_for_life_has_no_end():
    rows = (prison(None, term="life"), restriction("criminal-record"))
    found = outcome(case(HEARD, *rows), "criminal-record")

    assert (found.open_ended, found.missing) == (True, ())


def test_a_record_row_of_no_verdict_cannot_be_computed():
    found = outcome(case(HEARD, FREEDOM, restriction("criminal-record", verdict=None)), "criminal-record")

    assert found.missing == ("verdict", "record:criminal-record")


def test_a_record_without_a_main_penalty_cannot_be_computed():
    assert outcome(case(HEARD, ban()), RECORD).missing == ("main-penalty:v1",)


def test_a_ban_for_the_term_of_a_life_sentence_has_no_end():
    found = outcome(case(HEARD, prison(None, term="life"), ban(None, term="main-penalty")), "ban")

    assert found.open_ended


def test_a_restriction_of_no_known_verdict_names_it_as_missing():
    found = outcome(case(HEARD, freedom(verdict="nothing"), ban("P1Y", verdict=None)), "freedom")

    assert found.missing == ("verdict", "length:freedom")


def test_probation_beside_prison_runs_by_its_own_length():
    found = outcome(case(HEARD, SERVED, restriction("probation", "P1Y", starts="2023-03-01")), "probation")

    assert edtf(found.ends) == "2024-03-01"


@pytest.mark.parametrize(
    ("kind", "ends"),
    [
        ("fine", "[2021-03-01..2025-03-01]"),  # three years by the verdict at most, and one of deferral
        ("confiscation", "[2021-03-01..]"),
        ("community-service", "[2021-03-01..]"),
        ("correctional-work", "[2021-03-01..]"),
    ],
)
def test_what_has_no_term_ends_on_a_day_that_nobody_reported(kind: str, ends: str):
    found = outcome(case(HEARD, restriction(kind, "P100D")), kind)

    assert (edtf(found.ends), found.missing) == (ends, (f"done:{kind}",))


def test_other_restrictions_for_life_have_no_end_and_without_length_no_answer():
    rows = (restriction("other", term="life"), restriction("other", id="o2"), restriction("other", "P1Y", id="o3"))
    found = reckon(case(HEARD, FREEDOM, *rows))

    assert [(one.open_ended, edtf(one.ends), one.missing) for one in found.restrictions[1:4]] == [
        (True, "", ()),
        (False, "", ("length:o2",)),
        (False, "2022-03-01", ()),
    ]


def test_a_reported_end_beats_life():
    found = outcome(case(HEARD, prison(None, term="life", ends="2024-01-01")), "prison")

    assert (found.open_ended, edtf(found.ends), found.end_basis) == (False, "2024-01-01", "reported")


@pytest.mark.parametrize(
    ("ended_by", "record", "ends"),
    [
        ("parole", "record-early", "2025-03-01"),
        ("amnesty", "record-early", "[2022-03-01..2025-03-01]"),  # the record may have been lifted with it
        ("pardon", "record-early", "[2022-03-01..2025-03-01]"),
        ("served", None, "2025-03-01"),
    ],
)
def test_an_amnesty_or_pardon_ends_as_an_event_and_the_record_counts_from_it(
    ended_by: str, record: str | None, ends: str
):
    row = prison("P4Y", starts="2021-03-01", ends="2022-03-01", ended_by=ended_by)

    found = outcome(case(HEARD, row), RECORD)

    assert edtf(found.ends) == ends
    assert next((step.rule for step in found.steps if step.rule == "record-early"), None) == record


@pytest.mark.parametrize("result", ["acquitted", "cancelled"])
@pytest.mark.parametrize("instance", ["appeal", "cassation"])
def test_a_cancelled_verdict_makes_all_void_from_the_start(instance: str, result: str):
    found = reckon(case(HEARD, charge("174"), FREEDOM, ban(), ruling("2022-06-01", result, instance=instance)))

    assert {one.void for one in found.restrictions} == {True}
    assert [one.void for one in found.verdicts] == [True, False]
    assert {state(one, date(2022, 1, 1)) for one in found.restrictions} == {"void"}


def test_an_order_that_lifts_one_thing_voids_nothing():
    found = reckon(case(HEARD, FREEDOM, ruling("2022-06-01", "cancelled", instance="enforcement")))

    assert {one.void for one in found.restrictions} == {False}


def test_days_lived_before_an_acquittal_stay_counted():
    rows = (FREEDOM, ban("P5Y"), custody("2020-12-01", "2021-01-09"), ban(None, term="life", id="b2"))
    found = reckon(case(HEARD, *rows, ruling("2022-03-01", "acquitted", instance="cassation")))

    assert [(part.kind, part.days) for part in found.burden.parts] == [
        ("behind-bars", Days(40, 40)),
        ("home", Days(356, 356)),
        ("banned", Days(9, 9)),
        ("record-or-list", Days(0, 0)),
    ]
    assert edtf(found.burden.until) == "2022-03-01"


def test_death_ends_every_restriction_and_leaves_nothing_missing():
    rows = (FREEDOM, ban("P9Y"), ban(None, term="life", id="b2"), listing(starts="2021-06-01"))
    found = reckon(case(HEARD, charge("174"), *rows, person=person(died="2022-05-05")))

    assert {edtf(one.ends) for one in found.restrictions} == {"2022-05-05"}
    assert {one.open_ended for one in found.restrictions} == {False}
    assert {one.missing for one in found.restrictions} == {()}


def test_death_is_the_latest_end_where_the_length_is_missing():
    found = outcome(case(HEARD, FREEDOM, ban(None), person=person(died="2022-05-05")), "ban")

    assert (edtf(found.ends), found.missing) == ("[2022-03-01..2022-05-05]", ("length:ban",))


def test_death_after_the_end_changes_nothing():
    found = outcome(case(HEARD, FREEDOM, person=person(died="2024-05-05")), "freedom")

    assert (edtf(found.ends), [step.operation for step in found.steps][-1]) == ("2023-03-10", "term-runs-out")


def test_waits_for_names_the_chain():
    found = reckon(case(HEARD, charge("174"), SERVED._replace(ends=suspended().ends), ban(), supervision()))

    assert {one.id: one.waits_for for one in found.restrictions} == {
        "prison": (),
        "ban": ("prison",),
        "supervision": ("prison",),
        RECORD: ("prison", "ban"),
        LISTING: (RECORD,),
    }


def test_certainty_is_the_lowest_in_the_chain():
    found = reckon(case(verdict("2026-01-10", "2026-03-01"), freedom("P2Y", registered="2026-03-10"), ban()))

    assert {one.id: one.certainty for one in found.restrictions} == {
        "freedom": "A",
        "ban": "A",
        PROBATION: "A",
        RECORD: "A",
    }


def test_a_decisive_day_in_an_unread_stretch_counts_as_c():
    steps = outcome(case(HEARD, SERVED), RECORD).steps

    assert [(step.rule, step.edition, step.certainty) for step in steps if step.rule == "record"] == [
        ("record", "unread", "C")
    ]


@pytest.mark.parametrize(
    ("about", "spell", "main", "ends"),
    [
        ("before prison: until force", custody("2021-01-01"), prison("P2Y", "full"), "2021-03-01"),
        ("arrested after force: over into prison", custody("2021-04-01"), prison("P2Y", "full"), "2023-03-31"),
        ("arrested about force", custody("2021-03"), prison("P2Y", "full"), "[2023-02-28..2023-03-30]"),
        (
            "before a suspended sentence: until the verdict",
            custody("2021-01-01"),
            suspended(),
            "[2021-01-01..2021-01-11]",
        ),
        ("house arrest: until force", house_arrest("2021-01-01"), suspended(), "2021-03-01"),
        ("house arrest after force: another matter", house_arrest("2021-04-01"), suspended(), "[2021-04-01..]"),
        ("custody after the verdict: another matter", custody("2021-02-01"), suspended(), "[2021-02-01..]"),
        (
            "custody after prison: another matter",
            custody("2024-02-01"),
            prison("P2Y", "full", starts="2021-03-01"),
            "[2024-02-01..]",
        ),
        ("recorded: the day after the last", custody("2021-01-01", "2021-01-05"), suspended(), "2021-01-06"),
    ],
)
def test_a_spell_before_force_ends(about: str, spell: object, main: object, ends: str):
    (held,) = reckon(case(HEARD, spell, main)).custody

    assert edtf(held.ends) == ends


def test_a_spell_without_any_verdict_is_open():
    (held,) = reckon(case(ruling("2021-01-01", on=None), custody("2020-12-01"))).custody

    assert edtf(held.ends) == "[2020-12-01..]"


def test_custody_while_force_is_open_goes_over_into_prison_without_a_gap():
    found = reckon(case(verdict("2023-02-03"), custody("2022-07-03"), prison("P9Y", "emergency"))).burden

    assert [(part.kind, edtf(part.until), part.days) for part in found.parts if part.kind == "behind-bars"] == [
        ("behind-bars", "2031-07-02", Days(3286, 3286))
    ]


def test_custody_longer_than_a_term_whose_force_is_open_ends_with_the_term():
    (held,) = reckon(case(verdict("2023-02-03"), custody("2022-01-01"), prison("P1Y", "full"))).custody

    assert edtf(held.ends) == "2022-12-30"


def test_burden_names_every_pronounced_penalty_the_main_one_first():
    found = reckon(case(HEARD, ban("P3Y"), restriction("fine"), FREEDOM, listing(starts="2021-05-01"))).burden

    assert found.nominal == Length(2)
    assert found.pronounced == (
        Penalty("freedom", "restriction-of-freedom", "length", Length(2)),
        Penalty("fine", "fine", "length", None),
        Penalty("ban", "public-activity-ban", "length", Length(3)),
    )


def test_burden_of_a_case_without_restrictions_is_nothing():
    found = reckon(case(verdict(result="acquitted"))).burden

    assert (found.nominal, found.days, found.parts, edtf(found.begins)) == (None, Days(0, 0), (), "")


def test_administrative_arrest_and_fines_do_not_count():
    spell = custody("2020-12-01", "2020-12-10", kind="administrative-arrest")
    found = reckon(case(HEARD, charge("400", None), spell, restriction("fine"))).burden

    assert found.days == Days(0, 0)


def test_a_listing_of_unknown_day_counts_from_force_at_the_earliest():
    found = reckon(case(HEARD, charge("174"), FREEDOM, listing(starts="[..2021-06-01]")))

    part = found.burden.parts[-1]
    assert (part.kind, edtf(part.begins), edtf(part.until)) == ("record-or-list", "2021-03-01", "2023-03-10")


def test_a_listing_reported_before_force_counts_from_the_report():
    found = reckon(case(HEARD, charge("174"), FREEDOM, listing(starts="2021-02-01")))

    assert edtf(found.burden.begins) == "2021-02-01"


def test_restrictions_of_a_restriction_of_freedom_without_length_cannot_be_computed():
    found = outcome(case(HEARD, freedom(None)), "freedom")

    assert (edtf(found.ends), found.missing) == ("", ("length:freedom",))


def test_a_verdict_of_unknown_day_names_it():
    found = reckon(case(verdict(None), FREEDOM)).verdicts[0]

    assert (edtf(found.in_force), found.missing) == ("[..2021-03-10]", ("date:v1",))


def test_supervision_without_length_cannot_be_computed():
    found = outcome(case(HEARD, SERVED, supervision(None)), "supervision")

    assert (edtf(found.binds_from), edtf(found.ends), found.missing) == ("2023-03-01", "", ("length:supervision",))


def test_a_registration_before_force_could_be_bounds_nothing():
    found = reckon(case(verdict("2021-01-10"), freedom(registered="2021-01-12")))

    assert edtf(found.verdicts[0].in_force) == "[2021-01-26..]"


def test_extension_adds_to_the_end_and_lifting_ends_it():
    changes = (change("lifted", "2022-08-01"), change("extended", "2022-01-01", "P6M"))

    assert edtf(outcome(case(HEARD, FREEDOM, ban("P1Y", changes=changes[1:])), "ban").ends) == "2022-09-01"
    lifted = outcome(case(HEARD, FREEDOM, ban("P1Y", changes=changes)), "ban")
    assert (edtf(lifted.ends), lifted.end_basis) == ("2022-08-01", "reported")


@pytest.mark.parametrize(
    ("about", "changes", "ends", "missing"),
    [
        ("until a day", (change("extended", "2022-01-01", until="2024-05-05"),), "2024-05-05", ()),
        ("shorter", (change("shortened", "2021-08-01", "P3M"),), "2021-12-01", ()),
        ("shorter, end open", (change("shortened", "2021-08-01"),), "[2021-03-01..2022-03-01]", ("by:ban",)),
        ("longer, nobody says by how much", (change("extended", "2021-08-01"),), "[2022-03-01..]", ("by:ban",)),
        ("goes on without having stood still", (change("resumed", "2021-08-01"),), "[2022-03-01..]", ("paused:ban",)),
        ("lifted by an order", (change("lifted", None, verdict="v2"),), "[2021-06-16..2021-06-17]", ()),
        ("lifted, nobody says when", (change("lifted"),), "[2021-03-01..2022-03-01]", ("date:ban",)),
        (
            "stands still from a reported day",
            (change("paused", "2021-09-01", begins="2021-08-01", until="2021-08-11"),),
            "2022-03-11",
            (),
        ),
    ],
)
def test_changes(about: str, changes: tuple, ends: str, missing: tuple[str, ...]):
    order = ruling("2021-06-01", "lifted", instance="enforcement", appealed=False)

    found = outcome(case(HEARD, order, FREEDOM, ban("P1Y", changes=changes)), "ban")

    assert (edtf(found.ends), found.missing) == (ends, missing)


def test_a_lifting_that_is_told_is_told():
    row = ban("P1Y", changes=(change("lifted", "2021-08-01")._replace(date=FREEDOM.registered._replace(how="told")),))

    assert outcome(case(HEARD, FREEDOM, row), "ban").end_basis == "told"
