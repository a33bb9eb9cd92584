"""When a main penalty starts and ends: prison, restriction of freedom, suspended sentence.

Each function answers with the start and the end (first day after the term) by the rule alone.
"""

from datetime import date
from typing import NamedTuple

from law.dates import DateRange, earlier_of, exact, hull, is_before, is_by, later_of, move
from law.facts import Case, Restriction, Verdict
from law.kazakhstan.answers import EDITION, Answer, once, step
from law.kazakhstan.custody import (
    NO_DAYS,
    RATES,
    Spell,
    before_force,
    counted,
    counted_before,
    counted_outside,
    first_of_unbroken,
    spells,
    surely_reaches,
)
from law.lengths import Days, Length
from law.outcome import Input, Step

RATES_SINCE = date(2020, 1, 10)
"""Law of 27.12.2019 No. 292-VI; as the milder rule it works back for terms still running (CC 6)."""
DAYS_TO_PROBATION = 45
ONE_FOR_ONE, TWO_FOR_ONE = 2, 4  # half days for one day of custody


class Spent(NamedTuple):
    """Days before force: of the spell that reaches force, of earlier custody, of house arrest."""

    running: Days
    earlier: Days
    house: Days

    def credit(self, low: int, high: int) -> Days:
        """The credit in half days at rates from ``low`` to ``high`` half days for a day of custody;
        the running spell counts once as time served in any case (CC 62(3), 62(4))."""
        least = self.running.least * (low - ONE_FOR_ONE) + self.earlier.least * low
        most = self.earlier.times(high)
        if high != ONE_FOR_ONE:
            most = most.plus(self.running.times(high - ONE_FOR_ONE))
        return Days(least, most.most).plus(self.house)


def prison(case: Case, row: Restriction, force: Answer, length: Length) -> tuple[Answer, Answer]:
    """Start, and end = start + length - (rate - 1) x days of the spell of custody that reaches force
    - rate x days of every earlier spell - half the days of house arrest (CC 62, 62(3), 62(4)).

    Where uncertain dates leave open which spell reaches force, the range holds every reading.
    """
    found = spells(case.custody, "custody", force.value, force.value)
    readings = [_prison(case, row, force, length, found, first) for first in _readings(found, row, force.value)]
    start, end = readings[0]
    if len(readings) == 1:
        return start, end
    return _all_readings(start, end, readings, found[-1])


def _readings(found: tuple[Spell, ...], row: Restriction, force: DateRange) -> list[Spell | None]:
    """Where the unbroken custody that reaches force may have begun; None: no custody reaches it."""
    first: list[Spell | None] = [*first_of_unbroken(found, force)]
    if row.starts.known:
        return first[:1] or [None]
    return first if surely_reaches(found, force) else [*first, None]


def _all_readings(
    start: Answer, end: Answer, readings: list[tuple[Answer, Answer]], last: Spell
) -> tuple[Answer, Answer]:
    value = hull(*(reading[1].value for reading in readings))
    inputs = tuple(Input("reading", reading[1].value) for reading in readings)
    found = step("prison-end", "several-readings", inputs, value, assumption="spell-reaching-force-open")
    doubts = [reading[1] for reading in readings[1:]]
    return (
        start._replace(value=hull(*(reading[0].value for reading in readings))),
        end.resting_on(*doubts).then(found, value=value, missing=(f"until:{last.ids[-1]}",)),
    )


def _prison(
    case: Case, row: Restriction, force: Answer, length: Length, found: tuple[Spell, ...], first: Spell | None
) -> tuple[Answer, Answer]:
    if first is not None and row.starts.known:
        first = Spell((), row.starts.value, force.value, row.starts.fitted, True)
    start = _prison_start(case, row, force, first).beaten_by(row.starts)
    house = spells(case.custody, "house-arrest", force.value, force.value)
    spent = Spent(
        before_force(first, force.value) if first else NO_DAYS,
        counted_before(found, first) if first else counted(found),
        counted_outside(house, found),
    )
    at_one = _served(start.value, length, spent, ONE_FOR_ONE, ONE_FOR_ONE)
    low, high, since_2020 = _rates(row.regime, at_one)
    ends = _served(start.value, length, spent, low, high)
    if since_2020:
        ends = _since_the_milder_law(ends, at_one, force.value)
    steps: list[Step] = []
    if spent.running.most != 0 or spent.earlier.most != 0:
        steps.append(_custody_credit(case, row, found, force, (low, high, since_2020), spent))
    if spent.house.most != 0:
        steps.append(_house_credit(case, house, spent.house, force.value))
    steps.append(_term_step("prison-end", row, start.value, length, ends, force.value))
    missing = (f"regime:{row.id}",) if low != high and row.regime is None else ()
    fitted = start.fitted or any(spell.fitted for spell in (*found, *house))
    answer = start._replace(fitted=fitted, basis="computed").resting_on(force)
    return start, answer.then(*steps, value=ends, missing=missing + _begins_missing(found, house))


