"""The index in memory at one version: never changed, thrown away for the next."""

from collections import OrderedDict, defaultdict
from collections.abc import Callable, Collection, Hashable, Mapping
from copy import copy
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from threading import Lock
from typing import Any, TypeVar

import numpy as np
from pyroaring import BitMap

from archive.index.columns.binary import Array, rows_of
from archive.index.columns.bitmaps import bitmap, numbers, where
from archive.index.columns.groups import Groups
from archive.index.columns.loading import BURDEN_DAYS, LEAST, MOST, Rows
from archive.index.columns.states import CODES, has_working_range, states_on
from archive.index.search.names import Names
from archive.index.selection import NOT_RECORDED, OF_CASES
from law.country import country
from records.languages import LANGUAGES

Kept = TypeVar("Kept")
OF_ENDS = ("likely_ends", "likely_last")
OF_LIKELY = ("likely_",)
"""What the columns of a period's likely end begin with, and those of all its likely days."""
MILLION = 1_000_000
DAY_OF_MICROSECONDS = 24 * 60 * 60 * MILLION
FIRST_MOMENT = datetime(1970, 1, 1, tzinfo=UTC)
EPOCH = FIRST_MOMENT.date().toordinal()
MOST_KEPT = 6
"""Days and orders that are kept once computed: those asked for last. More would be memory that strangers fill."""


