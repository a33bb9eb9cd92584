"""What lifts a criminal record before its term (CC 64(1), 78, 79(7))."""

from __future__ import annotations

from typing import TYPE_CHECKING

from law.dates import UNKNOWN, DateRange, hull, later_of
from law.facts import Restriction, Verdict
from law.kazakhstan import record
from law.kazakhstan.derivation import Derivation
from law.outcome import Input

if TYPE_CHECKING:
    from law.kazakhstan.reckoner import Reckoner

MERCY = {"pardon": "pardoned", "amnesty": "amnestied"}
"""What ended a penalty -> the result of the ruling that says so."""
CANCELLED_EARLY = "early-cancellation"


def lifted(reckoner: Reckoner, verdict: Verdict, main: Restriction, end: Derivation) -> Derivation:
    """Returns the day on which the record was lifted, if it was.

    A pardon, an amnesty or a court that cancels a suspended sentence early may lift it: where nobody reports
    whether it did, the range holds both.
    """
    for ruling in _rulings(reckoner, verdict):
        if ruling.lifts_record:
            return _on(reckoner, end, ruling.date.value, ruling.id)
    is_merciful = main.ended_by in MERCY or any(
        ruling.result in MERCY.values() for ruling in _rulings(reckoner, verdict)
    )
    if is_merciful or main.ended_by == CANCELLED_EARLY:
        return _perhaps(reckoner, verdict, main, end)
    return end


def _rulings(reckoner: Reckoner, verdict: Verdict) -> list[Verdict]:
    rulings = [ruling for ruling in reckoner.case.verdicts if ruling.on == verdict.id]
    return sorted(rulings, key=lambda ruling: (str(ruling.date.value.earliest or ""), ruling.id))


def _on(reckoner: Reckoner, end: Derivation, day: DateRange, ref: str) -> Derivation:
    step = reckoner.step("record-lifted", "record-lifted", (Input("lifted-on", day, ref),), day, decided_on=day)
    missing = () if day != UNKNOWN else (f"date:{ref}",)
    return Derivation(waits_for=end.waits_for, steps=end.steps).followed_by(step, value=day, missing=missing)


def _perhaps(reckoner: Reckoner, verdict: Verdict, main: Restriction, end: Derivation) -> Derivation:
    """Returns the end with and without the record lifted; an amnesty does not reach extremist crimes (CC 78(2))."""
    merciful = [ruling for ruling in _rulings(reckoner, verdict) if ruling.result in MERCY.values()]
    is_amnesty = main.ended_by == "amnesty" or any(ruling.result == "amnestied" for ruling in merciful)
    denied = any(ruling.lifts_record is False for ruling in _rulings(reckoner, verdict))
    if denied or (is_amnesty and _is_listed(reckoner, verdict)):
        return end
    day = _freed_on(reckoner, main, merciful)
    value = hull(day, later_of(end.value, day))
    if value == end.value:  # it is over with the penalty in any case
        return end
    is_pardon = bool(merciful) or main.ended_by == "pardon"
    rule_id = "amnesty" if is_amnesty else "pardon" if is_pardon else "record-lifted"
    step = reckoner.step(
        rule_id,
        "record-perhaps-lifted-by-a-court" if rule_id == "record-lifted" else "record-perhaps-lifted",
        (Input("freed-on", day, merciful[0].id if merciful else main.id),),
        value,
        decided_on=day,
        assumption="whether-the-record-was-lifted-unknown",
    )
    missing = (f"lifts_record:{verdict.id}",)
    return end.followed_by(step._replace(certainty="C"), value=value, missing=missing)


def _freed_on(reckoner: Reckoner, main: Restriction, merciful: list[Verdict]) -> DateRange:
    """Returns the first day without the record if it was lifted: never while the penalty was still served."""
    if not merciful:
        return reckoner.times(main).end.value
    day = later_of(*(ruling.date.value for ruling in merciful))
    return later_of(day, main.ends.value) if main.ends.known else day


def _is_listed(reckoner: Reckoner, verdict: Verdict) -> bool:
    return any(record.is_listed_offence(reckoner.law, charge) for charge in reckoner.convicted(verdict))
