"""A table as a page, a file and the API show it: cells with names and addresses, and what must be said beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from archive.charts.query import FiguresQuery
from archive.exports.table_builder.counting import ALL, NOT_RECORDED, Cell, Counts, count
from archive.exports.table_builder.query import YEAR, Question
from archive.index.filters.address import Address
from archive.wording.dates import day as in_words
from archive.wording.dates import moment
from archive.wording.filter_values import not_recorded, word
from archive.wording.lengths import grouped
from editions.models import ChainEntry, Edition
from editions.reasons import SILENT
from law.country import country

NOBODY = Cell()


class TableValue(NamedTuple):
    """A row or a column: its value in addresses, and its name."""

    key: str
    name: str


class LinkedCell(NamedTuple):
    """A cell with the list of what is certain in it, if such a list there is."""

    cell: Cell
    address: str


class TableLine(NamedTuple):
    value: TableValue
    cells: Sequence[LinkedCell]


class TableBlock(NamedTuple):
    """The part of a table about one day; with years as columns there is only one, of no particular day."""

    day: date | None
    lines: Sequence[TableLine]


@dataclass(frozen=True, slots=True)
class CountedTable:
    """``used``: the rule books that reckoned what was counted. ``address``: keeps its figures, see ``withheld``.

    ``withheld``: cases taken from the archive, whole or in part, since the day of its knowledge.
    """

    question: Question
    counts: Counts
    rows: Sequence[TableValue]
    columns: Sequence[TableValue]
    used: Sequence[str]
    changed_at: datetime | None
    known: date
    withheld: int
    address: str
    query: FiguresQuery

    @property
    def blocks(self) -> list[TableBlock]:
        if self.question.columns == YEAR:
            return [TableBlock(None, [TableLine(row, self._years(row)) for row in self.rows])]
        return [TableBlock(day, list(self._lines(place))) for place, day in enumerate(self.question.days)]

    @property
    def is_today(self) -> bool:
        """Whether the day of its knowledge is not over yet."""
        return self.known >= self.query.today

    def cell(self, row: str, column: str, place: int) -> Cell:
        of_days = self.counts.cells.get((row, column))
        return of_days[place] if of_days else NOBODY

    def _years(self, row: TableValue) -> list[LinkedCell]:
        places = range(len(self.question.days))
        return [LinkedCell(self.cell(row.key, ALL, place), self._list(place, row.key, ALL)) for place in places]

    def _lines(self, place: int) -> Iterator[TableLine]:
        for row in self.rows:
            keys = [column.key for column in self.columns]
            cells = [LinkedCell(self.cell(row.key, key, place), self._list(place, row.key, key)) for key in keys]
            yield TableLine(row, cells)

    def _list(self, place: int, row: str, column: str) -> str:
        """The list of cases with the same filters: those that are certain."""
        values: dict[str, str | None] = {"state": "in-force", "on": self.question.days[place].isoformat()}
        for dimension, key in ((self.question.rows, row), (self.question.columns, column)):
            if key == NOT_RECORDED or (key == ALL and dimension == "covers"):
                return ""
            if key != ALL:
                values[dimension] = key
        return self.query.list_address(**values)

    def cells(self) -> Iterator[tuple[date, TableValue, TableValue, Cell]]:
        """Every cell of the table, those of all rows and all columns among them."""
        for place, day in enumerate(self.question.days):
            for row in self.rows:
                for column in self.columns if self.question.columns != YEAR else (TableValue(ALL, _("all together")),):
                    yield day, row, column, self.cell(row.key, column.key, place)


def used_rules(question: Question) -> list[str]:
    """The rule books by which the counted cases were reckoned."""
    books = question.chosen.columns.facets["rules"]
    return sorted(book for book, editions in books.items() if editions.intersect(question.chosen.cases))


def count_table(query: FiguresQuery, question: Question, used: Sequence[str]) -> CountedTable:
    """Counts the table. Two queries if the archive is asked what it knew on an earlier day."""
    chosen, counts = question.chosen, count(question)
    known = chosen.selection.knowledge or query.today
    fixed = {**query.address.chosen, **question.parameters(known), "rules": tuple(used)}
    days = [TableValue(day.isoformat(), str(day.year)) for day in question.days]
    return CountedTable(
        question=question,
        counts=counts,
        rows=table_values(question.rows, {row for row, _column in counts.cells}),
        columns=days
        if question.columns == YEAR
        else table_values(question.columns, {column for _row, column in counts.cells}),
        used=used,
        changed_at=chosen.known_at,
        known=known,
        withheld=withheld_since(known) if chosen.selection.known else 0,
        address=Address(query.address.path, fixed).having(),
        query=query,
    )


def withheld_since(known: date) -> int:
    """How many cases that the archive knew at the end of the day were openly withheld since, whole or in part. One
    query. Of what is withheld in silence nothing is said, not even that it was."""
    end = timezone.make_aware(datetime.combine(known + timedelta(1), time.min))
    before = Edition.objects.spoken_of().filter(published_at__lt=end, kind=Edition.Kind.PUBLISHED)
    kinds = [ChainEntry.Kind.WITHDRAWN, ChainEntry.Kind.ERASED]
    gone = ChainEntry.objects.filter(published_at__gte=end, kind__in=kinds).exclude(reason=SILENT)
    return gone.filter(case_key__in=before.values("case_key")).values("case_key").distinct().count()


def table_values(dimension: str, keys: set[str]) -> list[TableValue]:
    """Kinds in their own order, articles by number, all else by name; then what is not recorded, then all together."""
    kinds = list(country().kinds)

    def rank(value: TableValue) -> tuple[int, str]:
        if dimension in ("kind", "penalty"):
            return kinds.index(value.key), ""
        return (int(value.key), "") if value.key.isdecimal() else (10**6, value.name)

    values = sorted((TableValue(key, word(dimension, key, {})) for key in keys - {ALL, NOT_RECORDED}), key=rank)
    if NOT_RECORDED in keys:
        values.append(TableValue(NOT_RECORDED, not_recorded(dimension)))
    return [*values, TableValue(ALL, _("all together"))]


def notes(table: CountedTable) -> list[str]:
    """What must be said beside the table: who counts twice, what is not final, what was withheld."""
    lines = list(counted_twice(table))
    if table.is_today:
        lines.append(
            _("What the archive publishes later today changes these figures; from tomorrow on the address keeps them.")
        )
    if table.withheld:
        withheld = ngettext(
            "Since the day of this knowledge %(count)s case was withheld from the archive, whole or in part: "
            "the figures may have been higher.",
            "Since the day of this knowledge %(count)s cases were withheld from the archive, whole or in part: "
            "the figures may have been higher.",
            table.withheld,
        )
        lines.append(withheld % {"count": grouped(table.withheld)})
    return lines


def counted_twice(table: CountedTable) -> Iterator[str]:
    """How many stand in more than one row or column on the last day."""
    last = len(table.question.days) - 1
    total = table.cell(ALL, ALL, last).certain
    words = {"day": in_words(table.question.days[last]), "total": grouped(total)}
    if table.counts.twice_rows:
        yield _(
            "Counted in more than one row on %(day)s: %(number)s of %(total)s. The rows add up to more than the total."
        ) % {**words, "number": grouped(table.counts.twice_rows)}
    if table.counts.twice_columns:
        yield _(
            "Counted in more than one column on %(day)s: %(number)s of %(total)s. "
            "The columns add up to more than the total."
        ) % {**words, "number": grouped(table.counts.twice_columns)}


def counted_words(question: Question) -> str:
    if "covers" in (question.rows, question.columns):
        return {
            "persons": _("people under at least one ban"),
            "cases": _("cases with at least one ban in force"),
            "restrictions": _("bans in force"),
        }[question.count]
    return {
        "persons": _("people under at least one restriction"),
        "cases": _("cases with at least one restriction in force"),
        "restrictions": _("restrictions in force"),
    }[question.count]


def sentence(table: CountedTable, address: str, filters: str) -> str:
    """What a report can print under the table. ``address``: the full one; ``filters``: those chosen, in words."""
    last = len(table.question.days) - 1
    cell = table.cell(ALL, ALL, last)
    counted = _(
        "Counted: %(what)s, as far as known to the archive Shekteu, by its calculation. On %(day)s: %(certain)s "
        "certainly, %(likely)s more likely, %(possible)s possibly, %(open)s not known. As the archive knew it on "
        "%(known)s (last change: %(moment)s), by the rule book of %(rules)s."
    ) % {
        "what": counted_words(table.question),
        "day": in_words(table.question.days[last]),
        "certain": grouped(cell.certain),
        "possible": grouped(cell.possible),
        "likely": grouped(cell.likely),
        "open": grouped(cell.not_known),
        "known": in_words(table.known),
        "moment": moment(table.changed_at),
        "rules": ", ".join(table.used) or _("none"),
    }
    chosen = _("Only: %(filters)s.") % {"filters": filters} if filters else ""
    return " ".join(part for part in (counted, chosen, address) if part)
