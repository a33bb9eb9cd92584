"""When a verdict or an order takes force (CPC 418, 470, 476, 48)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from law.dates import DateRange, earlier_of, hull, is_before, is_by, move, within
from law.facts import Case, Custody, Restriction, Verdict
from law.kazakhstan import record
from law.kazakhstan.derivation import Derivation, once
from law.kazakhstan.working_days import next_working_day
from law.outcome import Input

if TYPE_CHECKING:
    from law.kazakhstan.reckoner import Reckoner

APPEAL_DAYS = 15
WEEK = 7
"""Practice has dated force up to so many days after the ruling that brings it."""
ENDS_THE_WAIT = ("upheld", "changed", "withdrawn")
UNDOES = ("cancelled", "acquitted")
ENDS = ("lifted", "replaced")
"""Changes that end what they change."""
ENDED_BY = {
    "paroled": ("parole",),
    "pardoned": ("pardon",),
    "amnestied": ("amnesty",),
    "replaced": ("replaced",),
    "lifted": ("early-cancellation", "lifted"),
}
"""The result of an order -> what a penalty says that it ended by."""


def undoes(ruling: Verdict) -> bool:
    """Tells whether a higher court cancelled the verdict it was on, or acquitted: void from the start."""
    return ruling.result in UNDOES and ruling.instance in ("appeal", "cassation")


def undone(case: Case, verdict_id: str | None) -> DateRange:
    """Returns the day of the first ruling that undid the verdict."""
    days = (ruling.date.value for ruling in case.verdicts if ruling.on == verdict_id and undoes(ruling))
    return earlier_of(*days)


def ends_by(order: Verdict, row: Restriction) -> bool:
    """Tells whether the row says that it ended by what the order did."""
    return row.ended_by in ENDED_BY.get(order.result, ()) and row.verdict == order.on


def in_force(reckoner: Reckoner, verdict: Verdict) -> Derivation:
    """Returns the day from which the verdict binds, with the court's fact before the rule.

    A fact that is open to one side, such as *in force by*, bounds what the rule leaves open. What is only
    presumed never goes beyond the rule.
    """
    by_rule = _while_the_term_ran(reckoner, verdict, _before_execution(reckoner, verdict, _by_rule(reckoner, verdict)))
    fact = verdict.in_force
    if fact.how == "presumed":
        return by_rule._replace(value=within(by_rule.value, fact.value))
    if fact.known and None in fact.value and fact.value.overlaps(by_rule.value):
        fact = fact._replace(value=within(by_rule.value, fact.value))
    return by_rule.overridden_by(fact)


def by_the_code(force: Derivation) -> Derivation:
    """Returns force without the week that practice may take: custody is credited up to the ruling itself."""
    for step in reversed(force.steps):
        if step.operation == "reported":
            return force
        if step.operation == "force-from-ruling":
            ruling = step.inputs[0].value
            assert isinstance(ruling, DateRange)
            return force._replace(value=DateRange(force.value.earliest, earlier_of(ruling, force.value).latest))
    return force


def _before_execution(reckoner: Reckoner, verdict: Verdict, force: Derivation) -> Derivation:
    """Returns force no later than its first sign, where force is open.

    The verdict was in force when a court changed how it is served, when a higher court reviewed it, when a
    penalty of it was registered, reported to bind or to have ended, or when the person was reported as listed
    for it (AML 12). An order that was carried out before the time for an appeal was over acted at once.
    """
    earliest, known = force.value
    signs = [(day.latest, day.earliest, ref) for day, ref in _signs(reckoner, verdict) if day.latest is not None]
    if force.value.is_exact or not signs:
        return force
    latest, first, ref = min(signs, key=lambda sign: (sign[0], sign[2]))
    acted_at_once = verdict.instance == "enforcement" and verdict.appealed is None
    if acted_at_once and earliest is not None and (first is None or first < earliest):
        earliest = min(latest, verdict.date.value.earliest or latest)
    if (known is not None and known <= latest) or (earliest is not None and latest < earliest):
        return force
    value = DateRange(earliest, latest)
    step = reckoner.step(
        _rule_for(verdict),
        "force-before-execution",
        (Input("executed", value._replace(earliest=None), ref),),
        value,
        decided_on=value,
        assumption="executed-when-in-force",
    )
    return force.followed_by(step, value=value)


def _while_the_term_ran(reckoner: Reckoner, order: Verdict, force: Derivation) -> Derivation:
    """Returns force no later than the last day of what the order ended: after it nothing was left to end."""
    if order.instance != "enforcement" or force.value.is_exact:
        return force
    terms = [(reckoner.term(row), row.id) for row in reckoner.case.restrictions if _is_ended_by(order, row)]
    if not terms:
        return force
    term, ref = min(terms, key=lambda pair: (pair[0].value.latest or date.max, pair[1]))
    last = term.value.shift(-1)
    earliest, latest = force.value
    if last.latest is not None and (latest is None or last.latest < latest):
        latest = last.latest if earliest is None else max(last.latest, earliest)
    value = DateRange(earliest, latest)
    if value == force.value:
        return force._replace(missing=once(force.missing, term.missing))
    inputs = (Input("term-ends", last, ref),)
    step = reckoner.step("orders", "force-while-the-term-ran", inputs, value, decided_on=value)
    return force.with_doubts_of(term).followed_by(step, value=value)


def _is_ended_by(order: Verdict, row: Restriction) -> bool:
    """Tells whether the order ended the penalty on a day that nobody reports."""
    if ends_by(order, row) and not row.ends.known:
        return True
    return any(change.kind in ENDS and change.verdict == order.id and not change.date.known for change in row.changes)


def _signs(reckoner: Reckoner, verdict: Verdict) -> Iterator[tuple[DateRange, str]]:
    for ruling in (*reckoner.case.verdicts, *reckoner.entered.verdicts):
        if ruling.on == verdict.id and ruling.instance in ("cassation", "enforcement"):
            yield ruling.date.value, ruling.id
    yield from _ended_by(reckoner, verdict)
    for row in reckoner.case.restrictions:
        if row.verdict == verdict.id and not _may_be_for_another_case(reckoner, row, row.starts.value):
            yield from _signs_of(row)
        for change in row.changes:
            if change.verdict == verdict.id and verdict.instance == "enforcement" and verdict.appealed is None:
                yield change.date.value, row.id
    yield from _listed(reckoner, verdict)


def _ended_by(reckoner: Reckoner, order: Verdict) -> Iterator[tuple[DateRange, str]]:
    """Yields the days on which penalties ended by the order, none of them before it."""
    for row in reckoner.case.restrictions:
        if ends_by(order, row) and not is_before(row.ends.value, order.date.value):
            yield row.ends.value, row.id


def _signs_of(row: Restriction) -> Iterator[tuple[DateRange, str]]:
    """Yields the days by which a penalty of the verdict was being served or was over."""
    yield row.registered.value, row.id
    yield row.ends.value, row.id
    if row.kind not in ("imprisonment", "arrest"):  # the term of these begins with custody, before force
        yield row.starts.value, row.id


def _listed(reckoner: Reckoner, verdict: Verdict) -> Iterator[tuple[DateRange, str]]:
    """Yields the days by which the person was listed for the verdict, and those that a report says it binds."""
    for row in reckoner.case.restrictions:
        if row.kind != "financial-monitoring-list" or _may_be_for_another_case(reckoner, row, row.starts.value):
            continue
        if row.verdict is None and reckoner.listed_verdict() is verdict:
            yield row.starts.value, row.id
    for report in reckoner.case.reports:
        row_ = reckoner.rows.get(report.about)
        if row_ is None or not (report.binds or (report.by_source and row_.kind == "financial-monitoring-list")):
            continue
        if _may_be_for_another_case(reckoner, row_, report.date):
            continue
        if row_.verdict == verdict.id or (row_.verdict is None and reckoner.listed_verdict() is verdict):
            yield report.date, row_.id


def _may_be_for_another_case(reckoner: Reckoner, row: Restriction, day: DateRange) -> bool:
    """Tells whether the person may have been listed on that day for a conviction in another case.

    Such a listing proves nothing of this case's verdict (AML 12).
    """
    return row.kind == "financial-monitoring-list" and any(
        record.is_listed_offence(other.law, charge)
        for other in reckoner.others
        for verdict in other.convictions()
        if not other.is_void(verdict.id) and not is_before(day, verdict.date.value)
        for charge in other.convicted(verdict)
    )


def _by_rule(reckoner: Reckoner, verdict: Verdict) -> Derivation:
    if verdict.instance in ("appeal", "cassation"):
        return _from_ruling(reckoner, verdict, verdict)
    if verdict.result == "pardoned" and verdict.date.known:
        return _pardoned(reckoner, verdict)
    ruling = ruling_on(reckoner.case, verdict.id)
    if ruling is not None:
        return _from_ruling(reckoner, verdict, ruling)
    if not verdict.date.known:
        return Derivation(missing=(f"date:{verdict.id}",))
    if verdict.appealed is False:
        return _appeal_time_over(reckoner, verdict)
    return _appeal_open(reckoner, verdict)


def ruling_on(case: Case, verdict_id: str) -> Verdict | None:
    """Returns the appellate ruling on the verdict; of several the one that ended the wait, the last."""
    rulings = [
        ruling
        for ruling in case.verdicts
        if ruling.on == verdict_id and ruling.instance == "appeal" and ruling.result in (*ENDS_THE_WAIT, *UNDOES)
    ]
    return max(rulings, key=lambda ruling: (str(ruling.date.value.latest or ""), ruling.id), default=None)


def _from_ruling(reckoner: Reckoner, verdict: Verdict, ruling: Verdict) -> Derivation:
    """Returns the day of the ruling or up to a week later; a ruling that undoes the verdict acts at once."""
    day = ruling.date.value
    missing = () if day.is_exact else (f"date:{ruling.id}",)
    if verdict is not ruling and not day.is_exact:
        day = within(day, DateRange(_not_before(verdict), None))
    week = 0 if undoes(ruling) else WEEK
    value = day.widen(0, week)
    step = reckoner.step(
        _rule_for(verdict),
        "force-from-ruling",
        (Input("ruling", day, ruling.id), Input("days", week)),
        value,
        decided_on=day,
        sources=ruling.date.sources,
        assumption="force-within-a-week-of-the-ruling" if week else None,
    )
    return Derivation(fitted=ruling.date.fitted).followed_by(step, value=value, missing=missing)


def _pardoned(reckoner: Reckoner, verdict: Verdict) -> Derivation:
    """Returns the day of the act: nobody appeals a pardon (CC 78(3))."""
    day = verdict.date.value
    step = reckoner.step(
        "pardon",
        "pardon-acts-at-once",
        (Input("act", day, verdict.id),),
        day,
        decided_on=day,
        sources=verdict.date.sources,
    )
    missing = () if day.is_exact else (f"date:{verdict.id}",)
    return Derivation(fitted=verdict.date.fitted).followed_by(step._replace(certainty="C"), value=day, missing=missing)


def _appeal_time_over(reckoner: Reckoner, verdict: Verdict) -> Derivation:
    """Returns the day after the time for an appeal that nobody made."""
    begins, missing = _appeal_time_begins(reckoner.case, verdict)
    runs_out = begins.shift(APPEAL_DAYS)
    last = DateRange(*(None if day is None else next_working_day(day) for day in runs_out))
    steps = [
        reckoner.step(
            "appeal-time",
            "appeal-time-runs-out",
            (Input("from", begins, verdict.id), Input("days", APPEAL_DAYS)),
            runs_out,
            decided_on=verdict.date.value,
            sources=verdict.date.sources,
            assumption="copy-served-unknown" if missing else None,
        )
    ]
    if last != runs_out:
        inputs = (Input("last-day", runs_out),)
        steps.append(reckoner.step("counting", "rolls-to-working-day", inputs, last, decided_on=runs_out))
    value = last.widen(0, 1)
    steps.append(
        reckoner.step(
            _rule_for(verdict),
            "force-unappealed",
            (Input("last-day", last),),
            value,
            decided_on=last,
            assumption="force-one-day-range",
        )
    )
    return Derivation(fitted=verdict.date.fitted).followed_by(*steps, value=value, missing=missing)


def _appeal_time_begins(case: Case, verdict: Verdict) -> tuple[DateRange, tuple[str, ...]]:
    """Returns the reading of the verdict; for a convict in custody the day the copy is handed over."""
    day = verdict.date.value
    in_custody = _in_custody(case, verdict)
    if in_custody == {False}:
        return day, ()
    copy = verdict.copy_served.value if verdict.copy_served.known else DateRange(day.earliest, None)
    missing = () if verdict.copy_served.known else (f"copy_served:{verdict.id}",)
    return (copy if in_custody == {True} else hull(day, copy)), missing


def _in_custody(case: Case, verdict: Verdict) -> set[bool]:
    """Tells whether the convict stayed in custody after a verdict of imprisonment.

    Both answers where the dates leave it open.
    """
    if not any(row.kind == "imprisonment" and row.verdict == verdict.id for row in case.restrictions):
        return {False}
    answers = [_lasts_beyond(entry, verdict.date.value) for entry in case.custody if entry.kind == "custody"]
    if {True} in answers:
        return {True}
    return {False}.union(*answers)


def _lasts_beyond(entry: Custody, day: DateRange) -> set[bool]:
    """Tells whether the period went on after the day; one whose end nobody reported did."""
    begins, until = entry.begins.value, entry.until.value
    if is_before(day, begins) or (entry.until.known and is_by(until, day)):
        return {False}
    sure = is_by(begins, day) and (not entry.until.known or is_before(day, until))
    return {True} if sure else {True, False}


def _appeal_open(reckoner: Reckoner, verdict: Verdict) -> Derivation:
    """Returns a range open to one side: appealed with no ruling known, or nobody says whether."""
    last = _not_before(verdict, next_working_day)
    day = DateRange(last, None)
    step = reckoner.step(
        _rule_for(verdict),
        "force-after-appeal-time",
        (Input("verdict", verdict.date.value, verdict.id), Input("days", APPEAL_DAYS)),
        day,
        decided_on=verdict.date.value,
        sources=verdict.date.sources,
        assumption="appeal-result-unknown" if verdict.appealed is True else "appeal-unknown",
    )
    return Derivation(fitted=verdict.date.fitted).followed_by(step, value=day, missing=(f"in_force:{verdict.id}",))


def _not_before(verdict: Verdict, rolled: Callable[[date], date] = lambda day: day) -> date | None:
    """Returns the day after the time for an appeal: none takes force while somebody may appeal (CPC 470)."""
    day = verdict.date.value.earliest
    return None if day is None else move(rolled(move(day, APPEAL_DAYS)), 1)


def _rule_for(verdict: Verdict) -> str:
    return "orders" if verdict.instance == "enforcement" else "in-force"
