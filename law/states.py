"""The state of a restriction on a day, and what that statement rests on."""

from datetime import date
from typing import Literal

from law.outcome import Basis, Outcome

State = Literal["void", "expected", "upcoming", "ended", "in-force", "unknown", "uncertain"]
STATES: tuple[State, ...] = (
    "in-force",
    "uncertain",
    "unknown",
    "upcoming",
    "ended",
    "expected",
    "void",
)


def state(outcome: Outcome, on: date) -> State:
    """Returns the first that holds of: void, expected, upcoming, ended, in force, unknown, uncertain."""
    binds, ends = outcome.binds_from, outcome.ends
    if outcome.void:
        return "void"
    if outcome.standing == "expected":
        return "expected"
    if binds.earliest is not None and on < binds.earliest:
        return "upcoming"
    if ends.latest is not None and on >= ends.latest:
        return "ended"
    begun = binds.latest is not None and binds.latest <= on
    if begun and (outcome.open_ended or (ends.earliest is not None and on < ends.earliest)):
        return "in-force"
    if _needs_a_null_bound(outcome, on, begun):
        return "unknown"
    return "uncertain"


def _needs_a_null_bound(outcome: Outcome, on: date, begun: bool) -> bool:
    if not begun and None in outcome.binds_from:
        return True
    if outcome.open_ended:
        return False
    earliest, latest = outcome.ends
    return earliest is None or (on >= earliest and latest is None)


def basis(outcome: Outcome, on: date) -> Basis:
    """What the state on this day rests on: a report, the person's own word, or our calculation.

    A day up to the newest report stands on that report; later days stand on the end.
    """
    report = outcome.last_report
    reported: Basis = "told" if outcome.start_basis == "told" else "reported"
    if report is not None and report.earliest is not None and on <= report.earliest:
        return reported
    return outcome.end_basis
