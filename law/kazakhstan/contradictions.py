"""Facts that cannot all be true, and penalties beyond the code: named, never silently used."""

from collections.abc import Iterator

from law.dates import DateRange, is_before, later_of
from law.facts import Case, Restriction
from law.kazakhstan import record
from law.kazakhstan.reckoner import Reckoner
from law.lengths import Days, Length
from law.outcome import Contradiction, Outcome

PRISON_YEARS, PRISON_YEARS_ESPECIALLY_GRAVE = 15, 20
LONGEST_EXTENSION = Length(years=1)
"""Of a suspended sentence (CC 64(2))."""
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
        *_rulings(case),
    )
    return tuple(sorted(every, key=lambda entry: (entry.code, entry.about)))


def _two_main_penalties(reckoner: Reckoner) -> Iterator[Contradiction]:
    for verdict in reckoner.case.verdicts:
        rows = sorted(
            row.id
            for row in reckoner.case.restrictions
            if row.verdict == verdict.id
            and reckoner.law.kinds[row.kind].is_main
            and row.kind != "fine"
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
    """Fifteen years, twenty for an especially grave crime or where the gravity is not known (CC 46)."""
    verdict = reckoner.verdicts.get(row.verdict or "")
    charges = reckoner.convicted(verdict) if verdict else ()
    gravities = {record.gravity(reckoner.law, charge) for charge in charges}
    known = gravities and not gravities & {None, "especially-grave"}
    return PRISON_YEARS if known else PRISON_YEARS_ESPECIALLY_GRAVE


def _is_longer(length: Length, limit: Length) -> bool:
    return length.least_days > limit.most_days or _months(length) > _months(limit)


def _months(length: Length) -> tuple[int, int]:
    return (length.years * 12 + length.months, length.days)


def _extended_by(row: Restriction) -> Length:
    total = Length()
    for change in row.changes:
        if change.kind == "extended" and change.by is not None:
            total = total.plus(change.by)
    return total


def _ends(reckoner: Reckoner, outcomes: tuple[Outcome, ...]) -> Iterator[Contradiction]:
    for outcome in outcomes:
        row = reckoner.rows.get(outcome.id)
        if row is None or outcome.standing == "expected":
            continue
        if row.ends.known:
            yield from _reported_end(reckoner, row, outcome)
        elif _is_served_in_custody(row, outcome):
            yield Contradiction("custody-longer-than-term", (row.id,), "prison-end")
        elif is_before(outcome.ends, outcome.binds_from):
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


def _is_served_in_custody(row: Restriction, outcome: Outcome) -> bool:
    """Tells whether custody before force is certainly longer than the whole term."""
    if row.kind == "imprisonment":
        return row.changes == () and is_before(outcome.ends, outcome.binds_from)
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
