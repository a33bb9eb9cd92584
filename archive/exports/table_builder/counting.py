"""Counting: every restriction marks its cells on its days; a cell counts each person, case or restriction once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from pyroaring import BitMap

from archive.charts.intervals import Lasting, Runs, binding, lasting, tallied
from archive.exports.table_builder.query import YEAR, Question
from archive.index.columns.binary import Array
from archive.index.columns.bitmaps import numbers
from archive.index.columns.states import CODES
from law.country import country

ALL = "*"
NOT_RECORDED = ""
RANKS = {"unknown": 0, "possible": 1, "likely-in-force": 2, "in-force": 3}
SURE = 3


class Cell(NamedTuple):
    """Each unit counts under the surest that holds of it, so that the numbers add up."""

    certain: int = 0
    likely: int = 0
    possible: int = 0
    not_known: int = 0


@dataclass(frozen=True, slots=True)
class Counts:
    """``cells``: by row and column the cell of each day; ``ALL`` stands for all rows, all columns.

    ``twice_rows``, ``twice_columns``: how many stand surely in more than one row or column on the last day.
    """

    cells: Mapping[tuple[str, str], Sequence[Cell]]
    twice_rows: int
    twice_columns: int


@dataclass(frozen=True, slots=True)
class Values:
    """Where restrictions stand in one dimension: pairs of a restriction's place and a value's number, by place."""

    place: Array
    value: Array
    names: Sequence[str]


Facets = Mapping[str, Mapping[str, BitMap]]
"""By facet and value, the editions that have it."""


def count(question: Question) -> Counts:
    """The cells of a question."""
    return counted(lasting(question.chosen), question.chosen.columns.facets, question)


def counted(restrictions: Lasting, facets: Facets, question: Question) -> Counts:
    runs = binding(restrictions, question.days)
    rows = values_of(question.rows, restrictions, facets)
    by_year = question.columns == YEAR
    one_column = Values(np.arange(len(restrictions)), np.zeros(len(restrictions), int), (ALL,))
    columns = one_column if by_year else values_of(question.columns, restrictions, facets)
    stands = [np.bincount(values.place, minlength=len(restrictions)) > 0 for values in (rows, columns)]
    stands_in_both = stands[0] & stands[1]
    both, runs = np.flatnonzero(stands_in_both), runs.where(stands_in_both[runs.place])
    of_rows, of_columns = with_all(rows, both), columns if by_year else with_all(columns, both)
    units = {
        "persons": restrictions.person,
        "cases": restrictions.periods["entry"],
        "restrictions": np.arange(len(restrictions)),
    }[question.count]
    return Counts(
        cells=cells_of(runs, of_rows, of_columns, units, len(question.days)),
        twice_rows=stand_twice(runs, rows, units, len(question.days) - 1),
        twice_columns=stand_twice(runs, columns, units, len(question.days) - 1),
    )


def values_of(dimension: str, restrictions: Lasting, facets: Facets) -> Values:
    """Where restrictions stand in a dimension: by themselves, or by what is recorded of their cases."""
    if dimension == "kind":
        return Values(np.arange(len(restrictions)), restrictions.periods["kind"], restrictions.kinds)
    if dimension == "covers":
        return by_cover(restrictions)
    # Parts of an article stand under the article.
    shown = {
        name: editions
        for name, editions in facets.get(dimension, {}).items()
        if dimension != "article" or "." not in name
    }
    entries, places = restrictions.periods["entry"], []
    most = max([int(entries.max(initial=0)), *(editions.max() for editions in shown.values() if editions)])
    for editions in shown.values():
        has_value = np.zeros(most + 1, bool)
        has_value[numbers(editions)] = True
        places.append(np.flatnonzero(has_value[entries]))
    return or_not_recorded(places, list(shown), np.arange(len(restrictions)))


def by_cover(restrictions: Lasting) -> Values:
    bans = [place for place, name in enumerate(restrictions.kinds) if country().kinds[name].group == "ban"]
    covers = restrictions.periods["covers"]
    pairs = [np.flatnonzero((covers >> place) & 1 == 1) for place in range(len(restrictions.covers))]
    return or_not_recorded(pairs, restrictions.covers, np.flatnonzero(np.isin(restrictions.periods["kind"], bans)))


def or_not_recorded(places: Sequence[Array], names: Sequence[str], spoken_of: Array) -> Values:
    """The places of each value; those that have none and are spoken of stand under ``NOT_RECORDED``."""
    recorded = np.concatenate([*places, np.empty(0, int)])
    places = [*places, spoken_of[np.isin(spoken_of, recorded, invert=True)]]
    place = np.concatenate(places)
    value = np.repeat(np.arange(len(places)), [len(one) for one in places])
    order = np.argsort(place, kind="stable")
    return Values(place[order], value[order], (*names, NOT_RECORDED))


def with_all(values: Values, places: Array) -> Values:
    """The same with a value more that these places have."""
    place = np.concatenate((values.place, places))
    value = np.concatenate((values.value, np.full(len(places), len(values.names))))
    order = np.argsort(place, kind="stable")
    return Values(place[order], value[order], (*values.names, ALL))


def cells_of(runs: Runs, rows: Values, columns: Values, units: Array, days: int) -> dict[tuple[str, str], list[Cell]]:
    """Every cell in which anything stands on any day."""
    run, row = matched(runs.place, rows)
    again, column = matched(runs.place[run], columns)
    run, row = run[again], row[again]
    groups = row * len(columns.names) + column
    ranks = np.array([RANKS.get(state, 0) for state in CODES])[runs.state[run]]
    shape = (len(rows.names) * len(columns.names), SURE + 1, days)
    counts = tallied(groups, units[runs.place[run]], ranks, runs.first[run], runs.last[run], shape)
    cells = {}
    for group in np.flatnonzero(np.bincount(groups)).tolist():
        row_place, column_place = divmod(group, len(columns.names))
        of_days = counts[group, ::-1].T.tolist()
        cells[rows.names[row_place], columns.names[column_place]] = [Cell(*numbers) for numbers in of_days]
    return cells


def matched(places: Array, values: Values) -> tuple[Array, Array]:
    """Each place with each of its values: indices of ``places``, and the values' numbers."""
    of_places = np.bincount(values.place, minlength=int(places.max(initial=-1)) + 1)
    first, how_many = (np.cumsum(of_places) - of_places)[places], of_places[places]
    index = np.repeat(np.arange(len(places)), how_many)
    within = np.arange(len(index)) - np.repeat(np.cumsum(how_many) - how_many, how_many)
    return index, values.value[first[index] + within]


def stand_twice(runs: Runs, values: Values, units: Array, day: int) -> int:
    """How many units surely stand under several values on a day."""
    sure = runs.where((runs.state == CODES["in-force"]) & (runs.first <= day) & (day < runs.last))
    run, value = matched(sure.place, values)
    # Each unit with each of its values once, as one number: sorting numbers is many times as fast as sorting pairs.
    pairs = np.sort(units[sure.place[run]].astype(np.int64) * (len(values.names) + 1) + value)
    once = pairs[np.diff(pairs, prepend=-1) != 0]
    return int(np.count_nonzero(np.bincount(once // (len(values.names) + 1)) > 1))
