"""The scoreboard as plain data for the API and as a CSV file."""

from collections.abc import Iterator
from typing import Any

from archive.exports.columns import plain
from archive.exports.tables import csv_text
from archive.index.reported_ends import elsewhere, reported_ends
from archive.index.scoreboard import Check, End, Said
from archive.wording.localize import localized_str
from archive.wording.scoreboard import sentence
from editions.codec import to_plain
from law.country import country
from law.dates import DateRange
from records.json_dict import JSONDict

NAMES = (
    *("table", "case", "subject", "kind", "rule", "said_by", "says", "value", "reported_earliest", "reported_latest"),
    *("ours_earliest", "ours_latest", "result", "days", "ended_by", "certainty", "missing", "sentence"),
)
"""One row an end (table scored, fitted, not-computable, otherwise) or a claim (table claim)."""


def scoreboard_json(check: Check) -> JSONDict:
    """Everything the page shows. ``days`` is positive where the report or the claim is later than ours."""
    return {
        "rule_book": country().rule_book_version,
        "score": check.score._asdict(),
        "ends": [end_json(end) for end in check.ends],
        "claims": [claim_json(claim) for claim in check.claims],
        "elsewhere": {
            "score": elsewhere().score._asdict(),
            "ends": [{**end_json(end), "source": reported_ends()[end.case]["source"]} for end in elsewhere().ends],
        },
    }


def end_json(end: End) -> JSONDict:
    return {
        "group": end.group,
        "case": end.case,
        "restriction": end.restriction,
        "kind": end.kind,
        "rule": end.rule,
        "reported": to_plain(end.reported),
        "computed": to_plain(end.computed),
        "otherwise": to_plain(end.otherwise) if end.otherwise else None,
        "days": end.days,
        "ended_by": end.ended_by,
        "certainty": end.certainty,
        "missing": list(end.missing),
        "reasons": [dict(texts) for texts in end.reasons],
    }


def claim_json(said: Said) -> JSONDict:
    claim, compared = said.claim, said.found
    return {
        "case": said.case,
        "claim": claim.id,
        "about": compared.about or claim.about,
        "kind": said.kind,
        "by": dict(claim.by),
        "said_on": claim.said_on,
        "says": claim.says,
        "value": claim.value,
        "text": dict(claim.text),
        "ours": to_plain(said.ours),
        "open_ended": said.open_ended,
        "result": compared.result,
        "days": compared.days,
        "certainty": compared.certainty,
        "missing": list(said.missing),
    }


def scoreboard_csv(check: Check) -> str:
    """The whole file: one row an end or a claim, days as ISO dates. Sentences are in the active language."""
    columns = [plain(name, "string", "") for name in NAMES]
    nothing = dict.fromkeys(NAMES)
    rows = [nothing | row for row in (*map(end_row, check.ends), *map(claim_row, check.claims))]
    return "".join(csv_text(columns, rows, None))


def end_row(end: End) -> JSONDict:
    return {
        "table": end.group,
        "case": end.case,
        "subject": end.restriction,
        "kind": end.kind,
        "rule": end.rule,
        **dict(days("reported", end.reported)),
        **dict(days("ours", end.computed)),
        "days": end.days,
        "ended_by": end.ended_by,
        "certainty": end.certainty,
        "missing": " ".join(end.missing),
        "sentence": sentence(end),
    }


def claim_row(said: Said) -> JSONDict:
    claim, compared = said.claim, said.found
    return {
        "table": "claim",
        "case": said.case,
        "subject": compared.about or claim.about,
        "kind": said.kind,
        "said_by": localized_str(claim.by),
        "says": claim.says,
        "value": claim.value,
        **dict(days("ours", said.ours)),
        "result": compared.result,
        "days": compared.days,
        "certainty": compared.certainty,
        "missing": " ".join(said.missing),
        "sentence": localized_str(claim.text),
    }


def days(name: str, bounds: DateRange) -> Iterator[tuple[str, Any]]:
    """The two cells of a range of days."""
    yield f"{name}_earliest", bounds.earliest
    yield f"{name}_latest", bounds.latest
