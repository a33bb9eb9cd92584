"""Rules in the words of a language."""

import pytest

from archive.pages.law.subjects import SUBJECTS, by_subject, subject_of
from archive.wording.rules import place, rule_summary, rule_view, valid
from law.country import country


@pytest.mark.parametrize(
    ("law", "article", "language", "words"),
    [
        ("CC", "79(5)", "en", "Criminal Code 79(5)"),
        ("CC", "79(5)", "ru", "Уголовный кодекс 79(5)"),
        ("CC", "62; PEC 64", "en", "Criminal Code 62; Penal Enforcement Code 64"),
        ("CPC", "470; PEC", "en", "Criminal Procedure Code 470; Penal Enforcement Code"),
        ("amnesty", "23.06.2025 № 195-VIII", "kk", "Рақымшылық жасау туралы заң 23.06.2025 № 195-VIII"),
        ("Unheard", "1", "en", "Unheard 1"),
    ],
)
def test_place_when_written(law: str, article: str, language: str, words: str) -> None:
    assert place(law, article, language) == words


def test_valid_when_the_beginning_is_not_recorded() -> None:
    assert valid(country().rule("to-probation"), "en") == "beginning not recorded"


def test_valid_when_the_rule_is_over() -> None:
    words = valid(country().rule("credit-prison-before-2020"), "en")
    assert words == "between 1 January 2015 and 9 January 2020"


def test_written_when_an_edition_was_not_read() -> None:
    found = rule_view(country().rule("record"), "en")
    assert (found.read, found.unread) == (("from 1 January 2026",), ("between 1 January 2015 and 31 December 2025",))
    assert (found.certainty, found.certainty_words) == ("A", "read word for word in Russian")


def test_listed_when_a_note_is_missing() -> None:
    assert rule_summary(country().rule("gravity"), "ru").title == "Тяжесть преступления"
    assert rule_view(country().rule("gravity"), "ru").note == ""


def test_subjects_when_every_rule_is_placed() -> None:
    """A new rule needs a subject in archive/rule_subjects.py."""
    subjects = by_subject(country().rules.values())
    assert [subject.id for subject in subjects if subject.id == "other"] == []
    assert sum(len(subject.rules) for subject in subjects) == len(country().rules)
    names = [name for _title, names in SUBJECTS.values() for name in names]
    assert len(names) == len(set(names))


def test_subject_when_no_subject_names_the_rule() -> None:
    from dataclasses import replace

    unplaced = replace(country().rule("record"), id="never-heard-of")
    assert subject_of(unplaced).id == "other"
    assert subject_of(country().rule("record")).id == "record"
