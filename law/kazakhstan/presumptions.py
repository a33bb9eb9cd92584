"""What a lawyer takes for granted until somebody reports otherwise: the gaps of a case, filled and marked.

Pure: a case in, a case out. A presumption never touches what a source reports, and presuming twice changes nothing.
They apply in the order of this page. Each is a rule of the rule book, of certainty C; their bounds are fixed and ours.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from law.dates import DateRange, is_by
from law.facts import Case, Fact, Verdict
from law.kazakhstan.force import ruling_on, undoes
from law.kazakhstan.links import HIGHER
from law.lengths import Length
from law.outcome import Input, Value

if TYPE_CHECKING:
    from law.kazakhstan import Kazakhstan

IN_FORCE_BY_SIX_MONTHS = "in-force-by-six-months"
IN_FORCE_WITH_THE_RULING = "in-force-with-the-ruling"
PENALTY_UNCHANGED = "penalty-unchanged"
REGISTERED = "registered-within-45-days"
CUSTODY_UNTIL_THE_VERDICT = "custody-until-the-verdict"
REGIME_BY_LAW = "regime-by-law"
PRESUMPTIONS = (
    IN_FORCE_BY_SIX_MONTHS,
    IN_FORCE_WITH_THE_RULING,
    PENALTY_UNCHANGED,
    REGISTERED,
    CUSTODY_UNTIL_THE_VERDICT,
    REGIME_BY_LAW,
)

READINGS: Mapping[str, frozenset[str]] = {
    "strict": frozenset(),
    "six-months": frozenset(PRESUMPTIONS) - {PENALTY_UNCHANGED},
    "penalty-unchanged": frozenset(PRESUMPTIONS),
}
"""What a likely day may rest on, from nothing to everything: a reader chooses how much they presume."""
STARTS_WITHOUT: Mapping[str, frozenset[str]] = {"criminal-record": frozenset({PENALTY_UNCHANGED})}
"""By kind what its start does not rest on: any conviction brings a record, whatever an appeal left of the penalty."""

SIX_MONTHS = 183
"""Days after the verdict by which some conviction has taken force: our own bound, never called the law's."""
REGIMES_SINCE = date(2023, 3, 17)
"""From this day on CC 46(5)-(6) reads as we read it; what held before was not read."""
LONGEST_AT_MINIMUM = Length(years=2)


class Presumption(NamedTuple):
    """One gap that a presumption fills. ``gap``: what a strict answer that waits for it names as missing."""

    rule: str
    about: str
    gap: str
    inputs: tuple[Input, ...]
    value: Value


class Presumed(NamedTuple):
    """A case with its gaps filled, and by what."""

    case: Case
    uses: tuple[Presumption, ...] = ()


def presume(law: Kazakhstan, case: Case) -> Presumed:
    """Returns the case with its gaps filled by presumptions, each marked as presumed."""
    uses: tuple[Presumption, ...] = ()
    for fill in FILLS:
        filled = fill(law, case)
        case, uses = filled.case, (*uses, *filled.uses)
    return Presumed(case, uses)


def _forces(law: Kazakhstan, case: Case) -> Presumed:
    """Some conviction took force within six months; a ruling brings force on its own day; and where no ruling is
    known, the appeal left the penalty, of which the service took note within 45 days."""
    presumed = {verdict.id: use for verdict in case.verdicts if (use := _force(case, verdict)) is not None}
    if not presumed:
        return Presumed(case)
    verdicts = tuple(_in_force_by(verdict, presumed.get(verdict.id)) for verdict in case.verdicts)
    uses = list(presumed.values())
    uses += [
        Presumption(PENALTY_UNCHANGED, use.about, use.gap, (), None)
        for use in presumed.values()
        if use.rule == IN_FORCE_BY_SIX_MONTHS and ruling_on(case, use.about) is None
    ]
    uses += [
        Presumption(REGISTERED, row.id, f"registered:{row.id}", (), None)
        for row in case.restrictions
        if law.kinds[row.kind].probation and not row.registered.known and row.verdict in presumed
    ]
    return Presumed(case._replace(verdicts=verdicts), tuple(uses))


def _in_force_by(verdict: Verdict, use: Presumption | None) -> Verdict:
    if use is None:
        return verdict
    assert isinstance(use.value, DateRange)
    return verdict._replace(in_force=Fact(use.value, how="presumed"))


