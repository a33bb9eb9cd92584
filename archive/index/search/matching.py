"""Which cases a query finds, how well each fits, and how the query was read.

Names are matched in memory, texts by PostgreSQL. A case must have every term; where none has them all, the keys may
have been another layout's, a name may hold typing errors, and what is unknown beside a sure name is left out and said.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property, reduce
from operator import and_
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from django.db import connections, router
from numpy.typing import NDArray
from pyroaring import BitMap

from archive.index.models import Entry
from archive.index.search.layouts import other_layouts
from archive.index.search.names import SURE, Fit
from archive.index.search.query import SearchTerm, id_query, terms
from archive.index.search.subjects import Cited, cited_articles

if TYPE_CHECKING:
    from archive.index.columns.columns import Columns

Array = NDArray[Any]
WEIGHTS = "{0.01, 0.2, 0.5, 1.0}"
"""Of a text, of nothing, of a recognition, of an id: names go before any of them."""
FACET, TEXT = 0.7, 0.3
"""What a citation is worth beside a name, and at most a text."""
NEAR_ENOUGH = 0.85
"""Of hits with errors, those that fit at least this well beside the best."""


# Queries of constants: what somebody typed travels as a parameter.
_OF_TEXT = """SELECT {place}, array_agg(edition), array_agg(ts_rank(%s::float4[], words, query))
FROM archive_entry, (SELECT {query} AS query) AS looked_for WHERE words @@ query"""


class QueryReading(NamedTuple):
    """How a query was read where nothing has it as it stands.

    ``layout``: what its keys are in another keyboard layout; ``dropped``: words that were left out; ``is_near``: names
    were taken that are spelled otherwise.
    """

    layout: str = ""
    dropped: tuple[str, ...] = ()
    is_near: bool = False


class Hits:
    """The editions that a search finds, whatever their day, and how well each fits: names before texts."""

    def __init__(self, editions: BitMap, ranks: Array, reading: QueryReading) -> None:
        self.editions, self.ranks, self.reading = editions, ranks, reading

    def ranks_of(self, editions: Array) -> Array:
        """The ranks of editions, each of which is a hit."""
        return self.ranks[editions]


class TermHits:
    """What one term finds."""

    def __init__(self, columns: "Columns", term: SearchTerm | Cited, text: tuple[Array, Array]) -> None:
        self.columns, self.term, self.text = columns, term, text

    @cached_property
    def of_names(self) -> list[Fit]:
        """By names, the worst first."""
        if isinstance(self.term, Cited):
            return []
        names = self.columns.name_index
        if self.term.is_initial:
            return names.beginning(self.term.text)
        if self.term.is_narrow:
            return [Fit(1.0, _all_of(names.having(word) for word in self.term.words))]
        return self._of_each_word([names.of(word) for word in self.term.words])

    def _of_each_word(self, of_words: list[list[Fit]]) -> list[Fit]:
        """The fits of a term: of one with a hyphen, where every word of it fits, as well as its last does."""
        every = _all_of(_union(fits) for fits in of_words)
        return [Fit(score, editions & every) for score, editions in of_words[-1]]

    @cached_property
    def of_facets(self) -> BitMap:
        """By articles and, of a bare number, by the year of the verdict as well."""
        facets = self.columns.facets
        if isinstance(self.term, Cited):
            return self.term.editions(facets["article"])
        if self.term.text.isdigit() and not self.term.is_narrow:
            return facets["year"].get(self.term.text, BitMap()) | facets["article"].get(self.term.text, BitMap())
        return BitMap()

    @cached_property
    def near(self) -> list[Fit]:
        """By names with their typing errors mended, where the name as written is nobody's."""
        if isinstance(self.term, Cited) or self.term.is_narrow or self.term.is_initial or self.is_sure:
            return []
        return self._of_each_word([self.columns.name_index.near(word) for word in self.term.words])

    @cached_property
    def is_sure(self) -> bool:
        return bool(self.sure)

    @cached_property
    def sure(self) -> BitMap:
        """The editions of people who certainly have this name."""
        is_name = not isinstance(self.term, Cited) and not self.term.is_initial
        return _union(fit for fit in self.of_names if fit.score >= SURE) if is_name else BitMap()

    @property
    def word(self) -> str:
        """The term as typed; a citation is no word."""
        return "" if isinstance(self.term, Cited) else self.term.text

    @property
    def of_family(self) -> BitMap:
        """The editions of people whose family name this certainly is."""
        words = [] if isinstance(self.term, Cited) else self.term.words
        return _all_of(self.columns.name_index.of_family(word) for word in words)

    @property
    def as_written(self) -> BitMap:
        """The editions that have the term and not only something that sounds or looks like it."""
        is_initial = not isinstance(self.term, Cited) and self.term.is_initial
        return (_union(self.of_names) if is_initial else self.sure) | self.of_facets | BitMap(self.text[0])

    @cached_property
    def editions(self) -> BitMap:
        return _union(self.of_names) | self.of_facets | BitMap(self.text[0])

    @cached_property
    def editions_or_near(self) -> BitMap:
        return self.editions | _union(self.near)

    @property
    def ranks(self) -> Array:
        """By edition how well the term fits."""
        ranks = np.zeros(self.columns.size, np.float32)
        editions, of_text = self.text
        ranks[editions] = TEXT * of_text
        for score, hits in (Fit(FACET, self.of_facets), *self.near, *self.of_names):
            places = _places(hits)
            ranks[places] = np.maximum(ranks[places], score)
        return ranks


