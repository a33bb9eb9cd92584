"""Facts that cannot all be true, and penalties beyond the code: named, never silently used."""

from collections.abc import Iterator
from datetime import date

from law.dates import DateRange, is_before, is_by, later_of
from law.facts import Case, Restriction, Verdict
from law.kazakhstan import changes, minors, record
from law.kazakhstan.force import ends_by, undoes
from law.kazakhstan.presumptions import IN_FORCE_BY_SIX_MONTHS as SIX_MONTHS
from law.kazakhstan.presumptions import PENALTY_UNCHANGED
from law.kazakhstan.reckoner import Reckoner
from law.lengths import Days, Length
from law.outcome import Contradiction, Outcome

PRISON_YEARS, PRISON_YEARS_ESPECIALLY_GRAVE = 15, 20
PRISON_YEARS_OF_SEVERAL, PRISON_YEARS_OF_SEVERAL_ESPECIALLY_GRAVE = 20, 25
PRISON_YEARS_OF_SEVERAL_VERDICTS, PRISON_YEARS_OF_VERDICTS_ESPECIALLY_GRAVE = 25, 30
"""CC 46(3), 58(3)-(4), 60(3)."""
EMERGENCY_FOR_LIFE_SINCE = date(2023, 3, 17)
"""Since then institutions of emergency security are for those in for life alone (CC 46(5)(4))."""
LONGEST_EXTENSION = Length(years=1)
"""Of a suspended sentence (CC 64(2))."""
CHANGES_A_PENALTY = ("replaced", "extended", "lifted", "paroled", "amnestied", "pardoned")
CREDITS = ("credit-custody", "credit-house-arrest")


def contradictions(reckoner: Reckoner, outcomes: tuple[Outcome, ...]) -> tuple[Contradiction, ...]:
    """Returns every contradiction in a stable order, each with the rows it is about and the rule."""
    case = reckoner.case
    every = (
        *_two_main_penalties(reckoner),
        *_custody(case),
        *_too_long(reckoner),
        *_ends(reckoner, outcomes),
        *_supervision(reckoner, outcomes),
        *_changes(reckoner),
        *_rulings(reckoner.entered),
        *_against_the_code(reckoner),
        *_replaced_by_nothing(reckoner),
        *_orders_without_effect(reckoner),
        *_switches(case),
    )
    return tuple(sorted(every, key=lambda entry: (entry.code, entry.about)))


def _two_main_penalties(reckoner: Reckoner) -> Iterator[Contradiction]:
    for verdict in reckoner.case.verdicts:
        rows = sorted(
            row.id
            for row in reckoner.case.restrictions
            if row.verdict == verdict.id
            and reckoner.law.kinds[row.kind].is_main
            and row.kind not in ("fine", "deferred-sentence")
            and reckoner.predecessor(row) is None
        )
        if len(rows) > 1:
            yield Contradiction("two-main-penalties", tuple(rows), "record-several")


def _custody(case: Case) -> Iterator[Contradiction]:
    for entry in case.custody:
        if is_before(entry.until.value, entry.begins.value):
            yield Contradiction("ends-before-start", (entry.id,), "credit-days")


def _too_long(reckoner: Reckoner) -> Iterator[Contradiction]:
    for row in reckoner.case.restrictions:
        kind = reckoner.law.kinds[row.kind]
        years, rule_id = kind.longest_years, kind.rules[0] if kind.rules else "counting"
        if row.kind == "imprisonment":
            years, rule_id = _prison_years(reckoner, row), "prison"
        if years is not None and row.length is not None and _is_longer(row.length, Length(years=years)):
            yield Contradiction("longer-than-the-code-allows", (row.id,), rule_id)
        if row.kind == "suspended-sentence" and _is_longer(_extended_by(row), LONGEST_EXTENSION):
            yield Contradiction("longer-than-the-code-allows", (row.id,), "suspended-longer")


def _prison_years(reckoner: Reckoner, row: Restriction) -> int:
    """Returns the longest prison term: for one crime, for several, or for several verdicts (CC 46, 58, 60).

    Where the gravity is not known, as for an especially grave crime. An earlier verdict, in the archive or
    not, or recidivism: the rest of its term may be in this one.
    """
    verdict = reckoner.verdicts.get(row.verdict or "")
    charges = reckoner.convicted(verdict) if verdict else ()
    gravities = {record.gravity(reckoner.law, charge) for charge in charges}
    known = bool(gravities) and not gravities & {None, "especially-grave"}
    if reckoner.others or reckoner.case.prior or (verdict and verdict.recidivism in ("simple", "dangerous")):
        return PRISON_YEARS_OF_SEVERAL_VERDICTS if known else PRISON_YEARS_OF_VERDICTS_ESPECIALLY_GRAVE
    if not charges or (len(charges) > 1 and not known):
        return PRISON_YEARS_OF_SEVERAL_ESPECIALLY_GRAVE
    if len(charges) > 1 and "grave" in gravities:
        return PRISON_YEARS_OF_SEVERAL
    return PRISON_YEARS if known else PRISON_YEARS_ESPECIALLY_GRAVE


