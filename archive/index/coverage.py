"""How far the likely days reach, and whether ends that were reported later lay inside them.

Each end is taken away again and its case computed without it. A trial whose day of the ruling stands in a table of
measured intervals has set a bound of ours and proves nothing of it, so it is left out; so is an end by mercy or
another order, of which no reading of the sentence speaks, and one that an input was found to fit.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np

from archive.index.columns.columns import Columns
from archive.index.columns.loading import LEAST, MOST
from archive.index.scoreboard import SERVED_OUT
from editions.reckoning import reckoning_of
from editions.schema import Document
from editions.schema.case import Restriction
from law.country import country
from law.dates import DateRange, parse
from law.outcome import Outcome
from records.json_dict import JSONDict


class LikelyEnd(NamedTuple):
    """A reported end beside the likely one without it. ``days``: over how many days the likely end lies."""

    case: str
    restriction: str
    kind: str
    reported: DateRange
    likely: DateRange
    days: int
    presumed: bool

    @property
    def is_inside(self) -> bool:
        return self.likely.overlaps(self.reported)


class Coverage(NamedTuple):
    """The reported ends that have a likely range, how many lie inside it, and how many of them have none."""

    ends: tuple[LikelyEnd, ...]
    inside: int
    not_given: int


class Widths(NamedTuple):
    """Over how many days the presumed last days lie: how many there are, the middle one and the widest."""

    restrictions: int
    median: int
    widest: int


def coverage(documents: Iterable[Document]) -> Coverage:
    """Of all ends that were served out on trials that set no bound, sorted by case."""
    ends: list[LikelyEnd] = []
    not_given = 0
    for document in sorted(documents, key=lambda document: document.case.id):
        for row in _served_out(document):
            end = _likely_end(document, row)
            ends += [end] if end else []
            not_given += end is None
    return Coverage(tuple(ends), sum(end.is_inside for end in ends), not_given)


def _served_out(document: Document) -> Iterator[Restriction]:
    if sets_a_bound(document.case.to_dict()):
        return
    outcomes = {outcome.id: outcome for outcome in document.reckoning.restrictions}
    for row in document.case.restrictions:
        outcome = outcomes.get(row.id)
        is_scored = outcome is not None and not outcome.void and not outcome.fitted
        if isinstance(row.ends, str) and row.ended_by in SERVED_OUT and is_scored:
            yield row


def sets_a_bound(case: JSONDict) -> bool:
    """Whether the verdict and the ruling of the case are one of the intervals that were measured."""
    days = [parse(verdict["date"]) for verdict in case["verdicts"] if verdict["date"]]
    for rule in country().rules.values():
        for row in rule.intervals:
            if row.days and all(any(day.contains(parse(end)) for day in days) for end in (row.begins, row.until)):
                return True
    return False


def _likely_end(document: Document, row: Restriction) -> LikelyEnd | None:
    """None where no likely range is given, or where a side of it is not known."""
    outcome = _without_its_end(document, row)
    likely = outcome.likely
    if likely is None or likely.ends.earliest is None or likely.ends.latest is None:
        return None
    days = (likely.ends.latest - likely.ends.earliest).days + 1
    presumed = likely.ends != outcome.ends
    return LikelyEnd(document.case.id, row.id, row.kind, parse(str(row.ends)), likely.ends, days, presumed)


def _without_its_end(document: Document, row: Restriction) -> Outcome:
    case = document.case.to_dict()
    open_end = {"ends": None, "ended_by": None}
    rows = [entry | open_end if entry["id"] == row.id else entry for entry in case["restrictions"]]
    sources = [source.to_dict() for source in document.sources]
    reckoning = reckoning_of({**case, "restrictions": rows}, document.person.to_dict(), (), sources)
    return reckoning.outcome(row.id)


def widths(index: Columns) -> Widths:
    """Of the restrictions of today's editions whose last day a presumption gives or narrows. No query."""
    periods = index.periods
    first, last = periods["working_earliest"], periods["working_latest"]
    moved = (first != periods["last_earliest"]) | (last != periods["last_latest"])
    given = moved & (first != LEAST) & (last != MOST) & np.isin(periods["entry"], np.array(index.current))
    days = (last - first)[given] + 1
    if not len(days):
        return Widths(0, 0, 0)
    return Widths(len(days), int(np.median(days)), int(days.max()))
