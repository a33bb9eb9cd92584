"""Time behind bars or at home before the verdict, from one day to another."""

import re
from collections.abc import Iterator

from desk.reading.dates import find_ranges
from desk.reading.proposals import Proposal
from desk.reading.text import Sentence

KINDS = (
    ("house-arrest", re.compile(r"домашн\w{1,3}\sарест\w{0,3}|үйқамақ\w{0,6}|house\sarrest", re.IGNORECASE)),
    (
        "custody",
        re.compile(
            r"под\sстраж(?:ей|у)|задержани\w|күзетпен\sұста\w{1,6}|қамауда(?!\w)|in\scustody|pre-trial\sdetention",
            re.IGNORECASE,
        ),
    ),
)


def read_custody(sentence: Sentence) -> Iterator[Proposal]:
    """The kind that stands nearest and both days; without both days nothing is proposed."""
    for range_ in find_ranges(*sentence):
        if kind := _kind(sentence, range_.start):
            yield Proposal("custody-kind", (kind,), range_.start, range_.end)
            yield Proposal("custody-from_date", range_.first, range_.start, range_.end)
            yield Proposal("custody-until_date", range_.last, range_.start, range_.end)


def _kind(sentence: Sentence, place: int) -> str:
    """Of the kinds named the last before a place, else the first behind it."""
    places = sorted((match.start(), kind) for kind, words in KINDS for match in words.finditer(*sentence))
    before = [kind for start, kind in places if start < place]
    return before[-1] if before else places[0][1] if places else ""
