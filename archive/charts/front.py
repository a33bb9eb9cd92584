"""Sentence against burden across the archive: one row a case, the parts of its total in days."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from archive.index.models import Entry
from archive.wording.lengths import length, roughly
from archive.wording.localize import LocalizedText, localize, word
from law.burden import HEAVIEST_FIRST
from law.lengths import Days, Length

MOST_ROWS = 20
DAYS_OF_A_YEAR = 365.2425
EITHER = "either"


class BurdenPiece(NamedTuple):
    kind: str
    x: str
    width: str


class BurdenRow(NamedTuple):
    case_id: str
    name: LocalizedText | None
    pieces: tuple[BurdenPiece, ...]
    sentence_x: str
    words: str


class YearsTick(NamedTuple):
    x: str
    years: int


class BurdenPicture(NamedTuple):
    """``left_out``: cases whose total is not known."""

    rows: tuple[BurdenRow, ...]
    ticks: tuple[YearsTick, ...]
    left_out: int
    parts: tuple[tuple[str, str], ...]


class Scale(NamedTuple):
    """Days across the whole picture, in percent."""

    days: float

    def percent(self, days: float) -> str:
        return f"{100 * days / self.days:.2f}%"


def picture(entries: Iterable[Entry]) -> BurdenPicture:
    """The cases whose total is known, the longest first; a total within bounds is drawn with its fewest days."""
    entries = list(entries)
    known = [entry for entry in entries if entry.burden_least and entry.burden_most is not None]
    drawn = sorted(known, key=lambda entry: (-entry.burden_least, entry.case_id))[:MOST_ROWS]
    longest = max((max(entry.burden_least, pronounced(entry)) for entry in drawn), default=1)
    years = int(longest / DAYS_OF_A_YEAR) + 1
    scale = Scale(years * DAYS_OF_A_YEAR)
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100) if years <= step * 8)
    return BurdenPicture(
        rows=tuple(burden_row(entry, scale) for entry in drawn),
        ticks=tuple(YearsTick(scale.percent(year * DAYS_OF_A_YEAR), year) for year in range(0, years, step)),
        left_out=len(entries) - len(known),
        parts=(*((kind, word("burden", kind)) for kind in HEAVIEST_FIRST), (EITHER, _("one or another of these"))),
    )


def burden_row(entry: Entry, scale: Scale) -> BurdenRow:
    nominal = entry.burden["nominal"]
    total = roughly(Days(entry.burden_least, entry.burden_most))
    sentence = length(Length.parse(nominal)) if nominal else "–"
    return BurdenRow(
        case_id=entry.case_id,
        name=localize(entry.names),
        pieces=pieces(entry.burden["parts"], entry.burden_least, scale),
        sentence_x=scale.percent(pronounced(entry)) if nominal else "",
        words=f"{sentence} → {total}",
    )


def pieces(parts: Sequence[dict[str, Any]], least: int, scale: Scale) -> tuple[BurdenPiece, ...]:
    """The sure days of each part; then those that are sure while it is not known to which part they belong."""
    drawn, reached = [], 0
    for kind in HEAVIEST_FIRST:
        days = sum(part["days"]["least"] for part in parts if part["kind"] == kind)
        if days:
            drawn.append(BurdenPiece(kind, scale.percent(reached), scale.percent(days)))
        reached += days
    if reached < least:
        drawn.append(BurdenPiece(EITHER, scale.percent(reached), scale.percent(least - reached)))
    return tuple(drawn)


def pronounced(entry: Entry) -> int:
    """Days of the main penalty as pronounced; 0 where no length was."""
    nominal = entry.burden["nominal"]
    return Length.parse(nominal).least_days if nominal else 0
