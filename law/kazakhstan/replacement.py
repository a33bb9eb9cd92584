"""A penalty that took the place of another: CC 73 (prison to restriction of freedom), CC 44(3)
(restriction of freedom to prison, day for day), CC 64(3) (a suspended sentence that is served)."""

from collections.abc import Callable

from law.dates import UNKNOWN, DateRange, is_before
from law.facts import Case, Change, Custody, Fact, Restriction, Verdict
from law.kazakhstan import main_penalties
from law.kazakhstan.answers import Answer, step
from law.lengths import Days
from law.outcome import Input

RULES = {
    "imprisonment": "replacement",
    "restriction-of-freedom": "restriction-breach",
    "suspended-sentence": "suspended-longer",
}


def successor(case: Case, row: Restriction, change: Change) -> Restriction | None:
    """The row that took the place of this one, named by its id or its kind."""
    if change.kind != "replaced" or change.to is None:
        return None
    named = [other for other in case.restrictions if other.id != row.id and change.to in (other.id, other.kind)]
    return min(
        named, key=lambda other: (other.id != change.to, other.verdict != change.verdict, other.id), default=None
    )


def order(row: Restriction, change: Change, force: Callable[[str | None], Answer]) -> Answer:
    """The day the replacement binds: force of the court's order, else the day of the change."""
    if change.verdict is not None and not change.date.known:
        return force(change.verdict)
    missing = () if change.date.known else (f"date:{row.id}",)
    return Answer(change.date.value, fitted=change.date.fitted, missing=missing)


def times(
    case: Case, verdict: Verdict | None, row: Restriction, old: Restriction, order_: Answer, before: Answer
) -> tuple[Answer, Answer]:
    """Start and end of what took the place. ``before`` is the old penalty's end without the change."""
    if old.kind == "suspended-sentence":
        return _suspended_served(case, verdict, row, old, order_)
    start = _start(row, order_)
    rule_id = RULES.get(old.kind, "orders")
    if row.length is not None:
        ends = start.value.plus(row.length)
        inputs = (Input("start", start.value), Input("length", row.length, row.id))
        found = step(rule_id, "add-length", inputs, ends, decided_on=order_.value, sources=row.sources)
        return start, start._replace(basis="computed").then(found, value=ends)
    rest = remaining(before.value, order_.value)
    ends = DateRange(
        start.value.widen(rest.least, 0).earliest,
        None if rest.most is None else start.value.widen(0, rest.most).latest,
    )
    inputs = (Input("start", start.value), Input("rest", rest, old.id))
    found = step(rule_id, "day-for-day", inputs, ends, decided_on=order_.value)
    return start, start._replace(basis="computed").resting_on(before).then(found, value=ends)


def remaining(ends: DateRange, from_: DateRange) -> Days:
    """The days of the old penalty that were left on the day of the order."""
    least, most = 0, None
    if ends.earliest is not None and from_.latest is not None:
        least = max(0, (ends.earliest - from_.latest).days)
    if ends.latest is not None and from_.earliest is not None:
        most = max(0, (ends.latest - from_.earliest).days)
    return Days(least, most)


def _start(row: Restriction, order_: Answer) -> Answer:
    if row.kind == "restriction-of-freedom":
        return main_penalties.registration(row, order_, "restriction-start")
    inputs = (Input("order", order_.value, row.verdict),)
    found = step(
        "restriction-breach",
        "prison-from-the-order",
        inputs,
        order_.value,
        decided_on=order_.value,
        assumption="taken-on-the-day-of-the-order",
    )
    return order_.then(found, value=order_.value).beaten_by(row.starts)


def _suspended_served(
    case: Case, verdict: Verdict | None, row: Restriction, old: Restriction, order_: Answer
) -> tuple[Answer, Answer]:
    """The prison term that had been suspended, less the custody before the verdict (CC 62, 64(3))."""
    length = row.length or old.length
    if length is None:
        gap = Answer(missing=(f"length:{row.id}",)).resting_on(order_)
        return gap, gap
    released = verdict.date.value if verdict else UNKNOWN
    closed = case._replace(custody=tuple(_closed(entry, released) for entry in case.custody))
    start, end = main_penalties.prison(closed, row, order_, length)
    inputs = (Input("order", order_.value, row.verdict), Input("length", length, row.id))
    found = step("suspended-longer", "sentence-is-served", inputs, order_.value, decided_on=order_.value)
    return start._replace(steps=(found, *start.steps)), end._replace(steps=(found, *end.steps))


def _closed(entry: Custody, released: DateRange) -> Custody:
    """A spell before a suspended sentence ended with the verdict at the latest."""
    begins = entry.begins.value
    if entry.until.known or is_before(released, begins) or released.latest is None:
        return entry
    return entry._replace(until=Fact(DateRange(begins.earliest, released.latest)))
