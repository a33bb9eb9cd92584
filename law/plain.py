"""A reckoning as plain data (dicts, lists, texts, whole numbers), ready for JSON."""

from typing import Any

from law.dates import DateRange
from law.lengths import Days, Length
from law.outcome import (
    Burden,
    BurdenPart,
    ClaimOutcome,
    Contradiction,
    CustodyOutcome,
    Early,
    Input,
    Outcome,
    Penalty,
    Reckoning,
    Step,
    Value,
    VerdictOutcome,
)

Plain = dict[str, Any]


def reckoning(found: Reckoning) -> Plain:
    return {
        "rule_book": found.rule_book,
        "edition": found.edition.isoformat() if found.edition else None,
        "burden": _burden(found.burden),
        "verdicts": [_verdict(verdict) for verdict in found.verdicts],
        "custody": [_custody(entry) for entry in found.custody],
        "restrictions": [outcome(entry) for entry in found.restrictions],
        "claims": [_claim(claim) for claim in found.claims],
        "contradictions": [_contradiction(entry) for entry in found.contradictions],
        "used": list(found.used),
    }


def outcome(found: Outcome) -> Plain:
    return {
        "id": found.id,
        "kind": found.kind,
        "standing": found.standing,
        "derived": found.derived,
        "verdict": found.verdict,
        "binds_from": days(found.binds_from),
        "counts_from": days(found.counts_from),
        "ends": days(found.ends),
        "open_ended": found.open_ended,
        "void": found.void,
        "start_basis": found.start_basis,
        "end_basis": found.end_basis,
        "last_report": days(found.last_report) if found.last_report else None,
        "certainty": found.certainty,
        "missing": list(found.missing),
        "fitted": found.fitted,
        "rule_end": days(found.rule_end) if found.rule_end else None,
        "otherwise": days(found.otherwise) if found.otherwise else None,
        "waits_for": list(found.waits_for),
        "early": [_early(entry) for entry in found.early],
        "steps": [step(entry) for entry in found.steps],
    }


def step(found: Step) -> Plain:
    return {
        "rule": found.rule,
        "version": found.version,
        "certainty": found.certainty,
        "operation": found.operation,
        "inputs": [_input(entry) for entry in found.inputs],
        "result": value(found.result),
        "sources": list(found.sources),
        "assumption": found.assumption,
        "decided_on": days(found.decided_on) if found.decided_on else None,
        "edition": found.edition,
    }


def value(found: Value) -> Any:
    """A value of a step: a range of days, a length, a number of days, a number or a word."""
    if isinstance(found, DateRange):
        return days(found)
    if isinstance(found, Length):
        return str(found)
    if isinstance(found, Days):
        return number(found)
    return found


def days(found: DateRange) -> dict[str, str | None]:
    earliest, latest = found
    return {
        "earliest": earliest.isoformat() if earliest else None,
        "latest": latest.isoformat() if latest else None,
    }


def number(found: Days) -> dict[str, int | None]:
    return {"least": found.least, "most": found.most}


def _input(found: Input) -> Plain:
    return {"name": found.name, "value": value(found.value), "ref": found.ref}


def _early(found: Early) -> Plain:
    return {
        "rule": found.rule,
        "date": days(found.date),
        "certainty": found.certainty,
        "steps": [step(entry) for entry in found.steps],
    }


def _burden(found: Burden) -> Plain:
    return {
        "nominal": str(found.nominal) if found.nominal else None,
        "pronounced": [_penalty(entry) for entry in found.pronounced],
        "from": days(found.begins),
        "until": days(found.until),
        "days": number(found.days),
        "parts": [_part(entry) for entry in found.parts],
    }


def _penalty(found: Penalty) -> Plain:
    length = str(found.length) if found.length else None
    return {"restriction": found.restriction, "kind": found.kind, "term": found.term, "length": length}


def _part(found: BurdenPart) -> Plain:
    return {
        "kind": found.kind,
        "from": days(found.begins),
        "until": days(found.until),
        "days": number(found.days),
    }


def _verdict(found: VerdictOutcome) -> Plain:
    return {
        "id": found.id,
        "in_force": days(found.in_force),
        "certainty": found.certainty,
        "basis": found.basis,
        "void": found.void,
        "missing": list(found.missing),
        "steps": [step(entry) for entry in found.steps],
    }


def _custody(found: CustodyOutcome) -> Plain:
    return {
        "id": found.id,
        "kind": found.kind,
        "binds_from": days(found.binds_from),
        "ends": days(found.ends),
        "fitted": found.fitted,
    }


def _claim(found: ClaimOutcome) -> Plain:
    return found._asdict()


def _contradiction(found: Contradiction) -> Plain:
    return {"code": found.code, "about": list(found.about), "rule": found.rule}
