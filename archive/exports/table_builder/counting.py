"""Counting: every restriction marks its cells on its days; a cell counts each person, case or restriction once."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from archive.charts.intervals import Span, Stretch, binding, lasting, stretches, tallied
from archive.exports.table_builder.question import YEAR, Question
from archive.index.filters.conditions import entries
from law.country import country

ALL = "*"
NOT_RECORDED = ""
RANKS = {"unknown": 1, "uncertain": 2, "in-force": 3}
SURE = 3


class Cell(NamedTuple):
    """A unit that is certain is not possible as well, and one that is possible is not uncomputable as well."""

    certain: int = 0
    possible: int = 0
    not_computable: int = 0


@dataclass(frozen=True, slots=True)
class Counts:
    """``cells``: by row and column the cell of each day; ``ALL`` stands for all rows, all columns.

    ``twice_rows``, ``twice_columns``: how many stand surely in more than one row or column on the last day.
    """

    cells: Mapping[tuple[str, str], Sequence[Cell]]
    twice_rows: int
    twice_columns: int


Marks = dict[tuple[str, str], dict[Hashable, list[Span]]]
Facets = Mapping[int, Sequence[str]]
"""By entry, what its case is filtered by."""
Covers = Mapping[tuple[int, str], Sequence[str]]
"""By entry and restriction, what a ban covers."""


def count(question: Question) -> Counts:
    """The cells of a question. Three queries, one more if it asks what bans cover."""
    facets = dict(entries(question.selection).order_by().values_list("edition", "facets"))
    return counted(stretches(lasting(question.selection)), covers_of(question), facets, question)


def covers_of(question: Question) -> dict[tuple[int, str], list[str]]:
    """What each ban covers; empty where the table does not ask. One query if it does."""
    if "covers" not in (question.rows, question.columns):
        return {}
    found = lasting(question.selection).order_by().values_list("entry_id", "item", "covers")
    return {(entry, item): covers for entry, item, covers in found}


def counted(found: Sequence[Stretch], covers: Covers, facets: Facets, question: Question) -> Counts:
    marked: Marks = {}
    for one, run in binding(found, question.days):
        places = _places(question, one, covers, facets)
        span = (RANKS[run.state], run.first, run.last)
        for place in places:
            marked.setdefault(place, {}).setdefault(_unit(one, question.count), []).append(span)
    cells = {place: _cells(units, len(question.days)) for place, units in marked.items()}
    last = len(question.days) - 1
    return Counts(cells, _twice(marked, last, row=True), _twice(marked, last, row=False))


def _places(question: Question, one: Stretch, covers: Covers, facets: Facets) -> list[tuple[str, str]]:
    """The cells of a restriction, those of all rows and all columns among them; none if it stands in no row."""
    rows = _values(question.rows, one, covers, facets)
    if question.columns == YEAR:
        return [(row, ALL) for row in (*rows, ALL)] if rows else []
    columns = _values(question.columns, one, covers, facets)
    return [(row, column) for row in (*rows, ALL) for column in (*columns, ALL)] if rows and columns else []


def _unit(one: Stretch, count: str) -> Hashable:
    return {"persons": one.person, "cases": one.case, "restrictions": (one.entry, one.item)}[count]


def _values(dimension: str, one: Stretch, covers: Covers, facets: Facets) -> Sequence[str]:
    """Where a restriction stands in a dimension: by itself, or by what is recorded of its case."""
    if dimension == "kind":
        return (one.kind,)
    if dimension == "covers":
        found = covers.get((one.entry, one.item), ())
        return found or ((NOT_RECORDED,) if country().kinds[one.kind].group == "ban" else ())
    start = f"{dimension}:"
    values = [token.removeprefix(start) for token in facets.get(one.entry, ()) if token.startswith(start)]
    if dimension == "article":
        values = [value for value in values if "." not in value]
    return values or (NOT_RECORDED,)


def _cells(units: Mapping[Hashable, list[Span]], length: int) -> list[Cell]:
    of = tallied(units, length)
    return [Cell(*numbers) for numbers in zip(of(3), of(2), of(1), strict=True)]


def _twice(marked: Marks, place: int, row: bool) -> int:
    """How many surely stand in several rows (or columns) on the day at ``place``."""
    seen: dict[Hashable, int] = {}
    for (one_row, one_column), units in marked.items():
        own, other = (one_row, one_column) if row else (one_column, one_row)
        if own == ALL or other != ALL:
            continue
        for unit, spans in units.items():
            if any(rank == SURE and first <= place < last for rank, first, last in spans):
                seen[unit] = seen.get(unit, 0) + 1
    return sum(number > 1 for number in seen.values())
