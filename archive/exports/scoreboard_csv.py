"""The scoreboard as a CSV file: one row an end or a claim, days as ISO dates."""

import csv
from collections.abc import Iterator
from io import StringIO

from archive.exports.scoreboard import COLUMNS
from archive.index.scoreboard import Check, End, Said
from archive.wording import scoreboard as law_check_words
from archive.wording.localize import localized_str
from law.dates import DateRange

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def text(found: Check) -> str:
    """The whole file; sentences are in the active language."""
    out = StringIO()
    writer = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(_rows(found))
    return out.getvalue()


def _rows(found: Check) -> Iterator[dict[str, object]]:
    for end in found.ends:
        yield _end(end)
    for said in found.claims:
        yield _said(said)


def _end(row: End) -> dict[str, object]:
    return {
        "table": row.group,
        "case": row.case,
        "subject": row.restriction,
        "kind": row.kind,
        "rule": row.rule or "",
        **_days("reported", row.reported),
        **_days("ours", row.computed),
        "days": _number(row.days),
        "ended_by": row.ended_by or "",
        "certainty": row.certainty,
        "missing": " ".join(row.missing),
        "sentence": inert(law_check_words.sentence(row)),
    }


def _said(row: Said) -> dict[str, object]:
    claim = row.claim
    return {
        "table": "claim",
        "case": row.case,
        "subject": row.found.about or claim.about,
        "kind": row.kind or "",
        "said_by": inert(localized_str(claim.by)),
        "says": claim.says,
        "value": inert(claim.value or ""),
        **_days("ours", row.ours),
        "result": row.found.result,
        "days": _number(row.found.days),
        "certainty": row.found.certainty,
        "missing": " ".join(row.missing),
        "sentence": inert(localized_str(claim.text)),
    }


def _days(name: str, value: DateRange) -> dict[str, str]:
    return {
        f"{name}_earliest": value.earliest.isoformat() if value.earliest else "",
        f"{name}_latest": value.latest.isoformat() if value.latest else "",
    }


def _number(days: int | None) -> object:
    return "" if days is None else days


def inert(text: str) -> str:
    """A text that a spreadsheet takes for a formula gets an apostrophe in front."""
    return f"'{text}" if text.startswith(FORMULA) else text
