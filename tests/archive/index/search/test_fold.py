"""Every pair of spellings seen in sources: looking for one finds the person known under the other."""

from itertools import permutations

import pytest

from archive.index.search.fold import Keys, fold, keys, words
from tests.archive.index.search.spellings import PEOPLE, WORDS

PAIRS = 544


def finds(asked: str, known: str) -> bool:
    """Whether each word of one spelling meets a word of the other, under one of the keys."""
    names = [keys(word) for word in words(known)]
    return all(any(_meets(keys(word), name) for name in names) for word in words(asked))


def _meets(asked: Keys, name: Keys) -> bool:
    return name.exact.startswith(asked.exact) or name.stem == asked.stem or name.loose == asked.loose


def test_spellings_when_each_is_looked_for_under_every_other() -> None:
    pairs = [pair for spelled in (*PEOPLE, *WORDS) for pair in permutations(spelled, 2)]
    missed = [pair for pair in pairs if not finds(*pair)]
    assert len(pairs) == PAIRS
    assert missed == []


def test_keys_when_people_differ() -> None:
    """Different people of the archive do not meet under the wide key."""
    seen = {tuple(keys(word).loose for word in words(spelled[0])) for spelled in PEOPLE}
    assert len(seen) == len(PEOPLE)


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        *(("Еңсебек", "ensebek"), ("Енсебек", "ensebek"), ("Yensebek", "ensebek"), ("Engsebek", "ensebek")),
        *(("Боқай", "bokai"), ("Bokay", "bokai"), ("Bokaı", "bokai"), ("Джаукерова", "Jaukerova")),
        *(("Жәукерова", "Jaukerova"), ("Ильяшев", "ilaSev"), ("Il'yashev", "ilaSev"), ("—", "")),
    ],
)
def test_fold_when_scripts_differ(word: str, folded: str) -> None:
    assert fold(word) == folded
