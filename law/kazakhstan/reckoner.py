"""From the facts of a case to the start and end of everything that it put on a person."""

from datetime import date
from typing import NamedTuple

from law.dates import UNKNOWN, DateRange, earlier_of, exact, hull, later_of, within
from law.facts import Case, Change, Charge, Restriction, Verdict
from law.kazakhstan import (
    Kazakhstan,
    additional,
    amnesties,
    changes,
    lifting,
    main_penalties,
    record,
    replacement,
    several,
)
from law.kazakhstan.derivation import Derivation
from law.kazakhstan.force import ENDS, by_the_code, ends_by, in_force, undoes, undone
from law.kazakhstan.links import HIGHER, linked
from law.lengths import Length
from law.outcome import Input, Step, Value

CONTROL_AFTER_LIFE = Length(years=10)
FREES_FROM_BANS = ("parole", "pardon", "amnesty", "replaced")
"""Ways to leave prison with which the additional penalty may go too (CC 72(1), 73(1), 78)."""
BEFORE_THE_TERM = ("parole", "pardon", "amnesty", "early-cancellation", "cancelled", "lifted")


class Times(NamedTuple):
    """When a restriction binds, when its term starts and when it ends; the rule's end apart."""

    binds: Derivation
    counts: Derivation
    end: Derivation
    rule_end: Derivation
    open_ended: bool = False


