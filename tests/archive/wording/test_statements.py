"""What may be said of a restriction on a day: a computed boundary is never worded as an event."""

from datetime import date

import pytest
from django.utils.translation import override

from archive.wording.last_days import last_day_words, working_last_day_words
from archive.wording.localize import word
from archive.wording.presumptions import condition
from archive.wording.statements import about, brief_state, report, state_in_words, statement
from config.messages import READERS, messages
from law.dates import UNKNOWN, DateRange, exact, parse
from law.outcome import Likely, Outcome, PresumptionUse
from law.states import MAY_BIND, State

BEFORE, ON, AFTER = date(2020, 1, 1), date(2023, 1, 1), date(2027, 1, 1)


def outcome(**values: object) -> Outcome:
    found = {"binds_from": exact(date(2021, 2, 4)), "ends": exact(date(2025, 9, 15)), **values}
    return Outcome(id="ban", kind="public-activity-ban", standing="ordered", derived=False, verdict="v1")._replace(
        **found
    )


LIKELY = Likely(
    exact(date(2021, 8, 4)),
    exact(date(2021, 8, 4)),
    UNKNOWN,
    UNKNOWN,
    (PresumptionUse("in-force-by-six-months", 1, "v1"), PresumptionUse("penalty-unchanged", 1, "v1")),
)


def test_in_force_names_the_newest_report() -> None:
    assert statement(outcome(last_report=parse("2022-04")), ON) == "in force; last report: April 2022"
    assert statement(outcome(), ON) == "in force; no report mentions it"


@pytest.mark.parametrize(
    ("basis", "words"),
    [
        ("computed", "should be over; not confirmed"),
        ("reported", "over, as reported"),
        ("told", "over, as told by the person or their lawyer"),
    ],
)
def test_over_is_an_event_only_as_reported(basis: str, words: str) -> None:
    assert statement(outcome(end_basis=basis), AFTER) == words


def test_over_by_calculation_when_somebody_spoke_of_it_since() -> None:
    said = statement(outcome(last_report=parse("2026-01-02")), AFTER)
    assert said == "should be over; not confirmed; mentioned again: 2 January 2026"


def test_upcoming() -> None:
    assert statement(outcome(), BEFORE) == "not yet in force"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "likely in force (if an appeal changed nothing)"),
        ("ru", "вероятно, действует (если апелляция ничего не изменила)"),
        ("kk", "күшінде болуы ықтимал (үкім апелляцияда өзгертілмеген болса)"),
    ],
)
def test_likely_names_the_presumption_that_carries_it(language: str, words: str) -> None:
    likely = outcome(binds_from=DateRange(date(2021, 2, 4), None), likely=LIKELY)
    with override(language):
        assert state_in_words(likely, ON) == words


@pytest.mark.parametrize(
    ("rules", "words"),
    [
        (["registered-within-45-days", "penalty-unchanged"], "if an appeal changed nothing"),
        (["in-force-with-the-ruling"], "if it took force on the day of the ruling"),
        (["in-force-with-the-ruling", "registered-within-45-days"], "if registered within 45 days"),
        (["a-rule-of-another-country"], "if nothing else is reported"),
        ([], ""),
    ],
)
def test_condition_is_that_of_the_presumption_that_may_fail_most_easily(rules: list[str], words: str) -> None:
    assert condition(PresumptionUse(rule, 1, "v1") for rule in rules) == words


def test_possible_names_the_latest_day_or_that_there_is_none() -> None:
    known = outcome(ends=DateRange(date(2022, 1, 1), date(2026, 1, 1)), planning_day=date(2025, 12, 31))
    assert statement(known, ON) == (
        "may still be in force; latest day under any reading: 31 December 2025; no report mentions it"
    )
    open_ = outcome(ends=DateRange(date(2022, 1, 1), None))
    assert statement(open_, ON) == "may still be in force; we can name no last day; no report mentions it"


def test_unknown() -> None:
    said = statement(outcome(binds_from=DateRange(date(2021, 2, 4), None), ends=UNKNOWN), ON)
    assert said == "not known; we can name no last day; no report mentions it"


def test_fine_of_which_nobody_says_that_it_was_paid() -> None:
    assert statement(outcome(ends=UNKNOWN)._replace(kind="fine"), ON) == "not known whether carried out"
    assert statement(outcome(end_basis="reported")._replace(kind="fine"), AFTER) == "over, as reported"


def test_expected_listing_and_void() -> None:
    expected = "the law provides for it; whether it happened is not known"
    assert statement(outcome(standing="expected"), ON) == expected
    assert statement(outcome(void=True), ON) == "void: the verdict was cancelled"


