"""The likely reading beside the strict one: the same engine over the same facts, their gaps filled by presumptions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from law.burden import BurdenTotal
from law.dates import UNKNOWN, DateRange
from law.kazakhstan.never_likely import is_of_nobody, withheld
from law.kazakhstan.presumptions import IN_FORCE_BY_SIX_MONTHS, IN_FORCE_WITH_THE_RULING, PRESUMPTIONS, Presumption
from law.kazakhstan.reckoner import Reckoner
from law.lengths import Days
from law.outcome import BurdenPart, CustodyOutcome, Likely, LikelyBurden, LikelyForce, Outcome, PresumptionUse, Step

FORCES = (IN_FORCE_BY_SIX_MONTHS, IN_FORCE_WITH_THE_RULING)
GIVEN = {"nothing": 3, "end": 2, "count-and-end": 1, "all": 0}
"""By what is withheld, how many of start, count and end are given."""


class Reading(NamedTuple):
    """One run of the engine over a case."""

    reckoner: Reckoner
    custody: tuple[CustodyOutcome, ...]
    restrictions: tuple[Outcome, ...]
    total: BurdenTotal


class Readings:
    """The strict run beside the likely one, which is None where nothing was presumed.

    Where a presumption contradicts what sources report, such as an order that came after the presumed end, the
    likely days would leave the strict ones: then nothing is presumed of the case.
    """

    def __init__(self, strict: Reading, likely: Reading | None, uses: tuple[Presumption, ...]) -> None:
        if likely is not None and contradicts(strict, likely):
            likely, uses = None, ()
        self.strict, self.likely = strict, likely
        self.uses = sorted(uses, key=lambda use: PRESUMPTIONS.index(use.rule))
        self.by_id = {outcome.id: outcome for outcome in strict.restrictions}
        self.likely_by_id = {outcome.id: outcome for outcome in likely.restrictions} if likely else {}

    def restrictions(self) -> tuple[Outcome, ...]:
        """The strict outcomes, each with its likely days."""
        return tuple(outcome._replace(likely=self.of(outcome)) for outcome in self.strict.restrictions)

    def of(self, outcome: Outcome) -> Likely | None:
        """The likely days of an outcome; None for a void or only expected one."""
        if outcome.void or outcome.standing == "expected":
            return None
        other = self.likely_by_id.get(outcome.id)
        if other is None or _days(other) == _days(outcome):
            return outcome.as_likely()
        kept = withheld(self.strict.reckoner, outcome)
        if kept == "all":
            return Likely(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN)
        uses = tuple(self.uses_of(outcome))
        steps = (*map(self._step, uses), *(step for step in other.steps if step not in outcome.steps))
        given = Likely(
            other.binds_from, other.counts_from, other.ends, other.last_day, tuple(map(self._use, uses)), steps
        )
        if kept == "nothing":
            return given
        counts = UNKNOWN if kept == "count-and-end" else given.counts_from
        return given._replace(counts_from=counts, ends=UNKNOWN, last_day=UNKNOWN)

    def custody(self) -> tuple[CustodyOutcome, ...]:
        """The custody periods, each with its likely end."""
        pairs = zip(self.strict.custody, (self.likely or self.strict).custody, strict=True)
        return tuple(ours._replace(likely=self._likely_custody(ours, theirs)) for ours, theirs in pairs)

    def _likely_custody(self, ours: CustodyOutcome, theirs: CustodyOutcome) -> Likely:
        verdict = self.strict.reckoner.conviction()
        if ours.ends == theirs.ends or verdict is None or not ours.ends.contains(theirs.ends):
            return Likely(ours.binds_from, ours.binds_from, ours.ends, ours.ends.shift(-1))
        if is_of_nobody(self.strict.reckoner, verdict.id):
            return Likely(ours.binds_from, ours.binds_from, UNKNOWN, UNKNOWN)
        uses = [use for use in self.uses if use.about == ours.id or (use.about == verdict.id and use.rule in FORCES)]
        return Likely(ours.binds_from, ours.binds_from, theirs.ends, theirs.ends.shift(-1), tuple(map(self._use, uses)))

    def uses_of(self, outcome: Outcome) -> Iterator[Presumption]:
        """What a likely day of the outcome rests on: what fills a gap that its strict answer names, and the force of
        the verdicts behind it."""
        verdicts = set(self._verdicts_behind(outcome))
        for use in self.uses:
            if use.about in verdicts if use.rule == IN_FORCE_WITH_THE_RULING else use.gap in outcome.missing:
                yield use

    def _verdicts_behind(self, outcome: Outcome) -> Iterator[str | None]:
        """The verdicts of an outcome and of everything that it waits for."""
        pending, seen = [outcome.id], set()
        while pending:
            id_ = pending.pop()
            if id_ not in seen and id_ in self.by_id:
                seen.add(id_)
                yield self.by_id[id_].verdict
                pending += self.by_id[id_].waits_for

    def force(self, verdict_id: str) -> LikelyForce | None:
        """When a verdict took force by the likely reading; None where it is void."""
        reckoner = self.strict.reckoner
        if reckoner.is_void(verdict_id):
            return None
        strict = reckoner.force(verdict_id).value
        likely = self.likely.reckoner.force(verdict_id).value if self.likely else strict
        if likely == strict:
            return LikelyForce(strict)
        if is_of_nobody(reckoner, verdict_id):
            return LikelyForce(UNKNOWN)
        uses = (use for use in self.uses if use.about == verdict_id and use.rule in FORCES)
        return LikelyForce(likely, tuple(map(self._use, uses)))

    def burden(self) -> LikelyBurden | None:
        """The burden by the likely reading; None where it would rest on days that are never likely."""
        total = self.strict.total
        if self.likely is not None and self.likely.total != total:
            verdicts: Iterable[str | None] = self.strict.reckoner.verdicts
            if any(is_of_nobody(self.strict.reckoner, verdict) for verdict in verdicts):
                return None
            total = self.likely.total if holds(total, self.likely.total) else total
        return LikelyBurden(total.begins, total.until, total.last_day, total.days, total.parts)

    def _use(self, use: Presumption) -> PresumptionUse:
        return PresumptionUse(use.rule, self.strict.reckoner.law.rule(use.rule).version, use.about)

    def _step(self, use: Presumption) -> Step:
        rule = self.strict.reckoner.law.rule(use.rule)
        return Step(use.rule, rule.version, rule.certainty, use.rule, use.inputs, use.value)


def contradicts(strict: Reading, likely: Reading) -> bool:
    """Tells whether some likely day that would be given lies outside the strict ones."""
    days = {outcome.id: _days(outcome) for outcome in likely.restrictions}
    for outcome in strict.restrictions:
        outside = [
            place
            for place, (ours, theirs) in enumerate(zip(_days(outcome), days[outcome.id], strict=True))
            if not ours.contains(theirs)
        ]
        if outside and outside[0] < GIVEN[withheld(strict.reckoner, outcome)]:
            return True
    return False


def holds(strict: BurdenTotal, likely: BurdenTotal) -> bool:
    """Tells whether the likely burden lies within the strict one, whole and part by part. An end of prison that is
    withheld may lie outside where it contradicts what a source reports; then the burden stays the strict one."""
    parts = zip(strict.parts, likely.parts, strict=True)
    return (
        strict.last_day.contains(likely.last_day)
        and _hold(strict, likely)
        and all(_hold(ours, theirs) for ours, theirs in parts)
    )


def _hold(ours: BurdenTotal | BurdenPart, theirs: BurdenTotal | BurdenPart) -> bool:
    return ours.begins.contains(theirs.begins) and ours.until.contains(theirs.until) and _spans(ours.days, theirs.days)


def _spans(ours: Days, theirs: Days) -> bool:
    at_most = ours.most is None or (theirs.most is not None and theirs.most <= ours.most)
    return ours.least <= theirs.least and at_most


def _days(outcome: Outcome) -> tuple[DateRange, ...]:
    return (outcome.binds_from, outcome.counts_from, outcome.ends)
