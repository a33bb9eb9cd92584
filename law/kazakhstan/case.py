"""A whole case reckoned by the law of Kazakhstan."""

from datetime import date

from law import burden, claims
from law.dates import DateRange, earlier_of, hull, is_by
from law.facts import Case, Custody, Verdict
from law.kazakhstan import Kazakhstan, force
from law.kazakhstan.contradictions import contradictions
from law.kazakhstan.outcomes import outcomes
from law.kazakhstan.reckoner import Reckoner
from law.outcome import Burden, CustodyOutcome, Outcome, Penalty, Reckoning, VerdictOutcome


def reckon_case(law: Kazakhstan, case: Case, others: tuple[Case, ...], edition: date | None) -> Reckoning:
    """Returns everything that follows from the facts. Others of the person may move a date of this case."""
    reckoner = Reckoner(law, case, others, edition)
    restrictions = _with_otherwise(reckoner, others, edition)
    custody = tuple(_custody(reckoner, entry) for entry in case.custody)
    total = _burden(reckoner, custody, restrictions)
    return Reckoning(
        law.rule_book_version,
        edition,
        total,
        tuple(_verdict(reckoner, verdict) for verdict in case.verdicts),
        custody,
        restrictions,
        claims.compare(case.claims, restrictions, total),
        contradictions(reckoner, restrictions),
        tuple(sorted(reckoner.used)),
    )


def _with_otherwise(reckoner: Reckoner, others: tuple[Case, ...], edition: date | None) -> tuple[Outcome, ...]:
    """Returns the outcomes; beside each end that rests on a disputed day of custody, the end by the other day."""
    case, restrictions = reckoner.case, outcomes(reckoner)
    if all(entry.begins.otherwise is None for entry in case.custody):
        return restrictions
    other = case._replace(custody=tuple(_by_the_other_day(entry) for entry in case.custody))
    ends = {outcome.id: _rule_end(outcome) for outcome in outcomes(Reckoner(reckoner.law, other, others, edition))}
    return tuple(
        outcome if ends[outcome.id] == _rule_end(outcome) else outcome._replace(otherwise=ends[outcome.id])
        for outcome in restrictions
    )


def _by_the_other_day(entry: Custody) -> Custody:
    if entry.begins.otherwise is None:
        return entry
    return entry._replace(begins=entry.begins._replace(value=entry.begins.otherwise, otherwise=None))


def _rule_end(outcome: Outcome) -> DateRange:
    return outcome.ends if outcome.rule_end is None else outcome.rule_end


def _verdict(reckoner: Reckoner, verdict: Verdict) -> VerdictOutcome:
    force = reckoner.force(verdict.id)
    void = reckoner.is_void(verdict.id)
    return VerdictOutcome(verdict.id, force.value, force.certainty, force.basis, void, force.missing, force.steps)


def _custody(reckoner: Reckoner, entry: Custody) -> CustodyOutcome:
    """Returns a custody period up to its recorded end, else until force (prison, house arrest) or the verdict."""
    begins = entry.begins.value
    ends = entry.until.value.shift(1) if entry.until.known else _unrecorded_end(reckoner, entry)
    return CustodyOutcome(entry.id, entry.kind, begins, ends, entry.begins.fitted or entry.until.fitted)


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


def _burden(reckoner: Reckoner, custody: tuple[CustodyOutcome, ...], restrictions: tuple[Outcome, ...]) -> Burden:
    spans = [span for entry in custody for span in _span(reckoner, entry.kind, entry.binds_from, entry.ends, False)]
    for outcome in restrictions:
        if outcome.standing != "expected":
            spans += _span(reckoner, outcome.kind, *_lived(reckoner, outcome), outcome.open_ended and not outcome.void)
    total = burden.total(spans)
    first = reckoner.conviction()
    main = reckoner.main(first.id) if first else None
    return Burden(
        main.length if main else None, _pronounced(reckoner), total.begins, total.until, total.days, total.parts
    )


def _span(reckoner: Reckoner, kind: str, begins: DateRange, ends: DateRange, open_ended: bool) -> list[burden.DateSpan]:
    part = reckoner.law.kinds[kind].burden
    return [] if part == "none" else [burden.DateSpan(part, begins, ends, open_ended)]


def _lived(reckoner: Reckoner, outcome: Outcome) -> tuple[DateRange, DateRange]:
    """Returns from when to when it counts: prison from the first day of its term, a listing at the earliest
    from force, a void restriction until the verdict was undone."""
    begins, ends = outcome.binds_from, outcome.ends
    if outcome.kind == "imprisonment":
        begins = outcome.counts_from
    elif outcome.kind == "financial-monitoring-list" and outcome.verdict:
        begins = _from_force(begins, reckoner.force(outcome.verdict).value)
    if outcome.void:
        undone = force.undone(reckoner.case, outcome.verdict)
        ends = undone if outcome.open_ended else earlier_of(ends, undone)
    return begins, ends


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
