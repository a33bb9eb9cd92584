"""Restrictions of one day in groups that are alike, each as the set of the editions that have one."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from pyroaring import BitMap

from archive.index.columns.binary import Array, Table
from archive.index.columns.bitmaps import bitmap
from archive.index.columns.loading import Words
from archive.index.selection import NOT_RECORDED
from law.country import country
from law.states import STATES


class Group(NamedTuple):
    """What the restrictions of a group have in common, in words; ``cover``: one of what they cover, or none."""

    kind: str
    standing: str
    state: str
    cover: str = ""


class Groups:
    """The editions that have a restriction of some kinds, standings, states and covers.

    Restrictions are many and alike: four hundred thousand make some two hundred groups, and whatever is asked of one
    and the same restriction is a union of a few.
    """

    def __init__(self, periods: Table, states: Array, words: Words) -> None:
        self.words = words
        self.by_kind: dict[str, list[tuple[Group, BitMap]]] = defaultdict(list)
        self.by_cover: dict[str, list[tuple[Group, BitMap]]] = defaultdict(list)
        kinds_and_standings = periods["kind"].astype(np.int32) * len(words.standings) + periods["standing"]
        codes_of_all = kinds_and_standings * len(STATES) + states
        for code, editions in _alike(codes_of_all, periods["entry"]):
            self.by_kind[self._group(code).kind].append((self._group(code), editions))
        covered = periods["covers"] != 0
        covers, codes, entries = periods["covers"][covered], codes_of_all[covered], periods["entry"][covered]
        for place, cover in enumerate(words.covers):
            has = (covers >> place) & 1 == 1
            for code, editions in _alike(codes[has], entries[has]):
                self.by_cover[cover].append((self._group(code)._replace(cover=cover), editions))
        of_bans = ~covered & np.isin(periods["kind"], [words.kinds.index(kind) for kind in bans_among(words)])
        codes, entries = codes_of_all[of_bans], periods["entry"][of_bans]
        for code, editions in _alike(codes, entries):
            self.by_cover[NOT_RECORDED].append((self._group(code)._replace(cover=NOT_RECORDED), editions))

    def _group(self, code: int) -> Group:
        rest, state = divmod(code, len(STATES))
        kind, standing = divmod(rest, len(self.words.standings))
        return Group(self.words.kinds[kind], self.words.standings[standing], STATES[state])

    def editions(
        self,
        kinds: Collection[str] = (),
        standings: Collection[str] = (),
        states: Collection[str] = (),
        covers: Collection[str] = (),
    ) -> BitMap:
        """Those with one restriction that fits in every respect; an empty collection leaves a respect open."""
        table, keys = (self.by_cover, covers) if covers else (self.by_kind, kinds)
        fitting = [
            editions
            for key in keys or table
            for group, editions in table.get(key, ())
            if (not kinds or group.kind in kinds)
            and (not standings or group.standing in standings)
            and (not states or group.state in states)
        ]
        return BitMap.union(*fitting) if fitting else BitMap()


def bans_among(words: Words) -> list[str]:
    """The kinds of which it is asked what they cover."""
    return [kind for kind in words.kinds if kind in country().bans]


def _alike(codes: Array, editions: Array) -> Iterator[tuple[int, BitMap]]:
    """The editions of each code. Rows in the order of editions stay in it, so that bitmaps are filled in order."""
    if not len(codes):
        return
    order = np.argsort(codes, kind="stable")
    codes, editions = codes[order], editions[order]
    cuts = [0, *(np.flatnonzero(np.diff(codes)) + 1), len(codes)]
    for first, last in pairwise(cuts):
        yield int(codes[first]), bitmap(editions[first:last])
