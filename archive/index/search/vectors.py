"""Names and texts as one tsvector: names under their three keys (weights A, B, C), texts stemmed (weight D)."""

from collections.abc import Iterable, Iterator, Mapping

from django.db.models.expressions import RawSQL

from archive.index.search import kazakh
from archive.index.search.fold import keys
from records.languages import TEXT_SEARCH

EXACT, STEM, LOOSE, KAZAKH = "~1", "~2", "~3", "~k"
"""What the lexemes of names and Kazakh words begin with, so that no other word meets them."""
LAST_POSITION = 16_000


def vector(names: Iterable[str], texts: Mapping[str, str]) -> RawSQL:
    """The search vector of an entry, as SQL for its ``words``."""
    stems = enumerate(kazakh.stems(texts.get("kk", "")), start=1)
    in_kazakh = [f"{lexeme(KAZAKH + stem)}:{min(position, LAST_POSITION)}" for position, stem in stems]
    parts = [*_names(names), *in_kazakh]
    stemmed = [f"to_tsvector('{dictionary}', %s)" for dictionary in TEXT_SEARCH.values()]
    return RawSQL(  # noqa: S611
        " || ".join(["%s::tsvector", *stemmed]),
        [" ".join(parts), *(texts.get(language, "") for language in TEXT_SEARCH)],
    )


def lexeme(text: str) -> str:
    """A lexeme as tsvector and tsquery read it: quoted."""
    escaped = text.replace("\\", "\\\\").replace("'", "''")
    return f"'{escaped}'"


def _names(names: Iterable[str]) -> Iterator[str]:
    for word in names:
        exact, stem, loose = keys(word)
        if exact:
            yield f"{lexeme(EXACT + exact)}:1A {lexeme(STEM + stem)}:1B {lexeme(LOOSE + loose)}:1C"