def _is_longer(length: Length, limit: Length) -> bool:
    return length.least_days > limit.most_days or _months(length) > _months(limit)


def _months(length: Length) -> tuple[int, int]:
    return (length.years * 12 + length.months, length.days)


def _extended_by(row: Restriction) -> Length:
    return _changed_by(row, "extended")


def _changed_by(row: Restriction, kind: str) -> Length:
    total = Length()
    for change in row.changes:
        if change.kind == kind and change.by is not None:
            total = total.plus(change.by)
    return total


def _is_shortened_away(row: Restriction) -> bool:
    """Tells whether more was taken from the length than it ever had."""
    if row.length is None or any(change.until.known for change in row.changes):
        return False
    if any(change.kind == "extended" and change.by is None for change in row.changes):
        return False
    return _is_longer(_changed_by(row, "shortened"), row.length.plus(_extended_by(row)))


def _changes(reckoner: Reckoner) -> Iterator[Contradiction]:
    for row in reckoner.case.restrictions:
        rule_id = reckoner.law.kinds[row.kind].changed_by or "orders"
        if changes.resumed_without_pause(row):
            yield Contradiction("resumed-without-pause", (row.id,), rule_id)
        if changes.is_after_the_end(reckoner, row):
            yield Contradiction("changed-after-its-end", (row.id,), rule_id)


def _ends(reckoner: Reckoner, outcomes: tuple[Outcome, ...]) -> Iterator[Contradiction]:
    for outcome in outcomes:
        row = reckoner.rows.get(outcome.id)
        if row is None or outcome.standing == "expected":
            continue
        if row.ends.known:
            yield from _reported_end(reckoner, row, outcome)
        elif _is_served_in_custody(reckoner, row, outcome):
            yield Contradiction("custody-longer-than-term", (row.id,), "prison-end")
        elif _is_shortened_away(row):
            yield Contradiction("ends-before-start", (row.id,), "counting")
        elif is_before(outcome.ends, outcome.binds_from) and not reckoner.is_behind_bars(row):
            code = "in-force-after-death" if reckoner.case.person.died.known else "ends-before-start"
            yield Contradiction(code, (row.id,), "counting")


def _reported_end(reckoner: Reckoner, row: Restriction, outcome: Outcome) -> Iterator[Contradiction]:
    """A person may be released in the courtroom, with the term served in custody: not before."""
    if row.starts.known and is_before(row.ends.value, row.starts.value):
        yield Contradiction("ends-before-start", (row.id,), "counting")
    elif row.kind == "imprisonment":
        verdict = reckoner.verdicts.get(row.verdict or "")
        if verdict is not None and is_before(row.ends.value, verdict.date.value):
            yield Contradiction("released-before-sentenced", (row.id, verdict.id), "prison-end")
    elif is_before(outcome.ends, outcome.binds_from):
        yield Contradiction("released-before-in-force", (row.id,), "in-force")


def _is_served_in_custody(reckoner: Reckoner, row: Restriction, outcome: Outcome) -> bool:
    """Tells whether custody before force is certainly longer than the whole term.

    Whoever has served the term by the verdict is freed with it; custody of which nobody reports the end may have
    ended so.
    """
    if reckoner.is_behind_bars(row):
        verdict = reckoner.verdicts.get(row.verdict or "")
        is_open = any(entry.kind == "custody" and not entry.until.known for entry in reckoner.case.custody)
        day = verdict.date.value if verdict and is_open else outcome.binds_from
        return row.changes == () and is_before(reckoner.rule_times(row).end.value, day)
    if row.kind != "restriction-of-freedom" or row.length is None:
        return False
    credit = [step.result for step in outcome.steps if step.operation in CREDITS]
    return sum(days.least for days in credit if isinstance(days, Days)) > row.length.most_days


def _supervision(reckoner: Reckoner, outcomes: tuple[Outcome, ...]) -> Iterator[Contradiction]:
    """Only after prison, and never beyond the record (AS 2)."""
    records = [outcome for outcome in outcomes if outcome.kind == "criminal-record"]
    last = later_of(*(_end(outcome) for outcome in records)) if records else None
    for outcome in outcomes:
        if outcome.kind != "administrative-supervision":
            continue
        if reckoner.prison_before(reckoner.rows[outcome.id]) is None:
            yield Contradiction("supervision-without-prison", (outcome.id,), "supervision")
        if last is not None and is_before(last, outcome.ends):
            yield Contradiction("supervision-beyond-record", (outcome.id,), "supervision")


