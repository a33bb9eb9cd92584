"""The planning day: the latest last day under any reading that the archive knows of."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from archive.pages.law.calculator.readings import as_after_prison
from editions.schema import Document
from law.country import country
from law.dates import DateRange
from law.outcome import Outcome


class Planning(NamedTuple):
    """``day`` is the last day that any reading touches; None: cannot be said, ``missing`` would settle it.

    ``never``: a restriction for life. ``other_reading``: the day is not ours, but that of a reading we do not share.
    """

    day: date | None
    never: bool
    missing: tuple[str, ...]
    other_reading: bool = False


def planning(document: Document) -> Planning:
    """For the whole sentence: every restriction that is counted, and the list where the law provides for it.

    A fine or a confiscation is paid or taken once; a void restriction is none.
    """
    kinds = country().kinds
    outcomes = document.reckoning.restrictions
    lasting = [outcome for outcome in outcomes if not outcome.void and kinds[outcome.kind].burden != "none"]
    return of(lasting, as_after_prison(document))


def of(outcomes: Sequence[Outcome], other_reading: DateRange | None = None) -> Planning:
    """The latest last day of any of these restrictions; ``other_reading`` is of the record and the list."""
    days = [latest_of(outcome) for outcome in outcomes]
    if None in days:
        unknown = [outcome for outcome, day in zip(outcomes, days, strict=True) if day is None]
        facts = [fact for outcome in unknown for fact in outcome.missing]
        # The first day of a listing settles nothing about its end.
        settling = [fact for fact in facts if fact.partition(":")[0] not in ("listing", "starts")]
        never = any(outcome.open_ended for outcome in outcomes)
        return Planning(None, never, tuple(dict.fromkeys(settling)))
    ours = max((day for day in days if day), default=None)
    kinds = country().kinds
    hangs_on_it = any(kinds[outcome.kind].burden == "record-or-list" for outcome in outcomes)
    theirs = other_reading.shift(-1).latest if other_reading and hangs_on_it else None
    if ours is not None and theirs is not None and theirs > ours:
        return Planning(theirs, False, (), True)
    return Planning(ours, False, ())


def latest_of(outcome: Outcome) -> date | None:
    """The latest last day by our readings: the outcome's, the rule's beside a report, the one by a disputed day.

    None where one of them is open. Of prison the last day is that of release.
    """
    before = 0 if outcome.last_day == outcome.ends else -1
    ends = [reading.shift(before) for reading in (outcome.rule_end, outcome.otherwise) if reading]
    days = [reading.latest for reading in (outcome.last_day, *ends) if reading.latest is not None]
    return max(days) if len(days) == len(ends) + 1 and not outcome.open_ended else None
