"""What people said of a date beside our reading: compared, never called wrong."""

from collections.abc import Iterable
from datetime import date

from law.dates import DateRange
from law.facts import Claim
from law.lengths import Length
from law.outcome import Burden, Certainty, ClaimOutcome, Outcome


def compare(claims: Iterable[Claim], outcomes: tuple[Outcome, ...], burden: Burden) -> tuple[ClaimOutcome, ...]:
    return tuple(_compared(claim, outcomes, burden) for claim in claims)


def target(about: str, outcomes: tuple[Outcome, ...]) -> Outcome | None:
    """The outcome a claim speaks of; of several of a kind, the one that ends last."""
    if not about.startswith("kind:"):
        return next((outcome for outcome in outcomes if outcome.id == about), None)
    of_the_kind = [outcome for outcome in outcomes if f"kind:{outcome.kind}" == about]
    return max(of_the_kind, key=_ends_last, default=None)


def _ends_last(outcome: Outcome) -> tuple[bool, date, date, str]:
    latest = outcome.ends.latest or date.max
    return (outcome.open_ended, latest, outcome.ends.earliest or date.min, outcome.id)


def _compared(claim: Claim, outcomes: tuple[Outcome, ...], burden: Burden) -> ClaimOutcome:
    if claim.about == "case":
        return _about_the_case(claim, outcomes, burden)
    outcome = target(claim.about, outcomes)
    if outcome is None or outcome.void:
        return ClaimOutcome(claim.id, "cannot-be-compared", None, "C", None)
    return _with_outcome(claim, outcome)


def _about_the_case(claim: Claim, outcomes: tuple[Outcome, ...], burden: Burden) -> ClaimOutcome:
    """All restrictions together, without those that are only expected."""
    certainties = [outcome.certainty for outcome in outcomes if outcome.standing != "expected"]
    certainty: Certainty = max(certainties, default="C")
    if claim.says == "ends" and isinstance(claim.value, DateRange):
        return _between(claim, "case", claim.value, burden.until, certainty)
    if claim.says == "lasts":
        return _lasting(claim, "case", burden.begins, burden.until, certainty)
    return ClaimOutcome(claim.id, "cannot-be-compared", None, certainty, "case")


def _with_outcome(claim: Claim, outcome: Outcome) -> ClaimOutcome:
    certainty = outcome.certainty
    if claim.says == "ends" and isinstance(claim.value, DateRange):
        return _between(claim, outcome.id, claim.value, outcome.ends, certainty)
    if claim.says == "lasts":
        return _lasting(claim, outcome.id, outcome.binds_from, outcome.ends, certainty)
    if claim.says == "has-ended":
        return _has_ended(claim, outcome)
    if claim.says == "may-apply-from" and outcome.early and isinstance(claim.value, DateRange):
        return _between(claim, outcome.id, claim.value, outcome.early[0].date, outcome.early[0].certainty)
    if claim.says == "binds" and outcome.standing != "expected":
        return _binds(claim, outcome)
    return ClaimOutcome(claim.id, "cannot-be-compared", None, certainty, outcome.id)


def _between(claim: Claim, about: str, said: DateRange, ours: DateRange, certainty: Certainty) -> ClaimOutcome:
    """Agrees if the ranges overlap; a bound of ours that is not known decides nothing."""
    days = distance(said, ours)
    if days:
        return ClaimOutcome(claim.id, "differs", days, certainty, about)
    if None in said or None in ours:
        return ClaimOutcome(claim.id, "cannot-be-compared", None, certainty, about)
    return ClaimOutcome(claim.id, "agrees", 0, certainty, about)


def distance(said: DateRange, ours: DateRange) -> int:
    """Days between the nearest bounds; positive where what was said is later. 0: none known."""
    if said.earliest is not None and ours.latest is not None and said.earliest > ours.latest:
        return (said.earliest - ours.latest).days
    if said.latest is not None and ours.earliest is not None and said.latest < ours.earliest:
        return (said.latest - ours.earliest).days
    return 0


def _lasting(claim: Claim, about: str, begins: DateRange, until: DateRange, certainty: Certainty) -> ClaimOutcome:
    """A length as said, laid from our start; open on any side it decides nothing."""
    if not isinstance(claim.value, Length) or None in begins or None in until:
        return ClaimOutcome(claim.id, "cannot-be-compared", None, certainty, about)
    return _between(claim, about, begins.plus(claim.value), until, certainty)


def _has_ended(claim: Claim, outcome: Outcome) -> ClaimOutcome:
    """Said to be over on the day it was said: compared with an end on or before that day."""
    value = claim.value if isinstance(claim.value, DateRange) else claim.said_on
    ours = outcome.ends
    if value.latest is None or None in ours:
        return ClaimOutcome(claim.id, "cannot-be-compared", None, outcome.certainty, outcome.id)
    assert ours.earliest is not None
    if ours.earliest <= value.latest:
        return ClaimOutcome(claim.id, "agrees", 0, outcome.certainty, outcome.id)
    return ClaimOutcome(claim.id, "differs", (value.latest - ours.earliest).days, outcome.certainty, outcome.id)


def _binds(claim: Claim, outcome: Outcome) -> ClaimOutcome:
    """Said to bind on a day: compared with the whole time."""
    day = claim.value if isinstance(claim.value, DateRange) else claim.said_on
    if None in day or None in outcome.binds_from or (not outcome.open_ended and None in outcome.ends):
        return ClaimOutcome(claim.id, "cannot-be-compared", None, outcome.certainty, outcome.id)
    return _between(
        claim,
        outcome.id,
        day,
        DateRange(outcome.binds_from.earliest, outcome.ends.latest or date.max),
        outcome.certainty,
    )
