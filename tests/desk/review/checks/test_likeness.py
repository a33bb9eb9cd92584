"""Sentences without a word of any list: who does what in them."""

import pytest

from desk.review.checks.harm import telling_words as telling_sentence
from desk.review.checks.likeness import LONGEST, sentences_of


@pytest.mark.parametrize(
    "sentence",
    ["Водит туристов по старому городу.", "She dubs films for an online studio.", "Туристерге ескі қаланы аралатады."],
)
def test_sentence_when_no_list_foresees_its_words(sentence: str) -> None:
    assert telling_sentence(f"A case. {sentence} A day.", past=False) == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "Водит туристов, установил суд.",
        "Газета рассказывает о нём.",
        "Марат Бекет",
        "She appeals.",
        "Ол шағымданады.",
        "Полиция жиналғандарды видеоға түсірді.",
    ],
)
def test_sentence_when_it_tells_of_proceedings_or_of_others(sentence: str) -> None:
    assert telling_sentence(sentence, past=True) is None


def test_sentence_of_the_past() -> None:
    assert telling_sentence("Озвучивал фильмы.", past=False) is None
    assert telling_sentence("Озвучивал фильмы.", past=True) == "Озвучивал фильмы."


def test_sentence_when_it_does_not_end() -> None:
    assert [len(piece) for piece in sentences_of("x" * (LONGEST + 1))] == [LONGEST, 1]
