"""Restrictions as plain values, and their states on many days at once."""

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from django.db.models import Min
from django.db.models.functions import Least

from archive.index.filters import Selection
from archive.index.filters.conditions import restrictions
from archive.index.models import Period
from archive.index.models.period import PeriodQuerySet
from law.country import country
from law.dates import DateRange
from law.states import State, state

BOUNDS = ("begins_earliest", "begins_latest", "ends_earliest", "ends_latest")
COLUMNS = ("entry_id", "person_id", "case_id", "item", "kind", "standing", "void", "open_ended", *BOUNDS)

BINDING = ("in-force", "uncertain", "unknown")
Span = tuple[int, int, int]
"""A rank, the place of the first day, and the place after the last."""


class Stretch(NamedTuple):
    """One restriction, with what ``law.states`` has to know of it. ``since``: the first day known in its case."""

    entry: int
    person: str
    case: str
    item: str
    kind: str
    standing: str
    void: bool
    open_ended: bool
    binds_from: DateRange
    ends: DateRange
    since: date | None = None


class Run(NamedTuple):
    """Neighbouring days on which a restriction is in one state: indices, the second no longer among them."""

    state: State
    first: int
    last: int


def lasting(selection: Selection) -> PeriodQuerySet:
    """The restrictions of a selection, without what happens once (fines, confiscation) unless it was asked for."""
    chosen, once = restrictions(selection), country().kinds_done_once
    return chosen if set(selection.kind) & set(once) else chosen.exclude(kind__in=once)


def stretches(found: PeriodQuerySet) -> list[Stretch]:
    """The restrictions as values. Two queries."""
    since = _first_known(found)
    return [_stretch(row, since) for row in found.order_by().values_list(*COLUMNS)]


def _stretch(row: Sequence, since: Mapping[int, date | None]) -> Stretch:
    *plain, begins, begins_latest, ends, ends_latest = row
    return Stretch(*plain, DateRange(begins, begins_latest), DateRange(ends, ends_latest), since.get(plain[0]))


def _first_known(found: PeriodQuerySet) -> dict[int, date | None]:
    """By entry, the earliest bound of any restriction of its case, also of those that were not asked for."""
    of_cases = Period.objects.filter(entry__in=found.order_by().values("entry")).order_by().values("entry")
    return dict(of_cases.annotate(since=Least(*(Min(bound) for bound in BOUNDS))).values_list("entry", "since"))


def runs(one: Stretch, days: Sequence[date]) -> Iterator[Run]:
    """The states on ``days``, which are in order. Between two bounds of a restriction its state cannot change."""
    bounds = (bound for bound in (*one.binds_from, *one.ends) if bound)
    cuts = sorted({0, len(days), *(bisect_left(days, bound) for bound in bounds)})
    for first, last in pairwise(cuts):
        yield Run(state(one, days[first]), first, last)


def binding(found: Iterable[Stretch], days: Sequence[date]) -> Iterator[tuple[Stretch, Run]]:
    """The runs in which a restriction binds, may bind, or cannot be said to bind or not.

    The last only from the first day that is known in its case: nothing of a case binds before.
    """
    for one in found:
        for run in runs(one, days):
            if run.state == "unknown" and one.since:
                run = run._replace(first=max(run.first, bisect_left(days, one.since)))
            if run.state in BINDING and run.first < run.last:
                yield one, run


def tallied(marked: Mapping[Hashable, Iterable[Span]], length: int) -> Callable[[int], list[int]]:
    """How many of ``marked`` have a rank as their highest, on each of ``length`` days.

    A row of bytes for each, side by side: what has the rank on a day is every so many-th byte.
    """
    rows = bytearray()
    for spans in marked.values():
        row = bytearray(length)
        for rank, first, last in sorted(spans):
            row[first:last] = bytes([rank]) * (last - first)
        rows += row
    columns = [rows[number::length] for number in range(length)]
    return lambda rank: [column.count(rank) for column in columns]


def quarters(first: int, last: int) -> list[date]:
    """The first day of every quarter of these years."""
    return [date(year, month, 1) for year in range(first, last + 1) for month in (1, 4, 7, 10)]


def months(start: date, count: int) -> list[date]:
    """The first days of ``count`` months, beginning with the month of ``start``."""
    index = start.year * 12 + start.month - 1
    return [date(number // 12, number % 12 + 1, 1) for number in range(index, index + count)]


def known_years(found: Iterable[Stretch]) -> tuple[int, int] | None:
    """The years of the first and the last bound that is known at all; None: no bound is."""
    bounds = [bound.year for one in found for bound in (*one.binds_from, *one.ends) if bound]
    return (min(bounds), max(bounds)) if bounds else None
