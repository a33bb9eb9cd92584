"""Reads a whole paper."""

import re
from collections.abc import Iterator

from desk.reading.articles import find_articles
from desk.reading.custody import read_custody
from desk.reading.decisions import (
    ACQUITTED,
    CONVICTED,
    PRIOR,
    WISH,
    read_courts,
    read_dates,
    read_present,
    read_result,
    read_ruling,
)
from desk.reading.penalties import read_bans, read_penalty
from desk.reading.people import read_person
from desk.reading.proposals import Proposal, once
from desk.reading.text import Sentence, sentences

EARLY = 700
"""Characters in which a heading stands."""
OPERATIVE = re.compile(r"П\s?Р\s?И\s?Г\s?О\s?В\s?О\s?Р\s?И\s?Л\s?А?:?|ПОСТАНОВИЛА?:?|ҮКІМ ЕТТІ:?|ҚАУЛЫ ЕТТІ:?")
"""What a court decides stands behind this word; before it, what others asked for."""


def read(text: str, paper: str) -> list[Proposal]:
    """What an even text says for the form of a paper (`verdict`, `appeal`, `release`, `news`)."""
    every = [sentence for sentence in sentences(text) if not PRIOR.search(sentence.words)]
    decided = _operative(text, every)
    return once([*_of_each(every, paper), *_of_the_decision(decided, paper)])


def _of_each(every: list[Sentence], paper: str) -> Iterator[Proposal]:
    for sentence in every:
        yield from read_dates(sentence, paper, sentence.start < EARLY)
        yield from read_courts(sentence, paper)
        yield from read_present(sentence, paper)
        yield from read_person(sentence, paper)
        yield from read_custody(sentence)


def _operative(text: str, every: list[Sentence]) -> list[Sentence]:
    """The sentences in which the court decides, without those that tell what somebody asked for."""
    starts = [match.end() for match in OPERATIVE.finditer(text)]
    start = starts[-1] if starts else 0
    behind = [sentence._replace(start=max(start, sentence.start)) for sentence in every if sentence.end > start]
    return [sentence for sentence in behind if not WISH.search(sentence.words)]


def _of_the_decision(decided: list[Sentence], paper: str) -> Iterator[Proposal]:
    if not decided:
        return
    if paper == "appeal":
        yield from read_ruling(decided)
        return
    yield from read_result(decided)
    yield from read_penalty(decided)
    for sentence in decided:
        yield from read_bans(sentence)
        yield from _charges(sentence)


def _charges(sentence: Sentence) -> Iterator[Proposal]:
    """The articles of a sentence that convicts or acquits."""
    acquitted, convicted = ACQUITTED.search(*sentence), CONVICTED.search(*sentence)
    field = "charges-acquitted" if acquitted and not convicted else "charges-convicted" if convicted else ""
    for article in find_articles(*sentence) if field else ():
        yield Proposal(field, (article.value,), article.start, article.end)
