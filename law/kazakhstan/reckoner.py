"""From the facts of a case to the start and end of everything that it put on a person."""

from typing import NamedTuple

from law.dates import UNKNOWN, DateRange, earlier_of
from law.facts import Case, Change, Restriction, Verdict
from law.kazakhstan import additional, changes, early, main_penalties, record
from law.kazakhstan.answers import Answer, lowest, once, step
from law.kazakhstan.force import in_force, is_void
from law.outcome import Input, Outcome, Standing

MAIN = ("imprisonment", "restriction-of-freedom", "suspended-sentence", "community-service", "fine")
WITH_CONTROL = ("restriction-of-freedom", "suspended-sentence")
BANS = ("public-activity-ban", "profession-ban", "organisation-ban")
ONCE = ("fine", "confiscation")
"""Kinds without a term: paid or taken, and no source says when."""


class Times(NamedTuple):
    """When a restriction binds, when its term starts and when it ends; the rule's end apart."""

    binds: Answer
    counts: Answer
    end: Answer
    rule_end: Answer
    open_ended: bool = False


class Reckoner:
    """Answers about one case; each verdict and each row is computed once."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.verdicts = {verdict.id: verdict for verdict in case.verdicts}
        self.rows = {row.id: row for row in case.restrictions}
        self._forces: dict[str, Answer] = {}
        self._times: dict[str, Times] = {}
        self._asked: set[str] = set()

    def force(self, verdict_id: str | None) -> Answer:
        """Entry into force of a verdict of this case."""
        if verdict_id is None or verdict_id not in self.verdicts:
            return Answer(missing=("verdict",))
        if verdict_id not in self._forces:
            self._forces[verdict_id] = in_force(self.case, self.verdicts[verdict_id])
        return self._forces[verdict_id]

    def main(self, verdict_id: str | None) -> Restriction | None:
        """The heaviest main penalty of the verdict."""
        found = [row for row in self.case.restrictions if row.kind in MAIN and row.verdict == verdict_id]
        return min(found, key=lambda row: (MAIN.index(row.kind), row.id), default=None)

    def bans(self, verdict_id: str | None) -> tuple[Restriction, ...]:
        return tuple(row for row in self.case.restrictions if row.kind in BANS and row.verdict == verdict_id)

    def times(self, row: Restriction) -> Times:
        """When the row binds and ends. Rows that wait for each other come out as unknown."""
        if row.id not in self._times:
            if row.id in self._asked:
                nothing = Answer(missing=(f"circle:{row.id}",))
                return Times(nothing, nothing, nothing, nothing)
            self._asked.add(row.id)
            self._times[row.id] = self._with_facts(row, self._by_rule(row))
        return self._times[row.id]

    def served(self, row: Restriction) -> Answer:
        """The end of a main penalty, or of what it was replaced by."""
        for change in row.changes:
            successor = self._successor(row, change)
            if successor is not None:
                return self.served(successor)
        return self.times(row).end._replace(waits_for=(row.id,))

    def _successor(self, row: Restriction, change: Change) -> Restriction | None:
        """The row that took the place of this one, named by its id or its kind."""
        if change.kind != "replaced":
            return None
        for other in self.case.restrictions:
            if other.id != row.id and change.to in (other.id, other.kind):
                return other
        return None

    def record(self, verdict: Verdict) -> Answer | None:
        """The end of the record by the rule; None where no record follows."""
        charges = record.convicted(self.case, verdict)
        if not record.leaves_a_record(charges):
            return None
        force = self.force(verdict.id)
        main = self.main(verdict.id)
        if main is None:
            return Answer(missing=(f"main-penalty:{verdict.id}",))
        bans = tuple((row, self.times(row).end) for row in self.bans(verdict.id))
        return record.record_end(main, self.served(main), bans, charges, force.value)

    def record_times(self, verdict: Verdict) -> Times | None:
        """Force of the verdict to the end of the record, with the facts of a row for it."""
        for row in self.case.restrictions:
            if row.kind == "criminal-record" and row.verdict == verdict.id:
                return self.times(row)
        end = self.record(verdict)
        force = self.force(verdict.id)
        if end is None:
            return None
        return self._until_death(Times(force, force, end, end, _has_no_end(end)))

    def _by_rule(self, row: Restriction) -> Times:
        force = self.force(row.verdict)
        if row.kind in BANS:
            return self._ban(row, force)
        if row.kind == "administrative-supervision":
            return self._supervision(row, force)
        if row.kind == "financial-monitoring-list":
            return self._listing(row)
        if row.kind in MAIN and row.kind not in ONCE:
            return self._main_penalty(row, force)
        if row.kind in ("probation", "forced-labour"):
            return self._beside_main(row, force)
        if row.kind == "criminal-record":
            return self._record_row(row, force)
        return self._other(row, force)

    def _main_penalty(self, row: Restriction, force: Answer) -> Times:
        verdict = self.verdicts.get(row.verdict or "")
        replaced = self._order_that_replaces(row)
        if replaced is not None:
            force = replaced
        if row.term == "life":
            return Times(force, force, Answer(), Answer(), open_ended=True)
        if row.length is None or verdict is None:
            gap = Answer(missing=(f"length:{row.id}",)).resting_on(force)
            return Times(force, gap, gap, gap)
        if row.kind == "imprisonment":
            start, end = main_penalties.prison(self.case, verdict, row, force, row.length)
            return Times(force, start, end, end)
        if row.kind == "restriction-of-freedom":
            start, end = main_penalties.restriction_of_freedom(
                self.case if replaced is None else self.case._replace(custody=()), verdict, row, force, row.length
            )
            return Times(start, start, end, end)
        start, end = main_penalties.suspended(row, force, row.length)
        return Times(start, start, end, end)

    def _order_that_replaces(self, row: Restriction) -> Answer | None:
        """Force of the order by which this row took the place of another (CC 73, 44(3))."""
        for other in self.case.restrictions:
            for change in other.changes:
                if self._successor(other, change) is row:
                    if change.verdict in self.verdicts:
                        return self.force(change.verdict)
                    return Answer(change.date.value, fitted=change.date.fitted)
        return None

    def _ban(self, row: Restriction, force: Answer) -> Times:
        main = self.main(row.verdict)
        release = self._release(main)
        counts = additional.ban_start(row, force, main, release).beaten_by(row.starts)
        if row.term == "life":
            return Times(force, counts, Answer(), Answer(), open_ended=True)
        served = self.served(main) if main else None
        end = additional.ban_end(row, counts, force, served)
        binds = force if main is not None and main.kind == "imprisonment" else counts
        return Times(binds, counts, end, end)

    def _release(self, main: Restriction | None) -> Answer:
        """The day a ban counts from: release, or a range where prison was replaced (CC 73)."""
        if main is None:
            return Answer()
        released = self.times(main).end
        served = self.served(main)
        if served.waits_for == (main.id,):
            return released
        value = additional.after_replacement(released.value, served.value)
        inputs = (Input("replaced-on", released.value, main.id), Input("served", served.value, served.waits_for[0]))
        found = step("replacement", "ban-after-replacement", inputs, value, decided_on=released.value)
        doubt = found._replace(certainty="C", assumption="ban-after-replacement-not-read")
        return released.resting_on(served).then(doubt, value=value)

    def _supervision(self, row: Restriction, force: Answer) -> Times:
        prison = self._prison_before(row)
        release = self.served(prison) if prison else None
        start = additional.supervision_start(row, force, release)
        end = additional.supervision_end(row, start)
        return Times(start, start, end, end)

    def _prison_before(self, row: Restriction) -> Restriction | None:
        prisons = [other for other in self.case.restrictions if other.kind == "imprisonment"]
        return prisons[0] if prisons else None

    def _listing(self, row: Restriction) -> Times:
        start = Answer().beaten_by(row.starts) if row.starts.known else self._first_report(row)
        end = self._listing_end(row.verdict)
        return Times(start, start, end, end)

    def _first_report(self, row: Restriction) -> Answer:
        """The start is not known; the restriction bound at the latest when first reported."""
        reports = [report for report in self.case.reports if report.by_source and report.about == row.id]
        days = [report.date.latest for report in reports if report.date.latest is not None]
        value = DateRange(None, min(days, default=None))
        return Answer(
            value,
            missing=(f"starts:{row.id}",),
            basis="told" if row.told else "reported",
            steps=(step("list-in", "first-reported", (), value, sources=row.sources),),
        )

    def reports(self, id_: str, kind: str) -> tuple[DateRange, ...]:
        """The days on which a source speaks of it."""
        return tuple(report.date for report in self.case.reports if report.about in (id_, f"kind:{kind}"))

    def _listing_end(self, verdict_id: str | None) -> Answer:
        verdict = self.verdicts.get(verdict_id or "") or self.listed_verdict()
        record_ = self.record_times(verdict) if verdict else None
        if verdict is None or record_ is None:
            return Answer(missing=("record",))
        ref = self.record_id(verdict)
        value = record_.end.value
        found = step(
            "list-out",
            "ends-with-record",
            (Input("record-ends", value, ref),),
            value,
            decided_on=self.force(verdict.id).value,
        )
        return Answer(waits_for=(ref,)).resting_on(record_.end).then(found, value=value)

    def listed_verdict(self) -> Verdict | None:
        """The verdict that convicts of an extremist or terrorist offence."""
        for verdict in self.case.verdicts:
            if any(record.is_listed_offence(charge) for charge in record.convicted(self.case, verdict)):
                return verdict
        return next((verdict for verdict in self.case.verdicts if verdict.instance == "first"), None)

    def record_id(self, verdict: Verdict) -> str:
        for row in self.case.restrictions:
            if row.kind == "criminal-record" and row.verdict == verdict.id:
                return row.id
        return f"law:criminal-record:{verdict.id}"

    def _beside_main(self, row: Restriction, force: Answer) -> Times:
        """Probation control and forced labour last as long as the penalty they belong to."""
        main = self.main(row.verdict)
        if main is None or main.kind not in WITH_CONTROL:
            return self._other(row, force)
        return self.control(main)

    def control(self, main: Restriction) -> Times:
        times = self.times(main)
        rule_id = "restriction" if main.kind == "restriction-of-freedom" else "suspended"
        inputs = (Input("main-penalty-ends", times.end.value, main.id),)
        found = step(
            rule_id, "control-for-the-term", inputs, times.end.value, decided_on=self.force(main.verdict).value
        )
        end = Answer(waits_for=(main.id,), basis=times.end.basis).resting_on(times.end)
        end = end.then(found, value=times.end.value)
        return Times(times.binds, times.counts, end, end)

    def _record_row(self, row: Restriction, force: Answer) -> Times:
        verdict = self.verdicts.get(row.verdict or "")
        end = (self.record(verdict) if verdict else None) or Answer(missing=(f"record:{row.id}",))
        return Times(force, force, end, end, _has_no_end(end))

    def _other(self, row: Restriction, force: Answer) -> Times:
        start = force.beaten_by(row.starts)
        if row.kind in ONCE or row.length is None:
            gap = Answer(missing=(f"{'done' if row.kind in ONCE else 'length'}:{row.id}",)).resting_on(start)
            return Times(start, start, gap, gap, row.term == "life")
        ends = start.value.plus(row.length)
        end = start._replace(basis="computed").then(
            additional.add_length("counting", row, start.value, ends, start.value), value=ends
        )
        return Times(start, start, end, end)

    def _with_facts(self, row: Restriction, times: Times) -> Times:
        if row.starts.known and row.kind not in BANS:
            times = times._replace(binds=times.binds.beaten_by(row.starts))
        by_rule = changes.applied(row, times.end, self.force)
        times = times._replace(end=by_rule.beaten_by(row.ends), rule_end=by_rule)
        if row.ends.known:
            times = times._replace(open_ended=False)
        return self._until_death(times)

    def _until_death(self, times: Times) -> Times:
        died = self.case.person.died
        if not died.known:
            return times
        value = died.value if times.open_ended else earlier_of(times.end.value, died.value)
        if value == times.end.value:
            return times
        inputs = (Input("died", died.value),)
        found = step("list-out", "ends-with-death", inputs, value, sources=died.sources)
        end = times.end._replace(missing=()).then(found, value=value)
        return times._replace(end=end, open_ended=False)


def outcomes(reckoner: Reckoner) -> tuple[Outcome, ...]:
    """Every row of the case and everything that follows from its verdicts, in a stable order."""
    case = reckoner.case
    found = [_row_outcome(reckoner, row) for row in case.restrictions]
    for verdict in case.verdicts:
        if verdict.instance == "first" and verdict.result == "convicted":
            found += _derived(reckoner, verdict)
    return tuple(outcome._replace(last_report=_last_report(reckoner, outcome)) for outcome in found)


def _last_report(reckoner: Reckoner, outcome: Outcome) -> DateRange | None:
    """The newest day on which a source speaks of it."""
    days = [day for day in reckoner.reports(outcome.id, outcome.kind) if not day.is_unknown]
    return max(days, key=lambda day: (day.latest or day.earliest, day.earliest or day.latest), default=None)


def _row_outcome(reckoner: Reckoner, row: Restriction) -> Outcome:
    verdict = reckoner.verdicts.get(row.verdict or "")
    void = verdict is not None and is_void(reckoner.case, verdict)
    verdict_id = row.verdict
    if verdict_id is None and row.kind == "financial-monitoring-list":
        listed = reckoner.listed_verdict()
        verdict_id = listed.id if listed else None
    outcome = _outcome(row.id, row.kind, "ordered", False, verdict_id, reckoner.times(row), void)
    return outcome._replace(
        rule_end=reckoner.times(row).rule_end.value if row.ends.known else None,
        early=early.chances(reckoner, row) if not void else (),
    )


def _derived(reckoner: Reckoner, verdict: Verdict) -> list[Outcome]:
    case = reckoner.case
    kinds = {(row.kind, row.verdict) for row in case.restrictions}
    listed_rows = any(row.kind == "financial-monitoring-list" for row in case.restrictions)
    void = is_void(case, verdict)
    main = reckoner.main(verdict.id)
    found = []
    if main is not None and main.kind in WITH_CONTROL and ("probation", verdict.id) not in kinds:
        found.append(_follows("probation", main.id, verdict, reckoner.control(main), void))
    times = reckoner.record_times(verdict)
    if times is not None and ("criminal-record", verdict.id) not in kinds:
        found.append(_follows("criminal-record", verdict.id, verdict, times, void))
    if not listed_rows and any(record.is_listed_offence(c) for c in record.convicted(case, verdict)):
        found.append(_expected_listing(reckoner, verdict, void))
    return found


def _follows(kind: str, from_: str, verdict: Verdict, times: Times, void: bool) -> Outcome:
    return _outcome(f"law:{kind}:{from_}", kind, "follows", True, verdict.id, times, void)


def _expected_listing(reckoner: Reckoner, verdict: Verdict, void: bool) -> Outcome:
    """The law provides for it; nothing confirms it: no start, no place in counts (AML 12)."""
    kind = "financial-monitoring-list"
    end = reckoner._listing_end(verdict.id)
    provided = step("list-in", "list-expected", (Input("verdict", None, verdict.id),), None)
    start = Answer(missing=(f"listing:{verdict.id}",)).then(provided, value=UNKNOWN)
    times = Times(start, start, end, end)
    return _outcome(f"law:{kind}:{verdict.id}", kind, "expected", True, verdict.id, times, void)


def _outcome(
    id_: str, kind: str, standing: Standing, derived: bool, verdict: str | None, times: Times, void: bool
) -> Outcome:
    binds, counts, end = times.binds, times.counts, times.end
    start_steps = once(binds.steps, counts.steps)
    return Outcome(
        id=id_,
        kind=kind,
        standing=standing,
        derived=derived,
        verdict=verdict,
        binds_from=binds.value,
        counts_from=counts.value,
        ends=UNKNOWN if times.open_ended else end.value,
        open_ended=times.open_ended,
        void=void,
        start_basis=binds.basis,
        end_basis=end.basis,
        certainty=lowest(binds.certainty, end.certainty),
        missing=once(binds.missing, end.missing),
        fitted=times.rule_end.fitted,
        waits_for=once(counts.waits_for, end.waits_for),
        steps=once(start_steps, end.steps),
    )


def _has_no_end(end: Answer) -> bool:
    return bool(end.steps) and end.steps[-1].operation == "no-end"
