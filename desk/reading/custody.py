"""Time behind bars or at home before the verdict, from one day to another."""

import re
from collections.abc import Iterator

from desk.reading.dates import find_ranges
from desk.reading.proposals import Proposal
from desk.reading.text import Sentence

KINDS = (
    ("house-arrest", r"домашн\w{1,3}\sарест\w{0,3}|үйқамақ\w{0,6}|house\sarrest"),
    ("custody", r"под\sстраж(?:ей|у)|күзетпен\sұста\w{1,6}|қамауда(?!\w)|in\scustody|pre-trial\sdetention"),
)


def read_custody(sentence: Sentence) -> Iterator[Proposal]:
    """The kind and both days; without both days nothing is proposed."""
    for range_ in find_ranges(*sentence):
        for kind, words in KINDS:
            if re.search(words, sentence.words, re.IGNORECASE):
                yield Proposal("custody-kind", (kind,), range_.start, range_.end)
                yield Proposal("custody-from_date", range_.first, range_.start, range_.end)
                yield Proposal("custody-until_date", range_.last, range_.start, range_.end)
                break
