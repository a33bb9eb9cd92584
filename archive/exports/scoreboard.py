"""The scoreboard as plain data for the API and as rows for the CSV file."""

from archive.index.scoreboard import Check, End, Said
from editions.codec import to_plain
from law.country import country
from records.json_dict import JSONDict

COLUMNS = (
    "table",
    "case",
    "subject",
    "kind",
    "rule",
    "said_by",
    "says",
    "value",
    "reported_earliest",
    "reported_latest",
    "ours_earliest",
    "ours_latest",
    "result",
    "days",
    "ended_by",
    "certainty",
    "missing",
    "sentence",
)
"""One row an end (table scored, fitted, not-computable, otherwise) or a claim (table claim)."""


def plain(found: Check) -> JSONDict:
    """Everything the page shows. ``days`` is positive where the report or the claim is later than ours."""
    return {
        "rule_book": country().rule_book_version,
        "score": found.score._asdict(),
        "ends": [_end(row) for row in found.ends],
        "claims": [_claim(row) for row in found.claims],
    }


def _end(row: End) -> JSONDict:
    return {
        "group": row.group,
        "case": row.case,
        "restriction": row.restriction,
        "kind": row.kind,
        "rule": row.rule,
        "reported": to_plain(row.reported),
        "computed": to_plain(row.computed),
        "otherwise": to_plain(row.otherwise) if row.otherwise else None,
        "days": row.days,
        "ended_by": row.ended_by,
        "certainty": row.certainty,
        "missing": list(row.missing),
        "reasons": [dict(texts) for texts in row.reasons],
    }


def _claim(row: Said) -> JSONDict:
    claim, found = row.claim, row.found
    return {
        "case": row.case,
        "claim": claim.id,
        "about": found.about or claim.about,
        "kind": row.kind,
        "by": dict(claim.by),
        "said_on": claim.said_on,
        "says": claim.says,
        "value": claim.value,
        "text": dict(claim.text),
        "ours": to_plain(row.ours),
        "open_ended": row.open_ended,
        "result": found.result,
        "days": found.days,
        "certainty": found.certainty,
        "missing": list(row.missing),
    }
