"""When a main penalty starts and ends: prison, restriction of freedom, suspended sentence.

Each function answers with the start and the end (first day after the term) by the rule alone.
"""

from datetime import date, timedelta

from law.dates import DateRange, hull, later_of
from law.facts import Case, Restriction, Verdict
from law.kazakhstan.answers import EDITION, Answer, step
from law.kazakhstan.custody import NO_DAYS, RATES, Spell, before_force, counted, reaches, spells
from law.lengths import Days, Length
from law.outcome import Input, Step

RATES_SINCE = date(2020, 1, 10)
"""Law of 27.12.2019 No. 292-VI; as the milder rule it works back for terms still running (CC 6)."""
DAYS_TO_PROBATION = 45
ONE_FOR_ONE, TWO_FOR_ONE = 2, 4  # in half days


def prison(case: Case, row: Restriction, force: Answer, length: Length) -> tuple[Answer, Answer]:
    """End = start + length - (rate - 1) x days of the spell of custody that reaches force
    - rate x days of every earlier spell - half the days of house arrest (CC 62, 62(3), 62(4)).

    Where uncertain dates leave open which spell reaches force, the range holds every reading.
    """
    readings = [_prison(case, row, force, length, found, running) for found, running in _readings(case, force)]
    start, end = readings[0]
    if len(readings) == 1:
        return start, end
    return (
        start._replace(value=hull(*(reading[0].value for reading in readings))),
        end._replace(value=hull(*(reading[1].value for reading in readings))).resting_on(
            *(reading[1] for reading in readings[1:])
        ),
    )


def _readings(case: Case, force: Answer) -> list[tuple[tuple[Spell, ...], bool]]:
    """The spells before force and whether the last one reaches it; several where that is open."""
    readings = []
    for surely in (False, True):
        found = spells(case.custody, "custody", force.value, force.value, surely=surely)
        for running in reaches(found[-1], force.value) if found else (False,):
            if (found, running) not in readings:
                readings.append((found, running))
    return readings


def _prison(
    case: Case, row: Restriction, force: Answer, length: Length, found: tuple[Spell, ...], reaching: bool
) -> tuple[Answer, Answer]:
    running = found[-1] if reaching else None
    earlier = counted(found[:-1] if reaching else found)
    house = counted(spells(case.custody, "house-arrest", force.value, force.value))
    start = _prison_start(case, row, force, running)
    days = before_force(running, force.value) if running else NO_DAYS

    def end_at(low: int, high: int) -> DateRange:
        ends = _less(start.value.plus(length), _credit(low, high, days, earlier, house))
        if days.most is not None or start.value.earliest is None:
            return ends
        return DateRange(_served_at_the_highest_rate(start.value.earliest, length, high, earlier, house), ends.latest)

    low, high, back = _rates(row.regime, end_at(ONE_FOR_ONE, ONE_FOR_ONE))
    ends = end_at(low, high)
    steps: list[Step] = []
    if days.most != 0 or earlier.most != 0:
        steps.append(_custody_credit(case, row, found, force, (low, high, back), days, earlier))
    if house.most != 0:
        steps.append(_house_credit(house, force.value))
    steps.append(_term_step("prison-end", row, start.value, length, ends, force.value))
    missing = (f"regime:{row.id}",) if low != high and row.regime is None else ()
    fitted = start.fitted or any(spell.fitted for spell in found)
    answer = start._replace(fitted=fitted, basis="computed").resting_on(force)
    return start, answer.then(*steps, value=ends, missing=missing)


