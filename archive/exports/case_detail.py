"""One case as the API gives it: the document, and what it comes to on a day (design, section 6)."""

from datetime import date
from typing import Any

from editions.models import Edition
from editions.schema import Document
from law.outcome import Outcome
from law.states import basis, state

Plain = dict[str, Any]
KEYS = (
    *(
        "id",
        "kind",
        "standing",
        "derived",
        "binds_from",
        "counts_from",
        "starts",
        "ends",
        "open_ended",
        "state",
        "basis",
    ),
    *("last_report", "certainty", "missing", "steps"),
)


def case_on(edition: Edition, document: Document, on: date) -> Plain:
    """The case on a day. ``starts`` is ``binds_from`` under the name that readers expect."""
    record = document.record()
    reckoning = record["reckoning"]
    outcomes = zip(document.reckoning.restrictions, reckoning["restrictions"], strict=True)
    return {
        "document": record,
        "on": on.isoformat(),
        "edition": {
            "number": edition.number,
            "published_at": edition.published_at.isoformat(),
            "reason": edition.reason,
            "digest": edition.digest,
            "hash": edition.hash,
            "rule_book": edition.rule_book,
        },
        "burden": {
            key: reckoning["burden"][key] for key in ("nominal", "pronounced", "from", "until", "days", "parts")
        },
        "verdicts": [{"id": one["id"], "in_force": one["in_force"]} for one in reckoning["verdicts"]],
        "restrictions": [_restriction(outcome, plain, on) for outcome, plain in outcomes],
        "claims": [{key: one[key] for key in ("id", "result", "days", "certainty")} for one in reckoning["claims"]],
    }


def _restriction(outcome: Outcome, plain: Plain, on: date) -> Plain:
    said = {**plain, "starts": plain["binds_from"], "state": state(outcome, on), "basis": basis(outcome, on)}
    return {key: said[key] for key in KEYS}
