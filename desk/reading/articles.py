"""Articles of the Criminal Code with their parts: *ч. 2 ст. 405 УК РК*, *ҚК 405-бабының 2-бөлігі*."""

import re
from typing import NamedTuple

from desk.reading.numbers import ORDINALS

NUMBER = r"(?P<article{0}>\d{{3}}(?:-\d{{1,2}})?)(?!\d|-\d)"
PART = r"(?P<part{0}>\d{{1,2}}|(?:" + "|".join(ORDINALS) + r")[а-яё]{{0,3}})(?![\d])"
PART_WORD = r"(?:ч(?:\.|аст[ьи](?:ю)?|астям)|part|п\.)"
ARTICLE_WORD = r"(?:ст(?:\.\s?ст\.|\.|атьи|атье|атьёй|атья|атей|атьям|атьями)|articles?)"
SHAPES = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        rf"(?<!\w)(?:ч\.|аст\w{{1,2}}|част\w{{1,2}})\s?{PART.format('')}\s{ARTICLE_WORD}\s?{NUMBER.format('')}",
        rf"(?<!\w){ARTICLE_WORD}\s?{NUMBER.format('')}(?:\s?,?\s?\(?(?:(?:ч\.|част\w{{1,2}}"
        rf"|part)\s?)?{PART.format('')}\)?)?"
        rf"(?!\s?(?:лет|год|мес|years))",
        rf"(?<![\w-]){NUMBER.format('')}-?\s?ба[бп]\w{{0,6}}(?:,?\s{PART.format('')}\s?-?\s?бөлі\w{{0,6}})?",
    )
)
LISTED = re.compile(
    rf"\s?(?:,|и|и\sстать\w{{1,3}})\s{NUMBER.format('')}(?:\s\(?(?:ч\.|част\w{{1,2}})\s?{PART.format('')}\)?)?",
    re.IGNORECASE,
)
OTHER_LAW = re.compile(r"[^;\n]{0,40}?(УПК|УИК|КоАП|процессуальн|Procedure|исполнительн|Конституци)", re.IGNORECASE)
CRIMINAL = re.compile(r"[^;\n]{0,40}?(?:УК(?!\w)|Уголовного\sкодекса|Criminal\sCode)", re.IGNORECASE)
OTHER_LAW_KAZAKH = re.compile(
    r"(?:ҚПК|ҚАК|ӘҚБтК|процестік\sкодекс\w{0,5}|Конституция\w{0,5})(?:-\w{1,4})?\s\Z", re.IGNORECASE
)
FIRST_SPECIAL = 99
"""The General Part ends before this article: what stands there is no charge."""


class ArticleMention(NamedTuple):
    """An article that stands in the text: `405.2`."""

    value: str
    start: int
    end: int


def find_articles(text: str, start: int, end: int) -> list[ArticleMention]:
    """The articles of crimes between two places of the text, in its order."""
    mentions: list[ArticleMention] = []
    for shape in SHAPES:
        for match in shape.finditer(text, start, end):
            listed = [match]
            while following := LISTED.match(text, listed[-1].end(), end):
                listed.append(following)
            if not _is_other_law(text, listed[0].start(), listed[-1].end()):
                mentions += [_mention(entry) for entry in listed]
    crimes = [mention for mention in mentions if int(mention.value[:3]) >= FIRST_SPECIAL]
    return sorted(_longest(crimes), key=lambda mention: mention.start)


def _mention(match: re.Match[str]) -> ArticleMention:
    part = (match["part"] or "").lower()
    number = part if part.isdecimal() else next((str(n) for word, n in ORDINALS.items() if part.startswith(word)), "")
    number = number if part else ""
    return ArticleMention(match["article"] + (f".{number}" if number else ""), match.start(), match.end())


def _is_other_law(text: str, start: int, end: int) -> bool:
    """Whether the number is of the procedure's code, or of another law."""
    if OTHER_LAW_KAZAKH.search(text[max(0, start - 40) : start]):
        return True
    other, criminal = OTHER_LAW.match(text, end), CRIMINAL.match(text, end)
    return other is not None and not (criminal and criminal.end() < other.end())


def _longest(mentions: list[ArticleMention]) -> list[ArticleMention]:
    """Of mentions that overlap the one that says more."""
    kept: list[ArticleMention] = []
    for mention in sorted(mentions, key=lambda mention: (-len(mention.value), mention.start)):
        if all(mention.end <= other.start or other.end <= mention.start for other in kept):
            kept.append(mention)
    return kept
