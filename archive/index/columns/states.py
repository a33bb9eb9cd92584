"""The states of many restrictions on one day, exactly as ``law.states.state`` has them one by one."""

from datetime import date

import numpy as np

from archive.index.columns.binary import Array, Table
from archive.index.columns.loading import LEAST, MOST
from law.states import STATES

CODES: dict[str, int] = {state: code for code, state in enumerate(STATES)}


def states_on(on: int | Array, periods: Table, expected: int) -> Array:
    """The place in ``STATES`` of each restriction's state. ``on``: the day's ordinal, or one for each restriction.

    ``expected``: the code of that standing.

    A bound that is not known is the least or the most there is, so that comparing it says "not surely".
    Written from the last rule to the first: the first that holds is the one that stays.
    """
    begins, begun_by = periods["begins_earliest"], periods["begins_latest"]
    ends, ended_by, is_open = periods["ends_earliest"], periods["ends_latest"], periods["open_ended"]
    begun, goes_on = begun_by <= on, is_open | (ends > on)
    likely_begun = begun | (periods["likely_begins_latest"] <= on)
    states = np.full(len(begins), CODES["unknown"], np.int8)
    states[likely_begun] = CODES["possible"]
    states[likely_begun & (goes_on | (periods["likely_ends_earliest"] > on))] = CODES["likely-in-force"]
    states[begun & goes_on] = CODES["in-force"]
    states[ended_by <= on] = CODES["ended"]
    states[begins > on] = CODES["upcoming"]
    states[periods["standing"] == expected] = CODES["expected"]
    states[periods["void"]] = CODES["void"]
    return states


def ends_between(periods: Table, first: date | None, last: date | None) -> Array:
    """Which restrictions' ends, as ranges, overlap these days; an end not known at all overlaps none."""
    ends, ended_by = periods["ends_earliest"], periods["ends_latest"]
    overlap: Array = (ends != LEAST) | (ended_by != MOST)
    if first is not None:
        overlap &= ended_by >= first.toordinal()
    if last is not None:
        overlap &= ends <= last.toordinal()
    return overlap
