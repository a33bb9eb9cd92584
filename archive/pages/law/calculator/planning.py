"""The planning date: the latest day under any reading that the archive knows of."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from archive.pages.law.calculator.readings import as_after_prison
from editions.schema import Document
from law.country import country
from law.dates import DateRange
from law.outcome import Outcome


class Planning(NamedTuple):
    """``day`` is the first day that no reading touches; None: cannot be said, ``missing`` would settle it.

    ``never``: a restriction for life. ``other_reading``: the day is not ours, but that of a reading we do not share.
    """

    day: date | None
    never: bool
    missing: tuple[str, ...]
    other_reading: bool = False


def planning(document: Document) -> Planning:
    """For the whole sentence: every restriction that is counted, and the list where the law provides for it."""
    return of(filter(_lasts, document.reckoning.restrictions), as_after_prison(document))


def of(outcomes: Iterable[Outcome], other_reading: DateRange | None = None) -> Planning:
    """The latest first day without any of these restrictions; ``other_reading`` is of the record and the list."""
    outcomes = list(outcomes)
    never = any(outcome.open_ended for outcome in outcomes)
    unknown = [outcome for outcome in outcomes if latest_of(outcome) is None]
    if unknown:
        return Planning(None, never, tuple(dict.fromkeys(key for outcome in unknown for key in _of_the_end(outcome))))
    ours = max((day for outcome in outcomes if (day := latest_of(outcome))), default=None)
    kinds = country().kinds
    hangs_on_it = any(kinds[outcome.kind].burden == "record-or-list" for outcome in outcomes)
    theirs = other_reading.latest if other_reading and hangs_on_it else None
    if ours is not None and theirs is not None and theirs > ours:
        return Planning(theirs, False, (), True)
    return Planning(ours, False, ())


def _of_the_end(outcome: Outcome) -> list[str]:
    """The facts that would settle the end; the first day of a listing settles nothing."""
    return [key for key in outcome.missing if key.partition(":")[0] not in ("listing", "starts")]


def latest_of(outcome: Outcome) -> date | None:
    """The latest end by our readings: the outcome's, the rule's beside a report, the one by a disputed day."""
    if outcome.open_ended:
        return None
    readings = [reading for reading in (outcome.ends, outcome.rule_end, outcome.otherwise) if reading]
    return _latest(readings)


def _latest(readings: list[DateRange]) -> date | None:
    days = [reading.latest for reading in readings if reading.latest is not None]
    return max(days) if len(days) == len(readings) else None


def _lasts(outcome: Outcome) -> bool:
    """A fine or a confiscation is paid or taken once; a void restriction is none."""
    return not outcome.void and country().kinds[outcome.kind].burden != "none"
