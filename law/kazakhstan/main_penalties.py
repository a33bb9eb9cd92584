"""When a main penalty starts and ends: prison, restriction of freedom, suspended sentence.

Each function returns the start and the end (first day after the term) by the rule alone.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from law.dates import ONE_DAY, DateRange, earlier_of, exact, hull, is_before, is_by, later_of, move, within
from law.facts import Custody, Restriction, Verdict
from law.kazakhstan import minors
from law.kazakhstan.custody import (
    NO_DAYS,
    RATES,
    CustodyPeriod,
    before_force,
    counted,
    counted_before,
    counted_outside,
    custody_periods,
    first_of_unbroken,
    surely_reaches,
)
from law.kazakhstan.derivation import Derivation, once
from law.kazakhstan.force import ENDS, by_the_code
from law.kazakhstan.working_days import previous_working_day
from law.lengths import Days, Length
from law.outcome import Input, Step

if TYPE_CHECKING:
    from law.kazakhstan.reckoner import Reckoner

RATES_SINCE = date(2020, 1, 10)
"""Law of 27.12.2019 No. 292-VI; as the milder rule it works back for terms still running (CC 6)."""
DAYS_TO_PROBATION = 45
ONE_FOR_ONE, TWO_FOR_ONE = 2, 4  # half days for one day of custody

_RULES = {"arrest": "arrest"}
"""The rule for both the term and the credit of a penalty that has one for all."""

Periods = tuple[CustodyPeriod, ...]


class Spent(NamedTuple):
    """Days before force: of the period that reaches force, of earlier custody, of house arrest."""

    running: Days
    earlier: Days
    house: Days

    def credit(self, low: int, high: int) -> Days:
        """Returns the credit in half days at rates from ``low`` to ``high`` half days for a day of custody.

        The running period counts once as time served in any case (CC 62(3), 62(4)).
        """
        least = self.running.least * (low - ONE_FOR_ONE) + self.earlier.least * low
        most = self.earlier.times(high)
        if high != ONE_FOR_ONE:
            most = most.plus(self.running.times(high - ONE_FOR_ONE))
        return Days(least, most.most).plus(self.house)


def released(reckoner: Reckoner, end: Derivation, start: DateRange) -> Derivation:
    """Returns the day of release: the last day of the term or, if it is a day off, the working day before.

    ``end`` is the first day after the term; nobody is released before the term has begun (PEC 165(2)).
    """
    last = end.value.shift(-1)
    value = DateRange(*(None if day is None else previous_working_day(day) for day in last))
    if start.earliest is not None:
        value = DateRange(*(None if day is None else max(day, start.earliest) for day in value))
    step = reckoner.step(
        "release-day", "released-on-the-last-day", (Input("last-day", last),), value, decided_on=end.value
    )
    return end.followed_by(step, value=value)


def arrest(reckoner: Reckoner, row: Restriction, force: Derivation, length: Length) -> tuple[Derivation, Derivation]:
    """Returns the start and the end of arrest: a day of custody counts as a day (CC 45(2), 62(3-1))."""
    return prison(reckoner, row._replace(regime="full"), force, length)


def prison(
    reckoner: Reckoner,
    row: Restriction,
    force: Derivation,
    length: Length,
    custody: tuple[Custody, ...] | None = None,
) -> tuple[Derivation, Derivation]:
    """Returns the start and the end of prison.

    End = start + length - (rate - 1) x days of the custody that reaches force - rate x days of all
    earlier custody - half the days of house arrest (CC 62, 62(3), 62(4)). Where uncertain dates leave
    open which period reaches force, the range holds every reading. ``custody`` stands in for the case's own.
    """
    custody = reckoner.case.custody if custody is None else custody
    periods = custody_periods(custody, "custody", force.value, force.value)
    readings = [
        _prison(reckoner, row, force, length, custody, periods, first)
        for first in _first_periods(periods, row, force.value)
    ]
    start, end = readings[0]
    if len(readings) == 1:
        return start, end
    starts = hull(*(reading[0].value for reading in readings))
    ends = hull(*(reading[1].value for reading in readings))
    inputs = tuple(Input("reading", reading[1].value) for reading in readings)
    step = reckoner.step("prison-end", "several-readings", inputs, ends, assumption="spell-reaching-force-open")
    end = end.with_doubts_of(*(reading[1] for reading in readings[1:]))
    return start._replace(value=starts), end.followed_by(step, value=ends, missing=(f"until:{periods[-1].ids[-1]}",))


def _first_periods(periods: Periods, row: Restriction, force: DateRange) -> list[CustodyPeriod | None]:
    """Returns where the unbroken custody that reaches force may have begun; None: no custody reaches it."""
    first: list[CustodyPeriod | None] = [*first_of_unbroken(periods, force)]
    if row.starts.known:
        return first[:1] or [None]
    return first if surely_reaches(periods, force) else [*first, None]


def _prison(
    reckoner: Reckoner,
    row: Restriction,
    force: Derivation,
    length: Length,
    custody: tuple[Custody, ...],
    periods: Periods,
    first: CustodyPeriod | None,
) -> tuple[Derivation, Derivation]:
    """Returns start and end where the custody that reaches force begins with ``first``."""
    if first is not None and row.starts.known:
        first = CustodyPeriod((), row.starts.value, force.value, row.starts.fitted, True)
    start = _prison_start(reckoner, row, force, custody, first).overridden_by(row.starts)
    house = custody_periods(custody, "house-arrest", force.value, force.value)
    spent = Spent(
        before_force(first, force.value) if first else NO_DAYS,
        counted_before(periods, first) if first else counted(periods),
        counted_outside(house, periods),
    )
    at_one = _served(start.value, length, spent, ONE_FOR_ONE, ONE_FOR_ONE)
    low, high, since_2020 = _rates(reckoner, row.regime, at_one)
    ends = _served(start.value, length, spent, low, high)
    if since_2020:
        ends = _since_the_milder_law(ends, at_one, force.value)
    steps: list[Step] = []
    if spent.running.most != 0 or spent.earlier.most != 0:
        steps.append(_custody_credit(reckoner, row, custody, periods, force, (low, high, since_2020), spent))
    if spent.house.most != 0:
        steps.append(_house_credit(reckoner, custody, house, spent.house, force.value))
    steps.append(_term_step(reckoner, _RULES.get(row.kind, "prison-end"), row, start.value, length, ends, force.value))
    missing = (f"regime:{row.id}",) if low != high and row.regime is None else ()
    fitted = start.fitted or any(period.fitted for period in (*periods, *house))
    end = start._replace(fitted=fitted, basis="computed").with_doubts_of(force)
    return start, end.followed_by(*steps, value=ends, missing=missing + _begins_missing(periods, house))


def _served(start: DateRange, length: Length, spent: Spent, low: int, high: int) -> DateRange:
    """Returns the end after the credit. While force is open, custody reaches the end at the latest."""
    ends = _less(start.plus(length), spent.credit(low, high))
    bound = _served_in_custody(start.earliest, length, spent, high)
    if bound is None or (ends.latest is not None and ends.latest < bound):
        return ends
    return DateRange(bound if ends.earliest is None else max(ends.earliest, bound), ends.latest)


def _served_in_custody(start: date | None, length: Length, spent: Spent, high: int) -> date | None:
    """Returns the earliest end of a term served wholly in custody that counts ``high`` half days."""
    before = spent.earlier.times(high).plus(spent.house)
    if start is None or before.most is None:
        return None
    rest = length.least_days * ONE_FOR_ONE - before.most - (high - ONE_FOR_ONE)
    return move(start, max(0, rest) // high)


def _since_the_milder_law(ends: DateRange, at_one: DateRange, force: DateRange) -> DateRange:
    """Returns the end no earlier than the milder rate was law: it could let nobody go before (CC 6)."""
    if force.latest is None or force.latest >= RATES_SINCE or at_one.earliest is None:
        return ends
    return later_of(ends, exact(min(at_one.earliest, RATES_SINCE + ONE_DAY)))


def restriction_of_freedom(
    reckoner: Reckoner,
    verdict: Verdict,
    row: Restriction,
    force: Derivation,
    length: Length,
    start: Derivation | None = None,
    custody: tuple[Custody, ...] | None = None,
) -> tuple[Derivation, Derivation]:
    """Returns registration and end, which never lies before the registration.

    End = registration + length - rate x days of custody before force - half the days of house arrest
    (PEC 64, CC 62(3-1), 62(4)).
    """
    if start is None:
        start = registration(reckoner, row, force, "restriction-start").overridden_by(row.starts)
    custody, until = reckoner.case.custody if custody is None else custody, by_the_code(force).value
    periods = custody_periods(custody, "custody", until, DateRange(None, verdict.date.value.latest))
    house = custody_periods(custody, "house-arrest", until, until)
    days, at_home = counted(periods), counted_outside(house, periods)
    full_term = start.value.plus(length)
    at_one = _less(full_term, days.times(ONE_FOR_ONE).plus(at_home))
    at_two = _less(full_term, days.times(TWO_FOR_ONE).plus(at_home))
    low = ONE_FOR_ONE if _before((reckoner.edition or at_two).earliest, RATES_SINCE) else TWO_FOR_ONE
    credit = Days(days.least * low, days.times(TWO_FOR_ONE).most)
    ends = _less(full_term, credit.plus(at_home))
    if low != TWO_FOR_ONE and reckoner.edition is None:
        ends = _no_later_than_the_milder_rate(ends, at_one, at_two)
    ends = later_of(ends, start.value)
    steps: list[Step] = []
    if days.most != 0:
        step = reckoner.step(
            "credit-restriction",
            "credit-custody",
            (Input("custody-days", days, _ids(periods)), Input("rate", _rate_text(low, TWO_FOR_ONE))),
            credit.halved(),
            decided_on=force.value,
            sources=_sources(custody, periods),
            assumption=_custody_assumption(periods, low != TWO_FOR_ONE),
        )
        steps.append(step)
    if at_home.most != 0:
        steps.append(_house_credit(reckoner, custody, house, at_home, force.value))
    steps.append(_term_step(reckoner, "restriction-end", row, start.value, length, ends, force.value))
    missing = tuple(f"until:{period.ids[-1]}" for period in periods if not period.until_recorded)
    fitted = start.fitted or any(period.fitted for period in (*periods, *house))
    end = start._replace(basis="computed", fitted=fitted)
    if _is_cut_by(until, (*periods, *house)):
        end = end.with_doubts_of(force)
    return start, end.followed_by(*steps, value=ends, missing=missing + _begins_missing(periods, house))


def _is_cut_by(force: DateRange, periods: Periods) -> bool:
    """Tells whether the days of some period hang on a day of force that is not known."""
    return not force.is_exact and any(not is_by(period.until, force) for period in periods)


def _no_later_than_the_milder_rate(ends: DateRange, at_one: DateRange, at_two: DateRange) -> DateRange:
    """Returns the end by either rate; from 10 January 2020 on the milder one is surely law.

    So a term that only the milder rate ends before that day ends on it at the latest (CC 6).
    """
    if at_two.latest is None or at_one.latest is None:
        return ends
    return ends._replace(latest=max(at_two.latest, min(at_one.latest, RATES_SINCE)))


def _begins_missing(*groups: Periods) -> tuple[str, ...]:
    return tuple(f"from:{period.ids[0]}" for periods in groups for period in periods if None in period.begins)


def suspended(reckoner: Reckoner, row: Restriction, force: Derivation, length: Length) -> tuple[Derivation, Derivation]:
    """Returns registration and end: probation control lasts for the whole term (CC 63, PEC 174-175).

    A minor is under control for six months to a year, whatever the term (CC 63(3)).
    """
    start = registration(reckoner, row, force, "suspended").overridden_by(row.starts)
    ends = start.value.plus(length)
    if minors.readings(reckoner, row.verdict) != minors.ADULT:
        return start, minors.control_end(reckoner, row, start, force, ends)
    step = _term_step(reckoner, "suspended", row, start.value, length, ends, force.value)
    return start, start._replace(basis="computed").followed_by(step, value=ends)


def registration(reckoner: Reckoner, row: Restriction, force: Derivation, rule_id: str) -> Derivation:
    """Returns the day the probation service takes the verdict for execution.

    Reported, else from force to 45 days later as a named assumption (PEC 64, 175).
    """
    value = force.value.widen(0, DAYS_TO_PROBATION)
    step = reckoner.step(
        rule_id,
        "registered-after-force",
        (Input("force", force.value, row.verdict), Input("days", DAYS_TO_PROBATION)),
        value,
        decided_on=force.value,
        assumption="registered-within-45-days",
    )
    start = Derivation(fitted=force.fitted).with_doubts_of(force)
    start = start.followed_by(step, value=value, missing=(f"registered:{row.id}",))
    return begun_when_reported(reckoner, row, rule_id, start).overridden_by(row.registered)


def begun_when_reported(reckoner: Reckoner, row: Restriction, rule_id: str, start: Derivation) -> Derivation:
    """Returns the start no later than the first day on which the restriction is reported to have bound."""
    days = [report.date for report in reckoner.case.reports if report.binds and report.about == row.id]
    if not days:
        return start
    first = earlier_of(*days)
    value = within(start.value, DateRange(None, first.latest))
    if value == start.value:
        return start
    inputs = (Input("reported-on", first, row.id),)
    return start.followed_by(reckoner.step(rule_id, "begun-when-reported", inputs, value), value=value)


def _prison_start(
    reckoner: Reckoner,
    row: Restriction,
    force: Derivation,
    custody: tuple[Custody, ...],
    running: CustodyPeriod | None,
) -> Derivation:
    """Returns the first day of the custody that reaches force, else of an arrest for execution."""
    if running is None:
        return _arrest_for_execution(reckoner, row, force, custody)
    step = reckoner.step(
        "prison-end",
        "term-starts-with-custody",
        (Input("custody", running.begins, _ids((running,))),),
        running.begins,
        decided_on=force.value,
        sources=_sources(custody, (running,)),
        assumption=None if running.until_recorded else "custody-until-force",
    )
    return Derivation(fitted=running.fitted).followed_by(step, value=running.begins)


def _arrest_for_execution(
    reckoner: Reckoner, row: Restriction, force: Derivation, custody: tuple[Custody, ...]
) -> Derivation:
    """Returns the first custody after force; without one, some day from force on and before the person left."""
    arrests = [entry for entry in custody if entry.kind == "custody" and not is_before(entry.begins.value, force.value)]
    sure = [entry for entry in arrests if is_by(force.value, entry.begins.value)]
    value = earlier_of(*(entry.begins.value for entry in (arrests if sure else ())))
    value = later_of(DateRange(force.value.earliest, value.latest), value)
    left = earlier_of(row.ends.value, *(change.date.value for change in row.changes if change.kind in ENDS))
    if is_by(force.value, left):
        value = within(value, DateRange(None, left.latest))
    step = reckoner.step(
        "prison-end",
        "term-starts-with-arrest",
        (Input("arrest", value),),
        value,
        decided_on=force.value,
        sources=once(*(entry.begins.sources or entry.sources for entry in sure)),
        assumption=None if sure else "arrest-day-unknown",
    )
    missing = () if sure else (f"arrest:{row.id}",)
    fitted = any(entry.begins.fitted for entry in sure)
    return Derivation(fitted=fitted).followed_by(step, value=value, missing=missing)


def _rates(reckoner: Reckoner, regime: str | None, at_one: DateRange) -> tuple[int, int, bool]:
    """Returns the lowest and highest rate in half days, and whether the rule of 2020 is what decides.

    ``at_one`` is the end one for one: before 10 January 2020 the milder rule comes too late.
    """
    low, high = (RATES[regime],) * 2 if regime in RATES else (ONE_FOR_ONE, TWO_FOR_ONE)
    if reckoner.edition is not None:
        at_one = reckoner.edition
    if at_one.latest is not None and at_one.latest < RATES_SINCE:
        return ONE_FOR_ONE, ONE_FOR_ONE, False
    if _before(at_one.earliest, RATES_SINCE):
        return ONE_FOR_ONE, high, True
    return low, high, True


def _custody_credit(
    reckoner: Reckoner,
    row: Restriction,
    custody: tuple[Custody, ...],
    periods: Periods,
    force: Derivation,
    rates: tuple[int, int, bool],
    spent: Spent,
) -> Step:
    low, high, since_2020 = rates
    decided = force.value
    if since_2020 and _before(force.value.earliest, RATES_SINCE):
        decided = exact(RATES_SINCE)
    return reckoner.step(
        _RULES.get(row.kind, "credit-prison" if since_2020 else "credit-prison-before-2020"),
        "credit-custody",
        (
            Input("custody-days", spent.running.plus(spent.earlier), _ids(periods)),
            Input("rate", _rate_text(low, high)),
            Input("regime", row.regime, row.id),
        ),
        spent._replace(house=NO_DAYS).credit(low, high).halved(),
        decided_on=decided,
        sources=_sources(custody, periods),
        assumption="regime-unknown" if row.regime is None and low != high else None,
    )


def _house_credit(
    reckoner: Reckoner, custody: tuple[Custody, ...], periods: Periods, days: Days, force: DateRange
) -> Step:
    return reckoner.step(
        "credit-house-arrest",
        "credit-house-arrest",
        (Input("house-arrest-days", days, _ids(periods)),),
        days.halved(),
        decided_on=force,
        sources=_sources(custody, periods),
        assumption=None if all(period.until_recorded for period in periods) else "custody-until-force",
    )


def _term_step(
    reckoner: Reckoner,
    rule_id: str,
    row: Restriction,
    start: DateRange,
    length: Length,
    ends: DateRange,
    decided_on: DateRange,
) -> Step:
    return reckoner.step(
        rule_id,
        "term-runs-out",
        (Input("start", start), Input("length", length, row.id)),
        ends,
        decided_on=decided_on,
        sources=row.sources,
    )


def _custody_assumption(periods: Periods, uncertain_rate: bool) -> str | None:
    if uncertain_rate:
        return "credit-rate-before-2020"
    return None if all(period.until_recorded for period in periods) else "released-with-the-verdict"


def _rate_text(low: int, high: int) -> str:
    texts = [f"{rate // 2}.5" if rate % 2 else str(rate // 2) for rate in (low, high)]
    return texts[0] if low == high else "–".join(texts)


def _ids(periods: Periods) -> str | None:
    return " ".join(id_ for period in periods for id_ in period.ids) or None


def _sources(custody: tuple[Custody, ...], periods: Periods) -> tuple[str, ...]:
    ids = {id_ for period in periods for id_ in period.ids}
    return once(*(entry.begins.sources + entry.sources for entry in custody if entry.id in ids))


def _less(end: DateRange, half_days: Days) -> DateRange:
    """Returns the range moved back by half days of credit: a half day is a range of one day."""
    least, most = half_days.halved()
    earliest, latest = end
    return DateRange(
        None if earliest is None or most is None else move(earliest, -most),
        None if latest is None else move(latest, -least),
    )


def _before(day: date | None, limit: date) -> bool:
    return day is None or day < limit
