"""The word lists on sentences written by subject: how many they catch, how many innocent ones."""

import json
import time
from pathlib import Path

import pytest

from desk.review.checks.harm import telling_words, unsure_words
from desk.review.checks.wordlists import breach_words, patterns_of
from records.languages import LANGUAGES
from tests.desk.review.checks.learning import LEARNED_FROM

SENTENCES = {
    name: json.loads(Path(__file__).with_name(f"{name}.json").read_text(encoding="utf-8"))
    for name in (*LEARNED_FROM, "kept_back_sentences")
}
NAMED = [
    "Ол сұхбат беріп жүр.",
    "Университетте сабақ беріп жүр.",
    "Ведёт телеграм-канал.",
    "Инспектор смотрит сквозь пальцы.",
    "He is paid in cash.",
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", LEARNED_FROM)
def test_sentences_when_they_tell_of_a_breach_or_not(name: str, language: str) -> None:
    """Those that the weights were learned from: of 100 that tell 90 are stopped, of 100 innocent ones 5."""
    telling, innocent = SENTENCES[name][language]["telling"], SENTENCES[name][language]["innocent"]
    missed = [sentence for sentence in telling if telling_words(sentence, past=True) is None]
    alarms = [sentence for sentence in innocent if telling_words(sentence, past=True)]

    assert len(telling) >= 9 and len(innocent) >= 9
    assert len(missed) <= max(1, 0.1 * len(telling)), missed
    assert len(alarms) <= max(1, 0.05 * len(innocent)), alarms


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_that_are_kept_back(language: str) -> None:
    """By somebody who saw neither lists nor examples; nothing was learned from them: what a new text may expect."""
    telling, innocent = SENTENCES["kept_back_sentences"][language].values()
    stopped = [sentence for sentence in telling if telling_words(sentence, True, 2019)]
    pointed = [sentence for sentence in telling if sentence in stopped or unsure_words(sentence, True, 2019)]
    alarms = [sentence for sentence in innocent if telling_words(sentence, True, 2019)]
    looks = [sentence for sentence in innocent if sentence not in alarms and unsure_words(sentence, True, 2019)]

    assert len(telling) == len(innocent) == 40
    assert len(stopped) >= 32 and len(pointed) >= 35
    assert len(alarms) <= 4, alarms
    assert len(looks) <= 4, looks


def test_sentence_when_only_a_doubtful_word_excuses_it() -> None:
    assert telling_words("He left for Omsk and told nobody.", past=False) is None
    assert unsure_words("He left for Omsk and told nobody.", past=True)
    assert unsure_words("The court left the verdict in force.", past=True) is None


def test_deed_when_its_year_is_before_the_restrictions() -> None:
    assert telling_words("В 2012 году он работал таксистом.", True, 2013) is None
    assert telling_words("В 2013 году он работал таксистом.", True, 2013)
    assert telling_words("С 2012 года он ведёт канал.", True, 2013)


@pytest.mark.parametrize("sentence", NAMED)
def test_sentence_when_it_passed_before(sentence: str) -> None:
    assert telling_words(sentence, past=False)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Он снова преподаёт.", "преподаёт"),
        ("Мектепте сабақ беріп жүр, деді әпкесі.", "сабақ беріп жүр"),
        ("Sie schweigt. He gives private lessons.", "gives private lessons"),
    ],
)
def test_words_that_a_list_names(sentence: str, words: str) -> None:
    match = breach_words(sentence, past=False)

    assert match and match[0] == words


def test_deed_when_it_lies_before_or_after_the_verdict() -> None:
    """A summary has no date: what it says of the past counts only where it puts it after a verdict or a release."""
    assert telling_words("He worked as a teacher.", past=False) is None
    assert telling_words("After the verdict he worked as a teacher.", past=False)
    assert telling_words("До приговора он работал учителем.", past=True) is None
    assert telling_words("После освобождения он работал учителем.", past=False)


def test_deed_when_it_is_of_late() -> None:
    """A summary has no date; “last week” is one."""
    assert telling_words("She spoke at a conference.", past=False) is None
    assert telling_words("Last week she spoke at a conference.", past=False)
    assert telling_words("На прошлой неделе суд установил, что он писал для сайта.", past=False) is None


@pytest.mark.parametrize(
    ("of_others", "of_the_person"),
    [
        ("His lawyer gave an interview.", "His lawyer says he gives interviews."),
        ("Её сестра ведёт канал.", "Её сестра говорит, что она ведёт канал."),
        ("Әпкесі арна жүргізеді.", "Әпкесі айтқандай, ол арна жүргізеді."),
    ],
)
def test_deed_of_a_relative(of_others: str, of_the_person: str) -> None:
    assert telling_words(of_others, past=True) is None
    assert telling_words(of_the_person, past=True)


@pytest.mark.parametrize(
    ("innocent", "telling"),
    [
        ("He writes letters in the colony.", "He has a smartphone in the colony."),
        ("Он был депутатом маслихата.", "Он снова депутат маслихата."),
        ("Адвокат намерен выступить в суде.", "Он намерен выступить на митинге."),
        ("Ол партияның мүшесі болған.", "Ол партияның мүшесі болып қала береді."),
    ],
)
def test_sentences_that_differ_in_one_thing(innocent: str, telling: str) -> None:
    assert breach_words(innocent, past=False) is None
    assert breach_words(telling, past=False)


def test_text_when_it_is_hostile() -> None:
    """Four times the text takes about four times the time, whatever it repeats."""
    for piece in ("he he ", "работает не ", "a-", "сабақ ", "учит учит, ", "   "):
        short, long = (piece * (length // len(piece)) for length in (2_000, 8_000))
        took = [seconds(text) for text in (short, long)]
        assert took[1] < 8 * took[0] + 0.1, (piece, took)


def seconds(text: str) -> float:
    telling_words("warm", past=True)
    begin = time.process_time()
    telling_words.__wrapped__(text, past=True)
    return time.process_time() - begin


def test_every_pattern_is_bounded() -> None:
    """Nothing is repeated without end but the letters of one word."""
    for language in LANGUAGES:
        for pattern in patterns_of(language).values():
            assert not pattern.pattern.replace(r"\w*", "").replace(r"\w+", "").replace(r"\S*", "").count("*")
