"""Endings as a page shows them: by month, each with what may be said of it on the day."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, NamedTuple

from django.utils.translation import get_language

from archive.charts.intervals import lasting, months
from archive.charts.question import Asked
from archive.exports.rows import in_order, with_names
from archive.index.filters import Selection
from archive.index.filters.address import Address
from archive.wording.dates import in_words, month
from archive.wording.localize import LocalizedText, localize, restriction_kind, short_name
from archive.wording.restrictions import anchor
from archive.wording.statements import statement
from law.country import country
from law.dates import DateRange
from law.outcome import Outcome

BACK, AHEAD = 12, 24
"""Months shown before and after the month of the chosen day, unless the address says which."""
PARTS = ("ends_from", "ends_until", "ends_within")


class CalendarEnding(NamedTuple):
    """``range``: the end is not known to the day; ``when`` says between what it lies."""

    case_id: str
    anchor: str
    name: LocalizedText | None
    kind: str
    group: str
    when: str
    statement: str
    range: bool


class CalendarMonth(NamedTuple):
    """``kinds``: how many endings of each kind. ``address``: the cases behind them."""

    id: str
    name: str
    endings: Sequence[CalendarEnding]
    kinds: Sequence[tuple[str, int]]
    address: str


class KindChoice(NamedTuple):
    label: str
    address: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Calendar:
    """``open``: only one side of the end is known, so that no month can be said."""

    selection: Selection
    first: date
    last: date
    months: Sequence[CalendarMonth]
    open: Sequence[CalendarEnding]
    earlier: str
    later: str
    kinds: Sequence[KindChoice]

    @property
    def count(self) -> int:
        return sum(len(one.endings) for one in self.months)

    @property
    def ranges(self) -> int:
        return sum(ending.range for one in self.months for ending in one.endings)


def calendar(asked: Asked) -> Calendar:
    """The months that were asked for. Two queries, and one more for every few hundred endings."""
    selection = part(asked.selection)
    first, last = selection.ends
    assert first is not None and last is not None
    by_month: dict[date, list[CalendarEnding]] = {}
    open_ends: list[CalendarEnding] = []
    for row in with_names(in_order(lasting(selection), get_language() or "en"), selection):
        ends = DateRange(row["ends_earliest"], row["ends_latest"])
        if ends.earliest is None or ends.latest is None:
            open_ends.append(_ending(row, ends, selection.on))
        else:
            by_month.setdefault(max(ends.earliest, first).replace(day=1), []).append(_ending(row, ends, selection.on))
    return Calendar(
        selection=selection,
        first=first,
        last=last,
        months=[_month(day, by_month[day], asked) for day in sorted(by_month)],
        open=open_ends,
        earlier=_moved(asked, first, last, back=True),
        later=_moved(asked, first, last, back=False),
        kinds=_kinds(asked),
    )


def part(selection: Selection) -> Selection:
    """The selection with a first and a last day: those chosen, else the months around the day."""
    first, last = selection.ends
    if first and last:
        return selection
    if first is None and last is None:
        around = months(_back(selection.on, BACK), BACK + AHEAD + 2)
        first, last = around[0], around[-1] - timedelta(1)
    elif first is None:
        assert last is not None
        first = _back(last, BACK + AHEAD)
    else:
        last = months(first, BACK + AHEAD + 2)[-1] - timedelta(1)
    return replace(selection, ends_from=first, ends_until=last, ends_within=None)


def _back(day: date, count: int) -> date:
    number = day.year * 12 + day.month - 1 - count
    return date(number // 12, number % 12 + 1, 1)


def _ending(row: Mapping[str, Any], ends: DateRange, on: date) -> CalendarEnding:
    outcome = _outcome(row, ends)
    return CalendarEnding(
        case_id=row["case_id"],
        anchor=anchor(row["item"]),
        name=localize(row["names"]),
        kind=short_name(row["kind"]),
        group=restriction_kind(row["kind"]).group,
        when=in_words(ends),
        statement=statement(outcome, on),
        range=not ends.is_exact,
    )


def _outcome(row: Mapping[str, Any], ends: DateRange) -> Outcome:
    """As much of the outcome as a statement about it needs."""
    report = DateRange(row["report_earliest"], row["report_latest"])
    return Outcome(
        id=row["item"],
        kind=row["kind"],
        standing=row["standing"],
        derived=row["derived"],
        verdict=None,
        binds_from=DateRange(row["begins_earliest"], row["begins_latest"]),
        ends=ends,
        open_ended=row["open_ended"],
        void=row["void"],
        start_basis=row["start_basis"],
        end_basis=row["end_basis"],
        last_report=None if report.is_unknown else report,
    )


def _month(first: date, endings: Iterable[CalendarEnding], asked: Asked) -> CalendarMonth:
    found = sorted(endings, key=lambda one: one.range)
    last = months(first, 2)[1] - timedelta(1)
    counts = Counter(one.kind for one in found)
    days = {"ends_from": first.isoformat(), "ends_until": last.isoformat(), "ends_within": None}
    return CalendarMonth(f"m{first:%Y-%m}", month(first), found, counts.most_common(), asked.list_address(**days))


def _moved(asked: Asked, first: date, last: date, back: bool) -> str:
    """The same number of months before or after."""
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    start = _back(first, count if back else -count)
    until = months(start, count + 1)[-1] - timedelta(1)
    return asked.address.having(ends_from=start.isoformat(), ends_until=until.isoformat(), ends_within=None)


def _kinds(asked: Asked) -> list[KindChoice]:
    chosen = asked.selection.kind
    address = Address(asked.address.path, asked.address.chosen)
    return [KindChoice(short_name(name), address.having(kind=name), chosen == (name,)) for name in country().kinds]
