"""Invented restrictions as the columns have them."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

import numpy as np

from archive.charts.intervals import Lasting
from archive.index.columns.loading import LEAST, MOST
from law.dates import DateRange
from law.outcome import Likely


class Stretch(NamedTuple):
    """One restriction, with what ``law.states`` has to know of it. ``since``: the first day known in its case."""

    entry: int
    person: str
    case: str
    item: str
    kind: str
    standing: str
    void: bool
    open_ended: bool
    binds_from: DateRange
    ends: DateRange
    since: date | None = None
    covers: Sequence[str] = ()
    likely: Likely | None = None
    last_day: DateRange | None = None

    @property
    def strict(self) -> DateRange:
        """The last day by the strict reading: the day before the end if no other is given."""
        return self.ends.shift(-1) if self.last_day is None else self.last_day

    @property
    def working(self) -> DateRange:
        is_given = self.likely is not None and not self.likely.last_day.is_unknown
        return self.likely.last_day if self.likely and is_given else self.strict


def lasting(found: Sequence[Stretch]) -> Lasting:
    """The same restrictions as columns."""
    kinds = sorted({one.kind for one in found})
    covers = sorted({cover for one in found for cover in one.covers})
    people = sorted({one.person for one in found})
    periods = {
        "entry": np.array([one.entry for one in found], int),
        "kind": np.array([kinds.index(one.kind) for one in found], int),
        "standing": np.array([one.standing == "expected" for one in found], int),
        "covers": np.array([sum(1 << covers.index(cover) for cover in one.covers) for one in found], int),
        "void": np.array([one.void for one in found], bool),
        "open_ended": np.array([one.open_ended for one in found], bool),
        "begins_earliest": days((one.binds_from.earliest for one in found), LEAST),
        "begins_latest": days((one.binds_from.latest for one in found), MOST),
        "ends_earliest": days((one.ends.earliest for one in found), LEAST),
        "ends_latest": days((one.ends.latest for one in found), MOST),
        "likely_begins_latest": days((one.likely and one.likely.binds_from.latest for one in found), MOST),
        "likely_ends_earliest": days((one.likely and one.likely.ends.earliest for one in found), LEAST),
        "last_earliest": days((one.strict.earliest for one in found), LEAST),
        "last_latest": days((one.strict.latest for one in found), MOST),
        "working_earliest": days((one.working.earliest for one in found), LEAST),
        "working_latest": days((one.working.latest for one in found), MOST),
    }
    person = np.array([people.index(one.person) for one in found], int)
    return Lasting(periods, person, days((one.since for one in found), LEAST), kinds, covers, expected=1)


def days(found: object, unknown: int) -> np.ndarray:
    return np.array([day.toordinal() if day else unknown for day in found], np.int64)  # type: ignore[attr-defined]