def _end(outcome: Outcome) -> DateRange:
    return DateRange() if outcome.open_ended else outcome.ends


def _rulings(case: Case) -> Iterator[Contradiction]:
    verdicts = {verdict.id: verdict for verdict in case.verdicts}
    for ruling in case.verdicts:
        first = verdicts.get(ruling.on or "")
        if first is not None and is_before(ruling.date.value, first.date.value):
            yield Contradiction("ruling-before-verdict", (ruling.id, first.id), "in-force")
        if is_before(ruling.in_force.value, ruling.date.value):
            yield Contradiction("in-force-before-verdict", (ruling.id,), "in-force")


def _against_the_code(reckoner: Reckoner) -> Iterator[Contradiction]:
    """Yields penalties that the code does not know in that form (CC 40(3), 46(5)(4), 63(6), 78(2))."""
    for row in reckoner.case.restrictions:
        verdict = reckoner.verdicts.get(row.verdict or "")
        if verdict is None or reckoner.is_void(verdict.id):
            continue
        charges = reckoner.convicted(verdict)
        listed = any(record.is_listed_offence(reckoner.law, charge) for charge in charges)
        if row.kind in reckoner.law.bans and _is_the_only_penalty(reckoner, verdict):
            yield Contradiction("ban-as-only-penalty", (row.id,), "ban")
        if row.kind == "suspended-sentence" and (listed or verdict.recidivism in ("simple", "dangerous")):
            yield Contradiction("suspended-although-excluded", (row.id,), "suspended")
        if row.kind == "imprisonment" and row.regime == "emergency" and _is_emergency_for_life(row, verdict):
            yield Contradiction("emergency-without-life", (row.id,), "prison")
        if row.ended_by == "amnesty" and listed:
            yield Contradiction("amnesty-although-excluded", (row.id,), "amnesty")


def _is_the_only_penalty(reckoner: Reckoner, verdict: Verdict) -> bool:
    """Tells whether nothing but bans is recorded for a conviction of an adult."""
    if verdict.result != "convicted" or minors.readings(reckoner, verdict.id) != minors.ADULT:
        return False
    return all(row.kind in reckoner.law.bans for row in reckoner.case.restrictions if row.verdict == verdict.id)


def _is_emergency_for_life(row: Restriction, verdict: Verdict) -> bool:
    day = verdict.date.value.earliest
    return row.term != "life" and day is not None and day >= EMERGENCY_FOR_LIFE_SINCE


def _replaced_by_nothing(reckoner: Reckoner) -> Iterator[Contradiction]:
    """Yields penalties that ended by being replaced while no row or change says by what."""
    rows = reckoner.case.restrictions
    known = {name for row in rows for name in (row.id, row.kind)}
    for row in rows:
        successors = [change.to for change in row.changes if change.kind == "replaced"]
        by_nothing = reckoner.law.kinds[row.kind].is_main and row.ended_by == "replaced" and not successors
        if by_nothing or any(name is not None and name not in known for name in successors):
            yield Contradiction("replaced-by-nothing", (row.id,), "record-early")


def _orders_without_effect(reckoner: Reckoner) -> Iterator[Contradiction]:
    """Yields orders that end or change a penalty while no row says that they did."""
    for order in reckoner.case.verdicts:
        changes = order.instance == "enforcement" and order.result in CHANGES_A_PENALTY
        if changes and not _has_effect(reckoner, order) and not _lifts_an_old_record(reckoner, order):
            yield Contradiction("order-without-effect", (order.id,), "orders")


def _switches(case: Case) -> Iterator[Contradiction]:
    """Whatever takes a presumption away has its day and its source: an appeal pending, a verdict cancelled."""
    for verdict in case.verdicts:
        pending, cancelled = not verdict.pending_on.is_unknown, undoes(verdict)
        is_dated = pending or verdict.date.known
        if (pending or cancelled) and not (is_dated and (verdict.sources or verdict.date.sources)):
            yield Contradiction("switch-without-source", (verdict.id,), PENALTY_UNCHANGED if cancelled else SIX_MONTHS)


def _has_effect(reckoner: Reckoner, order: Verdict) -> bool:
    """Tells whether a penalty is of the order, ended by it or was changed, by it or by no order that is named."""
    for row in reckoner.case.restrictions:
        if row.verdict == order.id or ends_by(order, row) or any(change.verdict == order.id for change in row.changes):
            return True
        if row.verdict == order.on and any(change.verdict is None for change in row.changes):
            return True
    return False


def _lifts_an_old_record(reckoner: Reckoner, order: Verdict) -> bool:
    """Tells whether the order lifted the record of a penalty that was over by then."""
    main = reckoner.main(order.on)
    return bool(order.lifts_record) and main is not None and is_by(reckoner.times(main).end.value, order.date.value)
