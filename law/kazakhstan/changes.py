"""What happened to a restriction after it was imposed, applied to its end in the order of days."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from law.dates import UNKNOWN, DateRange, add, hull, is_before, within
from law.facts import Change, Restriction
from law.kazakhstan.derivation import Derivation
from law.kazakhstan.force import ENDS
from law.kazakhstan.working_days import next_working_day
from law.lengths import Length
from law.outcome import Input

if TYPE_CHECKING:
    from law.kazakhstan.reckoner import Reckoner


def names_the_last_day(row: Restriction) -> bool:
    """Tells whether a change says on which day the person left, so that no rule moves it."""
    return any(change.kind in ENDS or change.until.known for change in row.changes if change.kind != "paused")


def applied(reckoner: Reckoner, row: Restriction, end: Derivation) -> Derivation:
    """Returns the end after all changes of the row."""
    paused_since: DateRange | None = None
    for change in in_order(row):
        if change.kind == "paused" and change.until.known:
            end = _longer_by_pause(reckoner, change, end, _paused_on(reckoner, change), change.until.value)
        elif change.kind == "paused":
            since = _paused_on(reckoner, change)
            paused_since = since if paused_since is None else hull(paused_since, since)
        elif change.kind == "resumed":
            missing = () if paused_since is not None else (f"paused:{row.id}",)
            end = _longer_by_pause(reckoner, change, end, paused_since or UNKNOWN, binds_on(reckoner, change), missing)
            paused_since = None
        else:
            end = _changed(reckoner, row, change, end)
    if paused_since is not None:
        return _still_paused(reckoner, row, end, paused_since)
    return end


def _changed(reckoner: Reckoner, row: Restriction, change: Change, end: Derivation) -> Derivation:
    """Returns the end after one change that is no pause, by the rule for the row's kind."""
    missing: tuple[str, ...] = ()
    if change.until.known:
        operation, value = "changed-until", change.until.value
    elif change.kind == "extended" and change.by is not None:
        operation, value = "extended-by", end.value.plus(change.by)
    elif change.kind == "shortened" and change.by is not None:
        operation, value = "shortened-by", _minus(end.value, change.by)
    elif change.kind in ENDS:
        operation, day = f"{change.kind}-on", _left_on(reckoner, row, change)
        value = day if change.date.known else within(day, _term_of(reckoner, row, end.value))
        ended = _ended(reckoner, row, change)._replace(waits_for=end.waits_for)
        end = ended if day.is_exact else ended.with_doubts_of(end)
    elif change.kind == "extended":
        operation, value, missing = "changed-by-unknown", DateRange(end.value.earliest, None), (f"by:{row.id}",)
    else:
        start = reckoner.rule_times(row).counts.value
        operation, value, missing = (
            "changed-by-unknown",
            DateRange(start.earliest, end.value.latest),
            (f"by:{row.id}",),
        )
    by_papers = change.kind in ENDS and row.kind == "imprisonment" and not change.date.known
    step = reckoner.step(
        "early-release-day" if by_papers else reckoner.law.kinds[row.kind].changed_by or "orders",
        operation,
        (Input("changed-on", change.date.value, change.verdict), Input("by", change.by, row.id)),
        value,
        decided_on=change.date.value,
        sources=change.date.sources,
    )
    return end.followed_by(step, value=value, missing=missing)


def _ended(reckoner: Reckoner, row: Restriction, change: Change) -> Derivation:
    """Returns what the day of the end rests on: a report, else the court's order with its doubts."""
    if change.date.known:
        return Derivation(fitted=change.date.fitted, basis="told" if change.date.how == "told" else "reported")
    if change.verdict is not None:
        return Derivation().with_doubts_of(reckoner.force(change.verdict))
    return Derivation(missing=(f"date:{row.id}",))


def _longer_by_pause(
    reckoner: Reckoner,
    change: Change,
    end: Derivation,
    since: DateRange,
    until: DateRange,
    missing: tuple[str, ...] = (),
) -> Derivation:
    """Returns the end moved by the pause: the term stands still while the person is wanted (PEC 174-175)."""
    least = _days_between(since.latest, until.earliest) or 0
    most = _days_between(since.earliest, until.latest)
    latest = None if most is None else end.value.widen(0, most).latest
    value = DateRange(end.value.widen(least, 0).earliest, latest)
    inputs = (Input("paused", since), Input("resumed", until))
    step = reckoner.step("suspended", "paused", inputs, value, decided_on=since, sources=change.date.sources)
    return end.followed_by(step, value=value, missing=missing)


def _still_paused(reckoner: Reckoner, row: Restriction, end: Derivation, since: DateRange) -> Derivation:
    value = DateRange(end.value.earliest, None)
    step = reckoner.step("suspended", "still-paused", (Input("paused", since),), value, decided_on=since)
    return end.followed_by(step, value=value, missing=(f"resumed:{row.id}",))


def binds_on(reckoner: Reckoner, change: Change) -> DateRange:
    """Returns the day the change binds: as dated, else when its order took force."""
    return change.date.value if change.date.known else reckoner.force(change.verdict).value


def _left_on(reckoner: Reckoner, row: Restriction, change: Change) -> DateRange:
    """Returns the day the change binds; from prison a person leaves when the papers arrive, on a working day.

    They come on the day of force or on the next one (PEC 165(5)).
    """
    day = binds_on(reckoner, change)
    if row.kind != "imprisonment" or change.date.known:
        return day
    return DateRange(*(None if bound is None else next_working_day(bound) for bound in day))


def _term_of(reckoner: Reckoner, row: Restriction, ends: DateRange) -> DateRange:
    """Returns the days of a term that was to end so; what ended it on a day that nobody reports did it then."""
    last = ends.shift(-1) if row.kind == "imprisonment" else ends
    return DateRange(reckoner.rule_times(row).counts.value.earliest, last.latest)


def _paused_on(reckoner: Reckoner, change: Change) -> DateRange:
    return change.begins.value if change.begins.known else binds_on(reckoner, change)


def in_order(row: Restriction) -> list[Change]:
    """Returns the changes of the row in the order in which they happened."""
    return sorted(row.changes, key=_day)


def resumed_without_pause(row: Restriction) -> bool:
    """Tells whether the term goes on without having stood still."""
    is_paused = False
    for change in in_order(row):
        if change.kind == "resumed" and not is_paused:
            return True
        if change.kind in ("paused", "resumed"):
            is_paused = change.kind == "paused" and not change.until.known
    return False


def is_after_the_end(reckoner: Reckoner, row: Restriction) -> bool:
    """Tells whether a change came surely after the end of the term that it changes."""
    in_time = in_order(row)
    for number, change in enumerate(in_time):
        end = applied(reckoner, row._replace(changes=tuple(in_time[:number])), reckoner.rule_times(row).end)
        day = _paused_on(reckoner, change) if change.kind == "paused" else binds_on(reckoner, change)
        if is_before(end.value, day) or is_before(row.ends.value, change.date.value):
            return True
    return False


def _day(change: Change) -> tuple[bool, str, str]:
    """Sorts by day, whatever order the editor typed; what ends the restriction comes last."""
    day = change.date.value.earliest or change.date.value.latest
    return (change.kind in ENDS, str(day or ""), str(change))


def _minus(value: DateRange, length: Length) -> DateRange:
    back = Length(-length.years, -length.months, -length.days)
    earliest, latest = value
    return DateRange(None if earliest is None else add(earliest, back), None if latest is None else add(latest, back))


def _days_between(first: date | None, last: date | None) -> int | None:
    return None if first is None or last is None else max(0, (last - first).days)
