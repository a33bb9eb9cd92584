"""What one conviction does to another of the same person.

CC 79(8): a new crime interrupts the record of the old one, which then runs anew after the new
penalties. How an unserved rest is added to a new sentence was not read: a range, named.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from law.dates import DateRange, earlier_of, hull, later_of
from law.facts import Restriction, Verdict
from law.kazakhstan import record
from law.kazakhstan.derivation import Derivation
from law.lengths import Length
from law.outcome import Input

if TYPE_CHECKING:
    from law.kazakhstan.reckoner import Reckoner


def interrupted(reckoner: Reckoner, verdict: Verdict, end: Derivation) -> Derivation:
    """Returns the record's end where another conviction fell into it: as it was, or counted anew.

    The day of the new crime is no field of a case: whether it interrupts stays open, as a range.
    """
    length = _years_after_prison(end)
    if length is None:
        return end
    for other, later in _convictions(reckoner):
        main = other.main(later.id)
        if main is None or not _falls_into(later, reckoner.force(verdict.id).value, end.value):
            continue
        bans = (other.times(row).end for row in other.bans(later.id))
        served = later_of(other.served(main).value, *(ban.value for ban in bans))
        value = hull(end.value, later_of(end.value, served.plus(length)))
        step = reckoner.step(
            "record-several",
            "interrupted-by-new-crime",
            (Input("new-verdict", later.date.value, f"{other.case.id}/{later.id}"), Input("served", served)),
            value,
            decided_on=later.date.value,
            sources=later.date.sources,
            assumption="day-of-new-crime-unknown",
        )
        reckoner.used.add(other.case.id)
        end = end.followed_by(step._replace(certainty="C"), value=value, missing=(f"crime:{other.case.id}",))
    return end


def absorbed(reckoner: Reckoner, row: Restriction, end: Derivation) -> Derivation:
    """Returns the end of a main penalty that may have gone into a later verdict while it still ran."""
    kind = reckoner.law.kinds[row.kind]
    if not kind.is_main or kind.length == "none" or row.ends.known:
        return end
    own = reckoner.force(row.verdict).value
    for other, later in _convictions(reckoner):
        force = other.force(later.id).value
        if not _falls_into(later, own, end.value):
            continue
        value = DateRange(earlier_of(end.value, force).earliest, end.value.latest)
        step = reckoner.step(
            "record-several",
            "later-verdict-while-it-runs",
            (Input("new-verdict", force, f"{other.case.id}/{later.id}"),),
            value,
            decided_on=force,
            assumption="rest-may-be-in-the-later-sentence",
        )
        reckoner.used.add(other.case.id)
        end = end.followed_by(step._replace(certainty="C"), value=value, missing=(f"cumulation:{other.case.id}",))
    return end


def _years_after_prison(end: Derivation) -> Length | None:
    """Returns the years that the record of a prison sentence runs after serving, as the steps say."""
    for step in end.steps:
        if step.operation == "years-after-prison":
            return next((entry.value for entry in step.inputs if isinstance(entry.value, Length)), None)
    return None


def _convictions(reckoner: Reckoner) -> list[tuple[Reckoner, Verdict]]:
    """Returns every conviction that leaves a record in the person's other cases, in the order of days."""
    convictions = [
        (other, verdict)
        for other in reckoner.others
        for verdict in other.convictions()
        if not other.is_void(verdict.id) and record.leaves_a_record(other.law, other.convicted(verdict))
    ]
    return sorted(convictions, key=_day)


def _day(conviction: tuple[Reckoner, Verdict]) -> tuple[date, str, str]:
    other, verdict = conviction
    return (verdict.date.value.earliest or date.min, other.case.id, verdict.id)


def _falls_into(later: Verdict, begins: DateRange, ends: DateRange) -> bool:
    """Tells whether the later verdict may follow the earlier one's force and precede its end."""
    day = later.date.value
    if day.latest is None or begins.earliest is None or day.latest <= begins.earliest:
        return False
    return ends.latest is None or day.earliest is None or day.earliest < ends.latest
