"""The state of a reckoned restriction on a day, read from a document by `law`'s own definition."""

from datetime import date

from editions.schema import reckoning
from law import outcome, states
from law.dates import DateRange


def state_of(found: reckoning.Outcome, on: date) -> states.State:
    """The state of a document's restriction on that day."""
    read = outcome.Outcome(
        id=found.id,
        kind=found.kind,
        standing=found.standing,
        derived=found.derived,
        verdict=found.verdict,
        binds_from=date_range(found.binds_from),
        counts_from=date_range(found.counts_from),
        ends=date_range(found.ends),
        open_ended=found.open_ended,
        void=found.void,
    )
    return states.state(read, on)


def date_range(found: reckoning.Days) -> DateRange:
    """The range of days between two bounds as a document writes them."""
    return DateRange(_day(found.earliest), _day(found.latest))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
