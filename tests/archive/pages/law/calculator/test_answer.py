"""What a form comes to: the dates of the law, the needs, the planning date."""

from datetime import date, timedelta

import pytest

from archive.pages.law.calculator.answer import CalculatorAnswer, answer
from archive.pages.law.calculator.facts import case_record, document
from archive.pages.law.calculator.form import CalculatorForm
from archive.pages.law.calculator.needs import NEEDS, needs
from archive.pages.law.calculator.planning import planning
from editions.codec import to_plain
from editions.contradictions import WORDS
from editions.schema import Document
from law.country import country
from tests.archive.pages.law.calculator.entered import HOME, PRISON, form

TODAY = date(2026, 11, 22)
LIST = "law:financial-monitoring-list:verdict"
RECORD = "law:criminal-record:verdict"


def valid(values: dict[str, str], **more: str) -> CalculatorForm:
    found = form(values, **more)
    assert found.is_valid()
    return found


def entered(values: dict[str, str], **more: str) -> Document:
    return document(valid(values, **more))


def ends(found: Document) -> dict[str, tuple[str | None, str | None]]:
    rows = to_plain(found.reckoning)["restrictions"]
    return {row["id"]: (row["ends"]["earliest"], row["ends"]["latest"]) for row in rows}


def shown(values: dict[str, str], **more: str) -> CalculatorAnswer:
    return answer(valid(values, **more), TODAY)


def test_document_when_prison_and_a_ban_are_entered() -> None:
    """The dates of the case of Bokai, from the same facts."""
    day = {"penalty": "2021-02-03", "ban": "2024-02-03", RECORD: "2030-02-03", LIST: "2030-02-03"}
    assert ends(entered(PRISON)) == {id_: (found, found) for id_, found in day.items()}


def test_document_when_restriction_of_freedom_is_entered() -> None:
    found = ends(entered(HOME))
    assert found["penalty"] == found[RECORD] == ("2030-05-12", "2030-05-12")
    assert LIST not in found


def test_document_when_custody_is_entered_twice() -> None:
    more = {"custody-TOTAL_FORMS": "2", "custody-INITIAL_FORMS": "2"}
    spell = {"custody-1-kind": "house-arrest", "custody-1-begins": "2025-01-01", "custody-1-until": "2025-01-10"}
    first = {"custody-0-kind": "custody", "custody-0-begins": "2024-12-01", "custody-0-until": "2024-12-10"}
    found = entered({**HOME, **first, **spell, **more})
    assert [spell.id for spell in found.case.custody] == ["custody-1", "custody-2"]
    assert ends(found)["penalty"] == ("2030-04-17", "2030-04-17")


def test_document_when_an_article_is_missing_from_the_rule_book() -> None:
    more = {"charges__0__article": "other", "charges__0__number": "297-1", "charges__0__gravity": "medium"}
    found = entered(PRISON, **more)
    assert [(one.article, one.gravity) for one in found.case.charges] == [("297-1", "medium")]
    assert ends(found)[RECORD] == ("2027-02-03", "2027-02-03")


def test_document_when_the_crime_came_before_eighteen() -> None:
    """Two years after serving prison for a grave crime, not six (CC 89)."""
    found = entered(PRISON, born="1998-06-02", committed="2016-06-01", ban="")
    assert ends(found)[RECORD] == ("2023-02-03", "2023-02-03")
    assert ends(entered(PRISON, born="1998-06-01", committed="2016-06-02"))[RECORD] == ("2030-02-03", "2030-02-03")


@pytest.mark.parametrize("penalty", sorted(country().main_penalties))
def test_answer_when_the_penalty_is_any_that_the_code_has(penalty: str) -> None:
    assert shown(HOME, penalty=penalty).rows


def test_document_when_the_person_says_that_they_are_listed() -> None:
    found = entered(PRISON, listed="yes")
    listing = next(one for one in found.reckoning.restrictions if one.kind == "financial-monitoring-list")
    assert (listing.id, listing.standing, listing.ends.latest) == ("list", "told", date(2030, 2, 3))


def test_document_when_supervision_was_ordered() -> None:
    found = entered(PRISON, supervision_years="3", supervision_months="6")
    assert ends(found)["supervision"] == ("2024-08-03", "2024-08-03")


def test_document_when_the_person_was_released_early() -> None:
    found = entered(PRISON, released="2020-02-04", release="parole")
    assert ends(found)["penalty"] == ("2020-02-04", "2020-02-04")
    assert ends(found)["ban"] == ("2020-02-04", "2023-02-04")  # the court may have freed from it as well
    assert ends(found)["law:probation-control:penalty"] == ("2021-02-04", "2021-02-04")


def test_record_when_a_fact_of_another_penalty_is_typed() -> None:
    """A regime without prison and a registration without probation are left out, not reckoned with."""
    home = case_record(valid(HOME, regime="medium"))["restrictions"][0]
    prison = case_record(valid(PRISON, registered="2017-03-01"))["restrictions"][0]
    assert (home["regime"], prison["registered"]) == (None, None)


def test_planning_when_everything_is_known() -> None:
    assert planning(entered(HOME)) == (date(2030, 5, 11), False, (), False)


def test_planning_when_registration_is_not_known() -> None:
    """The latest day of the range, not its first."""
    found = entered(HOME, registered="")
    earliest, latest = ends(found)["penalty"]
    assert earliest != latest
    assert planning(found).day == date.fromisoformat(latest or "") - timedelta(days=1)