def hits(query: str, columns: "Columns", known: BitMap) -> Hits:
    """What a query finds. ``known``: among these editions something has to be found.

    One query; one more where nothing has all words, for what the keys are in another layout.
    """
    typed = Typed(query, columns)
    by_id, *of_texts = _texts(query, typed.terms)
    if by_id[0].size:
        return Hits(BitMap(by_id[0]), np.ones(columns.size, np.float32), QueryReading())
    if typed.matched(of_texts).all & known:
        return typed.hits_of(typed.all, known, typed.wanted)
    for other in _in_other_layouts(query, columns, typed):
        if other.all & known:
            return other.hits_of(other.all, known, other.wanted)
    return typed.near(known) or typed.without_spare_words(known) or typed.hits_of(typed.all, known, typed.wanted)


class Typed:
    """The terms of a query, in one keyboard layout."""

    def __init__(self, query: str, columns: "Columns", layout: str = "") -> None:
        rest, cited = cited_articles(query, columns.facets["article"])
        self.columns, self.layout = columns, layout
        self.terms: list[SearchTerm | Cited] = [*cited, *terms(rest)]
        self.hits: list[TermHits] = []

    def matched(self, of_texts: Iterable[tuple[Array, Array]]) -> "Typed":
        """Itself, with what each term finds. ``of_texts``: in texts, for each term."""
        self.hits = [TermHits(self.columns, term, text) for term, text in zip(self.terms, of_texts, strict=True)]
        return self

    @cached_property
    def wanted(self) -> list[TermHits]:
        return [hits for hits in self.hits if isinstance(hits.term, Cited) or not hits.term.excluded]

    @cached_property
    def excluded(self) -> BitMap:
        return BitMap.union(BitMap(), *(hits.editions for hits in self.hits if hits not in self.wanted))

    @cached_property
    def all(self) -> BitMap:
        """The editions with every term as written."""
        return _all_of(hits.editions for hits in self.wanted) - self.excluded

    def near(self, known: BitMap) -> Hits | None:
        """The editions with every term, some with typing errors: those that fit best."""
        editions = _all_of(hits.editions_or_near for hits in self.wanted) - self.excluded
        return self._best(editions, known, self.wanted, ())

    def without_spare_words(self, known: BitMap) -> Hits | None:
        """The editions with a sure name and all but the words that nothing has, and those that a name can spare."""
        spare = [hits for hits in self.wanted if _is_spare(hits)]
        needed = [hits for hits in self.wanted if hits not in spare]
        sure = [hits for hits in needed if hits.sure & known]
        editions = _all_of(hits.editions_or_near for hits in needed) - self.excluded
        # A first name beside an unknown one is no sure hit: whoever looks for another Marat is shown none of ours.
        if not sure or (_has_unknown(spare) and len(sure) == 1 and not sure[0].of_family & known):
            return None
        used, dropped = list(needed), list[str]()
        for hits in spare:
            if editions & hits.editions_or_near & known:
                editions &= hits.editions_or_near
                used.append(hits)
            else:
                dropped.append(hits.word)
        return self._best(editions, known, used, tuple(dropped))

    def _best(self, editions: BitMap, known: BitMap, used: Sequence[TermHits], dropped: tuple[str, ...]) -> Hits | None:
        """The editions that have the terms, those with errors only as far as they fit about as well as the best."""
        if not editions & known:
            return None
        without_errors = editions & _all_of(hits.editions for hits in used)
        if without_errors & known:
            return self.hits_of(without_errors, known, used, dropped)
        hits = self.hits_of(editions, known, used, dropped)
        best = hits.ranks_of(_places(editions & known)).max()
        places = _places(editions)
        hits.editions = BitMap(places[hits.ranks_of(places) >= best * NEAR_ENOUGH])
        return hits

    def hits_of(self, editions: BitMap, known: BitMap, used: Sequence[TermHits], dropped: tuple[str, ...] = ()) -> Hits:
        ranks = sum((hits.ranks for hits in used), np.zeros(self.columns.size, np.float32))
        is_near = bool(editions & known) and not editions & known & _all_of(hits.as_written for hits in used)
        return Hits(editions, ranks, QueryReading(self.layout, dropped, is_near))