def _force(case: Case, verdict: Verdict) -> Presumption | None:
    """Returns by when the verdict is presumed to have taken force; None where a source says when, or that an appeal
    is pending, or where it was undone."""
    if _is_reported(verdict.in_force) or undoes(verdict):
        return None
    ruling = verdict if verdict.instance in HIGHER else ruling_on(case, verdict.id)
    if ruling is not None and undoes(ruling):
        return None
    if ruling is not None and ruling.date.value.latest is not None:
        value = DateRange(None, ruling.date.value.latest)
        inputs = (Input("ruling", ruling.date.value, ruling.id),)
        return Presumption(IN_FORCE_WITH_THE_RULING, verdict.id, f"date:{ruling.id}", inputs, value)
    if not _waits_for_an_appeal(case, verdict):
        return None
    value = DateRange(None, verdict.date.value.shift(SIX_MONTHS).latest)
    counted = (Input("verdict", verdict.date.value, verdict.id), Input("days", SIX_MONTHS))
    gap = f"date:{ruling.id}" if ruling is not None else f"in_force:{verdict.id}"
    return Presumption(IN_FORCE_BY_SIX_MONTHS, verdict.id, gap, counted, value)


def _waits_for_an_appeal(case: Case, verdict: Verdict) -> bool:
    """Tells whether it is a conviction of a known day of which nobody says how an appeal ended."""
    if verdict.instance != "first" or verdict.result != "convicted" or verdict.date.value.latest is None:
        return False
    if verdict.appealed is False or not verdict.pending_on.is_unknown:
        return False
    return not any(ruling.on == verdict.id and undoes(ruling) for ruling in case.verdicts)


def _custody(law: Kazakhstan, case: Case) -> Presumed:
    """Whoever was not sent to prison was held until the verdict, which freed them."""
    verdict = _freed_by(law, case)
    if verdict is None:
        return Presumed(case)
    day = verdict.date.value
    held = [
        entry
        for entry in case.custody
        if entry.kind == "custody" and not _is_reported(entry.until) and is_by(entry.begins.value, day)
    ]
    if not held:
        return Presumed(case)
    until = Fact(day, how="presumed")
    custody = tuple(entry._replace(until=until) if entry in held else entry for entry in case.custody)
    inputs = (Input("verdict", day, verdict.id),)
    uses = [Presumption(CUSTODY_UNTIL_THE_VERDICT, entry.id, f"until:{entry.id}", inputs, day) for entry in held]
    return Presumed(case._replace(custody=custody), tuple(uses))


def _freed_by(law: Kazakhstan, case: Case) -> Verdict | None:
    """Returns the only conviction of the case if it sent nobody behind bars and its day is known."""
    convictions = [verdict for verdict in case.verdicts if verdict.result == "convicted"]
    if len(convictions) != 1 or None in convictions[0].date.value:
        return None
    mains = [row for row in case.restrictions if law.kinds[row.kind].is_main]
    if not mains or any(law.kinds[row.kind].burden == "behind-bars" for row in mains):
        return None
    return convictions[0]


def _regimes(law: Kazakhstan, case: Case) -> Presumed:
    """A first term of up to two years is served at minimum, a longer one at medium security (CC 46(5)-(6))."""
    days = {verdict.id: verdict.date.value.earliest for verdict in case.verdicts if not _is_repeated(case, verdict)}
    regimes: dict[str, str] = {}
    uses = []
    for row in case.restrictions:
        day = days.get(row.verdict or "")
        if row.regime is None and row.kind == "imprisonment" and row.length and day and day >= REGIMES_SINCE:
            regimes[row.id] = "minimum" if _is_at_most(row.length, LONGEST_AT_MINIMUM) else "medium"
            inputs = (Input("length", row.length, row.id),)
            uses.append(Presumption(REGIME_BY_LAW, row.id, f"regime:{row.id}", inputs, regimes[row.id]))
    rows = tuple(row._replace(regime=regimes.get(row.id, row.regime)) for row in case.restrictions)
    return Presumed(case._replace(restrictions=rows), tuple(uses))


def _is_repeated(case: Case, verdict: Verdict) -> bool:
    return bool(case.prior) or verdict.recidivism in ("simple", "dangerous")


def _is_at_most(length: Length, most: Length) -> bool:
    return (length.years * 12 + length.months, length.days) <= (most.years * 12 + most.months, most.days)


def _is_reported(fact: Fact) -> bool:
    return fact.known and fact.how != "presumed"


FILLS: tuple[Callable[[Kazakhstan, Case], Presumed], ...] = (_forces, _custody, _regimes)
"""In the order in which they apply."""
