"""What is otherwise for those who committed the crime before the age of eighteen (CC 80-90)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from law.dates import UNKNOWN, DateRange, hull, is_before
from law.facts import Charge, Restriction
from law.kazakhstan.derivation import Derivation
from law.lengths import Length
from law.outcome import Input

if TYPE_CHECKING:
    from law.kazakhstan.reckoner import Reckoner

OF_AGE = Length(years=18)
YEARS = {"minor": 1, "medium": 1, "grave": 2, "especially-grave": 3}
"""Years of the record after serving prison (CC 89)."""
SHARES = {"minor": (1, 4), "medium": (1, 4), "grave": (1, 3), "especially-grave": (1, 2)}
SHARE_AGAINST_LIFE = (2, 3)
"""Of an especially grave crime against life (CC 86(1))."""
SHORTEST_CONTROL, LONGEST_CONTROL = Length(months=6), Length(years=1)


ADULT, MINOR, PERHAPS_A_MINOR = (False,), (True,), (False, True)
Readings = tuple[bool, ...]


def readings(reckoner: Reckoner, verdict_id: str | None) -> Readings:
    """Returns whether the crimes of the verdict were committed before the age of eighteen; both where dates
    leave it open.

    Without the day of a crime that of the verdict stands for it; without a birth date everybody is an adult.
    Whether a person is of age on the birthday itself or from the day after it was not read: both.
    """
    born = reckoner.case.person.born
    verdict = reckoner.verdicts.get(verdict_id or "")
    if born.is_unknown or verdict is None:
        return ADULT
    of_age = born.plus(OF_AGE)
    charges = reckoner.convicted(verdict)
    days = [_committed(charge, verdict.date.value) for charge in charges] or [verdict.date.value]
    if all(is_before(day, of_age) for day in days):
        return MINOR
    return ADULT if any(is_before(of_age, day) for day in days) or UNKNOWN in days else PERHAPS_A_MINOR


def _committed(charge: Charge, verdict: DateRange) -> DateRange:
    return charge.committed if charge.committed != UNKNOWN else verdict


def shares(charges: Iterable[Charge], levels: Iterable[str]) -> tuple[int, int]:
    """Returns the share of the term that must be served before parole, the heaviest of all crimes."""
    possible = [
        SHARE_AGAINST_LIFE if level == "especially-grave" and charge.against_life else SHARES[level]
        for charge, level in zip(charges, levels, strict=True)
    ]
    return max(possible, key=lambda share: share[0] / share[1])


def controls(reckoner: Reckoner, verdict_id: str | None, length: Length) -> tuple[Length, ...]:
    """Returns how long control beside a suspended sentence may last: of an adult as long as the sentence."""
    ages = readings(reckoner, verdict_id)
    if ages == ADULT:
        return (length,)
    of_a_minor = (SHORTEST_CONTROL, LONGEST_CONTROL)
    return of_a_minor if ages == MINOR else (*of_a_minor, length)


def control_end(
    reckoner: Reckoner, row: Restriction, start: Derivation, force: Derivation, full: DateRange
) -> Derivation:
    """Returns the end of probation control beside a suspended sentence: six months to a year, or ``full``, the
    whole term, where the person may have been of age."""
    value = hull(start.value.plus(SHORTEST_CONTROL), start.value.plus(LONGEST_CONTROL))
    open_ = readings(reckoner, row.verdict) == PERHAPS_A_MINOR
    if open_:
        value = hull(value, full)
    inputs = (Input("start", start.value), Input("shortest", SHORTEST_CONTROL), Input("longest", LONGEST_CONTROL))
    step = reckoner.step(
        "minor-control",
        "control-of-a-minor",
        inputs,
        value,
        decided_on=force.value,
        sources=row.sources,
        assumption="perhaps-a-minor" if open_ else None,
    )
    return start._replace(basis="computed").followed_by(step, value=value, missing=(f"control:{row.id}",))
