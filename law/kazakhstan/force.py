"""When a verdict or an order takes force (CPC 418, 470, 476, 48)."""

from collections.abc import Iterator
from datetime import date

from law.dates import DateRange, earlier_of, hull, is_before, is_by, move
from law.facts import Case, Custody, Verdict
from law.kazakhstan.answers import Answer, step
from law.kazakhstan.working_days import next_working_day
from law.outcome import Input, Step

APPEAL_DAYS = 15
ENDS_THE_WAIT = ("upheld", "changed", "withdrawn")
UNDOES = ("cancelled", "acquitted")


def undoes(ruling: Verdict) -> bool:
    """Whether a higher court cancelled the verdict it was on, or acquitted: void from the start."""
    return ruling.result in UNDOES and ruling.instance in ("appeal", "cassation")


def undone(case: Case, verdict_id: str | None) -> DateRange:
    """The day of the first ruling that undid the verdict."""
    days = (ruling.date.value for ruling in case.verdicts if ruling.on == verdict_id and undoes(ruling))
    return earlier_of(*days)


def in_force(case: Case, verdict: Verdict) -> Answer:
    """The day from which the verdict binds, with the court's fact before the rule."""
    return _before_execution(case, verdict, _by_rule(case, verdict)).beaten_by(verdict.in_force)


def _before_execution(case: Case, verdict: Verdict, answer: Answer) -> Answer:
    """Where force is open: the verdict was in force when a court changed how it is served, when a
    higher court reviewed it, or when a penalty of it was registered or reported to have ended."""
    earliest, known = answer.value
    signs = [(day.latest, ref) for day, ref in _signs(case, verdict) if day.latest is not None]
    if answer.value.is_exact or not signs:
        return answer
    latest, ref = min(signs)
    if (known is not None and known <= latest) or (earliest is not None and latest < earliest):
        return answer
    value = DateRange(earliest, latest)
    inputs = (Input("executed", value._replace(earliest=None), ref),)
    found = step(
        _rule_for(verdict),
        "force-before-execution",
        inputs,
        value,
        decided_on=value,
        assumption="executed-when-in-force",
    )
    return answer.then(found, value=value)


def _signs(case: Case, verdict: Verdict) -> Iterator[tuple[DateRange, str]]:
    for ruling in case.verdicts:
        if ruling.on == verdict.id and ruling.instance in ("cassation", "enforcement"):
            yield ruling.date.value, ruling.id
    for row in case.restrictions:
        if row.verdict == verdict.id:
            yield row.registered.value, row.id
            yield row.ends.value, row.id


def _by_rule(case: Case, verdict: Verdict) -> Answer:
    if verdict.instance in ("appeal", "cassation"):
        return _from_ruling(verdict, verdict)
    ruling = _ruling(case, verdict)
    if ruling is not None:
        return _from_ruling(verdict, ruling)
    if not verdict.date.known:
        return Answer(missing=(f"date:{verdict.id}",))
    if verdict.appealed is False:
        return _appeal_time_over(case, verdict)
    return _appeal_open(case, verdict)


def _ruling(case: Case, verdict: Verdict) -> Verdict | None:
    """The appellate ruling on the verdict; of several the one that ended the wait, the last."""
    rulings = [
        ruling
        for ruling in case.verdicts
        if ruling.on == verdict.id and ruling.instance == "appeal" and ruling.result in (*ENDS_THE_WAIT, *UNDOES)
    ]
    return max(rulings, key=lambda ruling: (str(ruling.date.value.latest or ""), ruling.id), default=None)


def _from_ruling(verdict: Verdict, ruling: Verdict) -> Answer:
    day = ruling.date.value
    missing: tuple[str, ...] = ()
    if day.is_unknown:
        day = DateRange(_not_before(verdict), None)
        missing = (f"date:{ruling.id}",)
    elif not day.is_exact:
        missing = (f"date:{ruling.id}",)
    found = step(
        _rule_for(verdict),
        "force-from-ruling",
        (Input("ruling", day, ruling.id),),
        day,
        decided_on=day,
        sources=ruling.date.sources,
        assumption="force-on-the-day-of-the-ruling",
    )
    return Answer(fitted=ruling.date.fitted).then(found, value=day, missing=missing)


