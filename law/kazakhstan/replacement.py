"""A penalty that took the place of another: CC 73 (prison to restriction of freedom), CC 44(3)
(restriction of freedom to prison, day for day), CC 64(3) (a suspended sentence that is served)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from law.dates import UNKNOWN, DateRange, is_before
from law.facts import Case, Change, Custody, Fact, Restriction
from law.kazakhstan import main_penalties
from law.kazakhstan.derivation import Derivation
from law.lengths import Days
from law.outcome import Input

if TYPE_CHECKING:
    from law.kazakhstan.reckoner import Reckoner


def successor(case: Case, row: Restriction, change: Change) -> Restriction | None:
    """Returns the row that took the place of this one, named by its id or its kind."""
    if change.kind != "replaced" or change.to is None:
        return None
    rows = [other for other in case.restrictions if other.id != row.id and change.to in (other.id, other.kind)]
    return min(rows, key=lambda other: (other.id != change.to, other.verdict != change.verdict, other.id), default=None)


def order(reckoner: Reckoner, row: Restriction, change: Change) -> Derivation:
    """Returns the day the replacement binds: force of the court's order, else the day of the change."""
    if change.verdict is not None and not change.date.known:
        return reckoner.force(change.verdict)
    missing = () if change.date.known else (f"date:{row.id}",)
    return Derivation(change.date.value, fitted=change.date.fitted, missing=missing)


def times(
    reckoner: Reckoner, row: Restriction, old: Restriction, order_: Derivation, before: Derivation
) -> tuple[Derivation, Derivation]:
    """Returns start and end of what took the place. ``before`` is the old penalty's end without the change."""
    if old.kind == "suspended-sentence":
        return _suspended_served(reckoner, row, old, order_)
    start = _start(reckoner, row, order_)
    kind = reckoner.law.kinds[old.kind]
    rule_id = kind.changed_by if kind.is_main and kind.changed_by else "orders"
    if row.length is not None:
        ends = start.value.plus(row.length)
        inputs = (Input("start", start.value), Input("length", row.length, row.id))
        step = reckoner.step(rule_id, "add-length", inputs, ends, decided_on=order_.value, sources=row.sources)
        return start, start._replace(basis="computed").followed_by(step, value=ends)
    rest = remaining(before.value, order_.value)
    ends = DateRange(
        start.value.widen(rest.least, 0).earliest,
        None if rest.most is None else start.value.widen(0, rest.most).latest,
    )
    inputs = (Input("start", start.value), Input("rest", rest, old.id))
    step = reckoner.step(rule_id, "day-for-day", inputs, ends, decided_on=order_.value)
    return start, start._replace(basis="computed").with_doubts_of(before).followed_by(step, value=ends)


def remaining(ends: DateRange, from_: DateRange) -> Days:
    """Returns the days of the old penalty that were left on the day of the order."""
    least, most = 0, None
    if ends.earliest is not None and from_.latest is not None:
        least = max(0, (ends.earliest - from_.latest).days)
    if ends.latest is not None and from_.earliest is not None:
        most = max(0, (ends.latest - from_.earliest).days)
    return Days(least, most)


def _start(reckoner: Reckoner, row: Restriction, order_: Derivation) -> Derivation:
    if row.kind == "restriction-of-freedom":
        return main_penalties.registration(reckoner, row, order_, "restriction-start")
    step = reckoner.step(
        "restriction-breach",
        "prison-from-the-order",
        (Input("order", order_.value, row.verdict),),
        order_.value,
        decided_on=order_.value,
        assumption="taken-on-the-day-of-the-order",
    )
    return order_.followed_by(step, value=order_.value).overridden_by(row.starts)


def _suspended_served(
    reckoner: Reckoner, row: Restriction, old: Restriction, order_: Derivation
) -> tuple[Derivation, Derivation]:
    """Returns the prison term that had been suspended, less the custody before the verdict (CC 62, 64(3))."""
    length = row.length or old.length
    if length is None:
        gap = Derivation(missing=(f"length:{row.id}",)).with_doubts_of(order_)
        return gap, gap
    verdict = reckoner.verdicts.get(old.verdict or "")
    released = verdict.date.value if verdict else UNKNOWN
    custody = tuple(_closed(entry, released) for entry in reckoner.case.custody)
    start, end = main_penalties.prison(reckoner, row, order_, length, custody)
    inputs = (Input("order", order_.value, row.verdict), Input("length", length, row.id))
    step = reckoner.step("suspended-longer", "sentence-is-served", inputs, order_.value, decided_on=order_.value)
    return start._replace(steps=(step, *start.steps)), end._replace(steps=(step, *end.steps))


def _closed(entry: Custody, released: DateRange) -> Custody:
    """Returns the period with an end: before a suspended sentence it ended with the verdict at the latest."""
    begins = entry.begins.value
    if entry.until.known or is_before(released, begins) or released.latest is None:
        return entry
    return entry._replace(until=Fact(DateRange(begins.earliest, released.latest)))