def _served(start: DateRange, length: Length, spent: Spent, low: int, high: int) -> DateRange:
    """The end after the credit. While force is open, custody reaches the end at the latest."""
    ends = _less(start.plus(length), spent.credit(low, high))
    bound = _served_in_custody(start.earliest, length, spent, high)
    if bound is None or (ends.latest is not None and ends.latest < bound):
        return ends
    return DateRange(bound if ends.earliest is None else max(ends.earliest, bound), ends.latest)


def _served_in_custody(start: date | None, length: Length, spent: Spent, high: int) -> date | None:
    """The earliest end of a term served wholly in custody that counts ``high`` half days."""
    before = spent.earlier.times(high).plus(spent.house)
    if start is None or before.most is None:
        return None
    rest = length.least_days * ONE_FOR_ONE - before.most - (high - ONE_FOR_ONE)
    return move(start, max(0, rest) // high)


def _since_the_milder_law(ends: DateRange, at_one: DateRange, force: DateRange) -> DateRange:
    """The milder rate could let nobody go before it was law (CC 6)."""
    if force.latest is None or force.latest >= RATES_SINCE or at_one.earliest is None:
        return ends
    return later_of(ends, exact(min(at_one.earliest, RATES_SINCE)))


def restriction_of_freedom(
    case: Case, verdict: Verdict, row: Restriction, force: Answer, length: Length
) -> tuple[Answer, Answer]:
    """Registration, and end = registration + length - rate x days of custody before force - half the
    days of house arrest (PEC 64, CC 62(3-1), 62(4)); never before the registration."""
    start = registration(row, force, "restriction-start").beaten_by(row.starts)
    found = spells(case.custody, "custody", force.value, DateRange(None, verdict.date.value.latest))
    house = spells(case.custody, "house-arrest", force.value, force.value)
    days, at_home = counted(found), counted_outside(house, found)
    full_term = start.value.plus(length)
    at_one = _less(full_term, days.times(ONE_FOR_ONE).plus(at_home))
    low = ONE_FOR_ONE if _before((EDITION.get() or at_one).earliest, RATES_SINCE) else TWO_FOR_ONE
    credit = Days(days.least * low, days.times(TWO_FOR_ONE).most).plus(at_home)
    ends = later_of(_less(full_term, credit), start.value)
    steps: list[Step] = []
    if days.most != 0:
        worth = Days(days.least * low, days.times(TWO_FOR_ONE).most).halved()
        steps.append(_restriction_credit(case, found, force, low, days, worth))
    if at_home.most != 0:
        steps.append(_house_credit(case, house, at_home, force.value))
    steps.append(_term_step("restriction-end", row, start.value, length, ends, force.value))
    missing = tuple(f"until:{spell.ids[-1]}" for spell in found if not spell.until_recorded)
    fitted = start.fitted or any(spell.fitted for spell in (*found, *house))
    end = start._replace(basis="computed", fitted=fitted)
    return start, end.then(*steps, value=ends, missing=missing + _begins_missing(found, house))


def _restriction_credit(case: Case, found: tuple[Spell, ...], force: Answer, low: int, days: Days, worth: Days) -> Step:
    return step(
        "credit-restriction",
        "credit-custody",
        (Input("custody-days", days, _ids(found)), Input("rate", _rate_text(low, TWO_FOR_ONE))),
        worth,
        decided_on=force.value,
        sources=_sources(case, found),
        assumption=_custody_assumption(found, low != TWO_FOR_ONE),
    )


def _begins_missing(*groups: tuple[Spell, ...]) -> tuple[str, ...]:
    return tuple(f"from:{spell.ids[0]}" for group in groups for spell in group if None in spell.begins)


def suspended(row: Restriction, force: Answer, length: Length) -> tuple[Answer, Answer]:
    """Probation control for the whole term from registration (CC 63, PEC 174-175)."""
    start = registration(row, force, "suspended").beaten_by(row.starts)
    ends = start.value.plus(length)
    added = _term_step("suspended", row, start.value, length, ends, force.value)
    return start, start._replace(basis="computed").then(added, value=ends)


def registration(row: Restriction, force: Answer, rule_id: str) -> Answer:
    """The day the probation service takes the verdict for execution: reported, else from force to
    45 days later as a named assumption (PEC 64, 175)."""
    within = force.value.widen(0, DAYS_TO_PROBATION)
    found = step(
        rule_id,
        "registered-after-force",
        (Input("force", force.value, row.verdict), Input("days", DAYS_TO_PROBATION)),
        within,
        decided_on=force.value,
        assumption="registered-within-45-days",
    )
    answer = Answer(fitted=force.fitted).resting_on(force)
    answer = answer.then(found, value=within, missing=(f"registered:{row.id}",))
    return answer.beaten_by(row.registered)


def _prison_start(case: Case, row: Restriction, force: Answer, running: Spell | None) -> Answer:
    if running is not None:
        found = step(
            "prison-end",
            "term-starts-with-custody",
            (Input("custody", running.begins, _ids((running,))),),
            running.begins,
            decided_on=force.value,
            sources=_sources(case, (running,)),
            assumption=None if running.until_recorded else "custody-until-force",
        )
        return Answer(fitted=running.fitted).then(found, value=running.begins)
    return _arrest_for_execution(case, row, force)


def _arrest_for_execution(case: Case, row: Restriction, force: Answer) -> Answer:
    """The first custody after force; without one, some day from force on."""
    arrests = [
        entry for entry in case.custody if entry.kind == "custody" and not is_before(entry.begins.value, force.value)
    ]
    sure = [entry for entry in arrests if is_by(force.value, entry.begins.value)]
    value = earlier_of(*(entry.begins.value for entry in (arrests if sure else ())))
    value = later_of(DateRange(force.value.earliest, value.latest), value)
    found = step(
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
    return Answer(fitted=fitted).then(found, value=value, missing=missing)


def _rates(regime: str | None, at_one: DateRange) -> tuple[int, int, bool]:
    """Lowest and highest rate in half days, and whether the rule of 2020 is what decides.

    ``at_one`` is the end one for one: before 10 January 2020 the milder rule comes too late.
    """
    low, high = (RATES[regime],) * 2 if regime in RATES else (ONE_FOR_ONE, TWO_FOR_ONE)
    edition = EDITION.get()
    if edition is not None:
        at_one = edition
    if at_one.latest is not None and at_one.latest < RATES_SINCE:
        return ONE_FOR_ONE, ONE_FOR_ONE, False
    if _before(at_one.earliest, RATES_SINCE):
        return ONE_FOR_ONE, high, True
    return low, high, True


def _custody_credit(
    case: Case,
    row: Restriction,
    found: tuple[Spell, ...],
    force: Answer,
    rates: tuple[int, int, bool],
    spent: Spent,
) -> Step:
    low, high, since_2020 = rates
    decided = force.value
    if since_2020 and _before(force.value.earliest, RATES_SINCE):
        decided = exact(RATES_SINCE)
    return step(
        "credit-prison" if since_2020 else "credit-prison-before-2020",
        "credit-custody",
        (
            Input("custody-days", spent.running.plus(spent.earlier), _ids(found)),
            Input("rate", _rate_text(low, high)),
            Input("regime", row.regime, row.id),
        ),
        spent._replace(house=NO_DAYS).credit(low, high).halved(),
        decided_on=decided,
        sources=_sources(case, found),
        assumption="regime-unknown" if row.regime is None and low != high else None,
    )


def _house_credit(case: Case, found: tuple[Spell, ...], days: Days, force: DateRange) -> Step:
    return step(
        "credit-house-arrest",
        "credit-house-arrest",
        (Input("house-arrest-days", days, _ids(found)),),
        days.halved(),
        decided_on=force,
        sources=_sources(case, found),
        assumption=None if all(spell.until_recorded for spell in found) else "custody-until-force",
    )


def _term_step(
    rule_id: str,
    row: Restriction,
    start: DateRange,
    length: Length,
    ends: DateRange,
    decided_on: DateRange,
) -> Step:
    return step(
        rule_id,
        "term-runs-out",
        (Input("start", start), Input("length", length, row.id)),
        ends,
        decided_on=decided_on,
        sources=row.sources,
    )


def _custody_assumption(found: tuple[Spell, ...], uncertain_rate: bool) -> str | None:
    if uncertain_rate:
        return "credit-rate-before-2020"
    return None if all(spell.until_recorded for spell in found) else "released-with-the-verdict"


def _rate_text(low: int, high: int) -> str:
    texts = [f"{rate // 2}.5" if rate % 2 else str(rate // 2) for rate in (low, high)]
    return texts[0] if low == high else "–".join(texts)


def _ids(found: tuple[Spell, ...]) -> str | None:
    return " ".join(id_ for spell in found for id_ in spell.ids) or None


def _sources(case: Case, found: tuple[Spell, ...]) -> tuple[str, ...]:
    ids = {id_ for spell in found for id_ in spell.ids}
    entries = [entry for entry in case.custody if entry.id in ids]
    return once(*(entry.begins.sources + entry.sources for entry in entries))


def _less(end: DateRange, half_days: Days) -> DateRange:
    """The range moved back by half days of credit: a half day is a range of one day."""
    least, most = half_days.halved()
    earliest, latest = end
    return DateRange(
        None if earliest is None or most is None else move(earliest, -most),
        None if latest is None else move(latest, -least),
    )


def _before(one: date | None, other: date) -> bool:
    return one is None or one < other