def test_planning_when_the_appeal_is_not_known() -> None:
    found = planning(entered(HOME, appealed="", registered="", charges__0__article="174.1"))
    assert found == (None, False, ("in_force:verdict", "registered:penalty"), False)


def test_planning_when_a_ban_is_for_life() -> None:
    found = planning(entered(HOME, ban="life"))
    assert (found.day, found.never) == (None, True)


def test_planning_when_the_length_of_the_ban_is_not_known() -> None:
    """The code allows ten years at most, from force on 29 April 2025 at the latest."""
    assert planning(entered(HOME, ban="unknown")).day == date(2035, 4, 28)


def test_planning_when_a_report_lies_before_the_rule() -> None:
    """The rule’s own day stays a reading: the later one is for planning."""
    found = entered({**PRISON, "ban": "", "charges-0-article": "400"}, released="2021-01-01")
    assert ends(found) == {"penalty": ("2021-01-01", "2021-01-01")}
    assert planning(found).day == date(2021, 2, 3)


def test_planning_when_only_a_fine_is_entered() -> None:
    assert planning(entered({"verdict_date": "2025-04-11", "penalty": "fine", "charges-0-article": "400"})).day is None


def test_needs_when_a_grave_sentence_is_entered() -> None:
    found = {need.id: [(line.outcome.id, line.certainty) for line in need.lines] for need in needs(entered(PRISON))}
    assert found["money"] == found["insurance"] == found["notary"] == [(LIST, "C")]
    assert found["candidacy"] == found["service"] == found["bar"] == [(RECORD, "C")]
    assert [id_ for id_, _ in found["job"]] == ["ban", RECORD, RECORD, RECORD]
    assert [id_ for id_, _ in found["travel"]] == ["penalty"]
    assert [id_ for id_, _ in found["speech"]] == ["penalty", "ban"]
    assert [id_ for id_, _ in found["vote"]] == ["penalty"]


def test_needs_when_nothing_stands_in_the_way() -> None:
    found = {need.id: len(need.lines) for need in needs(entered(HOME))}
    assert (found["money"], found["notary"], found["travel"], found["vote"]) == (0, 0, 1, 0)


def test_needs_when_every_bar_of_the_rule_book_has_a_place() -> None:
    assert {bar.need for bar in country().office_bars.values()} - {id_ for id_, _title, _whiles in NEEDS} == set()


def test_certainty_when_the_bar_is_less_sure_than_the_date() -> None:
    lines = {need.id: need.lines for need in needs(entered(HOME, in_force="2025-04-28"))}
    assert country().office_bars["advocate"].certainty == "C"
    assert [line.certainty for line in lines["bar"]] == ["C"]


def test_answer_when_shown() -> None:
    found = shown(PRISON)
    assert found.planning.day == "2 February 2030"
    assert found.force.day == "between 20 and 27 January 2017"
    assert [row.view.id for row in found.rows if not row.view.is_pretrial] == ["penalty", "ban", LIST, RECORD]
    assert all(row.view.steps for row in found.rows if not row.view.is_pretrial)
    money = next(need for need in found.needs if need.id == "money")
    assert (money.obstacles[0].expected, money.obstacles[0].planning.day) == (True, "2 February 2030")
    assert [rule.id for rule in money.obstacles[0].longer_rules] == ["list-out"]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"ban_years": "12"}, "longer-than-the-code-allows"),
        ({"released": "2016-11-01"}, "released-before-sentenced"),
        ({"years": "", "days": "20", "in_force": "2017-01-20"}, "custody-longer-than-term"),
    ],
)
def test_answer_when_the_facts_contradict_each_other(more: dict[str, str], said: str) -> None:
    found = shown(PRISON, **more)
    assert any(WORDS[said] in line for line in found.contradictions)
    assert all(line.endswith(")") for line in found.contradictions)


DISPUTED = {**HOME, "charges-0-article": "174.1", "ban": "length", "ban_years": "5"}


def test_planning_when_a_lawyer_reads_the_law_otherwise() -> None:
    """Five years at home and a five-year ban for article 174(1): five by the text, sixteen as the lawyer said."""
    found = entered(DISPUTED)
    assert ends(found)[RECORD] == ends(found)[LIST] == ("2030-05-12", "2030-05-12")
    assert planning(found) == (date(2041, 5, 11), False, (), True)


def test_planning_of_needs_when_a_lawyer_reads_the_law_otherwise() -> None:
    """The other reading speaks of the record and the list, not of the ban or the penalty itself."""
    shown_ = shown(DISPUTED)
    days = {need.id: {one.planning.day for one in need.obstacles} for need in shown_.needs}
    assert (days["money"], days["candidacy"]) == ({"11 May 2041"}, {"11 May 2041"})
    assert days["travel"] == {"11 May 2030"}


@pytest.mark.parametrize(
    ("more", "day"),
    [
        ({"ban": "", "ban_years": ""}, date(2036, 5, 11)),
        ({"ban": "main-penalty"}, date(2036, 5, 11)),
        ({"charges__0__article": "274.4"}, date(2030, 5, 11)),
        ({"ban": "unknown"}, date(2035, 4, 28)),
        ({"penalty": "suspended-sentence"}, date(2030, 5, 11)),
    ],
)
def test_planning_when_the_other_reading_says_less(more: dict[str, str], day: date | None) -> None:
    assert planning(entered(DISPUTED, **more)).day == day
