"""From the facts of a case to the start and end of everything that it put on a person."""

from datetime import date
from typing import NamedTuple

from law.dates import UNKNOWN, DateRange, earlier_of, exact, hull
from law.facts import Case, Change, Charge, Restriction, Verdict
from law.kazakhstan import Kazakhstan, additional, changes, main_penalties, record, replacement, several
from law.kazakhstan.derivation import Derivation
from law.kazakhstan.force import in_force, undoes
from law.outcome import Input, Step, Value

HIGHER = ("appeal", "cassation")


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
        self.case = case
        self.edition = exact(edition) if edition else None
        self.others = tuple(Reckoner(law, other, edition=edition) for other in others)
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
        return min(penalties, key=lambda row: (self.law.kinds[row.kind].order, row.id), default=None)

    def bans(self, verdict_id: str | None) -> tuple[Restriction, ...]:
        return tuple(row for row in self.case.restrictions if row.kind in self.law.bans and row.verdict == verdict_id)

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

    def record(self, verdict: Verdict) -> Derivation | None:
        """The end of the record by the rule; None where no record follows."""
        charges = self.convicted(verdict)
        if not record.leaves_a_record(self.law, charges):
            return None
        force = self.force(verdict.id)
        main = self.main(verdict.id)
        if main is None:
            return Derivation(missing=(f"main-penalty:{verdict.id}",)).with_doubts_of(force)
        bans = tuple((row, self.times(row).end) for row in self.bans(verdict.id))
        end = record.record_end(self, main, self.last_form(main).kind, self.served(main), bans, charges, force.value)
        return several.interrupted(self, verdict, end) if self.others else end

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
        if row.length is None or verdict is None:
            gap = Derivation(missing=(f"length:{row.id}",)).with_doubts_of(force)
            return Times(force, gap, gap, gap)
        if row.kind == "imprisonment":
            start, end = main_penalties.prison(self, row, force, row.length)
            return Times(force, start, end, end)
        if row.kind == "restriction-of-freedom":
            start, end = main_penalties.restriction_of_freedom(self, verdict, row, force, row.length)
        else:
            start, end = main_penalties.suspended(self, row, force, row.length)
        return Times(start, start, end, end)

    def _in_place_of(self, row: Restriction, old: Restriction, change: Change) -> Times:
        order = replacement.order(self, old, change)
        before = self.rule_times(old).end
        start, end = replacement.times(self, row, old, order, before)
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
        binds = force if main is None or main.kind == "imprisonment" else counts
        for_life = row.term == "main-penalty" and main is not None and self.times(self.last_form(main)).open_ended
        return Times(binds, counts, end, end, for_life)

    def _release(self, main: Restriction | None) -> Derivation:
        """Returns the day a ban counts from: release; a range where prison was replaced (CC 73).

        Whether it counts from the replacement or from the end of what replaced prison was not read.
        """
        if main is None or main.kind != "imprisonment":
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
        return self.listed(start, row.verdict)

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
        value = record_.end.value
        step = self.step(
            "list-out",
            "ends-with-record",
            (Input("record-ends", value, ref),),
            value,
            decided_on=self.force(verdict.id).value,
        )
        end = Derivation(waits_for=(ref,)).with_doubts_of(record_.end).followed_by(step, value=value)
        return Times(start, start, end, end, record_.open_ended)

    def listed_verdict(self) -> Verdict | None:
        """The verdict that convicts of an extremist or terrorist offence."""
        verdicts = sorted(self.case.verdicts, key=lambda verdict: verdict.id)
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

    def _record_row(self, row: Restriction, force: Derivation) -> Times:
        verdict = self.verdicts.get(row.verdict or "")
        end = (self.record(verdict) if verdict else None) or Derivation(missing=(f"record:{row.id}",))
        return Times(force, force, end, end, _has_no_end(end))

    def _other(self, row: Restriction, force: Derivation) -> Times:
        start = force.overridden_by(row.starts)
        if self.law.kinds[row.kind].length == "none":
            gap = Derivation(DateRange(start.value.earliest, None), missing=(f"done:{row.id}",)).with_doubts_of(start)
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
        by_rule = several.absorbed(self, row, by_rule) if self.others else by_rule
        open_ended = times.open_ended and not row.ends.known
        return self._until_death(Times(binds, times.counts, by_rule.overridden_by(row.ends), by_rule, open_ended))

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


def _day_of(verdict: Verdict) -> tuple[date, date, str]:
    earliest, latest = verdict.date.value
    return (earliest or date.min, latest or date.max, verdict.id)


def _has_no_end(end: Derivation) -> bool:
    return bool(end.steps) and end.steps[-1].operation == "no-end"