class Columns:
    """What readers filter, count and order by. Every array of cases has the place of its edition's number."""

    def __init__(self, rows: Rows, version: int) -> None:
        self.rows, self.version = rows, version
        self.editions = rows.entries["edition"]
        self.size = int(self.editions.max(initial=0)) + 1
        self.periods = rows.periods
        self.courts = rows.courts
        self.current = bitmap(np.sort(self.editions[rows.entries["known_until"] == MOST]))
        self.facets: dict[str, dict[str, BitMap]] = defaultdict(dict)
        for token, editions in rows.facets.items():
            facet, _colon, value = token.partition(":")
            self.facets[facet][value] = editions
        of_all = bitmap(np.sort(self.editions))
        self.unrecorded = {facet: BitMap.difference(of_all, *self.facets[facet].values()) for facet in OF_CASES}
        self.person = numbered(self.column("person", 0))
        self._lock, self._kept = Lock(), OrderedDict[Hashable, object]()
        self._readings = dict[str, Columns]()
        self.unread = np.zeros(len(self.periods["entry"]), bool)
        self.refused: Collection[str] = ()

    def under(self, reading: str | None) -> "Columns":
        """The same columns by a reading that a reader chose: what rests on more than it allows is read strictly.

        None: the reading that allows every presumption. Computed once for each version of the index.
        """
        allowed = country().readings.get(reading or "", self.rows.words.presumptions)
        refused = [rule for rule in self.rows.words.presumptions if rule not in allowed]
        if reading is None or not refused:
            return self
        if reading not in self._readings:
            self._readings[reading] = self._reading_without(refused)
        return self._readings[reading]

    def _reading_without(self, refused: Collection[str]) -> "Columns":
        words, _in_order = self.rows.words, self.rank_of_name  # names are put in order once for all readings
        under = copy(self)
        bits = {rule: 1 << place for place, rule in enumerate(words.presumptions)}
        presumed = self.periods["presumed"] & sum(bits[rule] for rule in refused)
        starts = presumed.copy()
        for kind, rules in country().starts_without.items():
            of_kind = self.periods["kind"] == self.place_of_kind(kind)
            starts[of_kind] &= ~sum(bits.get(rule, 0) for rule in rules)
        under.refused, under.unread, no_start = refused, presumed != 0, starts != 0
        instead: dict[str, tuple[Array, Array | int]] = {
            "likely_begins_latest": (no_start, MOST),
            "likely_ends_earliest": (under.unread, LEAST),
            "working_earliest": (under.unread, self.periods["last_earliest"]),
            "working_latest": (under.unread, self.periods["last_latest"]),
        }
        of_reading = {name: np.where(mask, days, self.periods[name]) for name, (mask, days) in instead.items()}
        under.periods = {**self.periods, **of_reading}
        unread = self.mask(bitmap(np.unique(self.periods["entry"][under.unread])))
        under.total_earliest = np.where(unread, self.column("total_last_earliest", LEAST), self.total_earliest)
        under.total_latest = np.where(unread, self.column("total_last_latest", MOST), self.total_latest)
        under._lock, under._kept = Lock(), OrderedDict()
        return under

    def having(self, facet: str, value: str) -> BitMap:
        """The editions with a value of a facet, or without any if it is ``NOT_RECORDED``."""
        return self.unrecorded[facet] if value == NOT_RECORDED else self.facets[facet].get(value, BitMap())

    def read(self, row: Mapping[str, Any], place: int) -> Mapping[str, Any]:
        """The row of a period as this reading has it: without what rests on more than the reading allows."""
        if not self.unread[place]:
            return row
        starts = self.periods["likely_begins_latest"][place] != MOST
        dropped = {name: None for name in row if name.startswith(OF_ENDS if starts else OF_LIKELY)}
        uses = [use for use in row["presumptions"] if starts and use["rule"] not in self.refused]
        return {**row, **dropped, "presumptions": uses}

    def column(self, name: str, absent: int) -> Array:
        """A column of the entries by edition."""
        values = self.rows.entries[name]
        by_edition = np.full(self.size, absent, values.dtype)
        by_edition[self.editions] = values
        return by_edition

    @cached_property
    def name_index(self) -> Names:
        """The words of all names, and whose they are."""
        return Names(self.rows.name_keys)

    @cached_property
    def burden_least(self) -> Array:
        return self.column("burden_least", 0)

    @cached_property
    def burden_most(self) -> Array:
        return self.column("burden_most", 0)

    @cached_property
    def burden_days(self) -> Array:
        """By edition the row of ``archive.index.indexing.rows.burden_days``."""
        return np.stack([self.column(f"burden_{place}", -1) for place in range(BURDEN_DAYS)], axis=1)

    @cached_property
    def verdict_earliest(self) -> Array:
        return self.column("verdict_earliest", LEAST)

    @cached_property
    def verdict_latest(self) -> Array:
        return self.column("verdict_latest", MOST)

    @cached_property
    def total_earliest(self) -> Array:
        """By edition the first day that may be the last of everything together, by the likely reading."""
        return self.column("total_working_earliest", LEAST)

    @cached_property
    def total_latest(self) -> Array:
        return self.column("total_working_latest", MOST)

    @cached_property
    def verified(self) -> Array:
        return self.column("verified", LEAST)

    @cached_property
    def searched(self) -> Array:
        return self.column("searched", LEAST)

    @cached_property
    def known_from(self) -> Array:
        return self.column("known_from", MOST)

    @cached_property
    def known_until(self) -> Array:
        return self.column("known_until", LEAST)

    @cached_property
    def published(self) -> Array:
        return self.column("published", 0)

    def known(self, day: date | None, moment: datetime | None = None) -> BitMap:
        """The editions that stood at a moment or at the end of a day, as far as they can still be found.

        Neither: those that stand.
        """
        if moment:
            microseconds = (moment - FIRST_MOMENT) // timedelta(microseconds=1)
            return where((self.published > 0) & (self.published <= microseconds) & (self.superseded > microseconds))
        if day is None:
            return self.current
        on = day.toordinal()
        return where((self.known_from <= on) & (self.known_until > on))

    @cached_property
    def superseded(self) -> Array:
        """By edition the microsecond from which on another stands, or would but for what was erased since."""
        entries = self.rows.entries
        order = np.lexsort((entries["edition"], entries["published"], entries["case"]))
        cases, published, until = (entries[name][order] for name in ("case", "published", "known_until"))
        last = np.append(cases[1:] != cases[:-1], True)[: len(cases)]
        epoch = (until.astype(np.int64) - EPOCH) * DAY_OF_MICROSECONDS
        ends = np.where(until == MOST, np.iinfo(np.int64).max, np.maximum(published, epoch))
        ends[~last] = np.append(published[1:], 0)[: len(cases)][~last]
        superseded = np.zeros(self.size, np.int64)
        superseded[entries["edition"][order]] = ends
        return superseded

    def newest(self, editions: BitMap) -> datetime | None:
        """When the newest of some editions was published; None: there is none."""
        published = self.published[numbers(editions)]
        return datetime.fromtimestamp(int(published.max()) / MILLION, UTC) if len(published) else None

    @cached_property
    def newest_current(self) -> datetime | None:
        """When the newest edition that stands was published."""
        return self.newest(self.current)

    def by_publication(self, editions: BitMap) -> Array:
        """Some editions in the order in which they were published; of one moment in that of their random keys."""
        some = numbers(editions).astype(np.int64)
        return some[np.lexsort((self.order[some], self.published[some]))]

    @cached_property
    def order(self) -> Array:
        return self.column("order", 0)

    def people(self, cases: BitMap) -> int:
        """How many people the cases are of."""
        of = np.zeros(len(self.person) + 1, bool)
        of[self.person[numbers(cases)]] = True
        return int(np.count_nonzero(of))

    @property
    def expected(self) -> int:
        """The code of the standing of that name."""
        words = self.rows.words.standings
        return words.index("expected") if "expected" in words else -1

    def place_of_kind(self, kind: str) -> int:
        """The code of a kind; -1: no restriction is of it."""
        words = self.rows.words.kinds
        return words.index(kind) if kind in words else -1

    def states(self, on: date) -> Array:
        """The place in ``law.states.STATES`` of each restriction's state on the day."""
        return self._keep(("states", on), lambda: states_on(on.toordinal(), self.periods, self.expected))

    def groups(self, on: date, which: Array | None = None) -> Groups:
        """The restrictions by what is asked of them on the day; of some only, if ``which`` names them."""
        if which is None:
            return self._keep(("groups", on), lambda: Groups(self.periods, self.states(on), self.rows.words))
        return Groups(rows_of(self.periods, which), self.states(on)[which], self.rows.words)

    @cached_property
    def by_name(self) -> Mapping[str, Array]:
        """For each language the editions in the order of names; of equal names the newest first."""
        names, newest_first = self.rows.names, sorted(self.rows.names, reverse=True)
        return {
            language: np.array(sorted(newest_first, key=lambda edition: names[edition][place]), np.int64)
            for place, language in enumerate(LANGUAGES)
        }

    def named(self, editions: BitMap, language: str) -> Array:
        """Some editions in the order of names."""
        order = self.by_name[language]
        return order[self.mask(editions)[order]]

    def mask(self, editions: BitMap) -> Array:
        """True at the number of each of the editions."""
        mask = np.zeros(self.size, bool)
        mask[numbers(editions)] = True
        return mask

    @cached_property
    def rank_of_name(self) -> Mapping[str, Array]:
        """The inverse of ``by_name``: the place of each edition."""
        ranks = {}
        for language, order in self.by_name.items():
            ranks[language] = np.zeros(self.size, np.int32)
            ranks[language][order] = np.arange(len(order))
        return ranks

    def in_order(self, sort: str, language: str, on: date) -> Array:
        """All editions in an order of the list."""
        if sort == "name":
            return self.by_name[language]
        day = on if sort == "next-end" else None
        return self._keep((sort, language, day), lambda: self._ordered(sort, language, on))

    def _ordered(self, sort: str, language: str, on: date) -> Array:
        of_sort: dict[str, Callable[[], tuple[Array, ...]]] = {
            "next-end": lambda: (self.next_ends(on),),
            "burden": lambda: (-self.burden_least.astype(np.int64), -self.burden_most.astype(np.int64)),
            "verdict": lambda: (-np.where(self.verdict_latest == MOST, LEAST, self.verdict_latest.astype(np.int64)),),
            "changed": lambda: (-self.published, -np.arange(self.size)),
        }
        by_name = self.by_name[language]
        return by_name[np.lexsort([key[by_name] for key in reversed(of_sort[sort]())])]

    def next_ends(self, on: date) -> Array:
        """By edition the next last day of a restriction, by the earliest bound of its working range that lies ahead.

        What has no such range comes last.
        """
        day, periods = on.toordinal(), self.periods
        counts = ~np.isin(self.states(on), (CODES["void"], CODES["expected"], CODES["ended"]))
        counts &= has_working_range(periods)
        first, latest = periods["working_earliest"], periods["working_latest"]
        earliest = self._first(first, counts & (first >= day))
        return np.where(earliest != MOST, earliest, self._first(latest, counts & (latest >= day)))

    def _first(self, days: Array, which: Array) -> Array:
        firsts = np.full(self.size, MOST, np.int64)
        np.minimum.at(firsts, self.periods["entry"][which], days[which])
        return firsts

    def _keep(self, key: Hashable, compute: Callable[[], Kept]) -> Kept:
        """What was computed for the key, or computes it; the least recently used is dropped."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]  # type: ignore[return-value]
        value = compute()
        with self._lock:
            self._kept[key] = value
            while len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)
        return value


def numbered(values: Array) -> Array:
    """A number for each value, in the order in which they first come: what stands in the order of cases stands nearly
    in that of people, and nearly sorted rows are sorted four times as fast."""
    _values, firsts, of_all = np.unique(values, return_index=True, return_inverse=True)
    numbers = np.empty(len(firsts), np.int32)
    numbers[np.argsort(firsts)] = np.arange(len(firsts))
    return numbers[of_all]
