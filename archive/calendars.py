"""Endings month by month, behind and ahead of a day."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from django.urls import reverse

from archive import dates_in_words, translated
from archive.exports.rows import Row, in_order, with_names
from archive.filters.conditions import restrictions
from archive.filters.filterset import Selection
from law.dates import DateRange

BEHIND, AHEAD = 6, 24
"""Months shown on either side of the day, if the filters give no other."""


class Ending(NamedTuple):
    """``sure``: both bounds fall into the month it stands under."""

    name: translated.Shown | None
    address: str
    kind: str
    group: str
    words: str
    sure: bool
    computed: bool


class Month(NamedTuple):
    title: str
    first: date
    ahead: bool
    endings: Sequence[Ending]


def months(selection: Selection, language: str) -> list[Month]:
    """The months in which restrictions of the selection end, each under the month of its earliest day.

    A range that began before the first month stands under the first. Two queries for every few hundred rows.
    """
    first, last = window(selection)
    found = restrictions(selection).ends_between(first, last)
    rows = [
        row for row in with_names(in_order(found, language), selection) if row["ends_earliest"] or row["ends_latest"]
    ]
    return _grouped(rows, first, last, selection.on)


def window(selection: Selection) -> tuple[date, date]:
    """The first day of the first month and the last day of the last."""
    from_, until = selection.ends
    first = _first_of(from_) if from_ else _moved(selection.on, -BEHIND)
    last = until or _moved(selection.on, AHEAD + 1) - timedelta(days=1)
    return first, max(first, last)


def _grouped(rows: Iterable[Row], first: date, last: date, on: date) -> list[Month]:
    by_month: dict[date, list[tuple[date, Ending]]] = {}
    for row in rows:
        earliest = row["ends_earliest"] or first
        if earliest <= last:
            month = _first_of(max(earliest, first))
            by_month.setdefault(month, []).append((earliest, _ending(row, month)))
    return [
        Month(
            dates_in_words.month(month), month, month > _first_of(on), [one for _day, one in sorted(found, key=_when)]
        )
        for month, found in sorted(by_month.items())
    ]


def _when(pair: tuple[date, Ending]) -> tuple[date, str]:
    return pair[0], str(pair[1].name)


def _ending(row: Row, month: date) -> Ending:
    ends = DateRange(row["ends_earliest"], row["ends_latest"])
    within = [day is not None and _first_of(day) == month for day in ends]
    return Ending(
        name=translated.shown(row["names"]),
        address=reverse("archive:case", args=[row["case_id"]]),
        kind=translated.short(row["kind"]),
        group=translated.kind(row["kind"]).group,
        words=dates_in_words.in_words(ends),
        sure=all(within),
        computed=row["end_basis"] == "computed",
    )


def _first_of(day: date) -> date:
    return day.replace(day=1)


def _moved(day: date, number: int) -> date:
    """The first day of the month so many months away, within the years that dates have."""
    years, month = divmod(day.month - 1 + number, 12)
    return date(day.year + years, month + 1, 1)
