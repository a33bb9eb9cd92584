"""What the reckoner computed, as outcomes: every row of the case and what follows from its verdicts."""

from law.dates import UNKNOWN, DateRange
from law.facts import Restriction, Verdict
from law.kazakhstan import early, record
from law.kazakhstan.derivation import Derivation, lowest, once
from law.kazakhstan.reckoner import Reckoner, Times
from law.outcome import Input, Outcome, Standing, Step
from law.vocabularies import RestrictionKind


def outcomes(reckoner: Reckoner) -> tuple[Outcome, ...]:
    """Returns every row of the case and everything that follows from its verdicts, in a stable order."""
    case = reckoner.case
    outcomes_ = [_row_outcome(reckoner, row) for row in case.restrictions]
    for verdict in reckoner.convictions():
        outcomes_ += _derived(reckoner, verdict)
    if not case.reports:
        return tuple(outcomes_)
    return tuple(outcome._replace(last_report=_last_report(reckoner, outcome)) for outcome in outcomes_)


def _last_report(reckoner: Reckoner, outcome: Outcome) -> DateRange | None:
    """Returns the newest day on which a source speaks of it."""
    days = [day for day in reckoner.reports(outcome.id, outcome.kind) if not day.is_unknown]
    return max(days, key=lambda day: (day.latest or day.earliest, day.earliest or day.latest), default=None)


def _row_outcome(reckoner: Reckoner, row: Restriction) -> Outcome:
    verdict_id = row.verdict
    if verdict_id is None and row.kind == "financial-monitoring-list":
        listed = reckoner.listed_verdict()
        verdict_id = listed.id if listed else None
    void = reckoner.is_void(verdict_id) and not reckoner.outlives_its_verdict(row, verdict_id)
    times = reckoner.times(row)
    outcome = _outcome(reckoner, row.id, row.kind, _standing(row), False, verdict_id, times, void)
    chances = () if void else early.chances(reckoner, row)
    if not chances and not row.ends.known:
        return outcome
    return outcome._replace(rule_end=times.rule_end.value if row.ends.known else None, early=chances)


def _standing(row: Restriction) -> Standing:
    """Returns who says that it binds: a court or body, a source that names no act, or the person alone."""
    if row.told:
        return "told"
    return "ordered" if row.by_an_act else "reported"


def _derived(reckoner: Reckoner, verdict: Verdict) -> list[Outcome]:
    case = reckoner.case
    kinds = {(row.kind, row.verdict) for row in case.restrictions}
    listed_rows = any(row.kind == "financial-monitoring-list" for row in case.restrictions)
    void = reckoner.is_void(verdict.id)
    main = reckoner.main(verdict.id)
    derived = []
    if main is not None and reckoner.law.kinds[main.kind].probation and ("probation", verdict.id) not in kinds:
        derived.append(_follows(reckoner, "probation", main.id, verdict, reckoner.control(main), void))
    derived += _control_after_parole(reckoner, verdict, void)
    times = reckoner.record_times(verdict)
    if times is not None and ("criminal-record", verdict.id) not in kinds:
        derived.append(_follows(reckoner, "criminal-record", verdict.id, verdict, times, void))
    if not listed_rows and any(
        record.is_listed_offence(reckoner.law, charge) for charge in reckoner.convicted(verdict)
    ):
        derived.append(_expected_listing(reckoner, verdict, void))
    return derived


def _control_after_parole(reckoner: Reckoner, verdict: Verdict, void: bool) -> list[Outcome]:
    """Returns the control over a person released from prison on parole, for the rest of the term (CC 72(2))."""
    rows = [row for row in reckoner.case.restrictions if row.verdict == verdict.id]
    if any(row.kind == "probation-control" for row in rows):
        return []
    paroled = [row for row in rows if row.kind == "imprisonment" and row.ended_by == "parole"]
    return [
        _follows(reckoner, "probation-control", row.id, verdict, reckoner.control_after_parole(row), void)
        for row in paroled
    ]


def _follows(reckoner: Reckoner, kind: str, from_: str, verdict: Verdict, times: Times, void: bool) -> Outcome:
    return _outcome(reckoner, f"law:{kind}:{from_}", kind, "follows", True, verdict.id, times, void)


def _expected_listing(reckoner: Reckoner, verdict: Verdict, void: bool) -> Outcome:
    """Returns a listing that the law provides for and nothing confirms: no start, no place in counts (AML 12)."""
    kind = "financial-monitoring-list"
    provided = reckoner.step("list-in", "list-expected", (Input("verdict", None, verdict.id),), None)
    start = Derivation(missing=(f"listing:{verdict.id}",)).followed_by(provided, value=UNKNOWN)
    times = reckoner.listed(start, verdict.id)
    return _outcome(reckoner, f"law:{kind}:{verdict.id}", kind, "expected", True, verdict.id, times, void)


def _outcome(
    reckoner: Reckoner,
    id_: str,
    kind: str,
    standing: Standing,
    derived: bool,
    verdict: str | None,
    times: Times,
    void: bool,
) -> Outcome:
    binds, counts, end = times.binds, times.counts, times.end
    ends = UNKNOWN if times.open_ended else end.value
    last_day = last_day_of(reckoner.law.kinds[kind], ends)
    return Outcome(
        id=id_,
        kind=kind,
        standing=standing,
        derived=derived,
        verdict=verdict,
        binds_from=binds.value,
        counts_from=counts.value,
        ends=ends,
        open_ended=times.open_ended,
        void=void,
        start_basis=binds.basis,
        end_basis=end.basis,
        certainty=lowest(binds.certainty, end.certainty),
        missing=once(binds.missing, end.missing),
        fitted=times.rule_end.fitted,
        waits_for=once(counts.waits_for, end.waits_for),
        steps=_chained(_chained(binds.steps, counts.steps), end.steps),
        last_day=last_day,
        planning_day=None if void else last_day.latest,
    )


def last_day_of(kind: RestrictionKind, ends: DateRange) -> DateRange:
    """Returns the last day with a restriction that ends so: of prison and arrest the day of release itself (PEC
    165(2)), none of what is paid or taken once."""
    if kind.once:
        return UNKNOWN
    return ends if kind.is_main and kind.burden == "behind-bars" else ends.shift(-1)


def _chained(before: tuple[Step, ...], after: tuple[Step, ...]) -> tuple[Step, ...]:
    """Returns both in their order, each step once; most often the second goes on from the first."""
    return after if after[: len(before)] == before else once(before, after)
