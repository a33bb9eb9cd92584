"""Facts that cannot all be true, and penalties beyond the code: named, never silently used."""

from collections.abc import Iterator

from law.dates import DateRange
from law.facts import Case
from law.kazakhstan.additional import LONGEST_BAN_YEARS
from law.kazakhstan.reckoner import BANS, MAIN, Reckoner
from law.outcome import Contradiction, Outcome


def found(reckoner: Reckoner, outcomes: tuple[Outcome, ...]) -> tuple[Contradiction, ...]:
    case = reckoner.case
    return (
        *_two_main_penalties(case),
        *_custody(case),
        *_too_long(case),
        *_ends(reckoner, outcomes),
        *_rulings(case),
    )


def _two_main_penalties(case: Case) -> Iterator[Contradiction]:
    for verdict in case.verdicts:
        replaced = {change.to for row in case.restrictions for change in row.changes}
        rows = [
            row.id
            for row in case.restrictions
            if row.verdict == verdict.id and row.kind in MAIN and row.kind != "fine" and row.id not in replaced
        ]
        if len(rows) > 1:
            yield Contradiction("two-main-penalties", tuple(rows), "record-several")


def _custody(case: Case) -> Iterator[Contradiction]:
    for entry in case.custody:
        if _before(entry.until.value, entry.begins.value):
            yield Contradiction("ends-before-start", (entry.id,), "credit-days")


def _too_long(case: Case) -> Iterator[Contradiction]:
    limits = {"restriction-of-freedom": (7, "restriction"), "imprisonment": (20, "prison")}
    limits |= dict.fromkeys(BANS, (LONGEST_BAN_YEARS, "ban"))
    for row in case.restrictions:
        if row.length is not None and row.kind in limits:
            years, rule_id = limits[row.kind]
            if (row.length.years * 12 + row.length.months, row.length.days) > (years * 12, 0):
                yield Contradiction("longer-than-the-code-allows", (row.id,), rule_id)


def _ends(reckoner: Reckoner, outcomes: tuple[Outcome, ...]) -> Iterator[Contradiction]:
    records = [outcome for outcome in outcomes if outcome.kind == "criminal-record" and not outcome.open_ended]
    for outcome in outcomes:
        if outcome.standing == "expected":
            continue
        if _before(outcome.ends, outcome.binds_from):
            code = "released-before-in-force" if outcome.end_basis != "computed" else "custody-longer-than-term"
            yield Contradiction(code, (outcome.id,), "prison-end" if outcome.kind == "imprisonment" else "counting")
        if outcome.kind == "administrative-supervision" and any(
            _before(record.ends, outcome.ends) for record in records
        ):
            yield Contradiction("supervision-beyond-record", (outcome.id,), "supervision")


def _rulings(case: Case) -> Iterator[Contradiction]:
    verdicts = {verdict.id: verdict for verdict in case.verdicts}
    for ruling in case.verdicts:
        first = verdicts.get(ruling.on or "")
        if first is not None and _before(ruling.date.value, first.date.value):
            yield Contradiction("ruling-before-verdict", (ruling.id, first.id), "in-force")
        if _before(ruling.in_force.value, ruling.date.value):
            yield Contradiction("in-force-before-verdict", (ruling.id,), "in-force")


def _before(one: DateRange, other: DateRange) -> bool:
    """Whether the one certainly lies before the other."""
    return one.latest is not None and other.earliest is not None and one.latest < other.earliest
