"""Two reports of one length: what follows by either of them, and the ranges that hold both.

Nothing chooses between reports, so no presumption does either: strict and likely days span both. The case is reckoned
once by each length; several disputed lengths, of this case and of the person's others, in every combination.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from law import claims
from law.dates import DateRange, hull
from law.facts import Case, Restriction
from law.kazakhstan.derivation import lowest, once
from law.lengths import Days, Length
from law.outcome import (
    Burden,
    BurdenPart,
    CustodyOutcome,
    Early,
    Input,
    Likely,
    LikelyBurden,
    LikelyForce,
    Outcome,
    Penalty,
    Reckoning,
    Step,
    VerdictOutcome,
)

if TYPE_CHECKING:
    from law.kazakhstan import Kazakhstan

Others = tuple[Case, ...]


def by_every_length(
    law: Kazakhstan, case: Case, others: Others, reckon: Callable[[Case, Others], Reckoning]
) -> Reckoning:
    """Returns what ``reckon`` makes of the case; where sources differ on a length, of both readings, spanned."""
    for dispute in _disputes(case, others):
        first, other = (by_every_length(law, *readings, reckon) for readings in dispute.readings(case, others))
        return Both(law, dispute, case, first, other).reckoning()
    return reckon(case, others)


class Dispute(NamedTuple):
    """A restriction of which two lengths are reported; ``beside``: the other case of the person that it is of."""

    row: Restriction
    beside: Case | None = None

    def readings(self, case: Case, others: Others) -> Iterator[tuple[Case, Others]]:
        """Yields both cases by the first length, then by the other."""
        for length in (self.row.length, self.row.other_length):
            if self.beside is None:
                yield self._settled(case, length), others
            else:
                yield (
                    case,
                    tuple(self._settled(beside, length) if beside is self.beside else beside for beside in others),
                )

    def _settled(self, case: Case, length: Length | None) -> Case:
        settled = self.row._replace(length=length, other_length=None)
        return case._replace(restrictions=tuple(settled if row is self.row else row for row in case.restrictions))

    def inputs(self) -> tuple[Input, ...]:
        """Both lengths. No document names another case of the person, nor a row of it."""
        ref = self.row.id if self.beside is None else None
        return (Input("length", self.row.length, ref), Input("other-length", self.row.other_length, ref))

    def sources(self) -> tuple[str, ...]:
        return self.row.length_sources if self.beside is None else ()


def _disputes(case: Case, others: Others) -> Iterator[Dispute]:
    yield from (Dispute(row) for row in case.restrictions if row.other_length is not None)
    for beside in others:
        yield from (Dispute(row, beside) for row in beside.restrictions if row.other_length is not None)


class Both:
    """Two reckonings of one case, which differ in one length alone."""

    def __init__(self, law: Kazakhstan, dispute: Dispute, case: Case, first: Reckoning, other: Reckoning) -> None:
        self.law, self.dispute, self.case = law, dispute, case
        self.first, self.other = first, other

    def reckoning(self) -> Reckoning:
        """Returns the reckoning that holds both. A contradiction by either length is named."""
        first, other = self.first, self.other
        by_id = {outcome.id: outcome for outcome in other.restrictions}
        restrictions = tuple(self.outcome(outcome, by_id[outcome.id]) for outcome in first.restrictions)
        burden = _burden(first.burden, other.burden)
        return first._replace(
            burden=burden,
            verdicts=tuple(map(_verdict, first.verdicts, other.verdicts)),
            custody=tuple(map(self._custody, first.custody, other.custody)),
            restrictions=restrictions,
            claims=claims.compare(self.case.claims, restrictions, burden),
            contradictions=tuple(sorted({*first.contradictions, *other.contradictions}, key=lambda entry: entry[:2])),
            used=tuple(sorted({*first.used, *other.used})),
        )

    def outcome(self, first: Outcome, other: Outcome) -> Outcome:
        """Returns the outcome that holds both: what either reading leaves open stays open."""
        if first == other:
            return first
        spanned = first._replace(
            binds_from=hull(first.binds_from, other.binds_from),
            counts_from=hull(first.counts_from, other.counts_from),
            ends=hull(first.ends, other.ends),
            last_day=hull(first.last_day, other.last_day),
            open_ended=first.open_ended and other.open_ended,
            certainty=lowest(first.certainty, other.certainty),
            missing=once(first.missing, other.missing),
            fitted=first.fitted or other.fitted,
            rule_end=first.rule_end and other.rule_end and hull(first.rule_end, other.rule_end),
            otherwise=self._otherwise(first, other),
            waits_for=once(first.waits_for, other.waits_for),
            early=self._early(first.early, other.early),
            planning_day=_later(first.planning_day, other.planning_day),
            likely=self._likely(first.likely, other.likely),
        )
        if _days(first) == _days(other):
            return spanned
        step = self._step(first.ends, other.ends)
        return spanned._replace(certainty="C", steps=(*first.steps, step))

    def _otherwise(self, first: Outcome, other: Outcome) -> DateRange | None:
        """Returns the end by the other reading of a disputed day, where there is one by either length."""
        if first.otherwise is None and other.otherwise is None:
            return None
        return hull(*(outcome.otherwise or outcome.rule_end or outcome.ends for outcome in (first, other)))

    def _early(self, first: tuple[Early, ...], other: tuple[Early, ...]) -> tuple[Early, ...]:
        by_rule = {chance.rule: chance for chance in other}
        return tuple(self._chance(chance, by_rule.get(chance.rule, chance)) for chance in first)

    def _chance(self, first: Early, other: Early) -> Early:
        if first.date == other.date:
            return first
        step = self._step(first.date, other.date)
        return Early(first.rule, hull(first.date, other.date), "C", (*first.steps, step))

    def _likely(self, first: Likely | None, other: Likely | None) -> Likely | None:
        if first is None or other is None:
            return None
        steps = once(first.steps, other.steps)
        if steps and first[:4] != other[:4]:
            steps = (*steps, self._step(first.ends, other.ends))
        return Likely(
            hull(first.binds_from, other.binds_from),
            hull(first.counts_from, other.counts_from),
            hull(first.ends, other.ends),
            hull(first.last_day, other.last_day),
            once(first.presumptions, other.presumptions),
            steps,
        )

    def _custody(self, first: CustodyOutcome, other: CustodyOutcome) -> CustodyOutcome:
        return first._replace(
            ends=hull(first.ends, other.ends),
            fitted=first.fitted or other.fitted,
            likely=self._likely(first.likely, other.likely),
        )

    def _step(self, first: DateRange, other: DateRange) -> Step:
        """Returns the step that comes to both answers, whatever the rules that led to each."""
        rule = self.law.rule("counting")
        inputs = (*self.dispute.inputs(), Input("by-the-first", first), Input("by-the-other", other))
        result, sources = hull(first, other), self.dispute.sources()
        return Step(
            rule.id,
            rule.version,
            "C",
            "both-lengths",
            inputs,
            result,
            sources,
            assumption="two-reports-of-one-length",
        )


def _days(outcome: Outcome) -> tuple[object, ...]:
    likely = outcome.likely[:4] if outcome.likely else None
    return (outcome.binds_from, outcome.counts_from, outcome.ends, outcome.open_ended, likely)


def _later(first: date | None, other: date | None) -> date | None:
    return None if first is None or other is None else max(first, other)


def _verdict(first: VerdictOutcome, other: VerdictOutcome) -> VerdictOutcome:
    if first == other:
        return first
    return first._replace(
        in_force=hull(first.in_force, other.in_force),
        certainty=lowest(first.certainty, other.certainty),
        missing=once(first.missing, other.missing),
        likely=first.likely and other.likely and _likely_force(first.likely, other.likely),
    )


def _likely_force(first: LikelyForce, other: LikelyForce) -> LikelyForce:
    return LikelyForce(hull(first.in_force, other.in_force), once(first.presumptions, other.presumptions))


def _burden(first: Burden, other: Burden) -> Burden:
    """Returns the burden that holds both. A length on which sources differ is no one length: the case has both."""
    return first._replace(
        nominal=first.nominal if first.nominal == other.nominal else None,
        pronounced=tuple(map(_penalty, first.pronounced, other.pronounced)),
        begins=hull(first.begins, other.begins),
        until=hull(first.until, other.until),
        days=_either(first.days, other.days),
        parts=_parts(first.parts, other.parts),
        last_day=hull(first.last_day, other.last_day),
        likely=_likely_burden(first.likely, other.likely),
    )


def _penalty(first: Penalty, other: Penalty) -> Penalty:
    return first if first == other else first._replace(length=None)


def _likely_burden(first: LikelyBurden | None, other: LikelyBurden | None) -> LikelyBurden | None:
    if first is None or other is None:
        return None
    return LikelyBurden(
        hull(first.begins, other.begins),
        hull(first.until, other.until),
        hull(first.last_day, other.last_day),
        _either(first.days, other.days),
        _parts(first.parts, other.parts),
    )


def _parts(first: tuple[BurdenPart, ...], other: tuple[BurdenPart, ...]) -> tuple[BurdenPart, ...]:
    """Returns each share of both, of which the kinds are the same."""
    return tuple(
        BurdenPart(one.kind, hull(one.begins, two.begins), hull(one.until, two.until), _either(one.days, two.days))
        for one, two in zip(first, other, strict=True)
    )


def _either(first: Days, other: Days) -> Days:
    most = None if first.most is None or other.most is None else max(first.most, other.most)
    return Days(min(first.least, other.least), most)
