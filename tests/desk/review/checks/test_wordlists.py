"""The word lists on sentences written by subject: how many they catch, how many innocent ones."""

import json
import time
from pathlib import Path

import pytest

from desk.review.checks.harm import telling_words
from desk.review.checks.wordlists import breach_words, patterns_of
from records.languages import LANGUAGES

SENTENCES = json.loads(Path(__file__).with_name("sentences.json").read_text(encoding="utf-8"))
NAMED = [
    "Ол сұхбат беріп жүр.",
    "Университетте сабақ беріп жүр.",
    "Ведёт телеграм-канал.",
    "Инспектор смотрит сквозь пальцы.",
    "He is paid in cash.",
]


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_when_they_tell_of_a_breach_or_not(language: str) -> None:
    """At least 95 of 100 are caught, at most 5 of 100 innocent ones are."""
    telling, innocent = SENTENCES[language]["telling"], SENTENCES[language]["innocent"]
    missed = [sentence for sentence in telling if telling_words(sentence, past=True) is None]
    alarms = [sentence for sentence in innocent if telling_words(sentence, past=True)]

    assert len(telling) >= 60 and len(innocent) >= 60
    assert len(missed) <= 0.05 * len(telling), missed
    assert len(alarms) <= 0.05 * len(innocent), alarms


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
