"""The state of a restriction on a day, and what that statement rests on."""

from datetime import date
from typing import Literal

from law.dates import DateRange
from law.outcome import Basis, Outcome

State = Literal["void", "expected", "upcoming", "ended", "in-force", "likely-in-force", "possible", "unknown"]
STATES: tuple[State, ...] = (
    "in-force",
    "likely-in-force",
    "possible",
    "unknown",
    "upcoming",
    "ended",
    "expected",
    "void",
)
MAY_BIND: tuple[State, ...] = ("in-force", "likely-in-force", "possible", "unknown")
"""States in which a restriction may bind, the surest first."""


def state(outcome: Outcome, on: date) -> State:
    """Returns the first that holds on the strict days of: void, expected, upcoming, ended, in force.

    Where none does: likely in force, possible (it has begun, and nothing says that it goes on or is over), or
    unknown. There is no likely end: whoever believes a wrong one can be sent to prison.
    """
    binds, ends = outcome.binds_from, outcome.ends
    if outcome.void:
        return "void"
    if outcome.standing == "expected":
        return "expected"
    if binds.earliest is not None and on < binds.earliest:
        return "upcoming"
    if ends.latest is not None and on >= ends.latest:
        return "ended"
    begun = _is_by(binds.latest, on)
    if begun and _goes_on(outcome, ends, on):
        return "in-force"
    likely = outcome.likely
    likely_begun = begun or (likely is not None and _is_by(likely.binds_from.latest, on))
    if likely_begun and (_goes_on(outcome, ends, on) or (likely is not None and _goes_on(outcome, likely.ends, on))):
        return "likely-in-force"
    return "possible" if likely_begun else "unknown"


def _is_by(day: date | None, on: date) -> bool:
    return day is not None and day <= on


def _goes_on(outcome: Outcome, ends: DateRange, on: date) -> bool:
    """Tells whether it surely goes on after the day, if it has begun and ends in this range."""
    return outcome.open_ended or (ends.earliest is not None and on < ends.earliest)


def basis(outcome: Outcome, on: date) -> Basis:
    """What the state on this day rests on: a report, the person's own word, or our calculation.

    A day up to the newest report stands on that report; later days stand on the end.
    """
    report = outcome.last_report
    reported: Basis = "told" if outcome.start_basis == "told" else "reported"
    if report is not None and report.earliest is not None and on <= report.earliest:
        return reported
    return outcome.end_basis
