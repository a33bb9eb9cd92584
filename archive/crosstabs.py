"""Tables of counts: rows by columns, on a given day of each year.

Each cell has three numbers: certain (in force on the day), possible (may be in force: a range holds the day), and not
computed (a bound that decides is not known). A person, case or restriction is counted once in a cell, under the surest.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from django.utils import timezone

from archive.filters.conditions import entries
from archive.filters.filterset import Selection
from archive.models import Entry, Period
from editions.models import Edition
from law.dates import DateRange
from law.states import State, state

DIMENSIONS = ("article", "gender", "court_region", "kind", "penalty", "covers", "region", "offence")
UNITS = ("persons", "cases", "restrictions")
NOT_KNOWN = ""
"""The row of what has no value of a dimension."""
FIRST_YEAR = 2014
RANKS: Mapping[State, int] = {"in-force": 3, "uncertain": 2, "unknown": 1}


class Cell(NamedTuple):
    certain: int = 0
    possible: int = 0
    not_computed: int = 0


class Asked(NamedTuple):
    """``columns``: a dimension, or "year": then each column is ``month_day`` of a year from ``first`` to ``last``."""

    unit: str
    rows: str
    columns: str
    first: int
    last: int
    month_day: tuple[int, int]


class Table(NamedTuple):
    """``several``: values of the rows' dimension under which somebody counts more than once."""

    columns: Sequence[str]
    rows: Sequence[tuple[str, Sequence[Cell]]]
    total: Sequence[Cell]
    several: int
    withheld: int
    rule_books: Sequence[str]


class _Held(NamedTuple):
    """A restriction as ``law.states.state`` reads it, with who is under it and where it counts."""

    binds_from: DateRange
    ends: DateRange
    open_ended: bool
    void: bool
    standing: str
    kind: str
    covers: Sequence[str]
    facets: Sequence[str]
    person: str
    case: str
    item: str


def table(selection: Selection, asked: Asked) -> Table:
    """The table of a selection. Four queries."""
    days = _days(selection, asked)
    found: dict[tuple[str, str], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    total: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    rows_of: dict[str, set[str]] = defaultdict(set)
    for held in _held(selection):
        who, rows = _who(held, asked.unit), _values(held, asked.rows)
        for column, day in days.items() if days else _undated(held, asked, selection):
            rank = RANKS.get(state(held, day), 0)  # type: ignore[arg-type]
            if not rank:
                continue
            rows_of[who].update(rows)
            total[column][who] = max(total[column][who], rank)
            for row in rows:
                found[row, column][who] = max(found[row, column][who], rank)
    columns = list(days) or sorted(total)
    names = sorted({row for row, _column in found})
    return Table(
        columns,
        [(row, [_cell(found[row, column]) for column in columns]) for row in names],
        [_cell(total[column]) for column in columns],
        sum(len(rows) > 1 for rows in rows_of.values()),
        withheld(selection.known or selection.today),
        _rule_books(selection),
    )


def _undated(held: _Held, asked: Asked, selection: Selection) -> list[tuple[str, date]]:
    """Columns of a dimension, all on the day of the selection."""
    return [(value, selection.on) for value in _values(held, asked.columns)]


def _days(selection: Selection, asked: Asked) -> dict[str, date]:
    if asked.columns != "year":
        return {}
    month, day = asked.month_day
    return {str(year): date(year, month, day) for year in range(asked.first, asked.last + 1)}


def _held(selection: Selection) -> Iterator[_Held]:
    """The restrictions of the chosen cases that count; a chosen kind and cover narrow them, a state does not."""
    wanted = Period.objects.known(selection.known).real().filter(entry__in=entries(selection).values("edition"))
    if selection.kind:
        wanted = wanted.filter(kind__in=selection.kind)
    if selection.covers:
        wanted = wanted.filter(covers__overlap=list(selection.covers))
    columns = (
        *("begins_earliest", "begins_latest", "ends_earliest", "ends_latest", "open_ended", "void", "standing", "kind"),
        *("covers", "facets", "person_id", "case_id", "item"),
    )
    for row in wanted.order_by("id").values_list(*columns).iterator(chunk_size=2000):
        yield _Held(DateRange(*row[:2]), DateRange(*row[2:4]), *row[4:])


def _who(held: _Held, unit: str) -> str:
    if unit == "persons":
        return held.person
    return held.case if unit == "cases" else f"{held.case} {held.item}"


def _values(held: _Held, dimension: str) -> list[str]:
    """Where a restriction counts. An article counts as a whole, not by its parts."""
    if dimension == "kind":
        return [held.kind]
    if dimension == "covers":
        return list(held.covers) or [NOT_KNOWN]
    prefix = f"{dimension}:"
    found = [token[len(prefix) :] for token in held.facets if token.startswith(prefix)]
    if dimension == "article":
        found = sorted({one.partition(".")[0] if one[:1].isdigit() else one for one in found})
    return found or [NOT_KNOWN]


def _cell(ranks: Mapping[str, int]) -> Cell:
    values = list(ranks.values())
    return Cell(values.count(3), values.count(2), values.count(1))


def withheld(known: date) -> int:
    """How many cases that stood on a day can no longer be counted, because they were withdrawn or erased since.

    Two queries; cases, not names.
    """
    stood: dict[str, Any] = {}
    for key, kind, moment in Edition.objects.order_by("number").values_list("case_key", "kind", "published_at"):
        if _local(moment) <= known:
            stood[key] = kind
    published = {key for key, kind in stood.items() if kind == Edition.Kind.PUBLISHED}
    return len(published - set(Entry.objects.known(known).values_list("case_key", flat=True)))


def _local(moment: Any) -> date:
    return timezone.localtime(moment).date()


def _rule_books(selection: Selection) -> list[str]:
    """The rule books by which the counted editions were reckoned."""
    numbers = entries(selection).values("edition")
    return sorted(set(Edition.objects.filter(number__in=numbers).values_list("rule_book", flat=True)))
