"""The law's outcome as the columns of a period, and back."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, cast

from archive.index.models import Period
from editions.codec import from_plain
from law.dates import UNKNOWN, DateRange
from law.outcome import Likely, Outcome, PresumptionUse
from records.json_dict import JSONDict

SAME = [field.name for field in Period._meta.concrete_fields if field.name in Outcome._fields and not field.primary_key]
"""What a period and an outcome call by one name."""
RANGES = {
    "binds_from": "begins",
    "counts_from": "counts",
    "ends": "ends",
    "last_day": "last",
    "last_report": "report",
}
"""A range of days of the outcome -> what the names of its two columns begin with."""
LIKELY_RANGES = {field: f"likely_{RANGES[field]}" for field in Likely._fields if field in RANGES}
NOT_GIVEN = Likely(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN)

NO_DAYS = {"earliest": None, "latest": None}


def columns_of(outcome: JSONDict) -> dict[str, Any]:
    """What a period holds of an outcome as its document writes it, by column."""
    likely = outcome["likely"] or {"presumptions": []}
    return {
        "item": outcome["id"],
        **{name: outcome[name] for name in SAME},
        **dict(_days_of(outcome, RANGES)),
        **dict(_days_of(likely, LIKELY_RANGES)),
        "planning_day": _day(outcome["planning_day"]),
        "presumptions": likely["presumptions"],
    }


def outcome_of(row: Mapping[str, Any]) -> Outcome:
    """The outcome that the columns of a period tell. Its verdict and its steps stand in the document alone."""
    same: dict[str, Any] = {name: row[name] for name in SAME} | {"missing": tuple(row["missing"])}
    days = cast(dict[str, Any], _ranges(row, RANGES))
    outcome = Outcome(id=row["item"], verdict=None, **same, **days)
    uses = tuple(from_plain(PresumptionUse, use) for use in row["presumptions"])
    likely = Likely(**cast(dict[str, Any], _ranges(row, LIKELY_RANGES)), presumptions=uses)
    return outcome._replace(
        last_report=None if outcome.last_report == UNKNOWN else outcome.last_report,
        likely=None if likely == NOT_GIVEN else likely,
    )


def _days_of(outcome: JSONDict, ranges: Mapping[str, str]) -> Iterator[tuple[str, date | None]]:
    for field, column in ranges.items():
        days = outcome.get(field) or NO_DAYS
        yield f"{column}_earliest", _day(days["earliest"])
        yield f"{column}_latest", _day(days["latest"])


def _ranges(row: Mapping[str, Any], ranges: Mapping[str, str]) -> dict[str, DateRange]:
    return {field: DateRange(row[f"{column}_earliest"], row[f"{column}_latest"]) for field, column in ranges.items()}


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
