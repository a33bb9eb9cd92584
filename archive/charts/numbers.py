"""The numbers behind the charts. Each counts what its chart says it counts, on the day of the selection."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Any, NamedTuple

from archive.filters.conditions import entries, restrictions
from archive.filters.facets import unnested
from archive.filters.filterset import Selection
from archive.models import Period
from law.lengths import Length

FIRST_YEAR = 2014
MONTHS_AHEAD = 24
DAYS_A_YEAR = 365.2425
PARTS = ("behind-bars", "home", "banned", "record-or-list")


class Span(NamedTuple):
    """A restriction of a person: bounds of its start and of its end."""

    person: str
    kind: str
    begun: date | None
    ends: date | None
    ended: date | None
    open_ended: bool


class Month(NamedTuple):
    first: date
    certain: int
    possible: int


def marks(selection: Selection) -> dict[str, Counter[str]]:
    """Cases by every value of every facet, under all filters. One query."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for _counted_as, token, number in unnested(entries(selection)):
        name, _colon, value = token.partition(":")
        found[name][value] = number
    return found


def spans(selection: Selection) -> list[Span]:
    """The restrictions that count, of the cases that the selection chooses. One query.

    State and day do not narrow them: the charts over time ask about other days.
    """
    wanted = Period.objects.known(selection.known).real().filter(entry__in=entries(selection).values("edition"))
    if selection.kind:
        wanted = wanted.filter(kind__in=selection.kind)
    columns = ("person_id", "kind", "begins_latest", "ends_earliest", "ends_latest", "open_ended")
    return [Span(*row) for row in wanted.order_by("id").values_list(*columns)]


def over_time(found: Iterable[Span], until: date) -> tuple[list[date], dict[str, list[int]]]:
    """People certainly under each kind, on the first of each quarter. Somebody under two kinds counts under both."""
    days = [date(year, month, 1) for year in range(FIRST_YEAR, until.year + 1) for month in (1, 4, 7, 10)]
    days = [day for day in days if day <= until]
    people: dict[str, list[set[str]]] = {}
    for span in found:
        sets = people.setdefault(span.kind, [set() for _ in days])
        for number, day in enumerate(days):
            if span.begun and span.begun <= day and (span.open_ended or (span.ends and day < span.ends)):
                sets[number].add(span.person)
    return days, {kind: [len(one) for one in sets] for kind, sets in people.items()}


def endings(found: Iterable[Span], on: date) -> list[Month]:
    """Restrictions by the month in which they end: certain where both bounds fall into it, possible where they may."""
    firsts = [_month(on, number) for number in range(MONTHS_AHEAD + 1)]
    ends = [(span.ends, span.ended) for span in found if span.ends and span.ended and span.ended >= firsts[0]]
    return [_in_month(first, after, ends) for first, after in pairwise(firsts)]


def _in_month(first: date, after: date, ends: Sequence[tuple[date, date]]) -> Month:
    last = after - timedelta(days=1)
    certain = sum(first <= earliest and latest <= last for earliest, latest in ends)
    possible = sum(earliest <= last and latest >= first for earliest, latest in ends) - certain
    return Month(first, certain, possible)


def _month(on: date, ahead: int) -> date:
    years, month = divmod(on.month - 1 + ahead, 12)
    return date(on.year + years, month + 1, 1)


def lengths(selection: Selection) -> dict[str, Counter[int | None]]:
    """Cases by whole years: pronounced as main penalty, and each part of the burden at its least. One query.

    None: not computed or not given; a part that a case does not have is not counted under it.
    """
    found: dict[str, Counter[int | None]] = {name: Counter() for name in ("pronounced", *PARTS)}
    for burden in entries(selection).values_list("burden", flat=True):
        _count(found, burden)
    return found


def _count(found: dict[str, Counter[int | None]], burden: Mapping[str, Any]) -> None:
    nominal = burden["nominal"]
    found["pronounced"][int(_years(Length.parse(nominal))) if nominal else None] += 1
    for part in burden["parts"]:
        least, most = part["days"]["least"], part["days"]["most"]
        if most != 0:
            found[part["kind"]][None if most is None else int((least or 0) / DAYS_A_YEAR)] += 1


def _years(length: Length) -> float:
    return length.years + length.months / 12 + length.days / DAYS_A_YEAR


def in_force(selection: Selection) -> dict[str, int]:
    """People certainly under each kind on the day. One query."""
    chosen = restrictions(selection).state(selection.on, "in-force").values_list("kind", "person_id").distinct()
    return dict(Counter(kind for kind, _person in chosen).most_common())
