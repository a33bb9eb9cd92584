"""A table as a page, a file and the API show it: cells with names and addresses, and what must be said beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from archive.charts.question import Asked
from archive.exports.table_builder.counting import ALL, NOT_RECORDED, Cell, Counts, count
from archive.exports.table_builder.question import YEAR, Question, parameters_of
from archive.index.filters.address import Address
from archive.wording.dates import day as in_words
from archive.wording.filter_values import word
from archive.wording.lengths import grouped
from editions.models import Edition, Erasure
from law.country import country

NOBODY = Cell()


class Value(NamedTuple):
    """A row or a column: its value in addresses, and its name."""

    key: str
    name: str


class Shown(NamedTuple):
    """A cell with the list of what is certain in it, if such a list there is."""

    cell: Cell
    address: str


class Line(NamedTuple):
    value: Value
    cells: Sequence[Shown]


class Block(NamedTuple):
    """The part of a table about one day; with years as columns there is only one, of no particular day."""

    day: date | None
    lines: Sequence[Line]


@dataclass(frozen=True, slots=True)
class Made:
    """``used``: the rule books that reckoned what was counted. ``address``: keeps its figures, see ``withheld``.

    ``withheld``: cases taken from the archive, whole or in part, since the day of its knowledge.
    """

    question: Question
    counts: Counts
    rows: Sequence[Value]
    columns: Sequence[Value]
    used: Sequence[str]
    edition: int
    known: date
    withheld: int
    address: str
    asked: Asked

    @property
    def blocks(self) -> list[Block]:
        if self.question.columns == YEAR:
            return [Block(None, [Line(row, self._years(row)) for row in self.rows])]
        return [Block(day, list(self._lines(place))) for place, day in enumerate(self.question.days)]

    @property
    def is_today(self) -> bool:
        """Whether the day of its knowledge is not over yet."""
        return self.known >= self.asked.today

    def cell(self, row: str, column: str, place: int) -> Cell:
        found = self.counts.cells.get((row, column))
        return found[place] if found else NOBODY

    def _years(self, row: Value) -> list[Shown]:
        places = range(len(self.question.days))
        return [Shown(self.cell(row.key, ALL, place), self._list(place, row.key, ALL)) for place in places]

    def _lines(self, place: int) -> Iterator[Line]:
        for row in self.rows:
            cells = [
                Shown(self.cell(row.key, one.key, place), self._list(place, row.key, one.key)) for one in self.columns
            ]
            yield Line(row, cells)

    def _list(self, place: int, row: str, column: str) -> str:
        """The list of cases with the same filters: those that are certain."""
        values: dict[str, str | None] = {"state": "in-force", "on": self.question.days[place].isoformat()}
        for dimension, key in ((self.question.rows, row), (self.question.columns, column)):
            if key == NOT_RECORDED or (key == ALL and dimension == "covers"):
                return ""
            if key != ALL:
                values[dimension] = key
        return self.asked.list_address(**values)

    def cells(self) -> Iterator[tuple[date, Value, Value, Cell]]:
        """Every cell of the table, those of all rows and all columns among them."""
        for place, day in enumerate(self.question.days):
            for row in self.rows:
                for column in self.columns if self.question.columns != YEAR else (Value(ALL, _("all together")),):
                    yield day, row, column, self.cell(row.key, column.key, place)


def used_rules(question: Question) -> list[str]:
    """The rule books by which the counted cases were reckoned."""
    books = question.chosen.columns.facets["rules"]
    return sorted(book for book, editions in books.items() if editions.intersect(question.chosen.cases))


def make(found: Asked, asked_question: Question, used: Sequence[str]) -> Made:
    """The table. Two queries if the archive is asked what it knew on an earlier day."""
    chosen = asked_question.chosen
    counts, known = count(asked_question), chosen.selection.known or found.today
    return Made(
        question=asked_question,
        counts=counts,
        rows=_values(asked_question.rows, {row for row, _column in counts.cells}),
        columns=_columns(asked_question, counts),
        used=used,
        edition=chosen.newest,
        known=known,
        withheld=withheld_since(known) if chosen.selection.known else 0,
        address=lasting_address(found, asked_question, known, used),
        asked=found,
    )


def lasting_address(found: Asked, asked_question: Question, known: date, used: Sequence[str]) -> str:
    """The address that fixes the days, the archive's knowledge and the rule book."""
    fixed = parameters_of(asked_question, known)
    chosen: dict[str, Any] = {**found.address.chosen, **{name: fixed.getlist(name) for name in fixed}}
    return Address(found.address.path, {**chosen, "rules": tuple(used)}).having()


