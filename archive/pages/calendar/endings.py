"""Endings as a page shows them: by month, each with what may be said of it on the day."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, NamedTuple

import numpy as np
from django.utils.translation import gettext as _

from archive.charts.intervals import months, without_once
from archive.charts.query import FiguresQuery
from archive.exports.rows import of_places
from archive.index.columns.binary import Array, rows_of
from archive.index.columns.certainty import CERTAINLY, LIKELY, NOT_KNOWN
from archive.index.columns.columns import Columns
from archive.index.columns.states import Days, ends_within
from archive.index.outcomes import outcome_of
from archive.index.selection import Selection
from archive.wording.certainty import certainties_of_ends
from archive.wording.dates import month
from archive.wording.last_days import working_last_day_words
from archive.wording.localize import LocalizedText, localize, restriction_kind, short_name
from archive.wording.restrictions import anchor
from archive.wording.statements import statement
from law.country import country
from law.dates import DateRange
from law.outcome import Outcome
from records.languages import active_language

BACK, AHEAD = 1, 10
"""Months shown before and after the month of the chosen day, unless the address says which: a year in all."""
PARTS = ("ends_from", "ends_until", "ends_within")
MOST_OF_A_MONTH, MOST_OPEN = 12, 25
"""Endings that are written out; a month leads to the list of all."""


class CalendarEnding(NamedTuple):
    """``when`` is the last day; ``range``: it is not known to the day. ``certainty``: how sure the month is."""

    case_id: str
    anchor: str
    name: LocalizedText | None
    kind: str
    group: str
    when: str
    statement: str
    range: bool
    certainty: str


class CalendarMonth(NamedTuple):
    """``endings``: the first of them; ``total``: of all, ``certainties``: how sure it is that they fall into the
    month; ``kinds``: of each kind. ``address``: their cases."""

    id: str
    name: str
    endings: Sequence[CalendarEnding]
    total: int
    certainties: str
    kinds: Sequence[tuple[str, int]]
    address: str


class KindChoice(NamedTuple):
    label: str
    address: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Calendar:
    """``certainties``: how sure it is that the last days fall within these months. ``open``: no last day can be named,
    so that no month can be said; ``open_count``: of how many."""

    selection: Selection
    first: date
    last: date
    months: Sequence[CalendarMonth]
    ranges: int
    certainties: str
    open: Sequence[CalendarEnding]
    open_count: int
    earlier: str
    later: str
    kinds: Sequence[KindChoice]

    @property
    def count(self) -> int:
        return sum(month.total for month in self.months)


def calendar(query: FiguresQuery) -> Calendar:
    """The months that were asked for, each with its first endings. Two queries for every few hundred of them."""
    selection = part(query.selection)
    chosen = query.chosen.asking(selection)
    first, last = selection.ends
    assert first is not None and last is not None
    places = without_once(chosen, chosen.by_name(active_language()))
    earliest, latest = (chosen.columns.periods[name][places] for name in ("working_earliest", "working_latest"))
    by_month = places_by_month(places, np.maximum(earliest, first.toordinal()))
    is_open = without_once(chosen, chosen.by_name(active_language(), chosen.open_restrictions))
    open_ends = is_open[:MOST_OPEN].tolist()
    shown = [place for of_month in by_month.values() for place in of_month[:MOST_OF_A_MONTH]] + open_ends
    rows = {row["place"]: row for row in of_places(chosen.columns, np.array(shown, np.int64), selection.on)}
    return Calendar(
        selection=selection,
        first=first,
        last=last,
        months=[calendar_month(day, by_month[day], rows, query) for day in sorted(by_month)],
        ranges=int(np.count_nonzero(earliest != latest)),
        certainties=certainties_of(places.tolist(), chosen.columns, (first, last)),
        open=[calendar_ending(rows[place], selection.on) for place in open_ends if place in rows],
        open_count=len(is_open),
        earlier=address_beside(query, first, last, back=True),
        later=address_beside(query, first, last, back=False),
        kinds=[
            KindChoice(short_name(kind), query.address.having(kind=kind), query.selection.kind == (kind,))
            for kind in country().kinds
        ],
    )


def places_by_month(places: Array, days: Array) -> dict[date, list[int]]:
    """The places by the first day of their month."""
    by_month: dict[date, list[int]] = {}
    for place, day in zip(places.tolist(), days.tolist(), strict=True):
        by_month.setdefault(date.fromordinal(day).replace(day=1), []).append(place)
    return by_month


def part(selection: Selection) -> Selection:
    """The selection with a first and a last day: those chosen, else the months around the day."""
    first, last = selection.ends
    if first and last:
        return replace(selection, ends_from=first, ends_until=min(last, last_of_page(first)), ends_within=None)
    if first is None and last is None:
        around = months(months_before(selection.on, BACK), BACK + AHEAD + 2)
        first, last = around[0], around[-1] - timedelta(1)
    elif first is None:
        assert last is not None
        first = months_before(last, BACK + AHEAD)
    else:
        last = last_of_page(first)
    return replace(selection, ends_from=first, ends_until=last, ends_within=None)


def last_of_page(first: date) -> date:
    """The last day of a page that begins on a day: as many months as stand around a chosen day."""
    return months(first, BACK + AHEAD + 2)[-1] - timedelta(1)


def months_before(day: date, count: int) -> date:
    number = day.year * 12 + day.month - 1 - count
    return date(number // 12, number % 12 + 1, 1)


def calendar_ending(row: Mapping[str, Any], on: date) -> CalendarEnding:
    outcome = outcome_of(row)
    return CalendarEnding(
        case_id=row["case_id"],
        anchor=anchor(row["item"]),
        name=localize(row["names"]),
        kind=short_name(row["kind"]),
        group=restriction_kind(row["kind"]).group,
        when=working_last_day_words(outcome),
        statement=statement(outcome, on),
        range=not outcome.working_last_day.is_exact,
        certainty=certainty_of(outcome),
    )


def certainty_of(outcome: Outcome) -> str:
    """“likely” where only the likely reading puts the last day into one month, else nothing."""
    of_one_month = [is_of_one_month(days) for days in (outcome.last_day, outcome.working_last_day)]
    return _("likely") if of_one_month == [False, True] else ""


def is_of_one_month(days: DateRange) -> bool:
    earliest, latest = days
    return bool(earliest and latest and (earliest.year, earliest.month) == (latest.year, latest.month))


def certainties_of(places: Sequence[int], columns: Columns, days: Days) -> str:
    """How many last days certainly fall within the days, how many likely, and of how many it is not known."""
    periods = rows_of(columns.periods, np.array(places, np.int64))
    certain, likely = (int(np.count_nonzero(ends_within(periods, days, reading))) for reading in ("last", "working"))
    return certainties_of_ends({CERTAINLY: certain, LIKELY: likely - certain, NOT_KNOWN: len(places) - likely})


def calendar_month(
    first: date, places: Sequence[int], rows: Mapping[int, Mapping[str, Any]], query: FiguresQuery
) -> CalendarMonth:
    columns, last = query.chosen.columns, months(first, 2)[1] - timedelta(1)
    counts = Counter(short_name(columns.rows.words.kinds[kind]) for kind in columns.periods["kind"][places].tolist())
    days = {"ends_from": first.isoformat(), "ends_until": last.isoformat(), "ends_within": None}
    shown = [calendar_ending(rows[place], query.selection.on) for place in places[:MOST_OF_A_MONTH] if place in rows]
    return CalendarMonth(
        id=f"m{first:%Y-%m}",
        name=month(first),
        endings=sorted(shown, key=lambda ending: ending.range),
        total=len(places),
        certainties=certainties_of(places, columns, (first, last)),
        kinds=counts.most_common(),
        address=query.list_address(**days),
    )


def address_beside(query: FiguresQuery, first: date, last: date, back: bool) -> str:
    """The same number of months before or after."""
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    start = months_before(first, count if back else -count)
    until = months(start, count + 1)[-1] - timedelta(1)
    return query.address.having(ends_from=start.isoformat(), ends_until=until.isoformat(), ends_within=None)
