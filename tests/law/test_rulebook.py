"""The rule book's data: complete in three languages, and honest about what was read."""

import re
from datetime import date
from itertools import pairwise

import pytest

from law.kazakhstan import KAZAKHSTAN
from law.kazakhstan.presumptions import PRESUMPTIONS
from law.rulebook import Rule

DAY_BEFORE_THE_CODE = date(2014, 12, 31)
IDS_OF_THE_LAW_PAGE = [
    "gravity",
    "extremist",
    "terrorist",
    "appeal-time",
    "in-force",
    "orders",
    "counting",
    "days-off",
    "to-probation",
    "restriction",
    "restriction-start",
    "restriction-breach",
    "suspended",
    "suspended-early",
    "suspended-longer",
    "prison",
    "prison-end",
    "restriction-end",
    "parole",
    "replacement",
    "amnesty",
    "credit-prison",
    "credit-restriction",
    "credit-house-arrest",
    "credit-days",
    "ban",
    "ban-start",
    "record",
    "record-additional",
    "record-early",
    "record-life",
    "record-several",
    "list-in",
    "list-out",
    "list-effect",
    "supervision-start",
    "supervision",
    "release-day",
    "early-release-day",
    "probation-control",
    "sentence-reviewed",
    "pardon",
    "record-lifted",
    "minor-record",
    "minor-control",
    "minor-parole",
    "fine",
    "arrest",
    "correctional-work",
    "deferred-sentence",
    *PRESUMPTIONS,
]
EVERY_RULE = [pytest.param(one, id=one.id) for one in KAZAKHSTAN.rules.values()]


def test_rules_hold_every_rule_of_the_law_page_and_the_one_that_went_before():
    assert sorted(KAZAKHSTAN.rules) == sorted([*IDS_OF_THE_LAW_PAGE, "credit-prison-before-2020"])


@pytest.mark.parametrize("one", EVERY_RULE)
def test_rule_has_article_link_validity_and_certainty(one: Rule):
    assert one.version >= 1
    assert one.law
    assert re.search(r"\d", one.article)
    assert re.fullmatch(r"https://adilet\.zan\.kz/rus/docs/[A-Z]\d+_?", one.url)
    assert one.read or one.unread
    assert one.certainty in "ABC"


@pytest.mark.parametrize("one", EVERY_RULE)
def test_rule_has_texts_in_three_languages(one: Rule):
    for text in filter(None, (one.title, one.text, one.note)):
        assert list(text.texts) == ["en", "ru", "kk"]
        assert all(part.strip() == part != "" for part in text.texts.values())
        assert not re.search("[А-Яа-яёәғқңөұүһі]", text.get("en"))
        assert re.search("[А-Яа-я]", text.get("ru"))
        assert re.findall("[A-Za-z]+", text.get("ru")) == []
        assert re.findall("[A-Za-z]+", text.get("kk")) == []
        assert text.get("ru") != text.get("kk")


@pytest.mark.parametrize("one", EVERY_RULE)
def test_stretches_cover_the_validity_without_overlap(one: Rule):
    stretches = sorted(one.read + one.unread)

    assert stretches[-1][1] == one.valid_until
    assert stretches[0][0] == (one.valid_from or stretches[0][0])
    for (_, last), (following, _) in pairwise(stretches):
        assert last is not None
        assert (following - last).days == 1


@pytest.mark.parametrize(
    ("rule_id", "day", "standing"),
    [
        ("gravity", DAY_BEFORE_THE_CODE, "not-valid"),
        ("gravity", date(2015, 1, 1), "read"),
        ("record", date(2025, 12, 31), "unread"),
        ("record", date(2026, 1, 1), "read"),
        ("credit-prison", date(2020, 1, 9), "not-valid"),
        ("credit-prison", date(2020, 1, 10), "unread"),
        ("credit-prison-before-2020", date(2020, 1, 9), "unread"),
        ("credit-prison-before-2020", date(2020, 1, 10), "not-valid"),
        ("supervision", date(2025, 12, 31), "read"),
        ("supervision", date(2026, 1, 1), "unread"),
        ("list-out", date(2026, 1, 1), "unread"),
        ("list-in", DAY_BEFORE_THE_CODE, "unread"),
    ],
)
def test_standing_on_a_day(rule_id: str, day: date, standing: str):
    assert KAZAKHSTAN.rule(rule_id).standing_on(day) == standing


def test_edition_read_is_none_when_the_paragraph_was_never_read():
    assert KAZAKHSTAN.rule("list-out").edition_read() is None
    assert KAZAKHSTAN.rule("record").edition_read() == date(2026, 1, 1)


def test_certainties_are_those_of_the_law_page():
    lower = {one.id: one.certainty for one in KAZAKHSTAN.rules.values() if one.certainty != "A"}

    assert lower == {
        "in-force": "B",
        "to-probation": "B",
        "prison-end": "B",
        "days-off": "C",
        "release-day": "B",
        "amnesty": "B",
        "credit-prison-before-2020": "C",
        "list-in": "B",
        "list-out": "C",
        "list-effect": "B",
        "supervision-start": "C",
        **dict.fromkeys(PRESUMPTIONS, "C"),
    }


def test_rule_when_unknown_names_the_known_ids():
    with pytest.raises(KeyError, match="no rule 'recrod'; the rule book has gravity, extremist"):
        KAZAKHSTAN.rule("recrod")


def test_rule_book_has_a_version():
    assert KAZAKHSTAN.rule_book_version == "2026-11-26"
