"""What a selection chooses, counted and in order: the one answer for pages, counts, feeds, exports and the API."""

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date, datetime
from functools import cached_property, reduce
from operator import and_
from typing import NamedTuple

import numpy as np
from pyroaring import BitMap

from archive.index.columns.binary import Array, Table
from archive.index.columns.bitmaps import numbers, where
from archive.index.columns.certainty import (
    CERTAINLY,
    LIKELY,
    NOT_KNOWN,
    OF_RESTRICTIONS,
    Certainties,
    CertaintyCount,
    ChoiceTable,
)
from archive.index.columns.columns import Columns
from archive.index.columns.current import columns
from archive.index.columns.groups import Groups, bans_among
from archive.index.columns.loading import LEAST, MOST
from archive.index.columns.states import CODES, Days, ends_between, may_end_between, ordinals
from archive.index.search.matching import Hits, hits
from archive.index.selection import EXCLUDED, NOT_RECORDED, OF_CASES, PAGE, Selection
from law.states import STATES

Counts = Mapping[str, Mapping[str, int]]
CertaintiesOfChoices = Mapping[str, Mapping[str, Mapping[str, int]]]
"""By facet and choice, the cases under the surest word that holds of them."""


class Tally(NamedTuple):
    """How many cases and people a selection has, and how many cases each choice of each facet would give.

    ``changed_at``: the last change that the archive knew. ``certainties``: the same cases and people under the surest
    word that holds of them, none if no restriction was spoken of; ``of_choices``: those of each choice, unless all are
    certain. ``besides``: cases and people that differ from these only in the state of the restriction.
    ``open_ends``: those whose restriction may end within the days as well, but has no last day that could be named.
    """

    cases: int
    people: int
    changed_at: datetime | None
    facets: Counts
    certainties: tuple[CertaintyCount, ...]
    of_choices: CertaintiesOfChoices
    besides: tuple[CertaintyCount, ...]
    open_ends: CertaintyCount


