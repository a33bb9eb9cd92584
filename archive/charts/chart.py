"""A chart as a value: what it counts, its numbers as a table, and the numbers that its drawing needs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple, Self

from django.utils.translation import gettext as _

from archive.wording import filter_values
from archive.wording.lengths import grouped

NOT_RECORDED = ""
WIDTH = 720
"""Units across; on a screen that is as wide, a unit is a pixel."""


class Canvas(NamedTuple):
    """How wide a picture is drawn. ``labels``: how many years or months have room to be written below it."""

    width: int
    labels: int

    @property
    def right(self) -> int:
        """Where what is drawn ends, so that half a label more has room."""
        return self.width - 12

    @property
    def is_narrow(self) -> bool:
        return self.width < WIDTH


WIDE, NARROW = Canvas(WIDTH, 10), Canvas(304, 4)
"""NARROW: what a telephone of 360 pixels leaves of the page, so that a letter is as large there as anywhere."""


class Narrow(NamedTuple):
    """The same chart drawn for a telephone, by the template of its ``shape``."""

    shape: str
    height: int
    drawing: Any


class Count(NamedTuple):
    """A count: ``sure``, how many more are likely, how many more possible, and of how many more it is not known."""

    sure: int
    likely: int = 0
    possible: int = 0
    not_known: int = 0


class ChartColumn(NamedTuple):
    """A column of a table; ``doubtful``: its numbers may have parts that are not sure."""

    key: str
    label: str
    doubtful: bool = False


class ChartRow(NamedTuple):
    """A row of a table. ``key`` is for machines; ``address``: the list of what was counted, if there is one."""

    key: str
    label: str
    numbers: tuple[Count, ...]
    address: str = ""


@dataclass(frozen=True, slots=True)
class ChartTable:
    """The same numbers as the picture. ``head`` names what the rows are."""

    head: ChartColumn
    columns: Sequence[ChartColumn]
    rows: Sequence[ChartRow]

    @property
    def is_doubtful(self) -> bool:
        """Whether any of its numbers may have parts that are not sure."""
        return any(column.doubtful for column in self.columns)


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart. ``rule`` says what is counted and on which day, ``summary`` what the picture shows, in words.

    ``shape`` names the template of the drawing, ``drawing`` its numbers; ``height`` is that of the drawing, ``narrow``
    the same for a telephone.
    """

    id: str
    title: str
    rule: str
    summary: str
    table: ChartTable
    shape: str
    height: int
    drawing: Any
    narrow: Narrow
    width: int = WIDTH
    extra: Mapping[str, Any] = field(default_factory=dict)

    @property
    def template(self) -> str:
        return f"archive/statistics/{self.shape}.svg"

    @property
    def widths(self) -> tuple[Self, Self]:
        """The chart for a wide page and for a telephone; a page shows one of the two."""
        return self, replace(self, id=f"{self.id}-narrow", width=NARROW.width, **self.narrow._asdict())


def not_recorded(facet: str, number: int, address: str) -> list[ChartRow]:
    """The last row of a table by something that is not recorded of every case; none where it is of all."""
    return [ChartRow(NOT_RECORDED, filter_values.not_recorded(facet), (Count(number),), address)] if number else []


def counted_column(counted: str) -> ChartColumn:
    return ChartColumn(counted, _("Cases") if counted == "cases" else _("People"))


def largest(rows: Sequence[ChartRow]) -> str:
    """The three rows of the highest numbers, in words."""
    by_number = sorted((row for row in rows if row.key and row.numbers[0].sure), key=lambda row: -row.numbers[0].sure)
    counts = [f"{row.label}: {grouped(row.numbers[0].sure)}" for row in by_number[:3]]
    if not counts:
        return _("Nothing known to this archive fits.")
    return _("Most known to this archive — %(counts)s.") % {"counts": "; ".join(counts)}