def _appeal_time_over(case: Case, verdict: Verdict) -> Answer:
    begins, missing = _appeal_time_begins(case, verdict)
    last = _rolled(begins.shift(APPEAL_DAYS))
    steps: tuple[Step, ...] = (
        step(
            "appeal-time",
            "appeal-time-runs-out",
            (Input("from", begins, verdict.id), Input("days", APPEAL_DAYS)),
            begins.shift(APPEAL_DAYS),
            decided_on=verdict.date.value,
            sources=verdict.date.sources,
            assumption="copy-served-unknown" if missing else None,
        ),
        *_roll_step(begins.shift(APPEAL_DAYS), last),
        step(
            _rule_for(verdict),
            "force-unappealed",
            (Input("last-day", last),),
            last.widen(0, 1),
            decided_on=last,
            assumption="force-one-day-range",
        ),
    )
    return Answer(fitted=verdict.date.fitted).then(*steps, value=last.widen(0, 1), missing=missing)


def _appeal_time_begins(case: Case, verdict: Verdict) -> tuple[DateRange, tuple[str, ...]]:
    """The reading of the verdict; for a convict in custody the day the copy is handed over."""
    day = verdict.date.value
    held = _in_custody(case, verdict)
    if held == {False}:
        return day, ()
    copy = verdict.copy_served.value if verdict.copy_served.known else DateRange(day.earliest, None)
    missing = () if verdict.copy_served.known else (f"copy_served:{verdict.id}",)
    return (copy if held == {True} else hull(day, copy)), missing


def _in_custody(case: Case, verdict: Verdict) -> set[bool]:
    """Whether the convict stayed in custody after a verdict of imprisonment: both where the dates
    leave it open."""
    if not any(row.kind == "imprisonment" and row.verdict == verdict.id for row in case.restrictions):
        return {False}
    answers = [_lasts_beyond(entry, verdict.date.value) for entry in case.custody if entry.kind == "custody"]
    if {True} in answers:
        return {True}
    return {False}.union(*answers)


def _lasts_beyond(entry: Custody, day: DateRange) -> set[bool]:
    """A spell whose end nobody reported goes on after the verdict."""
    begins, until = entry.begins.value, entry.until.value
    if is_before(day, begins) or (entry.until.known and is_by(until, day)):
        return {False}
    sure = is_by(begins, day) and (not entry.until.known or is_before(day, until))
    return {True} if sure else {True, False}


def _appeal_open(case: Case, verdict: Verdict) -> Answer:
    """Appealed with no ruling known, or nobody says whether: open to one side."""
    day = DateRange(_not_before(verdict), None)
    known = verdict.appealed is True
    found = step(
        _rule_for(verdict),
        "force-after-appeal-time",
        (Input("verdict", verdict.date.value, verdict.id), Input("days", APPEAL_DAYS)),
        day,
        decided_on=verdict.date.value,
        sources=verdict.date.sources,
        assumption="appeal-result-unknown" if known else "appeal-unknown",
    )
    return Answer(fitted=verdict.date.fitted).then(found, value=day, missing=(f"in_force:{verdict.id}",))


def _not_before(verdict: Verdict) -> date | None:
    """No verdict takes force while somebody may still appeal (CPC 470)."""
    day = verdict.date.value.earliest
    return None if day is None else move(day, APPEAL_DAYS)


def _rule_for(verdict: Verdict) -> str:
    return "orders" if verdict.instance == "enforcement" else "in-force"


def _rolled(last: DateRange) -> DateRange:
    earliest, latest = last
    return DateRange(
        None if earliest is None else next_working_day(earliest),
        None if latest is None else next_working_day(latest),
    )


def _roll_step(before: DateRange, after: DateRange) -> tuple[Step, ...]:
    if before == after:
        return ()
    inputs = (Input("last-day", before),)
    return (step("counting", "rolls-to-working-day", inputs, after, decided_on=before),)
