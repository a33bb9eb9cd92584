"""Single restrictions out of the columns, as values."""

from collections.abc import Iterable
from datetime import date
from functools import reduce
from typing import NamedTuple

import numpy as np

from archive.index.columns.binary import Array
from archive.index.columns.columns import Columns
from archive.index.columns.loading import LEAST, MOST
from law.dates import DateRange
from law.states import STATES, State

BOUNDS = ("begins_earliest", "begins_latest", "ends_earliest", "ends_latest")
MORE_DAYS = (
    *("likely_begins_latest", "likely_ends_earliest", "working_earliest", "working_latest"),
    *("report_earliest", "report_latest"),
)


class Restriction(NamedTuple):
    """A restriction, and its state on a day. A bound of None is not known on that side.

    ``working``: its last day by the likely reading, or by the strict one where no likely day is given. ``rough``:
    its end is calculated and of the lowest certainty, so that no words tell it to the day. ``report``: the newest that
    speaks of it.
    """

    entry: int
    position: int
    kind: str
    standing: str
    void: bool
    open_ended: bool
    rough: bool
    begins_earliest: date | None
    begins_latest: date | None
    ends_earliest: date | None
    ends_latest: date | None
    likely_begins_latest: date | None
    likely_ends_earliest: date | None
    working_earliest: date | None
    working_latest: date | None
    report_earliest: date | None
    report_latest: date | None
    state: State

    @property
    def last_day(self) -> DateRange:
        """Its working range."""
        return DateRange(self.working_earliest, self.working_latest)

    @property
    def last_report(self) -> DateRange | None:
        """The newest report that speaks of it."""
        return DateRange(self.report_earliest, self.report_latest) if self.report_latest else None

    @property
    def is_rough(self) -> bool:
        """Whether words tell its last day to the month only: a likely one too."""
        return self.rough or self.state == "likely-in-force"


def of_editions(columns: Columns, editions: Iterable[int], on: date) -> dict[int, list[Restriction]]:
    """The restrictions of some editions, in the order of their documents."""
    by_edition: dict[int, list[Restriction]] = {edition: [] for edition in editions}
    places = places_of(columns, np.array(list(by_edition), np.int64))
    words, states = columns.rows.words, columns.states(on)[places]
    names = ("entry", "position", "kind", "standing", "void", "open_ended", "rough")
    lists = (columns.periods[name][places].tolist() for name in (*names, *BOUNDS, *MORE_DAYS))
    rows = zip(*lists, states.tolist(), strict=True)
    for entry, position, kind, standing, void, is_open, rough, *ordinals, state in rows:
        days = [None if day in (LEAST, MOST) else date.fromordinal(day) for day in ordinals]
        of_words = words.kinds[kind], words.standings[standing]
        columns_of_one = (entry, position, *of_words, void, is_open, rough, *days, STATES[state])
        by_edition[entry].append(Restriction._make(columns_of_one))
    return by_edition


def kinds_and_states(columns: Columns, editions: Iterable[int], on: date) -> dict[int, list[tuple[str, State]]]:
    """Of each restriction of some editions only its kind and its state, in the same order."""
    by_edition: dict[int, list[tuple[str, State]]] = {edition: [] for edition in editions}
    places = places_of(columns, np.array(list(by_edition), np.int64))
    lists = (columns.periods[name][places].tolist() for name in ("entry", "kind"))
    for entry, kind, state in zip(*lists, columns.states(on)[places].tolist(), strict=True):
        by_edition[entry].append((columns.rows.words.kinds[kind], STATES[state]))
    return by_edition


def places_of(columns: Columns, editions: Array) -> Array:
    """The places in ``columns.periods`` of the restrictions of some editions."""
    entries = columns.periods["entry"]
    editions = editions.astype(entries.dtype)  # of another type, all entries would be converted for each search
    firsts, lasts = np.searchsorted(entries, editions), np.searchsorted(entries, editions, "right")
    ranges = [np.arange(first, last) for first, last in zip(firsts, lasts, strict=True)]
    return np.concatenate(ranges) if ranges else np.empty(0, np.int64)


def first_known(columns: Columns) -> Array:
    """By edition, the earliest bound of any restriction of its case; LEAST: no bound is known."""
    firsts, entries = np.full(columns.size, LEAST), columns.periods["entry"]
    if not len(entries):
        return firsts
    bounds = (columns.periods[name] for name in BOUNDS)
    first = reduce(np.minimum, (np.where(bound == LEAST, MOST, bound) for bound in bounds))
    # Restrictions stand in the order of their cases: each case is one run of them.
    begins = np.flatnonzero(np.diff(entries, prepend=-1))
    of_cases = np.minimum.reduceat(first, begins)
    firsts[entries[begins]] = np.where(of_cases == MOST, LEAST, of_cases)
    return firsts