class Chosen:
    """A selection answered from one version of the index. Nothing here asks the database but for a search."""

    def __init__(self, selection: Selection, held: Columns, found: Hits | None) -> None:
        self.selection, self.columns, self.hits = selection, held, found
        self.known = held.known(selection.known, selection.as_of)
        self.groups: Groups = held.groups(selection.on, self.ends(ends_between) if selection.has_ends else self.ended)

    @cached_property
    def ended(self) -> Array | None:
        """Which restrictions ended in one of the ways chosen; None: it was not asked."""
        if not self.selection.ended_by:
            return None
        words = ["" if way == NOT_RECORDED else way for way in self.selection.ended_by]
        return np.isin(self.columns.periods["ended_by"], _places(self.columns.rows.words.endings, words))

    def ends(self, which: Callable[[Table, Days], Array]) -> Array:
        """Which restrictions have an end that fits the days asked for, in one of the ways chosen if any were."""
        fits = which(self.columns.periods, self.selection.ends)
        return fits if self.ended is None else fits & self.ended

    def asking(self, selection: Selection) -> "Chosen":
        """Another selection answered from the same version of the index. It has the same search."""
        return Chosen(selection, self.columns, self.hits)

    @cached_property
    def cases(self) -> BitMap:
        """The editions of the cases chosen."""
        return self.of_cases & self.bound if self.speaks_of_restrictions else self.of_cases

    @cached_property
    def of_cases(self) -> BitMap:
        """The cases by all that is not said of one and the same restriction."""
        return reduce(and_, self.by_facet.values(), self.by_numbers)

    @cached_property
    def by_facet(self) -> Mapping[str, BitMap]:
        """For each facet in which something was chosen, the editions that have it."""
        chosen = {}
        for facet in OF_CASES:
            if values := getattr(self.selection, facet):
                chosen[facet] = BitMap.union(*(self.columns.having(facet, value) for value in values))
        if self.selection.year_from or self.selection.year_to:
            chosen["year"] = chosen.get("year", self.known) & self._of_years()
        return chosen

    @property
    def left_out(self) -> Iterator[BitMap]:
        """The editions that have what was excluded."""
        for name, values in self.selection.excluded.items():
            facet = name.removesuffix(EXCLUDED)
            if facet in OF_CASES:
                yield from (self.columns.having(facet, value) for value in values)
            else:
                respect, states = OF_RESTRICTIONS[facet], self.selection.all_states
                yield self.columns.groups(self.selection.on).editions(**{respect: values, "states": states})

    def _of_years(self) -> BitMap:
        """Verdicts whose date, as a range, overlaps the years. A date not known at all does not."""
        earliest, latest = self.columns.verdict_earliest, self.columns.verdict_latest
        overlap = (earliest != LEAST) | (latest != MOST)
        if self.selection.year_from:
            overlap &= latest >= date(self.selection.year_from, 1, 1).toordinal()
        if self.selection.year_to:
            overlap &= earliest <= date(self.selection.year_to, 12, 31).toordinal()
        return where(overlap)

    @cached_property
    def by_numbers(self) -> BitMap:
        """The cases known by what is no facet: numbers, days, all of some kinds, a search."""
        selection, held, cases = self.selection, self.columns, self.known
        if selection.burden_min:
            cases = cases & where(held.burden_least >= selection.burden_min)
        if selection.verified_since:
            cases = cases & where(held.verified >= selection.verified_since.toordinal())
        if selection.changed_since:
            cases = cases & where(held.known_from >= selection.changed_since.toordinal())
        if selection.total_ends != (None, None):
            cases = cases & where(total_ends_between(held, selection.total_ends))
        cases = BitMap.difference(cases, *self.left_out)
        for kind in selection.kinds_all:
            cases = cases & self.groups.editions(**{**self.one_restriction, "kinds": (kind,)})
        return cases & self.hits.editions if self.hits is not None else cases

    @property
    def speaks_of_restrictions(self) -> bool:
        """Whether a case must have one restriction of which all of this is true."""
        selection = self.selection
        chosen = selection.kind or selection.state or selection.standing or selection.covers or selection.ended_by
        return bool(chosen) or selection.has_ends

    @cached_property
    def bound(self) -> BitMap:
        """The editions with one restriction that fits."""
        return self.groups.editions(**self.one_restriction)

    @property
    def one_restriction(self) -> dict[str, Collection[str]]:
        """What is asked of one and the same restriction."""
        selection = self.selection
        return {
            "kinds": selection.kind,
            "standings": selection.standing,
            "states": selection.states_spoken_of,
            "covers": selection.covers,
        }

    @cached_property
    def tally(self) -> Tally:
        """All counts. Choices within one facet do not shut each other out."""
        tables: list[ChoiceTable] = []
        choices = {"kind": self.groups.by_kind, "state": STATES, "covers": self.groups.by_cover}
        for facet, values in choices.items():
            respect = OF_RESTRICTIONS[facet]
            with_one = {value: self.groups.editions(**{**self.one_restriction, respect: (value,)}) for value in values}
            tables.append(ChoiceTable(facet, with_one, self.of_cases))
        for facet in OF_CASES:
            base = self.cases
            if facet in self.by_facet:
                others = (editions for name, editions in self.by_facet.items() if name != facet)
                base = reduce(and_, others, self.by_numbers)
                base = base & self.bound if self.speaks_of_restrictions else base
            choices_of_cases = {**self.columns.facets[facet], NOT_RECORDED: self.columns.unrecorded[facet]}
            tables.append(ChoiceTable(facet, choices_of_cases, base))
        certainty = Certainties(self)
        counts = {
            facet: {
                value: cases for value, with_it in values.items() if (cases := base.intersection_cardinality(with_it))
            }
            for facet, values, base in tables
        }
        return Tally(
            len(self.cases),
            self.columns.people(self.cases),
            self.known_at,
            counts,
            certainty.counts,
            certainty.of_choices(tables),
            certainty.besides,
            certainty.open_ends,
        )

    @cached_property
    def known_at(self) -> datetime | None:
        """When the newest edition that the archive knew was published; None: it knew none."""
        is_current = self.known is self.columns.current
        return self.columns.newest_current if is_current else self.columns.newest(self.known)

    @property
    def total_ends(self) -> Mapping[str, BitMap]:
        """The cases whose total is over within the days asked for: certainly, likely, and all that may be."""
        days, held = self.selection.total_ends, self.columns
        strict = (held.column("total_last_earliest", LEAST), held.column("total_last_latest", MOST))
        likely = (held.total_earliest, held.total_latest)
        return {
            CERTAINLY: self.of_cases & where(lies_within(*strict, days)),
            LIKELY: self.of_cases & where(lies_within(*likely, days)),
            NOT_KNOWN: self.of_cases,
        }

    @property
    def stamp(self) -> bytes:
        """Tells what the cases chosen say from what they said before. It hangs on no other case.

        Whatever is withheld elsewhere, in silence too, leaves it as it is.
        """
        rows = self.columns.rows.entries
        of_cases = self.columns.mask(self.cases)[rows["edition"]]
        written = np.stack((rows["order"][of_cases], rows["written"][of_cases]))
        return written[:, np.lexsort(written)].tobytes()

    def ordered(self, language: str) -> Array:
        """The editions of the cases in the order that was chosen."""
        if self.selection.order == "relevance":
            return self._by_relevance(language)
        order = self.columns.in_order(self.selection.order, language, self.selection.on)
        return order[self.columns.mask(self.cases)[order]]

    @property
    def pages(self) -> int:
        """How many pages the list has: at least one."""
        return max(1, -(-self.tally.cases // PAGE.get()))

    def _by_relevance(self, language: str) -> Array:
        """The best hits first; of equal ones in the order of names."""
        editions = numbers(self.cases)
        if self.hits is None or not len(editions):
            return editions
        ranks = self.hits.ranks_of(editions)
        return editions[np.lexsort((self.columns.rank_of_name[language][editions], -ranks))]

    @cached_property
    def restrictions(self) -> Array:
        """The places in the columns' ``periods`` of the restrictions spoken of, of the cases chosen."""
        fits = self._speaks_of & self.columns.mask(self.cases)[self.columns.periods["entry"]]
        return np.flatnonzero(fits & self.ends(ends_between) if self.selection.has_ends else fits)

    @cached_property
    def open_restrictions(self) -> Array:
        """The places of those that may end within the days as well, but have no last day that could be named."""
        fits = self._speaks_of & self.columns.mask(self.of_cases)[self.columns.periods["entry"]]
        return np.flatnonzero(fits & self.ends(may_end_between))

    @property
    def _speaks_of(self) -> Array:
        """Which restrictions, of any case, are spoken of, whenever they end."""
        selection, periods, words = self.selection, self.columns.periods, self.columns.rows.words
        fits: Array = np.isin(self.columns.states(selection.on), [CODES[state] for state in selection.states_spoken_of])
        if selection.kind:
            fits &= np.isin(periods["kind"], _places(words.kinds, selection.kind))
        if selection.standing:
            fits &= np.isin(periods["standing"], _places(words.standings, selection.standing))
        if selection.covers:
            covered = periods["covers"] & sum(1 << place for place in _places(words.covers, selection.covers)) != 0
            if NOT_RECORDED in selection.covers:
                covered |= (periods["covers"] == 0) & np.isin(periods["kind"], _places(words.kinds, bans_among(words)))
            fits &= covered
        return fits if self.ended is None else fits & self.ended

    def by_name(self, language: str, places: Array | None = None) -> Array:
        """Restrictions, those spoken of if no others are given, in the order of the names of their people."""
        places = self.restrictions if places is None else places
        ranks = self.columns.rank_of_name[language][self.columns.periods["entry"][places]]
        return places[np.argsort(ranks, kind="stable")]


def choose(selection: Selection, held: Columns | None = None) -> Chosen:
    """The selection answered from the index as it stands. One query for its version, one more for a search."""
    held = held or columns()
    found = hits(selection.q, held, held.known(selection.known, selection.as_of)) if selection.q else None
    return Chosen(selection, held.under(selection.reading), found)


def lies_within(earliest: Array, latest: Array, days: Days) -> Array:
    """Which ranges are known on both sides and hold no day outside of these."""
    first, last = ordinals(days)
    within: Array = (earliest != LEAST) & (latest != MOST) & (earliest >= first) & (latest <= last)
    return within


def total_ends_between(held: Columns, days: Days) -> Array:
    """The cases whose total is over, whatever it comes to, on a day that can be named and may be among these."""
    earliest, latest = held.total_earliest, held.total_latest
    first, last = ordinals(days)
    fits: Array = (earliest != LEAST) & (latest != MOST) & (latest >= first) & (earliest <= last)
    return fits


def _places(words: tuple[str, ...], chosen: Collection[str]) -> list[int]:
    return [place for place, word in enumerate(words) if word in chosen]