LIST = "financial-monitoring-list"
REPORTED = parse("2022-04")


@pytest.mark.parametrize(
    ("values", "on", "words"),
    [
        ({"standing": "reported"}, ON, "listed, as reported (April 2022; nothing later is known)"),
        ({"standing": "reported"}, date(2022, 4, 30), "listed, as reported (April 2022)"),
        ({"standing": "reported"}, AFTER, "listed, as reported (April 2022; nothing later is known)"),
        (
            {"standing": "told", "start_basis": "told"},
            ON,
            "listed, as the person or their lawyer said (April 2022; nothing later is known)",
        ),
        ({"end_basis": "reported"}, AFTER, "removed, as reported"),
        ({"end_basis": "told"}, AFTER, "removed, as the person or their lawyer said"),
        ({"last_report": None}, ON, "listed, as reported"),
        ({"binds_from": DateRange(None, date(2022, 4, 30))}, BEFORE, "not known"),
        ({"standing": "expected"}, ON, "the law provides for it; whether it happened is not known"),
        ({"void": True}, ON, "void: the verdict was cancelled"),
    ],
)
def test_listing_is_only_what_somebody_reported(values: dict[str, object], on: date, words: str) -> None:
    assert statement(outcome(**{"last_report": REPORTED, **values})._replace(kind=LIST), on) == words


def test_listing_names_who_reported_it() -> None:
    listed = outcome(standing="reported", last_report=REPORTED)._replace(kind=LIST)
    assert state_in_words(listed, date(2022, 4, 1), "Vlast") == "listed, as reported (Vlast, April 2022)"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "listed, as reported (27 August 2024; nothing later is known)"),
        ("ru", "в перечне, по сообщению (27 августа 2024 года; о более позднем неизвестно)"),
        ("kk", "тізбеде, хабар бойынша (2024 жылғы 27 тамыз; кейінгісі белгісіз)"),
    ],
)
@pytest.mark.parametrize("state", MAY_BIND)
def test_line_of_several_says_of_a_list_what_was_reported(language: str, words: str, state: State) -> None:
    with override(language):
        assert brief_state(LIST, "reported", state, exact(date(2024, 8, 27)), AFTER) == words
        assert brief_state(LIST, "expected", "expected", None, AFTER) == word("states", "expected")


@pytest.mark.parametrize("report", [None, parse("2022-04"), parse("2021-12-31")])
def test_prison_of_which_nobody_spoke_for_a_year_is_not_known(report: DateRange | None) -> None:
    prison = outcome(last_report=report)._replace(kind="imprisonment")
    heard = report is not None and report.latest > date(2022, 1, 1)
    assert state_in_words(prison, ON) == ("in force" if heard else "not known whether still in prison")
    brief = brief_state("imprisonment", "ordered", "likely-in-force", report, ON)
    assert brief == (word("states", "likely-in-force") if heard else "not known whether still in prison")


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, "release by 15 September 2025 if nothing shortened it"),
        ({"certainty": "C"}, "release by about September 2025 if nothing shortened it"),
        ({"end_basis": "reported"}, "15 September 2025"),
        (
            {"last_day": DateRange(date(2024, 1, 1), date(2026, 2, 3))},
            "release by 3 February 2026 if nothing shortened it",
        ),
        ({"open_ended": True}, "no end date"),
    ],
)
def test_calculated_end_of_prison_is_only_a_bound(values: dict[str, object], words: str) -> None:
    prison = outcome(**{"last_day": exact(date(2025, 9, 15)), **values})._replace(kind="imprisonment")
    assert last_day_words(prison) == words
    if not prison.open_ended:
        assert working_last_day_words(prison) == words


def test_no_end() -> None:
    assert statement(outcome(ends=UNKNOWN, open_ended=True), ON) == "in force; no report mentions it"


def test_no_text_says_free_from() -> None:
    """Nobody is told a day from which they are free: readers are told the last day."""
    texts = [str(message.id) for message in messages(READERS)]
    assert [text for text in texts if "free from" in text.lower()] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2025-05~", "about May 2025"),
        ("2025~", "about 2025"),
        ("2025", "2025"),
        ("2025-04", "April 2025"),
        ("2025-05-07", "7 May 2025"),
        ("[2024-12-31..2025-01-02]", "between 31 December 2024 and 2 January 2025"),
    ],
)
def test_about_a_month_or_year_is_named_by_its_middle(text: str, words: str) -> None:
    assert about(parse(text)) == words
    assert report(outcome(last_report=parse(text))) == f"last report: {words}"
