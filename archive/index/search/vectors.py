"""Names and texts as one tsvector: names under their three keys (weights A, B, C), texts stemmed (weight D)."""

from collections.abc import Iterable, Iterator, Mapping

from archive.index.search import kazakh
from archive.index.search.fold import keys

EXACT, STEM, LOOSE, KAZAKH = "~1", "~2", "~3", "~k"
"""What the lexemes of names and Kazakh words begin with, so that no other word meets them."""
LAST_POSITION = 16_000


def vector(names: Iterable[str], texts: Mapping[str, str]) -> str:
    """What PostgreSQL's own dictionaries do not make of an entry's ``words``: its names, and its Kazakh text."""
    stems = enumerate(kazakh.stems(texts.get("kk", "")), start=1)
    in_kazakh = [f"{lexeme(KAZAKH + stem)}:{min(position, LAST_POSITION)}" for position, stem in stems]
    return " ".join([*_names(names), *in_kazakh])


def lexeme(text: str) -> str:
    """A lexeme as tsvector and tsquery read it: quoted."""
    escaped = text.replace("\\", "\\\\").replace("'", "''")
    return f"'{escaped}'"


def _names(names: Iterable[str]) -> Iterator[str]:
    for word in names:
        exact, stem, loose = keys(word)
        if exact:
            yield f"{lexeme(EXACT + exact)}:1A {lexeme(STEM + stem)}:1B {lexeme(LOOSE + loose)}:1C"
