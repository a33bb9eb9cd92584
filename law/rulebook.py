"""The rule book: every rule of law we compute with, what we read of it and how sure we are."""

import csv
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from law.dates import DateRange
from law.outcome import Certainty
from law.vocabularies import Translations

Reading = Literal["read", "unread", "not-valid"]
ReadInterval = tuple[date, date | None]


class MeasuredInterval(NamedTuple):
    """How long something took in one trial, as reported; without days where a bound of it is not known.

    ``begins`` and ``until`` are EDTF, empty where nobody reports the day.
    """

    step: str
    begins: str
    until: str
    outcome: str
    days: int | None
    source: str
    note: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of law in our own words. A change of the law adds a rule; none is edited.

    ``article`` names the place within ``law``; further laws follow after a semicolon.
    ``valid_from`` is None when its beginning was not recorded, ``valid_until`` (the last day)
    when the rule still stands. Certainty A: read word for word in Russian; B: in translation,
    in another edition or seen in practice; C: inferred or from a secondary source. ``intervals``: what was
    measured beside the rule; each one more is a version more, and none moves a date.
    """

    id: str
    version: int
    law: str
    article: str
    title: Translations
    text: Translations
    url: str
    valid_from: date | None
    valid_until: date | None
    read: tuple[ReadInterval, ...]
    unread: tuple[ReadInterval, ...]
    certainty: Certainty
    note: Translations | None
    intervals: tuple[MeasuredInterval, ...] = ()

    def standing_on(self, day: date) -> Reading:
        """Tells whether the rule stood on ``day``, and if so, whether we read the text of that day."""
        if self.valid_from and day < self.valid_from:
            return "not-valid"
        if self.valid_until and day > self.valid_until:
            return "not-valid"
        return "read" if self.is_read_on(day) else "unread"

    def is_read_on(self, day: date) -> bool:
        """Tells whether we read the text that stood on ``day``."""
        for first, last in self.read:  # noqa: SIM110 (asked for every step: no generator)
            if first <= day and (last is None or day <= last):
                return True
        return False

    def is_read_throughout(self, days: DateRange) -> bool:
        """Tells whether we read the text of every day of the range (an open side: of its known bound)."""
        earliest, latest = days
        return (earliest is None or self.is_read_on(earliest)) and (
            latest is None or latest is earliest or self.is_read_on(latest)
        )

    def edition_read(self) -> date | None:
        """Returns the first day of the newest edition that we read; None if we read none."""
        return max((first for first, _ in self.read), default=None)


class RuleBook:
    """The rules of one data file, read when first asked for."""

    def __init__(self, rules_file: Path) -> None:
        self.rules_file = rules_file

    @cached_property
    def rule_book_version(self) -> str:
        version: str = self._content["version"]
        return version

    @cached_property
    def rules(self) -> Mapping[str, Rule]:
        """All rules by id, in the order of the rule book."""
        return MappingProxyType({row["id"]: _rule(row, self.rules_file.parent) for row in self._content["rules"]})

    def rule(self, rule_id: str) -> Rule:
        """Returns the rule with this id. Raises KeyError with the known ids."""
        try:
            return self.rules[rule_id]
        except KeyError:
            raise KeyError(f"no rule {rule_id!r}; the rule book has {', '.join(self.rules)}") from None

    @cached_property
    def _content(self) -> Any:
        return json.loads(self.rules_file.read_text(encoding="utf-8"))


def _rule(row: Mapping[str, Any], folder: Path) -> Rule:
    measured = row.get("measured")
    intervals = _measured(folder / measured["file"]) if measured else ()
    return Rule(
        id=row["id"],
        version=row["version"] + (len(intervals) - measured["rows"] if measured else 0),
        law=row["law"],
        article=row["article"],
        title=Translations(row["title"]),
        text=Translations(row["text"]),
        url=row["url"],
        valid_from=_day(row["valid_from"]),
        valid_until=_day(row["valid_until"]),
        read=_intervals(row["read"]),
        unread=_intervals(row["unread"]),
        certainty=row["certainty"],
        note=Translations(row["note"]) if row["note"] else None,
        intervals=intervals,
    )


def _measured(table: Path) -> tuple[MeasuredInterval, ...]:
    with table.open(encoding="utf-8", newline="") as content:
        rows = [row for row in csv.reader(content) if row][1:]
    return tuple(
        MeasuredInterval(step, begins, until, outcome, int(days) if days else None, source, note)
        for step, begins, until, outcome, days, source, note in rows
    )


def _intervals(rows: list[list[str | None]]) -> tuple[ReadInterval, ...]:
    return tuple((date.fromisoformat(str(first)), _day(last)) for first, last in rows)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
