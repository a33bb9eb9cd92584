"""What somebody typed as a condition on ``Entry.words``. Forgiving: quotes bind, a minus excludes, nothing is wrong."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
from django.contrib.postgres.aggregates import ArrayAgg
from django.contrib.postgres.search import SearchQueryField
from django.db.models import BooleanField, F, FloatField, Func, Value
from django.db.models.expressions import RawSQL
from numpy.typing import NDArray
from pyroaring import BitMap

from archive.index.models import Entry
from archive.index.search import fold, kazakh
from archive.index.search.vectors import EXACT, KAZAKH, LOOSE, STEM, lexeme
from records.languages import TEXT_SEARCH

Array = NDArray[Any]
SHORTEST_PREFIX, SHORTEST_LOOSE = 2, 3
MOST_TERMS = 12
RANKS = "{0.01, 0.2, 0.5, 1.0}"
"""Weights of text, loose name, stem of a name, exact name: any name goes before any text."""
_TERM = re.compile(
    r'(?P<minus>(?<!\S)[-−–])?(?:"(?P<phrase>[^"]*)"|“(?P<curly>[^”]*)”|«(?P<guillemets>[^»]*)»|(?P<word>[^\s"“«]+))'
)
# Words too common to be looked for: PostgreSQL's dictionaries leave them out of texts, so names must not ask for them.
_COMMON = """a an and are as at by for from in into is of on or that the to under was were with
в во и из за к как на не о об от по под при с со что это у
және мен бен пен бұл үшін"""
COMMON = frozenset(_COMMON.split())


class SearchTerm(NamedTuple):
    """One thing looked for. ``growing``: the last word, perhaps still being typed."""

    text: str
    phrase: bool = False
    excluded: bool = False
    growing: bool = False


def terms(query: str) -> list[SearchTerm]:
    """The terms of a query, without common words unless there are only such."""
    found = [term for term in _terms(query) if fold.words(term.text)][:MOST_TERMS]
    told = [term for term in found if term.phrase or term.text.lower() not in COMMON] or found
    if told and not told[-1].phrase and not told[-1].excluded:
        told[-1] = told[-1]._replace(growing=True)
    return told


def _terms(query: str) -> Iterator[SearchTerm]:
    for match in _TERM.finditer(query):
        phrase = match["phrase"] or match["curly"] or match["guillemets"]
        text = phrase or match["word"]
        if text:
            yield SearchTerm(text, phrase is not None, match["minus"] is not None)


class Hits:
    """The editions that a search finds, whatever their day, and how well each fits: names before texts."""

    def __init__(self, editions: Sequence[int], ranks: Sequence[float]) -> None:
        order = np.argsort(np.array(editions, np.int64))
        self._numbers = np.array(editions, np.int64)[order]
        self._ranks = np.array(ranks, np.float32)[order]
        self.editions = BitMap(editions)

    def ranks_of(self, editions: Array) -> Array:
        """The ranks of editions, each of which is a hit."""
        return self._ranks[np.searchsorted(self._numbers, editions)]


def hits(query: str) -> Hits:
    """What holds every term and none of the excluded; nothing if there is nothing to look for. One query."""
    words = tsquery(query)
    if words is None:
        return Hits((), ())
    rank = _Rank(Value(RANKS), F("words"), words)
    matching = Entry.objects.filter(_Matches(F("words"), words)).order_by()
    lists = matching.aggregate(editions=ArrayAgg("edition"), ranks=ArrayAgg(rank))
    return Hits(lists["editions"] or (), lists["ranks"] or ())


def tsquery(query: str) -> RawSQL | None:
    """The query for PostgreSQL; None if it holds no word."""
    found = terms(query)
    if not found:
        return None
    pairs = [_of_term(term) for term in found]
    joined = " && ".join(sql for sql, _params in pairs)
    return RawSQL(joined, [value for _sql, params in pairs for value in params], SearchQueryField())  # noqa: S611


def _of_term(term: SearchTerm) -> tuple[str, list[str]]:
    """A term is found in a name or in a text of any of the three languages."""
    to_query = "phraseto_tsquery" if term.phrase else "plainto_tsquery"
    dictionaries = TEXT_SEARCH.values()
    parts = ["%s::tsquery", *(f"{to_query}('{dictionary}', %s)" for dictionary in dictionaries)]
    params = [_names(term), *(term.text for _ in dictionaries)]
    if term.growing and re.fullmatch(r"\w{2,}", term.text):
        parts += [f"to_tsquery('{dictionary}', %s)" for dictionary in dictionaries]
        params += [f"{term.text}:*" for _ in dictionaries]
    found = f"({' || '.join(parts)})"
    return (f"(!! {found})" if term.excluded else found), params


def _names(term: SearchTerm) -> str:
    """The term as words of a name and as Kazakh words, in the syntax of tsquery."""
    words = [_name(word, narrow=term.phrase or term.excluded) for word in fold.words(term.text)]
    named = " & ".join(word for word in words if word)
    kazakh_words = [lexeme(KAZAKH + stem) for stem in kazakh.stems(term.text)]
    joined = (" <-> " if term.phrase else " & ").join(kazakh_words)
    return " | ".join(f"({one})" for one in (named, joined) if one)


def _name(word: str, narrow: bool) -> str:
    exact, stem, loose = fold.keys(word)
    if not exact:
        return ""
    if narrow:
        return lexeme(EXACT + exact)
    found = [lexeme(EXACT + exact) + (":*" if len(exact) >= SHORTEST_PREFIX else ""), lexeme(STEM + stem)]
    if len(loose) >= SHORTEST_LOOSE:
        found.append(lexeme(LOOSE + loose))
    return f"({' | '.join(found)})"


class _Matches(Func):
    template = "(%(expressions)s)"
    arg_joiner = " @@ "
    output_field = BooleanField()


class _Rank(Func):
    function = "ts_rank"
    template = "%(function)s(%(expressions)s)"
    output_field = FloatField()

    def as_sql(self, compiler: Any, connection: Any, *args: Any, **extra: Any) -> Any:
        """The first expression is the weights, which PostgreSQL wants as an array of its own kind."""
        weights, *others = (compiler.compile(expression) for expression in self.get_source_expressions())
        sql = ", ".join([f"{weights[0]}::float4[]", *(other for other, _params in others)])
        return f"ts_rank({sql})", [*weights[1], *(param for _other, params in others for param in params)]