def restriction_of_freedom(
    case: Case, verdict: Verdict, row: Restriction, force: Answer, length: Length
) -> tuple[Answer, Answer]:
    """End = registration + length - rate x days of custody before force - half the days of house
    arrest (PEC 64, CC 62(3-1), 62(4))."""
    start = registration(row, force, "restriction-start")
    day = verdict.date.value
    found = spells(case.custody, "custody", force.value, DateRange(None, day.latest))
    days = counted(found)
    house = counted(spells(case.custody, "house-arrest", force.value, force.value))
    full_term = start.value.plus(length)
    low = ONE_FOR_ONE if _before(full_term.earliest, RATES_SINCE) else TWO_FOR_ONE
    credit = Days(days.least * low, days.times(TWO_FOR_ONE).most).plus(house)
    ends = later_of(_less(full_term, credit), force.value)
    steps: list[Step] = []
    if days.most != 0:
        worth = Days(days.least * low // 2, days.times(2).most)
        steps.append(
            step(
                "credit-restriction",
                "credit-custody",
                (
                    Input("custody-days", days, _ids(found)),
                    Input("rate", _rate_text(low, TWO_FOR_ONE)),
                ),
                worth,
                decided_on=force.value,
                sources=_sources(case, found),
                assumption=_custody_assumption(found, low != TWO_FOR_ONE),
            )
        )
    if house.most != 0:
        steps.append(_house_credit(house, force.value))
    steps.append(_term_step("restriction-end", row, start.value, length, ends, force.value))
    fitted = any(spell.fitted for spell in found)
    missing = tuple(f"until:{spell.ids[-1]}" for spell in found if not spell.until_recorded)
    end = start._replace(basis="computed", fitted=start.fitted or fitted)
    return start, end.then(*steps, value=ends, missing=missing)


def suspended(row: Restriction, force: Answer, length: Length) -> tuple[Answer, Answer]:
    """Probation control for the whole term from registration (CC 63, PEC 174-175)."""
    start = registration(row, force, "suspended")
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
            (Input("custody", running.begins, running.ids[0]),),
            running.begins,
            decided_on=force.value,
            sources=_sources(case, (running,)),
            assumption=None if running.until_recorded else "custody-until-force",
        )
        return Answer(fitted=running.fitted).then(found, value=running.begins)
    return _arrest_for_execution(case, row, force)


def _arrest_for_execution(case: Case, row: Restriction, force: Answer) -> Answer:
    """The first custody after force; without one, some day from force on."""
    after = [
        entry
        for entry in case.custody
        if entry.kind == "custody"
        and entry.begins.value.earliest is not None
        and force.value.earliest is not None
        and entry.begins.value.earliest >= force.value.earliest
    ]
    if after:
        entry = min(after, key=lambda entry: entry.begins.value)
        value, missing = entry.begins.value, ()
        sources, fitted = entry.begins.sources or entry.sources, entry.begins.fitted
    else:
        value, sources, fitted = DateRange(force.value.earliest, None), (), False
        missing = (f"arrest:{row.id}",)  # type: ignore[assignment]
    found = step(
        "prison-end",
        "term-starts-with-arrest",
        (Input("arrest", value),),
        value,
        decided_on=force.value,
        sources=sources,
        assumption="arrest-day-unknown" if missing else None,
    )
    return Answer(fitted=fitted).then(found, value=value, missing=missing)


def _served_at_the_highest_rate(start: date, length: Length, high: int, earlier: Days, house: Days) -> date | None:
    """The earliest end while force is open: custody that counts ``high`` half days until the end."""
    before = earlier.times(high).plus(house)
    if before.most is None:
        return None
    return start + timedelta(max(0, length.least_days * 2 - before.most) // high)


def _credit(low: int, high: int, running: Days, earlier: Days, house: Days) -> Days:
    """The credit in half days; the running spell counts once as time served in any case."""
    least = running.least * (low - ONE_FOR_ONE) + earlier.least * low
    most = earlier.times(high)
    if high != ONE_FOR_ONE:
        most = most.plus(running.times(high - ONE_FOR_ONE))
    return Days(least, most.most).plus(house)


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
    running: Days,
    earlier: Days,
) -> Step:
    low, high, since_2020 = rates
    decided = force.value
    if since_2020 and _before(force.value.earliest, RATES_SINCE):
        decided = DateRange(RATES_SINCE, RATES_SINCE)
    return step(
        "credit-prison" if since_2020 else "credit-prison-before-2020",
        "credit-custody",
        (
            Input("custody-days", running.plus(earlier), _ids(found)),
            Input("rate", _rate_text(low, high)),
            Input("regime", row.regime, row.id),
        ),
        _credit(low, high, running, earlier, NO_DAYS).halved(),
        decided_on=decided,
        sources=_sources(case, found),
        assumption="regime-unknown" if row.regime is None and low != high else None,
    )


def _house_credit(house: Days, force: DateRange) -> Step:
    inputs = (Input("house-arrest-days", house),)
    return step("credit-house-arrest", "credit-house-arrest", inputs, house.halved(), decided_on=force)


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
    return tuple(
        dict.fromkeys(
            source for entry in case.custody if entry.id in ids for source in (*entry.begins.sources, *entry.sources)
        )
    )


def _less(end: DateRange, half_days: Days) -> DateRange:
    """The range moved back by half days of credit: a half day is a range of one day."""
    least, most = half_days.halved()
    earliest, latest = end
    return DateRange(
        None if earliest is None or most is None else earliest - timedelta(most),
        None if latest is None else latest - timedelta(least),
    )


def _before(one: date | None, other: date) -> bool:
    return one is None or one < other
