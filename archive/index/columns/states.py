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


Days = tuple[date | None, date | None]
"""A first and a last day; None: as far as there are days."""


def ends_between(periods: Table, days: Days) -> Array:
    """Which restrictions may have their last day within these: their working range is known and overlaps them."""
    return has_working_range(periods) & _overlap(periods, days)


def may_end_between(periods: Table, days: Days) -> Array:
    """Which others may as well: one side of their working range is known, and it lies no other way."""
    is_known = (periods["working_earliest"] != LEAST) | (periods["working_latest"] != MOST)
    may_end: Array = is_known & ~has_working_range(periods) & _overlap(periods, days)
    return may_end


def ends_within(periods: Table, days: Days, reading: str) -> Array:
    """Which restrictions have their last day within these whatever it is. ``reading``: ``last`` or ``working``."""
    first, last = ordinals(days)
    is_within: Array = has_working_range(periods)
    is_within &= (periods[f"{reading}_earliest"] >= first) & (periods[f"{reading}_latest"] <= last)
    return is_within


def has_working_range(periods: Table) -> Array:
    """Whether both sides of the last day are known, by the likely reading or else by the strict one."""
    has_range: Array = (periods["working_earliest"] != LEAST) & (periods["working_latest"] != MOST)
    return has_range


def _overlap(periods: Table, days: Days) -> Array:
    first, last = ordinals(days)
    overlap: Array = (periods["working_latest"] >= first) & (periods["working_earliest"] <= last)
    return overlap


def ordinals(days: Days) -> tuple[int, int]:
    """The days as numbers; as far as there are numbers where none was chosen."""
    first, last = days
    return first.toordinal() if first else LEAST, last.toordinal() if last else MOST
