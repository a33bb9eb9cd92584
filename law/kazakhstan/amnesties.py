"""Which amnesties may have shortened a term: named beside it, never applied (CC 78)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from law.dates import UNKNOWN, DateRange, exact
from law.facts import Restriction
from law.kazakhstan import record

if TYPE_CHECKING:
    from law.kazakhstan.reckoner import Reckoner

FOR_JANUARY_2022 = date(2022, 11, 2)
JANUARY_2022 = DateRange(date(2022, 1, 1), date(2022, 1, 31))
OF_2025 = date(2025, 6, 23)


def may_have_shortened(reckoner: Reckoner, row: Restriction, ends: DateRange) -> tuple[DateRange, ...]:
    """Returns the days of the amnesty laws that may have shortened the term.

    None reaches extremist or terrorist crimes, recidivism (CC 78(2)), or a term that was over or began later.
    """
    verdict = reckoner.verdicts.get(row.verdict or "")
    if row.kind != "imprisonment" or row.ends.known or verdict is None or verdict.recidivism in ("simple", "dangerous"):
        return ()
    charges = reckoner.convicted(verdict)
    if any(record.is_listed_offence(reckoner.law, charge) for charge in charges):
        return ()
    convicted = verdict.date.value.earliest
    laws = [OF_2025] if convicted is None or convicted <= OF_2025 else []
    committed = [charge.committed for charge in charges if charge.committed != UNKNOWN]
    if any(JANUARY_2022.overlaps(day) for day in committed):
        laws.insert(0, FOR_JANUARY_2022)
    return tuple(exact(law) for law in laws if ends.latest is None or law < ends.latest)
