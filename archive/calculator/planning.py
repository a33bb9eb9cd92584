"""The planning date: the latest day under any reading that the archive knows of."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from archive.reckoned import date_range
from editions.schema import Document
from editions.schema.reckoning import Outcome
from law.dates import DateRange
from law.kazakhstan.vocabularies import kinds


class Planning(NamedTuple):
    """``day`` is the first day that no reading touches; None: cannot be said, ``missing`` would settle it.

    ``never``: a restriction for life.
    """

    day: date | None
    never: bool
    missing: tuple[str, ...]


def planning(document: Document) -> Planning:
    """For the whole sentence: every restriction that is counted, and the list where the law provides for it."""
    counted = [outcome for outcome in document.reckoning.restrictions if _lasts(outcome)]
    return of(counted)


def of(outcomes: Iterable[Outcome]) -> Planning:
    """The latest first day without any of these restrictions."""
    outcomes = list(outcomes)
    never = any(outcome.open_ended for outcome in outcomes)
    latest = [latest_of(outcome) for outcome in outcomes]
    known = [day for day in latest if day is not None]
    if never or len(known) < len(latest):
        missing = dict.fromkeys(key for outcome in outcomes if latest_of(outcome) is None for key in outcome.missing)
        return Planning(None, never, tuple(missing))
    return Planning(max(known, default=None), False, ())


def latest_of(outcome: Outcome) -> date | None:
    """The latest end under any reading: ours, the rule's beside a report, the one by a disputed day."""
    if outcome.open_ended:
        return None
    readings = [date_range(found) for found in (outcome.ends, outcome.rule_end, outcome.otherwise) if found]
    return _latest(readings)


def _latest(readings: list[DateRange]) -> date | None:
    days = [reading.latest for reading in readings if reading.latest is not None]
    return max(days) if len(days) == len(readings) else None


def _lasts(outcome: Outcome) -> bool:
    """A fine or a confiscation is paid or taken once; a void restriction is none."""
    return not outcome.void and kinds()[outcome.kind].burden != "none"
