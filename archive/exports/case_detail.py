"""One case as the API gives it: the document, and what it comes to on a day (design, section 6)."""

from collections.abc import Sequence
from datetime import date

from archive.index.published import prior_cases
from editions.current import text_of
from editions.models import Edition, moment_text
from editions.schema import Document
from law.states import basis, state
from records.json_dict import JSONDict

OF_A_VERDICT = ("id", "in_force", "likely")
OF_A_CLAIM = ("id", "result", "days", "certainty")
OF_A_RESTRICTION = (
    *("id", "kind", "standing", "derived", "binds_from", "counts_from", "starts", "ends", "open_ended", "state"),
    *("basis", "last_report", "certainty", "missing", "steps", "last_day", "planning_day", "likely"),
)
"""What the API tells of each; `starts`, `state` and `basis` are of the day, all else as the document writes it."""


def prior_convictions(document: Document) -> list[JSONDict]:
    """The earlier convictions by their keys, each with the case behind it if there is one that readers can find.

    Three queries if there are any: a document never names another case.
    """
    keys = [row.key for row in document.case.prior if row.key]
    cases = prior_cases(keys) if keys else {}
    return [{"key": key, "case_id": cases.get(key)} for key in keys]


def case_on(edition: Edition, document: Document, on: date) -> JSONDict:
    """The case on a day. ``starts`` is ``binds_from`` under the name that readers expect."""
    record = document.to_dict()
    reckoning = record["reckoning"]
    outcomes = zip(document.reckoning.restrictions, reckoning["restrictions"], strict=True)
    return {
        "document": text_of(edition) or record,
        "prior": prior_convictions(document),
        "on": on.isoformat(),
        "edition": {
            "version": edition.version,
            "key": edition.key,
            "published_at": moment_text(edition.published_at),
            "reason": edition.reason,
            "digest": edition.digest,
            "rule_book": edition.rule_book,
        },
        "burden": reckoning["burden"],
        "verdicts": [picked(verdict, OF_A_VERDICT) for verdict in reckoning["verdicts"]],
        "restrictions": [
            picked(
                row | {"starts": row["binds_from"], "state": state(outcome, on), "basis": basis(outcome, on)},
                OF_A_RESTRICTION,
            )
            for outcome, row in outcomes
        ],
        "claims": [picked(claim, OF_A_CLAIM) for claim in reckoning["claims"]],
    }


def picked(row: JSONDict, keys: Sequence[str]) -> JSONDict:
    return {key: row[key] for key in keys}
