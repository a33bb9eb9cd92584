"""The law's outcome as the columns of a period, and back."""

from collections.abc import Mapping
from typing import Any, cast

from archive.index.models import Period
from law.dates import UNKNOWN, DateRange
from law.outcome import Outcome

SAME = [field.name for field in Period._meta.concrete_fields if field.name in Outcome._fields and not field.primary_key]
"""What a period and an outcome call by one name."""
RANGES = {"binds_from": "begins", "counts_from": "counts", "ends": "ends", "last_report": "report"}
"""A range of days of the outcome -> what the names of its two columns begin with."""


def columns_of(outcome: Outcome) -> dict[str, Any]:
    """What a period holds of an outcome, by column."""
    days = {field: getattr(outcome, field) or UNKNOWN for field in RANGES}
    return {
        "item": outcome.id,
        **{name: getattr(outcome, name) for name in SAME},
        **{f"{column}_earliest": days[field].earliest for field, column in RANGES.items()},
        **{f"{column}_latest": days[field].latest for field, column in RANGES.items()},
    }


def outcome_of(row: Mapping[str, Any]) -> Outcome:
    """The outcome that the columns of a period tell. Its verdict and its steps stand in the document alone."""
    days = {field: DateRange(row[f"{column}_earliest"], row[f"{column}_latest"]) for field, column in RANGES.items()}
    same: dict[str, Any] = {name: row[name] for name in SAME}
    outcome = Outcome(id=row["item"], verdict=None, **same, **cast(dict[str, Any], days))
    return outcome._replace(last_report=None) if days["last_report"].is_unknown else outcome
