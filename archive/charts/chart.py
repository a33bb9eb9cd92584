"""A chart as a value: what it counts, its numbers as a table, and the numbers that its drawing needs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

WIDTH = 720
"""Units across; on a screen that is as wide, a unit is a pixel."""


class Number(NamedTuple):
    """A count: ``sure``, and how many more are possible."""

    sure: int
    possible: int = 0


class Column(NamedTuple):
    """A column of a table; ``doubtful``: its numbers may have a possible part."""

    key: str
    label: str
    doubtful: bool = False


class Row(NamedTuple):
    """A row of a table. ``key`` is for machines; ``address``: the list of what was counted, if there is one."""

    key: str
    label: str
    numbers: tuple[Number, ...]
    address: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """The same numbers as the picture. ``head`` names what the rows are."""

    head: Column
    columns: Sequence[Column]
    rows: Sequence[Row]


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart. ``rule`` says what is counted and on which day, ``summary`` what the picture shows, in words.

    ``shape`` names the template of the drawing, ``drawing`` its numbers; ``height`` is that of the drawing.
    """

    id: str
    title: str
    rule: str
    summary: str
    table: Table
    shape: str
    height: int
    drawing: Any
    extra: Mapping[str, Any] = field(default_factory=dict)

    @property
    def template(self) -> str:
        return f"archive/statistics/{self.shape}.svg"
