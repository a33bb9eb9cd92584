"""Articles of law in a query, as people and papers cite them: ст. 174 ч. 2, article 405(1), 405-баптың 1-бөлігі."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from pyroaring import BitMap

_ORDINALS = {
    "перв": "1",
    "втор": "2",
    "трет": "3",
    "четв": "4",
    "пят": "5",
    "first": "1",
    "second": "2",
    "third": "3",
    "fourth": "4",
    "бірінші": "1",
    "екінші": "2",
    "үшінші": "3",
    "төртінші": "4",
}
_ORDINAL = rf"(?:{'|'.join(_ORDINALS)})\w*"
_PART_WORD = r"(?:част[а-я]*|ч\.?|parts?|para(?:graph)?|абз\.?|abs(?:atz|\.)?|p\.?|pt\.?)"
_ARTICLE_WORD = r"(?:стат[а-яё]+|ст\.?|art(?:icles?|ikels?|\.)?|§)"
_CODE = (
    r"(?:ук\b(?:\s+(?:рк|республики\s+казахстан))?|қк\b|қр\s+қк\b|уголовн\w+\s+кодекс\w*(?:\s+рк)?|stgb\b"
    r"|(?:of\s+the\s+)?(?:kazakh\w*\s+)?(?:criminal|penal)\s+code(?:\s+of\s+kazakhstan)?|cc\b)"
)
_POINT = r"(?:п(?:ункт[а-я]*|п?\.)\s*\d+(?:\s*,\s*\d+)*)"
"""Of points the archive keeps nothing: whoever names one is shown the part."""
_NUMBER = r"(?P<article>\d{2,3}(?:-\d)?)(?!\d)"
_PATTERNS = (
    rf"{_PART_WORD}\s*(?P<part>\d+|{_ORDINAL})\s*(?:,|of|der|в)?\s*{_ARTICLE_WORD}\s*{_NUMBER}",
    rf"(?P<part>{_ORDINAL})\s+{_PART_WORD}\s*(?:of)?\s*{_ARTICLE_WORD}\s*{_NUMBER}",
    rf"{_PART_WORD}\s+(?P<part>{_ORDINAL})\s*{_ARTICLE_WORD}\s*{_NUMBER}",
    rf"{_ARTICLE_WORD}\s*{_NUMBER}[\s,]*(?:{_PART_WORD}\s*(?P<part>\d+|{_ORDINAL})|[.(/]\s*(?P<dotted>\d+)\)?)?",
    rf"{_NUMBER}\s*-?\s*ба[пб]\w*(?:[\s,]*(?P<part>\d+|{_ORDINAL})\s*-?\s*бөлі\w*)?",
    r"(?<![\w.-])(?P<article>\d{3})(?:\.|\s?\()(?P<part>\d{1,2})\)?(?![\w.-])",
    rf"{_NUMBER}[\s,]*{_PART_WORD}\s*(?P<part>\d+|{_ORDINAL})",
    rf"{_NUMBER}\s*(?={_CODE})",
)
_BEFORE = rf"(?:(?:по|за|under|by)\s+)?(?:{_POINT}[\s,]*)?(?:{_CODE}\s*)?"
_BEHIND = rf"(?:[\s,]*{_POINT})?(?:[\s,]*{_CODE})?"
_ALL = tuple(re.compile(rf"(?<!\w){_BEFORE}(?:{pattern}){_BEHIND}(?!\w)", re.IGNORECASE) for pattern in _PATTERNS)


class Cited(NamedTuple):
    """An article, perhaps with its part."""

    article: str
    part: str

    def editions(self, facets: Mapping[str, BitMap]) -> BitMap:
        """The cases of convictions by it, under the code in force or any other."""
        place = f"{self.article}.{self.part}" if self.part else self.article
        return BitMap.union(BitMap(), *(facets[name] for name in facets if name == place or _of_a_code(name, place)))


def cited_articles(query: str, facets: Mapping[str, BitMap]) -> tuple[str, list[Cited]]:
    """The query without the articles that it cites, and these: only such as somebody was convicted by."""
    cited = []
    for pattern in _ALL:
        for match in pattern.finditer(query):
            article = _cited(match)
            if article.editions(facets):
                cited.append(article)
                query = query.replace(match[0], " ", 1)
    return query, cited


def _cited(match: re.Match[str]) -> Cited:
    groups = match.groupdict()
    return Cited(match["article"], _number(groups.get("part") or groups.get("dotted") or ""))


def _number(part: str) -> str:
    return next((number for word, number in _ORDINALS.items() if part.lower().startswith(word)), part)


def _of_a_code(facet: str, place: str) -> bool:
    """Whether the facet is of a code that is named, such as KZ-CC-1997.193.3."""
    code, _dot, rest = facet.partition(".")
    return not code.isdigit() and "-" in code and code[0].isalpha() and rest == place
