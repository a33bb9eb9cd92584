"""The reckoning that a document carries, read back into the engine's own values.

So that one definition of state and basis, that of ``law.states``, speaks of editions too.
"""

from datetime import date

from editions.schema import reckoning
from law import outcome, states
from law.dates import DateRange
from law.lengths import Days


def date_range(found: reckoning.Days | None) -> DateRange:
    """The range of days; unknown on both sides where there is none."""
    if found is None:
        return DateRange()
    return DateRange(_day(found.earliest), _day(found.latest))


def count(found: reckoning.Count) -> Days:
    return Days(found.least or 0, found.most)


def read(found: reckoning.Outcome) -> outcome.Outcome:
    """The outcome without its steps, which pages take from the document as they are."""
    return outcome.Outcome(
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
        start_basis=found.start_basis,
        end_basis=found.end_basis,
        last_report=date_range(found.last_report) if found.last_report else None,
        certainty=found.certainty,
        missing=tuple(found.missing),
        fitted=found.fitted,
        rule_end=date_range(found.rule_end) if found.rule_end else None,
        otherwise=date_range(found.otherwise) if found.otherwise else None,
        waits_for=tuple(found.waits_for),
    )


def custody(found: reckoning.CustodyOutcome) -> outcome.Outcome:
    """A spell before force in the shape of a restriction: its days are reported, not computed."""
    return outcome.Outcome(
        id=found.id,
        kind=found.kind,
        standing="ordered",
        derived=False,
        verdict=None,
        binds_from=date_range(found.binds_from),
        counts_from=date_range(found.binds_from),
        ends=date_range(found.ends),
        start_basis="reported",
        end_basis="reported",
        fitted=found.fitted,
    )


def state_of(found: reckoning.Outcome, on: date) -> states.State:
    """The state of a document's restriction on that day."""
    return states.state(read(found), on)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