def _in_other_layouts(query: str, columns: "Columns", typed: Typed) -> list[Typed]:
    """The query as other layouts have it; none if every word of it is somebody's name."""
    others = [Typed(other, columns, other) for other in other_layouts(query)]
    if not others or all(hits.sure for hits in typed.wanted):
        return []
    of_texts = iter(_texts("", [term for other in others for term in other.terms])[1:])
    return [other.matched([next(of_texts) for _term in other.terms]) for other in others]


def _has_unknown(spare: Iterable[TermHits]) -> bool:
    """Whether a word that nothing has is no mere initial or patronymic."""
    return any(not isinstance(hits.term, Cited) and not hits.term.is_spare for hits in spare)


def _is_spare(hits: TermHits) -> bool:
    """Whether a sure name beside it is enough: nothing has the word, or a name is complete without it."""
    return not isinstance(hits.term, Cited) and not hits.term.phrase and (hits.term.is_spare or not hits.editions)


def _texts(query: str, wanted: Iterable[SearchTerm | Cited]) -> list[tuple[Array, Array]]:
    """The editions with the id, then those whose texts have each of the terms, with their ranks. One query."""
    queries = [("%s::tsquery", [id_query(query)])]
    queries += [("''::tsquery", list[str]()) if isinstance(term, Cited) else term.text_query for term in wanted]
    parts = [_OF_TEXT.format(place=place, query=query) for place, (query, _params) in enumerate(queries)]
    empty: tuple[Array, Array] = np.empty(0, np.uint32), np.empty(0, np.float32)
    of_terms = [empty for _query in queries]
    with connections[router.db_for_read(Entry)].cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), [param for _sql, params in queries for param in (WEIGHTS, *params)])
        for place, editions, ranks in cursor:
            if editions:
                of_terms[place] = np.array(editions, np.uint32), np.array(ranks, np.float32)
    return of_terms


def _places(editions: BitMap) -> Array:
    return np.frombuffer(editions.to_array(), np.uint32)


def _all_of(sets: Iterable[BitMap]) -> BitMap:
    every = list(sets)
    return reduce(and_, every) if every else BitMap()


def _union(fits: Iterable[Fit]) -> BitMap:
    return BitMap.union(BitMap(), *(fit.editions for fit in fits))
