"""A penalty that took the place of another: CC 73 (prison to restriction of freedom), CC 44(3)
(restriction of freedom to prison, day for day), CC 64(3) (a suspended sentence that is served), CC 62(6)
(another kind of penalty by a higher court)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from law.dates import UNKNOWN, DateRange, earlier_of, is_before, later_of, move
from law.facts import Case, Change, Custody, Fact, Restriction
from law.kazakhstan import main_penalties
from law.kazakhstan.derivation import Derivation
from law.kazakhstan.force import by_the_code
from law.kazakhstan.links import HIGHER
from law.lengths import Days, Length
from law.outcome import Input

if TYPE_CHECKING:
    from law.kazakhstan.reckoner import Reckoner

COUNTED_BY_DAYS = ("imprisonment", "restriction-of-freedom")


def successor(case: Case, row: Restriction, change: Change) -> Restriction | None:
    """Returns the row that took the place of this one, named by its id or its kind."""
    if change.kind != "replaced" or change.to is None:
        return None
    rows = [other for other in case.restrictions if other.id != row.id and change.to in (other.id, other.kind)]
    return min(rows, key=lambda other: (other.id != change.to, other.verdict != change.verdict, other.id), default=None)


def order(reckoner: Reckoner, row: Restriction, change: Change) -> Derivation:
    """Returns the day the replacement binds: force of the court's order, else the day of the change.

    Where nobody reports it, some day of the old term.
    """
    if change.verdict is not None and not change.date.known:
        return reckoner.force(change.verdict)
    if change.date.known:
        return Derivation(change.date.value, fitted=change.date.fitted)
    starts, ends = reckoner.rule_times(row).counts, reckoner.term(row)
    value = DateRange(starts.value.earliest, ends.value.shift(-1).latest)
    return Derivation(value, missing=(f"date:{row.id}",)).with_doubts_of(starts, ends)


def times(
    reckoner: Reckoner, row: Restriction, old: Restriction, order_: Derivation, before: Derivation
) -> tuple[Derivation, Derivation]:
    """Returns start and end of what took the place. ``before`` is the old penalty's end without the change."""
    if old.kind == "suspended-sentence":
        return _suspended_served(reckoner, row, old, order_)
    if row.length is not None and is_review(reckoner, row) and row.kind in COUNTED_BY_DAYS:
        return _reviewed(reckoner, row, old, order_, row.length)
    start = _start(reckoner, row, order_)
    kind = reckoner.law.kinds[old.kind]
    rule_id = kind.changed_by if kind.is_main and kind.changed_by else "orders"
    if row.length is not None:
        ends = start.value.plus(row.length)
        inputs = (Input("start", start.value), Input("length", row.length, row.id))
        step = reckoner.step(rule_id, "add-length", inputs, ends, decided_on=order_.value, sources=row.sources)
        return start, start._replace(basis="computed").followed_by(step, value=ends)
    rest = remaining(before.value, order_.value)
    ends = _day_for_day(row, start, rest, before.value, order_.value)
    inputs = (Input("start", start.value), Input("rest", rest, old.id))
    step = reckoner.step(rule_id, "day-for-day", inputs, ends, decided_on=order_.value)
    return start, start._replace(basis="computed").with_doubts_of(before).followed_by(step, value=ends)


def remaining(ends: DateRange, from_: DateRange) -> Days:
    """Returns the days of the old penalty that were left on the day of the order: one at least, else nothing
    would have been replaced."""
    least, most = 1, None
    if ends.earliest is not None and from_.latest is not None:
        least = max(1, (ends.earliest - from_.latest).days)
    if ends.latest is not None and from_.earliest is not None:
        most = max(least, (ends.latest - from_.earliest).days)
    return Days(least, most)


def _day_for_day(row: Restriction, start: Derivation, rest: Days, before: DateRange, order_: DateRange) -> DateRange:
    """Returns the end of the rest: the end of the old term, later by as long as the new one waited to begin.

    A day at least is left, counted from the start.
    """
    wait = served_days(order_, start.value)
    if start.basis == "computed":
        wait = Days(0, 0 if row.kind == "imprisonment" else main_penalties.DAYS_TO_PROBATION)
    by_the_rest, by_the_term = _after(start.value, rest), later_of(_after(before, wait), start.value.shift(1))
    return DateRange(later_of(by_the_rest, by_the_term).earliest, earlier_of(by_the_rest, by_the_term).latest)


def _after(day: DateRange, days: Days) -> DateRange:
    later = day.widen(days.least, days.most or 0)
    return later if days.most is not None else later._replace(latest=None)


def is_review(reckoner: Reckoner, row: Restriction) -> bool:
    """Tells whether a higher court put the penalty in the place of another (CC 62(6))."""
    ruling = reckoner.verdicts.get(row.verdict or "")
    return ruling is not None and ruling.instance in HIGHER


def _reviewed(
    reckoner: Reckoner, row: Restriction, old: Restriction, order_: Derivation, length: Length
) -> tuple[Derivation, Derivation]:
    """Returns start and end of a penalty that a higher court chose instead of the first.

    Custody before force counts by the rate of the new penalty, what was served since then day for day.
    """
    first = reckoner.verdicts.get(old.verdict or "")
    force = reckoner.force(old.verdict)
    if first is None:
        return order_, Derivation(missing=("verdict",)).with_doubts_of(order_)
    if row.kind == "imprisonment":
        start, end = main_penalties.prison(reckoner, row, by_the_code(force), length)
    else:
        start = main_penalties.registration(reckoner, row, order_, "restriction-start").overridden_by(row.starts)
        custody = tuple(_until_force(entry, by_the_code(force).value) for entry in reckoner.case.custody)
        _, end = main_penalties.restriction_of_freedom(reckoner, first, row, force, length, start, custody)
    served = served_days(_served_since(reckoner, old, force), order_.value)
    value = DateRange(
        None if end.value.earliest is None or served.most is None else move(end.value.earliest, -served.most),
        None if end.value.latest is None else move(end.value.latest, -served.least),
    )
    value = later_of(value, start.value)
    inputs = (Input("served", served, old.id), Input("end-before", end.value))
    step = reckoner.step("sentence-reviewed", "less-what-was-served", inputs, value, decided_on=order_.value)
    return start, end.followed_by(step, value=value)


def _served_since(reckoner: Reckoner, old: Restriction, force: Derivation) -> DateRange:
    """Returns the day from which the first penalty was being served: after force in prison, else registered."""
    if old.kind == "imprisonment":
        return by_the_code(force).value.shift(1)
    return main_penalties.registration(reckoner, old, force, "restriction-start").overridden_by(old.starts).value


def served_days(from_: DateRange, until: DateRange) -> Days:
    """Returns the days from the first of the penalty up to the day before the ruling."""
    least, most = 0, None
    if from_.latest is not None and until.earliest is not None:
        least = max(0, (until.earliest - from_.latest).days)
    if from_.earliest is not None and until.latest is not None:
        most = max(0, (until.latest - from_.earliest).days)
    return Days(least, most)


def _start(reckoner: Reckoner, row: Restriction, order_: Derivation) -> Derivation:
    if row.kind == "restriction-of-freedom":
        return main_penalties.registration(reckoner, row, order_, "restriction-start").overridden_by(row.starts)
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


def _until_force(entry: Custody, force: DateRange) -> Custody:
    """Returns the period with an end: before prison, custody whose end nobody reports went on until force."""
    if entry.until.known or is_before(force, entry.begins.value) or force.is_unknown:
        return entry
    return entry._replace(until=Fact(force))