class Reckoner:
    """Answers about one case; each verdict and each row is computed once.

    ``edition`` is the day whose law answers every question; None: for each rule the day that decides it.
    """

    def __init__(self, law: Kazakhstan, case: Case, others: tuple[Case, ...] = (), edition: date | None = None) -> None:
        self.law = law
        self.entered = case
        self.case = case = linked(law, case)
        self.edition = exact(edition) if edition else None
        self.others = _reckoners(law, others, edition)
        self.used: set[str] = set()
        self.verdicts = {verdict.id: verdict for verdict in case.verdicts}
        self.rows = {row.id: row for row in case.restrictions}
        self._forces: dict[str, Derivation] = {}
        self._mains: dict[str | None, Restriction | None] = {}
        self._records: dict[str, Times | None] = {}
        self._charges: dict[str, tuple[Charge, ...]] = {}
        self._undone = {ruling.on for ruling in case.verdicts if undoes(ruling)}
        self._replaced = any(change.kind == "replaced" for row in case.restrictions for change in row.changes)
        self._times: dict[str, Times] = {}
        self._rule_times: dict[str, Times] = {}

    def step(
        self,
        rule_id: str,
        operation: str,
        inputs: tuple[Input, ...],
        result: Value,
        *,
        decided_on: DateRange | None = None,
        sources: tuple[str, ...] = (),
        assumption: str | None = None,
    ) -> Step:
        """Returns one use of a rule. A decisive day whose text we have not read counts as C."""
        applied = self.law.rule(rule_id)
        if self.edition is not None:
            decided_on = self.edition
        is_read = decided_on is None or applied.is_read_throughout(decided_on)
        return Step(
            rule_id,
            applied.version,
            applied.certainty if is_read else "C",
            operation,
            inputs,
            result,
            sources,
            assumption,
            decided_on,
            "read" if is_read else "unread",
        )

    def force(self, verdict_id: str | None) -> Derivation:
        """Entry into force of a verdict of this case."""
        if verdict_id is None or verdict_id not in self.verdicts:
            return Derivation(missing=("verdict",))
        if verdict_id not in self._forces:
            self._forces[verdict_id] = Derivation(missing=(f"circle:{verdict_id}",))
            self._forces[verdict_id] = in_force(self, self.verdicts[verdict_id])
        return self._forces[verdict_id]

    def is_void(self, verdict_id: str | None) -> bool:
        """Whether a higher court cancelled the verdict or acquitted: void from the start."""
        return verdict_id is not None and verdict_id in self._undone

    def convicted(self, verdict: Verdict) -> tuple[Charge, ...]:
        """The offences that the verdict convicts of."""
        if verdict.id not in self._charges:
            self._charges[verdict.id] = record.convicted(self.case, verdict)
        return self._charges[verdict.id]

    def convictions(self) -> list[Verdict]:
        """Verdicts that convict: of a first instance, or of a higher court that set a penalty itself."""
        return [
            verdict
            for verdict in self.case.verdicts
            if verdict.result == "convicted"
            and (verdict.instance == "first" or (verdict.instance in HIGHER and self.main(verdict.id) is not None))
        ]

    def conviction(self) -> Verdict | None:
        """The earliest conviction, else the earliest verdict of a first instance."""
        firsts = [verdict for verdict in self.case.verdicts if verdict.instance == "first"]
        return min(self.convictions() or firsts, key=_day_of, default=None)

    def main(self, verdict_id: str | None) -> Restriction | None:
        """The heaviest main penalty of the verdict."""
        if verdict_id not in self._mains:
            self._mains[verdict_id] = self._heaviest(verdict_id)
        return self._mains[verdict_id]

    def _heaviest(self, verdict_id: str | None) -> Restriction | None:
        penalties = [
            row
            for row in self.case.restrictions
            if self.law.kinds[row.kind].is_main and row.verdict == verdict_id and self.predecessor(row) is None
        ]
        return min(
            penalties,
            key=lambda row: (row.kind != "deferred-sentence", self.law.kinds[row.kind].order, row.id),
            default=None,
        )

    def bans(self, verdict_id: str | None) -> tuple[Restriction, ...]:
        return tuple(row for row in self.case.restrictions if row.kind in self.law.bans and row.verdict == verdict_id)

    def is_behind_bars(self, row: Restriction) -> bool:
        """Whether it is a penalty from which a person is released, on the last day of the term (PEC 165(2))."""
        kind = self.law.kinds[row.kind]
        return kind.is_main and kind.burden == "behind-bars"

    def times(self, row: Restriction) -> Times:
        """When the row binds and ends."""
        if row.id not in self._times:
            self._times[row.id] = self._with_facts(row, self.rule_times(row))
        return self._times[row.id]

    def rule_times(self, row: Restriction) -> Times:
        """The rule's answer before changes and facts. Rows that wait for each other are unknown."""
        if row.id not in self._rule_times:
            nothing = Derivation(missing=(f"circle:{row.id}",))
            self._rule_times[row.id] = Times(nothing, nothing, nothing, nothing)
            self._rule_times[row.id] = self._by_rule(row)
        return self._rule_times[row.id]

    def served(self, row: Restriction) -> Derivation:
        """The end of a main penalty, or of what it was replaced by."""
        last = self.last_form(row)
        return self.times(last).end._replace(waits_for=(last.id,))

    def last_form(self, row: Restriction) -> Restriction:
        """The row that took the place of this one in the end; itself if nothing did."""
        seen = [row.id]
        successor = self._successor(row)
        while successor is not None and successor.id not in seen:
            seen.append(successor.id)
            row, successor = successor, self._successor(successor)
        return row

    def _successor(self, row: Restriction) -> Restriction | None:
        successors = (replacement.successor(self.case, row, change) for change in row.changes)
        return next((successor for successor in successors if successor is not None), None)

    def predecessor(self, row: Restriction) -> tuple[Restriction, Change] | None:
        """The row whose place this one took, and by which change."""
        if not self._replaced:
            return None
        for other in self.case.restrictions:
            for change in other.changes:
                if replacement.successor(self.case, other, change) is row:
                    return other, change
        return None

    def record(self, verdict: Verdict, charges: tuple[Charge, ...] | None = None) -> Derivation | None:
        """The end of the record by the rule, of all crimes or of these alone; None where no record follows."""
        charges = self.convicted(verdict) if charges is None else charges
        if not record.leaves_a_record(self.law, charges):
            return None
        force = self.force(verdict.id)
        main = self.main(verdict.id)
        if main is None:
            return Derivation(missing=(f"main-penalty:{verdict.id}",)).with_doubts_of(force)
        bans = tuple((row, self.times(row).end) for row in self.bans(verdict.id))
        end = record.record_end(self, main, self.last_form(main).kind, self.served(main), bans, charges, force.value)
        if self.others:
            end = several.interrupted(self, verdict, several.prolonged(self, verdict, end))
        return lifting.lifted(self, verdict, main, end)

    def record_times(self, verdict: Verdict) -> Times | None:
        """Force of the verdict to the end of the record, with the facts of a row for it."""
        if verdict.id not in self._records:
            self._records[verdict.id] = self._record_times(verdict)
        return self._records[verdict.id]

    def _record_times(self, verdict: Verdict) -> Times | None:
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
        kind = self.law.kinds[row.kind]
        if kind.ban:
            return self._ban(row, force)
        if row.kind == "administrative-supervision":
            return self._supervision(row)
        if row.kind == "financial-monitoring-list":
            return self._listing(row)
        if kind.is_main and kind.length != "none":
            return self._main_penalty(row, force)
        if row.kind in ("probation", "forced-labour"):
            return self._beside_main(row, force)
        if row.kind == "criminal-record":
            return self._record_row(row, force)
        return self._other(row, force)

    def _main_penalty(self, row: Restriction, force: Derivation) -> Times:
        replaced = self.predecessor(row)
        if replaced is not None:
            return self._in_place_of(row, *replaced)
        verdict = self.verdicts.get(row.verdict or "")
        if row.term == "life":
            end = force.followed_by(self.step("prison", "no-end", (), None, decided_on=force.value), value=UNKNOWN)
            return Times(force, force, end, end, open_ended=True)
        if row.kind == "deferred-sentence":
            start, end = additional.deferral(self, row, force)
            return Times(start, start, end, end)
        deferral = self.deferral(row)
        if deferral is not None:
            return self._deferred(row, deferral)
        if row.length is None or verdict is None:
            gap = Derivation(missing=(f"length:{row.id}",)).with_doubts_of(force)
            return Times(force, gap, gap, gap)
        if self.is_behind_bars(row):
            compute = main_penalties.prison if row.kind == "imprisonment" else main_penalties.arrest
            start, end = compute(self, row, by_the_code(force), row.length)
            return Times(force, start, end, end)
        if row.kind == "restriction-of-freedom":
            start, end = main_penalties.restriction_of_freedom(self, verdict, row, force, row.length)
        else:
            start, end = main_penalties.suspended(self, row, force, row.length)
        return Times(start, start, end, end)

    def deferral(self, row: Restriction) -> Restriction | None:
        """The deferral of this penalty; None if it is served at once (CC 74)."""
        if row.kind != "imprisonment":
            return None
        rows = self.case.restrictions
        return next(
            (other for other in rows if other.kind == "deferred-sentence" and other.verdict == row.verdict), None
        )

    def _deferred(self, row: Restriction, deferral: Restriction) -> Times:
        """A penalty that is not served while it is deferred; whether it is at all, no rule tells."""
        ends = self.times(deferral).end
        value = DateRange(ends.value.earliest, None)
        inputs = (Input("deferred-until", ends.value, deferral.id),)
        step = self.step("deferred-sentence", "served-after-the-deferral", inputs, value, decided_on=ends.value)
        later = Derivation(missing=(f"after-deferral:{row.id}",), waits_for=(deferral.id,)).with_doubts_of(ends)
        later = later.followed_by(step, value=value)
        return Times(later, later, later, later)

    def _in_place_of(self, row: Restriction, old: Restriction, change: Change) -> Times:
        order = replacement.order(self, old, change)
        start, end = replacement.times(self, row, old, order, self.term(old))
        return Times(start, start, end, end)

    def _ban(self, row: Restriction, force: Derivation) -> Times:
        main = self.main(row.verdict)
        release = self._release(main)
        counts = additional.ban_start(self, row, force, main, release).overridden_by(row.starts)
        if row.term == "life":
            end = force.followed_by(self.step("ban", "no-end", (), None, decided_on=force.value), value=UNKNOWN)
            return Times(force, counts, end, end, open_ended=True)
        served = self.served(main) if main else None
        end = additional.ban_end(self, row, counts, force, served)
        if main is not None and main.kind == "imprisonment":
            end = self._perhaps_freed(main, end)
        binds = force if main is None or self.is_behind_bars(main) else counts
        for_life = row.term == "main-penalty" and main is not None and self.times(self.last_form(main)).open_ended
        return Times(binds, counts, end, end, for_life)

    def _perhaps_freed(self, main: Restriction, end: Derivation) -> Derivation:
        """With parole, and where prison is replaced, the court may free from the ban as well (CC 72(1), 73(1))."""
        replaced = any(change.kind == "replaced" for change in main.changes)
        if main.ended_by not in FREES_FROM_BANS and not replaced:
            return end
        released = self.times(main).end.value
        value = DateRange(earlier_of(released, end.value).earliest, end.value.latest)
        if value == end.value:
            return end
        rule_id = main.ended_by if main.ended_by in ("parole", "pardon", "amnesty") else "replacement"
        step = self.step(
            rule_id,
            "perhaps-freed-from-the-ban",
            (Input("released", released, main.id),),
            value,
            decided_on=released,
            assumption="court-may-have-freed-from-the-ban",
        )
        return end.followed_by(step._replace(certainty="C"), value=value, missing=(f"freed-from-ban:{main.id}",))

    def _release(self, main: Restriction | None) -> Derivation:
        """Returns the day a ban counts from: release; a range where prison was replaced (CC 73).

        Whether it counts from the replacement or from the end of what replaced prison was not read.
        """
        if main is None or not self.is_behind_bars(main):
            return Derivation()
        released = self.times(main).end
        served = self.served(main)
        if served.waits_for == (main.id,):
            return released
        value = hull(released.value, served.value)
        inputs = (Input("replaced-on", released.value, main.id), Input("served", served.value, served.waits_for[0]))
        step = self.step("replacement", "ban-after-replacement", inputs, value, decided_on=released.value)
        doubt = step._replace(certainty="C", assumption="ban-after-replacement-not-read")
        return released.with_doubts_of(served).followed_by(doubt, value=value)

    def _supervision(self, row: Restriction) -> Times:
        prison = self.prison_before(row)
        release = self.served(prison) if prison else None
        start = additional.supervision_start(self, row, release)
        end = additional.supervision_end(self, row, start)
        return Times(start, start, end, end)

    def prison_before(self, row: Restriction) -> Restriction | None:
        """The prison that supervision follows: of its verdict, of the verdict its order is on, or any."""
        order = self.verdicts.get(row.verdict or "")
        wanted = {row.verdict, order.on if order else None}
        prisons = [other for other in self.case.restrictions if other.kind == "imprisonment"]
        return min(prisons, key=lambda prison: (prison.verdict not in wanted, prison.id), default=None)

    def _listing(self, row: Restriction) -> Times:
        start = Derivation().overridden_by(row.starts, "list-in") if row.starts.known else self._first_report(row)
        times = self.listed(start, row.verdict)
        return times if row.ends.known else self._listed_when_last_reported(row, times)

    def _listed_when_last_reported(self, row: Restriction, times: Times) -> Times:
        """A source that speaks of the listing later than the rule would have ended it comes before the rule."""
        last, end = self.last_listed(row), times.end.value
        over = end.latest is not None and last.latest is not None and end.latest < last.latest
        if last.earliest is None or (not over and end.earliest is not None and end.earliest >= last.earliest):
            return times
        value = DateRange(later_of(end, last).earliest, None if over else end.latest)
        inputs = (Input("reported-on", last, row.id),)
        step = self.step("list-out", "listed-when-reported", inputs, value, sources=row.sources)
        missing = (f"delisting:{row.id}",) if over else ()
        later = times.end.followed_by(step, value=value, missing=missing)
        return times._replace(end=later, rule_end=later)

    def last_listed(self, row: Restriction) -> DateRange:
        """The newest day on which a source speaks of the listing."""
        days = [
            report.date
            for report in self.case.reports
            if report.about == row.id and (report.by_source or report.binds) and not report.date.is_unknown
        ]
        return later_of(*days) if days else UNKNOWN

    def outlives_its_verdict(self, row: Restriction, verdict_id: str | None) -> bool:
        """Whether a source reports the listing after the verdict had been undone."""
        if row.kind != "financial-monitoring-list":
            return False
        last, undone_on = self.last_listed(row).earliest, undone(self.case, verdict_id).latest
        return last is not None and undone_on is not None and last > undone_on

    def _first_report(self, row: Restriction) -> Derivation:
        """The start is not known; the restriction bound at the latest when first reported."""
        reports = [report for report in self.case.reports if report.by_source and report.about == row.id]
        days = [report.date.latest for report in reports if report.date.latest is not None]
        value = DateRange(None, min(days, default=None))
        return Derivation(
            value,
            missing=(f"starts:{row.id}",),
            basis="told" if row.told else "reported",
            steps=(self.step("list-in", "first-reported", (), value, sources=row.sources),),
        )

    def reports(self, id_: str, kind: str) -> tuple[DateRange, ...]:
        """The days on which a source speaks of it."""
        return tuple(report.date for report in self.case.reports if report.about in (id_, f"kind:{kind}"))

    def listed(self, start: Derivation, verdict_id: str | None) -> Times:
        """A listing from ``start`` until the record ends (AML 12); without end where that has none."""
        verdict = self.verdicts.get(verdict_id or "") or self.listed_verdict()
        record_ = self.record_times(verdict) if verdict else None
        if verdict is None or record_ is None:
            end = Derivation(missing=("record",))
            return Times(start, start, end, end)
        ref = self.record_id(verdict)
        ends = self._record_of_listed_crimes(verdict) or record_.end
        value = ends.value
        step = self.step(
            "list-out",
            "ends-with-record",
            (Input("record-ends", value, ref),),
            value,
            decided_on=self.force(verdict.id).value,
        )
        end = Derivation(waits_for=(ref,)).with_doubts_of(ends).followed_by(step, value=value)
        return Times(start, start, end, end, record_.open_ended)

    def _record_of_listed_crimes(self, verdict: Verdict) -> Derivation | None:
        """The record of the extremist and terrorist crimes alone, where others stand beside them (CC 79(6))."""
        if self.record_id(verdict) in self.rows or self.case.person.died.known:
            return None
        charges = self.convicted(verdict)
        listed = tuple(charge for charge in charges if record.is_listed_offence(self.law, charge))
        return self.record(verdict, listed) if listed and len(listed) < len(charges) else None

    def listed_verdict(self) -> Verdict | None:
        """The verdict that convicts of an extremist or terrorist offence."""
        verdicts = sorted(self.case.verdicts, key=lambda verdict: (self.is_void(verdict.id), verdict.id))
        for verdict in verdicts:
            if any(record.is_listed_offence(self.law, charge) for charge in self.convicted(verdict)):
                return verdict
        return next((verdict for verdict in verdicts if verdict.instance == "first"), None)

    def record_id(self, verdict: Verdict) -> str:
        for row in self.case.restrictions:
            if row.kind == "criminal-record" and row.verdict == verdict.id:
                return row.id
        return f"law:criminal-record:{verdict.id}"

    def _beside_main(self, row: Restriction, force: Derivation) -> Times:
        """Probation control and forced labour last as long as the penalty they belong to."""
        main = self.main(row.verdict)
        if main is None or not self.law.kinds[main.kind].probation:
            return self._other(row, force)
        return self.control(main)

    def control(self, main: Restriction) -> Times:
        times = self.times(main)
        rule_id = "restriction" if main.kind == "restriction-of-freedom" else "suspended"
        inputs = (Input("main-penalty-ends", times.end.value, main.id),)
        step = self.step(
            rule_id, "control-for-the-term", inputs, times.end.value, decided_on=self.force(main.verdict).value
        )
        end = Derivation(waits_for=(main.id,), basis=times.end.basis).with_doubts_of(times.end)
        end = end.followed_by(step, value=times.end.value)
        return Times(times.binds, times.counts, end, end)

    def term(self, row: Restriction) -> Derivation:
        """The end of the term with what lengthened or shortened it, as if nothing had ended it early (PEC 165(1))."""
        end = self.rule_times(row).end
        kept = tuple(change for change in row.changes if change.kind not in ENDS)
        return changes.applied(self, row._replace(changes=kept), end) if kept else end

    def control_after_parole(self, row: Restriction) -> Times:
        """From release to the end of the term that was pronounced; ten years after life (CC 72(2), PEC 169)."""
        release = self.times(row).end
        start = release._replace(waits_for=(row.id,))
        if row.term == "life":
            operation, ends = "control-after-life", release.value.plus(CONTROL_AFTER_LIFE)
        else:
            operation, ends = "control-for-the-rest", later_of(self.term(row).value, release.value)
        inputs = (Input("released", release.value, row.id), Input("term-ends", ends, row.id))
        step = self.step("probation-control", operation, inputs, ends, decided_on=release.value)
        end = start._replace(basis="computed").with_doubts_of(self.term(row))
        return Times(start, start, end.followed_by(step, value=ends), end.followed_by(step, value=ends))

    def _record_row(self, row: Restriction, force: Derivation) -> Times:
        verdict = self.verdicts.get(row.verdict or "")
        end = (self.record(verdict) if verdict else None) or Derivation(missing=(f"record:{row.id}",))
        return Times(force, force, end, end, _has_no_end(end))

    def _other(self, row: Restriction, force: Derivation) -> Times:
        start = force.overridden_by(row.starts)
        if self.law.kinds[row.kind].length == "none":
            gap = Derivation(missing=(f"done:{row.id}",)).with_doubts_of(start)
            gap = additional.done(self, row, force, start.value, gap)
            return Times(start, start, gap, gap)
        if row.length is None:
            missing = () if row.term == "life" else (f"length:{row.id}",)
            gap = Derivation(missing=missing).with_doubts_of(start)
            return Times(start, start, gap, gap, row.term == "life")
        ends = start.value.plus(row.length)
        end = start._replace(basis="computed").followed_by(
            additional.add_length(self, "counting", row, start.value, ends, start.value), value=ends
        )
        return Times(start, start, end, end)

    def _with_facts(self, row: Restriction, times: Times) -> Times:
        binds = times.binds if self.law.kinds[row.kind].ban else times.binds.overridden_by(row.starts)
        by_rule = changes.applied(self, row, times.end) if row.changes else times.end
        if self.is_behind_bars(row) and not times.open_ended and not changes.names_the_last_day(row):
            by_rule = main_penalties.released(self, self._perhaps_amnestied(row, by_rule), times.counts.value)
        by_rule = self._perhaps_earlier(row, times, by_rule)
        by_rule = several.absorbed(self, row, by_rule) if self.others else by_rule
        open_ended = times.open_ended and not row.ends.known
        by_rule = self._not_before_a_report(row, by_rule)
        return self._until_death(Times(binds, times.counts, by_rule.overridden_by(row.ends), by_rule, open_ended))

    def _perhaps_earlier(self, row: Restriction, times: Times, end: Derivation) -> Derivation:
        """What ended before its term ended on some day of it, where no source says on which."""
        if row.ended_by not in BEFORE_THE_TERM or row.ends.known or changes.names_the_last_day(row):
            return end
        orders = [order.date.value.earliest for order in self.case.verdicts if ends_by(order, row)]
        value = DateRange(orders[0] if len(orders) == 1 else times.counts.value.earliest, end.value.latest)
        inputs = (Input("start", times.counts.value, row.id), Input("term-ends", end.value, row.id))
        step = self.step("counting", "ended-early", inputs, value, assumption="day-of-early-end-unknown")
        return end.followed_by(step, value=value, missing=(f"until:{row.id}",))

    def _not_before_a_report(self, row: Restriction, end: Derivation) -> Derivation:
        """What is reported to have bound on a day had not ended before it."""
        days = [report.date for report in self.case.reports if report.binds and report.about == row.id]
        if not days:
            return end
        last = later_of(*days)
        bound_until = last if self.is_behind_bars(row) else last.shift(1)  # a person may be released on that day
        value = within(end.value, DateRange(bound_until.earliest, None))
        if value == end.value:
            return end
        step = self.step("counting", "bound-when-reported", (Input("reported-on", last, row.id),), value)
        return end.followed_by(step, value=value)

    def _perhaps_amnestied(self, row: Restriction, end: Derivation) -> Derivation:
        """Names the amnesties that may have shortened the term; none moves a bound (CC 78(2))."""
        named = amnesties.may_have_shortened(self, row, end.value)
        if not named:
            return end
        inputs = tuple(Input("amnesty", day) for day in named)
        step = self.step(
            "amnesty", "may-have-shortened", inputs, end.value, assumption="amnesty-applied-person-by-person"
        )
        return end.followed_by(step._replace(certainty="A"), value=end.value)

    def _until_death(self, times: Times) -> Times:
        died = self.case.person.died
        if not died.known:
            return times
        value = died.value if times.open_ended else earlier_of(times.end.value, died.value)
        if value == times.end.value:
            return times
        inputs = (Input("died", died.value),)
        step = self.step("list-out", "ends-with-death", inputs, value, sources=died.sources)
        missing = () if value == died.value else times.end.missing
        end = times.end._replace(missing=missing).followed_by(step, value=value)
        return times._replace(end=end, open_ended=False)


def _reckoners(law: Kazakhstan, cases: tuple[Case, ...], edition: date | None) -> tuple[Reckoner, ...]:
    """The person's other cases, each beside the rest: what one did to another decides whether a record ran."""
    alone = {case.id: Reckoner(law, case, edition=edition) for case in cases}
    for case in cases:
        alone[case.id].others = tuple(Reckoner(law, other, edition=edition) for other in cases if other is not case)
    return tuple(alone.values())


def _day_of(verdict: Verdict) -> tuple[date, date, str]:
    earliest, latest = verdict.date.value
    return (earliest or date.min, latest or date.max, verdict.id)


def _has_no_end(end: Derivation) -> bool:
    return bool(end.steps) and end.steps[-1].operation == "no-end"
