"""What happened to a restriction after it was imposed, applied to its end in the order of days."""

from collections.abc import Callable
from datetime import date

from law.dates import UNKNOWN, DateRange, add
from law.facts import Change, Restriction
from law.kazakhstan.answers import Answer, step
from law.lengths import Length
from law.outcome import Input, Step

ENDS = ("lifted", "replaced")
RULES = {
    "administrative-supervision": "supervision",
    "suspended-sentence": "suspended-longer",
    "restriction-of-freedom": "restriction-breach",
    "imprisonment": "replacement",
}
"""The rule by which a court changes a restriction of this kind; ``orders`` for the others."""


def applied(row: Restriction, end: Answer, force: Callable[[str | None], Answer]) -> Answer:
    """The end after all changes of the row; ``force`` answers when an order took force."""
    paused_since: DateRange | None = None
    for change in sorted(row.changes, key=_day):
        if change.kind == "paused" and change.until.known:
            end = _longer_by_pause(row, change, end, _paused_on(change, force), change.until.value)
        elif change.kind == "paused":
            paused_since = _paused_on(change, force)
        elif change.kind == "resumed" and paused_since is not None:
            end = _longer_by_pause(row, change, end, paused_since, _date(change, force))
            paused_since = None
        else:
            end = _changed(row, change, end, force)
    if paused_since is not None:
        return _still_paused(row, end, paused_since)
    return end


def _changed(row: Restriction, change: Change, end: Answer, force: Callable[[str | None], Answer]) -> Answer:
    if change.until.known:
        return end.then(_step(row, change, "changed-until", change.until.value), value=change.until.value)
    if change.kind == "extended" and change.by is not None:
        value = end.value.plus(change.by)
        return end.then(_step(row, change, "extended-by", value), value=value)
    if change.kind == "shortened" and change.by is not None:
        value = _minus(end.value, change.by)
        return end.then(_step(row, change, "shortened-by", value), value=value)
    if change.kind in ENDS:
        value = _date(change, force)
        found = _step(row, change, f"{change.kind}-on", value)
        return _ended(row, change, force)._replace(waits_for=end.waits_for).then(found, value=value)
    gap = (f"by:{row.id}",)
    return end.then(_step(row, change, "changed-by-unknown", UNKNOWN), value=UNKNOWN, missing=gap)


def _ended(row: Restriction, change: Change, force: Callable[[str | None], Answer]) -> Answer:
    """A reported day, else the day on which the court's order took force, with its doubts."""
    if change.date.known:
        return Answer(fitted=change.date.fitted, basis="told" if change.date.how == "told" else "reported")
    if change.verdict is not None:
        return Answer().resting_on(force(change.verdict))
    return Answer(missing=(f"date:{row.id}",))


def _longer_by_pause(row: Restriction, change: Change, end: Answer, since: DateRange, until: DateRange) -> Answer:
    """The term stands still while the person is wanted (PEC 174-175)."""
    least = _days(since.latest, until.earliest) or 0
    most = _days(since.earliest, until.latest)
    latest = None if most is None else end.value.widen(0, most).latest
    value = DateRange(end.value.widen(least, 0).earliest, latest)
    inputs = (Input("paused", since), Input("resumed", until))
    found = step("suspended", "paused", inputs, value, decided_on=since, sources=change.date.sources)
    return end.then(found, value=value)


def _still_paused(row: Restriction, end: Answer, since: DateRange) -> Answer:
    value = DateRange(end.value.earliest, None)
    found = step("suspended", "still-paused", (Input("paused", since),), value, decided_on=since)
    return end.then(found, value=value, missing=(f"resumed:{row.id}",))


def _step(row: Restriction, change: Change, operation: str, result: DateRange) -> Step:
    rule_id = RULES.get(row.kind, "orders")
    inputs = (Input("changed-on", change.date.value, change.verdict), Input("by", change.by, row.id))
    return step(rule_id, operation, inputs, result, decided_on=change.date.value, sources=change.date.sources)


def _date(change: Change, force: Callable[[str | None], Answer]) -> DateRange:
    """The day the change binds: as dated, else when its order took force."""
    return change.date.value if change.date.known else force(change.verdict).value


def _paused_on(change: Change, force: Callable[[str | None], Answer]) -> DateRange:
    return change.begins.value if change.begins.known else _date(change, force)


def _day(change: Change) -> tuple[bool, str, str]:
    """A stable order by day, whatever order the editor typed; what ends the restriction comes last."""
    day = change.date.value.earliest or change.date.value.latest
    return (change.kind in ENDS, str(day or ""), str(change))


def _minus(value: DateRange, length: Length) -> DateRange:
    back = Length(-length.years, -length.months, -length.days)
    earliest, latest = value
    return DateRange(None if earliest is None else add(earliest, back), None if latest is None else add(latest, back))


def _days(one: date | None, two: date | None) -> int | None:
    return None if one is None or two is None else max(0, (two - one).days)
