"""A whole case reckoned by the law of Kazakhstan."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from law import burden, claims
from law.dates import DateRange, earlier_of, hull, is_by
from law.facts import Case, Custody, Verdict
from law.kazakhstan import Kazakhstan, disputed, force, presumptions
from law.kazakhstan.contradictions import contradictions
from law.kazakhstan.likely import Reading, Readings
from law.kazakhstan.outcomes import last_day_of, outcomes
from law.kazakhstan.reckoner import Reckoner
from law.outcome import (
    Basis,
    Burden,
    CustodyOutcome,
    Outcome,
    Penalty,
    Reckoning,
    VerdictOutcome,
)


def reckon_case(law: Kazakhstan, case: Case, others: tuple[Case, ...], edition: date | None) -> Reckoning:
    """Returns everything that follows from the facts. Others of the person may move a date of this case.

    Where sources differ on a length, every range holds what follows by either.
    """
    return disputed.by_every_length(law, case, others, lambda case, others: _reckoned(law, case, others, edition))


def _reckoned(law: Kazakhstan, case: Case, others: tuple[Case, ...], edition: date | None) -> Reckoning:
    reckoner = Reckoner(law, case, others, edition)
    strict = _reading(reckoner, _with_otherwise(reckoner, others, edition))
    presumed = presumptions.presume(law, reckoner.case)
    likely = _likely(reckoner, presumed.case, others, edition) if presumed.uses else None
    readings = Readings(strict, likely, presumed.uses)
    restrictions, total = readings.restrictions(), _burden(readings)
    return Reckoning(
        law.rule_book_version,
        edition,
        total,
        tuple(_verdict(readings, verdict) for verdict in case.verdicts),
        readings.custody(),
        restrictions,
        claims.compare(case.claims, restrictions, total),
        contradictions(reckoner, strict.restrictions),
        tuple(sorted(reckoner.used)),
    )


def _reading(reckoner: Reckoner, restrictions: tuple[Outcome, ...]) -> Reading:
    custody = tuple(_custody(reckoner, entry) for entry in reckoner.case.custody)
    return Reading(reckoner, custody, restrictions, _total(reckoner, custody, restrictions))


def _likely(strict: Reckoner, presumed: Case, others: tuple[Case, ...], edition: date | None) -> Reading:
    reckoner = Reckoner(strict.law, presumed, others, edition)
    return _reading(reckoner, outcomes(reckoner))


def _with_otherwise(reckoner: Reckoner, others: tuple[Case, ...], edition: date | None) -> tuple[Outcome, ...]:
    """Returns the outcomes; beside each end that rests on a disputed day of custody, the end by the other day."""
    case, restrictions = reckoner.case, outcomes(reckoner)
    if all(entry.begins.otherwise is None for entry in case.custody):
        return restrictions
    other = case._replace(custody=tuple(_by_the_other_day(entry) for entry in case.custody))
    ends = {outcome.id: _rule_end(outcome) for outcome in outcomes(Reckoner(reckoner.law, other, others, edition))}
    return tuple(
        outcome if ends[outcome.id] == _rule_end(outcome) else _beside(reckoner, outcome, ends[outcome.id])
        for outcome in restrictions
    )


def _beside(reckoner: Reckoner, outcome: Outcome, otherwise: DateRange) -> Outcome:
    """Returns the outcome with its end by the other reading, for which whoever plans has to allow as well."""
    planning_day, other_day = outcome.planning_day, last_day_of(reckoner.law.kinds[outcome.kind], otherwise).latest
    if outcome.rule_end is None and planning_day is not None:
        planning_day = None if other_day is None else max(planning_day, other_day)
    return outcome._replace(otherwise=otherwise, planning_day=planning_day)


def _by_the_other_day(entry: Custody) -> Custody:
    if entry.begins.otherwise is None:
        return entry
    return entry._replace(begins=entry.begins._replace(value=entry.begins.otherwise, otherwise=None))


def _rule_end(outcome: Outcome) -> DateRange:
    return outcome.ends if outcome.rule_end is None else outcome.rule_end


def _verdict(readings: Readings, verdict: Verdict) -> VerdictOutcome:
    reckoner = readings.strict.reckoner
    force = reckoner.force(verdict.id)
    void = reckoner.is_void(verdict.id)
    return VerdictOutcome(
        verdict.id,
        force.value,
        force.certainty,
        force.basis,
        void,
        force.missing,
        force.steps,
        readings.force(verdict.id),
    )


def _custody(reckoner: Reckoner, entry: Custody) -> CustodyOutcome:
    """Returns a custody period up to its recorded end, else until force (prison, house arrest) or the verdict."""
    begins = entry.begins.value
    ends = entry.until.value.shift(1) if entry.until.known else _unrecorded_end(reckoner, entry)
    fitted = entry.begins.fitted or entry.until.fitted
    return CustodyOutcome(entry.id, entry.kind, begins, ends, fitted, _end_basis(reckoner, entry))


def _end_basis(reckoner: Reckoner, entry: Custody) -> Basis:
    """Returns what the end rests on: whoever is reported released from prison is no longer in custody either."""
    verdict = None if entry.until.known else reckoner.conviction()
    main = reckoner.main(verdict.id) if verdict else None
    if main is not None and main.kind == "imprisonment":
        return reckoner.times(main).end.basis
    return "reported" if entry.until.known else "computed"


def _unrecorded_end(reckoner: Reckoner, entry: Custody) -> DateRange:
    """Returns force before prison or in house arrest, else the verdict; open where the period may begin after that."""
    begins = entry.begins.value
    open_ = DateRange(begins.earliest, None)
    verdict = reckoner.conviction()
    if verdict is None:
        return open_
    main = reckoner.main(verdict.id)
    in_force = reckoner.force(verdict.id).value
    if main is not None and main.kind == "imprisonment":
        return _until_prison(begins, in_force, reckoner.times(main).end.value)
    if entry.kind == "house-arrest":
        return in_force if is_by(begins, in_force) else open_
    day = verdict.date.value
    return DateRange(begins.earliest, day.shift(1).latest) if is_by(begins, day) else open_


def _until_prison(begins: DateRange, in_force: DateRange, ends: DateRange) -> DateRange:
    """Returns force; an arrest after force goes over into prison, one after prison is another matter."""
    if not is_by(begins, ends):
        return DateRange(begins.earliest, None)
    if is_by(in_force, begins):
        return ends
    until = _not_after(in_force, ends)
    return until if is_by(begins, in_force) else hull(until, ends)


def _not_after(in_force: DateRange, ends: DateRange) -> DateRange:
    """Returns when custody goes over into prison: at force, at the latest when the prison term ends."""
    if ends.latest is None or (in_force.latest is not None and in_force.latest <= ends.latest):
        return in_force
    earliest = in_force.earliest
    return DateRange(None if earliest is None else min(earliest, ends.latest), ends.latest)


def _burden(readings: Readings) -> Burden:
    reckoner, total = readings.strict.reckoner, readings.strict.total
    first = reckoner.conviction()
    main = reckoner.main(first.id) if first else None
    return Burden(
        main.length if main else None,
        _pronounced(reckoner),
        total.begins,
        total.until,
        total.days,
        total.parts,
        total.last_day,
        readings.burden(),
    )


def _total(
    reckoner: Reckoner, custody: tuple[CustodyOutcome, ...], restrictions: tuple[Outcome, ...]
) -> burden.BurdenTotal:
    def force_of(verdict: str) -> DateRange:
        return reckoner.force(verdict).value

    return burden.total(_spans(reckoner.law, reckoner.case, force_of, custody, restrictions))


def total_of_cases(law: Kazakhstan, cases: Iterable[tuple[Case, Reckoning]]) -> burden.BurdenTotal:
    """Returns what several cases of one person come to as they were reckoned, each day counted once."""
    spans: list[burden.DateSpan] = []
    for case, reckoning in cases:
        forces = {verdict.id: verdict.in_force for verdict in reckoning.verdicts}
        spans += _spans(law, case, forces.__getitem__, reckoning.custody, reckoning.restrictions)
    return burden.total(spans)


def _spans(
    law: Kazakhstan,
    case: Case,
    force_of: Callable[[str], DateRange],
    custody: Iterable[CustodyOutcome],
    restrictions: Iterable[Outcome],
) -> Iterator[burden.DateSpan]:
    spans = [_custody_span(law, entry) for entry in custody]
    spans += [_span(law, case, force_of, outcome) for outcome in restrictions if outcome.standing != "expected"]
    yield from (span for span in spans if span is not None)


def _custody_span(law: Kazakhstan, entry: CustodyOutcome) -> burden.DateSpan | None:
    part = law.kinds[entry.kind].burden
    return None if part == "none" else burden.DateSpan(part, entry.binds_from, entry.ends, False, entry.ends.shift(-1))


def _span(
    law: Kazakhstan, case: Case, force_of: Callable[[str], DateRange], outcome: Outcome
) -> burden.DateSpan | None:
    """Returns from when to when it counts: prison from the first day of its term, a listing at the earliest
    from force, a void restriction until the verdict was undone."""
    part = law.kinds[outcome.kind].burden
    if part == "none":
        return None
    begins, ends, last_day = outcome.binds_from, outcome.ends, outcome.last_day
    if outcome.kind == "imprisonment":
        begins = outcome.counts_from
    elif outcome.kind == "financial-monitoring-list" and outcome.verdict:
        begins = _from_force(begins, force_of(outcome.verdict))
    if outcome.void:
        undone = force.undone(case, outcome.verdict)
        ends = undone if outcome.open_ended else earlier_of(ends, undone)
        last_day = ends.shift(-1)
    return burden.DateSpan(part, begins, ends, outcome.open_ended and not outcome.void, last_day)


def _from_force(begins: DateRange, in_force: DateRange) -> DateRange:
    if in_force.earliest is None or (begins.latest is not None and begins.latest < in_force.earliest):
        return begins
    return DateRange(max(begins.earliest or in_force.earliest, in_force.earliest), begins.latest)


def _pronounced(reckoner: Reckoner) -> tuple[Penalty, ...]:
    """Returns every penalty that a verdict named: the main one first, then the bans."""
    kinds = reckoner.law.kinds
    rows = [row for row in reckoner.case.restrictions if row.verdict and kinds[row.kind].penalty]
    rows.sort(key=lambda row: (not kinds[row.kind].is_main, not kinds[row.kind].ban, kinds[row.kind].order, row.id))
    return tuple(Penalty(row.id, row.kind, row.term, row.length) for row in rows)
