"""The states of many restrictions on many days at once, and counting who is under them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

import numpy as np

from archive.index.columns.binary import Array, Table, rows_of
from archive.index.columns.loading import LEAST, MOST
from archive.index.columns.restrictions import first_known
from archive.index.columns.selecting import Chosen
from archive.index.columns.states import CODES, states_on
from law.country import country
from law.states import MAY_BIND

BOUNDS = ("begins_earliest", "begins_latest", "ends_earliest", "ends_latest")
TURNS = (*BOUNDS, "likely_begins_latest", "likely_ends_earliest")
"""The days on which the state of a restriction may change."""
OF_STATE = (*TURNS, "open_ended", "standing", "void")
"""All that its state hangs on."""
COUNTED = (
    *(*OF_STATE, "entry", "kind", "covers"),
    *("last_earliest", "last_latest", "working_earliest", "working_latest"),
)
"""All that is asked of a restriction here: fetching the others as well took longer than counting."""


@dataclass(frozen=True, slots=True)
class Lasting:
    """Restrictions as columns. ``kind`` holds places in ``kinds``; ``person`` a number for each person.

    ``since``: the first day known in each one's case. ``expected``: the number of that standing.
    """

    periods: Table
    person: Array
    since: Array
    kinds: Sequence[str]
    covers: Sequence[str]
    expected: int

    def __len__(self) -> int:
        return len(self.person)


@dataclass(frozen=True, slots=True)
class Runs:
    """Neighbouring days on which a restriction is in one state.

    ``place``: of the restriction; ``state``: as in ``law.states.STATES``; ``first``, ``last``: places of days, the
    second no longer among them.
    """

    place: Array
    state: Array
    first: Array
    last: Array

    def where(self, mask: Array) -> "Runs":
        return Runs(self.place[mask], self.state[mask], self.first[mask], self.last[mask])


def lasting(chosen: Chosen) -> Lasting:
    """The restrictions of a selection, without what happens once (fines, confiscation) unless it was asked for."""
    columns, words = chosen.columns, chosen.columns.rows.words
    counted = {name: columns.periods[name] for name in COUNTED}
    periods = rows_of(counted, without_once(chosen, chosen.restrictions))
    return Lasting(
        periods=periods,
        person=columns.person[periods["entry"]],
        since=first_known(columns)[periods["entry"]],
        kinds=words.kinds,
        covers=words.covers,
        expected=columns.expected,
    )


def without_once(chosen: Chosen, places: Array) -> Array:
    """The restrictions at these places that last."""
    if set(chosen.selection.kind) & set(country().kinds_done_once):
        return places
    once = [chosen.columns.place_of_kind(kind) for kind in country().kinds_done_once]
    return places[~np.isin(chosen.columns.periods["kind"][places], once)]


def runs(restrictions: Lasting, days: Sequence[date]) -> Runs:
    """The states on ``days``, which are in order. Between two bounds of a restriction its state cannot change."""
    ordinals = np.array([day.toordinal() for day in days])
    of_state = {name: restrictions.periods[name] for name in OF_STATE}
    cuts = _in_order([_places(restrictions.periods[name], ordinals) for name in TURNS])
    edges = [np.zeros_like(cuts[0]), *cuts, np.full_like(cuts[0], len(days))]
    parts = []
    for first, last in pairwise(edges):
        place = np.flatnonzero(first < last)
        state = states_on(ordinals[first[place]], rows_of(of_state, place), restrictions.expected)
        parts.append(Runs(place, state, first[place], last[place]))
    return Runs(*(np.concatenate([getattr(part, name) for part in parts]) for name in Runs.__slots__))


def _places(bounds: Array, ordinals: Array) -> Array:
    """The place of the first of the days that is not before each bound: looked up by day, not searched for."""
    first, last = int(ordinals[0]), int(ordinals[-1]) + 1
    of_days = np.searchsorted(ordinals, np.arange(first, last + 1)).astype(np.min_scalar_type(len(ordinals)))
    places: Array = of_days[np.clip(bounds, first, last) - first]
    return places


def _in_order(cuts: list[Array]) -> list[Array]:
    """The same cuts, of each restriction the earliest first. Whole columns change places at once."""
    for end in range(len(cuts) - 1, 0, -1):
        for place in range(end):
            low, high = cuts[place], cuts[place + 1]
            cuts[place], cuts[place + 1] = np.minimum(low, high), np.maximum(low, high)
    return cuts


def binding(restrictions: Lasting, days: Sequence[date]) -> Runs:
    """The runs in which a restriction binds, may bind, or cannot be said to bind or not.

    The last only from the first day that is known in its case: nothing of a case binds before.
    """
    found = runs(restrictions, days)
    may_bind = np.zeros(len(CODES), bool)
    may_bind[[CODES[state] for state in MAY_BIND]] = True
    found = found.where(may_bind[found.state])
    known_from = _places(restrictions.since, np.array([day.toordinal() for day in days]))[found.place]
    is_unknown = found.state == CODES["unknown"]
    first = np.where(is_unknown, np.maximum(found.first, known_from), found.first)
    return Runs(found.place, found.state, first, found.last).where(first < found.last)


def tallied(groups: Array, units: Array, ranks: Array, first: Array, last: Array, shape: tuple[int, int, int]) -> Array:
    """How many units of each group have each rank as their highest on each day: [group, rank, day].

    Each row says that a unit has a rank (from 0) in a group on the days from ``first`` to before ``last``. Who has a
    rank or a higher one is counted at its edges, so that the time does not hang on the number of days.
    """
    of_groups, of_ranks, of_days = shape
    width, all_units = of_days + 1, int(units.max(initial=0)) + 1
    # A line for each group of each unit, one behind the other: all of them are sorted and cut at once. Begin, length
    # and rank are sorted as one number: that takes a third of sorting places and fetching what stands there. The units
    # come nearly in order, which this kind of sorting uses.
    bits, rank_bits = width.bit_length(), of_ranks.bit_length()
    begins = (units.astype(np.int64) * of_groups + groups) * width + first
    packed = np.sort(((begins << bits) + (last - first) << rank_bits) + ranks, kind="stable")
    # What was sorted needs half the width: more of it fits near the processor.
    whole = np.int32 if of_groups * all_units * width < MOST else np.int64
    ranks, packed = (packed & (1 << rank_bits) - 1).astype(np.int8), packed >> rank_bits
    begins = (packed >> bits).astype(whole)
    ends = begins + (packed & (1 << bits) - 1).astype(whole)
    lines = begins // width
    to_cell = (lines % of_groups - lines) * width
    at_least = np.zeros((of_ranks + 1, of_groups, of_days), np.int64)
    for rank in range(of_ranks):
        if not (higher := ranks >= rank).all():
            ranks, begins, ends, to_cell = ranks[higher], begins[higher], ends[higher], to_cell[higher]
        edges = _edges(begins, ends, to_cell, of_groups * width)
        at_least[rank] = np.cumsum(edges.reshape(of_groups, width), axis=1)[:, :of_days]
    return np.moveaxis(at_least[:-1] - at_least[1:], 0, 1)


def _edges(begins: Array, ends: Array, to_cell: Array, cells: int) -> Array:
    """How many more units are covered from each cell on than before it. ``begins`` are in order.

    What an earlier row of the same unit covers already is cut off each row.
    """
    reached = np.maximum.accumulate(ends)
    begins = np.maximum(begins, np.concatenate((begins[:1], reached[:-1])))
    new = begins < ends
    begun = np.bincount((begins + to_cell)[new], minlength=cells)
    return begun - np.bincount((ends + to_cell)[new], minlength=cells)


def quarters(first: int, last: int) -> list[date]:
    """The first day of every quarter of these years."""
    return [date(year, month, 1) for year in range(first, last + 1) for month in (1, 4, 7, 10)]


def months(start: date, count: int) -> list[date]:
    """The first days of ``count`` months, beginning with the month of ``start``."""
    index = start.year * 12 + start.month - 1
    return [date(number // 12, number % 12 + 1, 1) for number in range(index, index + count)]


def known_years(restrictions: Lasting) -> tuple[int, int] | None:
    """The years of the first and the last bound that is known at all; None: no bound is."""
    bounds = np.concatenate([restrictions.periods[name] for name in BOUNDS])
    bounds = bounds[(bounds != LEAST) & (bounds != MOST)]
    return (date.fromordinal(bounds.min()).year, date.fromordinal(bounds.max()).year) if len(bounds) else None
