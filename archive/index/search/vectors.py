"""What of an entry PostgreSQL searches: texts, what else it is found by, and the ids of the case and the person."""

from collections.abc import Iterable, Mapping

from archive.index.search import kazakh
from archive.index.search.words import ALSO, RECOGNISED

ID, KAZAKH = "~id:", "~k"
"""What the lexemes of ids and Kazakh words begin with, so that no other word meets them."""
LAST_POSITION = 16_000


def vector(ids: Iterable[str], texts: Mapping[str, str]) -> str:
    """What PostgreSQL's own dictionaries do not make of an entry's ``words``: its ids, and its Kazakh words."""
    of_ids = [f"{lexeme(ID + id_)}:1A" for id_ in ids]
    weights = {"kk": "D", ALSO: "D", RECOGNISED: "B"}
    of_words = [
        f"{lexeme(KAZAKH + stem)}:{min(position, LAST_POSITION)}{weight}"
        for text, weight in weights.items()
        for position, stem in enumerate(kazakh.stems(texts.get(text, "")), start=1)
    ]
    return " ".join([*of_ids, *of_words])


def lexeme(text: str) -> str:
    """A lexeme as tsvector and tsquery read it: quoted."""
    escaped = text.replace("\\", "\\\\").replace("'", "''")
    return f"'{escaped}'"
