"""Sentence against burden across the archive: one row a case, the parts of its total in days."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from archive.index.models import Entry
from archive.wording.lengths import length, roughly
from archive.wording.localize import LocalizedText, localize, word
from law.lengths import Days, Length

MOST_ROWS = 20
TOP, ROW, BAR = 24, 50, 11
DAYS_OF_A_YEAR = 365.2425
EITHER = "either"
PARTS = ("behind-bars", "home", "banned", "record-or-list")


class Piece(NamedTuple):
    kind: str
    x: str
    width: str


class PictureRow(NamedTuple):
    case_id: str
    name: LocalizedText | None
    label_y: int
    words_y: int
    bar_y: int
    pieces: tuple[Piece, ...]
    sentence_x: str
    open_x: str  # from here on it is not known how much longer; empty where the end is known
    words: str


class Tick(NamedTuple):
    x: str
    years: int


class Picture(NamedTuple):
    """``left_out``: cases without a single sure day, so that no length can be drawn."""

    rows: tuple[PictureRow, ...]
    ticks: tuple[Tick, ...]
    height: int
    bar: int
    left_out: int
    parts: tuple[tuple[str, str], ...]


def picture(entries: Iterable[Entry]) -> Picture:
    """Known totals first, the longest before the others. A part is drawn with the fewest days it surely has."""
    found = list(entries)
    drawn = sorted(
        (one for one in found if one.burden_least),
        key=lambda one: (one.burden_most is None, -one.burden_least, one.case_id),
    )
    drawn = drawn[:MOST_ROWS]
    longest = max((max(one.burden_least, _sentence(one)) for one in drawn), default=1)
    years = int(longest / DAYS_OF_A_YEAR) + 1
    whole = years * DAYS_OF_A_YEAR
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100) if years <= step * 8)
    return Picture(
        rows=tuple(_row(entry, number, whole) for number, entry in enumerate(drawn)),
        ticks=tuple(Tick(_percent(year * DAYS_OF_A_YEAR, whole), year) for year in range(0, years, step)),
        height=TOP + ROW * len(drawn) + 4,
        bar=BAR,
        left_out=sum(not one.burden_least for one in found),
        parts=(*((kind, word("burden", kind)) for kind in PARTS), (EITHER, _("one or another of these"))),
    )


def _row(entry: Entry, number: int, whole: float) -> PictureRow:
    y = TOP + ROW * number
    nominal = entry.burden["nominal"]
    total = roughly(Days(entry.burden_least, entry.burden_most))
    sentence = length(Length.parse(nominal)) if nominal else "–"
    return PictureRow(
        case_id=entry.case_id,
        name=localize(entry.names),
        label_y=y + 12,
        words_y=y + 27,
        bar_y=y + 32,
        pieces=_pieces(entry.burden["parts"], entry.burden_least, whole),
        sentence_x=_percent(_sentence(entry), whole) if nominal else "",
        open_x=_percent(entry.burden_least, whole) if entry.burden_most is None else "",
        words=f"{sentence} → {total}",
    )


def _pieces(parts: Sequence[dict[str, Any]], least: int, whole: float) -> tuple[Piece, ...]:
    """The sure days of each part; then those that are sure while it is not known to which part they belong."""
    found, reached = [], 0
    for kind in PARTS:
        days = sum(part["days"]["least"] for part in parts if part["kind"] == kind)
        if days:
            found.append(Piece(kind, _percent(reached, whole), _percent(days, whole)))
        reached += days
    if reached < least:
        found.append(Piece(EITHER, _percent(reached, whole), _percent(least - reached, whole)))
    return tuple(found)


def _sentence(entry: Entry) -> int:
    nominal = entry.burden["nominal"]
    return Length.parse(nominal).least_days if nominal else 0


def _percent(days: float, whole: float) -> str:
    return f"{100 * days / whole:.2f}%"
