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

    With a suspended sentence that is cancelled early the court lifts it, unless a source says otherwise. A
    pardon or an amnesty may lift it: where nobody reports whether it did, the range holds both.
    """
    for ruling in _rulings(reckoner, verdict):
        if ruling.lifts_record:
            return _on(reckoner, end, ruling.date.value, ruling.id)
    if main.ended_by == CANCELLED_EARLY and not _denied(reckoner, verdict):
        return _on(reckoner, end, reckoner.times(main).end.value, main.id)
    if main.ended_by in MERCY or any(ruling.result in MERCY.values() for ruling in _rulings(reckoner, verdict)):
        return _by_mercy(reckoner, verdict, main, end)
    return end


def _rulings(reckoner: Reckoner, verdict: Verdict) -> list[Verdict]:
    rulings = [ruling for ruling in reckoner.case.verdicts if ruling.on == verdict.id]
    return sorted(rulings, key=lambda ruling: (str(ruling.date.value.earliest or ""), ruling.id))


def _denied(reckoner: Reckoner, verdict: Verdict) -> bool:
    return any(ruling.lifts_record is False for ruling in _rulings(reckoner, verdict))


def _on(reckoner: Reckoner, end: Derivation, day: DateRange, ref: str) -> Derivation:
    step = reckoner.step("record-lifted", "record-lifted", (Input("lifted-on", day, ref),), day, decided_on=day)
    missing = () if day != UNKNOWN else (f"date:{ref}",)
    return Derivation(waits_for=end.waits_for, steps=end.steps).followed_by(step, value=day, missing=missing)


def _by_mercy(reckoner: Reckoner, verdict: Verdict, main: Restriction, end: Derivation) -> Derivation:
    """Returns the end with and without the record lifted; an amnesty does not reach extremist crimes (CC 78(2))."""
    merciful = [ruling for ruling in _rulings(reckoner, verdict) if ruling.result in MERCY.values()]
    is_amnesty = main.ended_by == "amnesty" or any(ruling.result == "amnestied" for ruling in merciful)
    if _denied(reckoner, verdict) or (is_amnesty and _is_listed(reckoner, verdict)):
        return end
    day = later_of(*(ruling.date.value for ruling in merciful)) if merciful else reckoner.times(main).end.value
    value = hull(day, later_of(end.value, day))
    rule_id = "amnesty" if is_amnesty else "pardon"
    step = reckoner.step(
        rule_id,
        "record-perhaps-lifted",
        (Input("freed-on", day, merciful[0].id if merciful else main.id),),
        value,
        decided_on=day,
        assumption="whether-the-record-was-lifted-unknown",
    )
    missing = (f"lifts_record:{verdict.id}",)
    return end.followed_by(step._replace(certainty="C"), value=value, missing=missing)


def _is_listed(reckoner: Reckoner, verdict: Verdict) -> bool:
    return any(record.is_listed_offence(reckoner.law, charge) for charge in reckoner.convicted(verdict))