def withheld_since(known: date) -> int:
    """How many cases that the archive knew at the end of the day were withheld since, whole or in part. Two queries."""
    end = timezone.make_aware(datetime.combine(known + timedelta(1), time.min))
    before = Edition.objects.filter(published_at__lt=end, kind=Edition.Kind.PUBLISHED)
    gone = Edition.objects.filter(published_at__gte=end, kind=Edition.Kind.WITHDRAWN)
    keys = set(gone.filter(case_key__in=before.values("case_key")).values_list("case_key", flat=True))
    erased = Erasure.objects.filter(erased_at__gte=end, edition__published_at__lt=end)
    return len(keys | set(erased.values_list("edition__case_key", flat=True)))


def _columns(asked_question: Question, counts: Counts) -> list[Value]:
    if asked_question.columns == YEAR:
        return [Value(day.isoformat(), str(day.year)) for day in asked_question.days]
    return _values(asked_question.columns, {column for _row, column in counts.cells})


def _values(dimension: str, keys: set[str]) -> list[Value]:
    """The values in order, then what is not recorded, then all together."""
    found = [Value(key, word(dimension, key, {})) for key in keys - {ALL, NOT_RECORDED}]
    found.sort(key=lambda value: _rank(dimension, value))
    if NOT_RECORDED in keys:
        found.append(Value(NOT_RECORDED, _("not recorded")))
    return [*found, Value(ALL, _("all together"))]


def _rank(dimension: str, value: Value) -> tuple[int, str]:
    """Kinds in their own order, articles by number, everything else by name."""
    if dimension in ("kind", "penalty"):
        return (list(country().kinds).index(value.key), "")
    return (int(value.key), "") if value.key.isdecimal() else (10**6, value.name)


def notes(made: Made) -> list[str]:
    """What must be said beside the table: who counts twice, what is not final, what was withheld."""
    found = list(_twice(made))
    if made.is_today:
        found.append(
            _("What the archive publishes later today changes these figures; from tomorrow on the address keeps them.")
        )
    if made.withheld:
        found.append(
            ngettext(
                "Since the day of this knowledge %(count)s case was withheld from the archive, whole or in part: "
                "the figures may have been higher.",
                "Since the day of this knowledge %(count)s cases were withheld from the archive, whole or in part: "
                "the figures may have been higher.",
                made.withheld,
            )
            % {"count": grouped(made.withheld)}
        )
    return found


def _twice(made: Made) -> Iterator[str]:
    last = len(made.question.days) - 1
    total = made.cell(ALL, ALL, last).certain
    words = {"day": in_words(made.question.days[last]), "total": grouped(total)}
    if made.counts.twice_rows:
        yield _(
            "Counted in more than one row on %(day)s: %(number)s of %(total)s. The rows add up to more than the total."
        ) % {**words, "number": grouped(made.counts.twice_rows)}
    if made.counts.twice_columns:
        yield _(
            "Counted in more than one column on %(day)s: %(number)s of %(total)s. "
            "The columns add up to more than the total."
        ) % {**words, "number": grouped(made.counts.twice_columns)}


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


def sentence(made: Made, address: str, filters: str) -> str:
    """What a report can print under the table. ``address``: the full one; ``filters``: those chosen, in words."""
    last = len(made.question.days) - 1
    cell = made.cell(ALL, ALL, last)
    said = _(
        "Counted: %(what)s, as far as known to the archive Shekteu, by its calculation. On %(day)s: %(certain)s "
        "certainly, %(possible)s more possibly, %(open)s not computable. As the archive knew it on %(known)s "
        "(edition %(edition)s), by the rule book of %(rules)s."
    ) % {
        "what": counted_words(made.question),
        "day": in_words(made.question.days[last]),
        "certain": grouped(cell.certain),
        "possible": grouped(cell.possible),
        "open": grouped(cell.not_computable),
        "known": in_words(made.known),
        "edition": made.edition,
        "rules": ", ".join(made.used) or _("none"),
    }
    chosen = _("Only: %(filters)s.") % {"filters": filters} if filters else ""
    return " ".join(part for part in (said, chosen, address) if part)
