"""The rule book: every rule of law we compute with, what we read of it and how sure we are."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

from law.dates import DateRange
from law.kazakhstan.vocabularies import Translations, load

Reading = Literal["read", "unread", "not-valid"]
ReadInterval = tuple[date, date | None]

RULES_FILE = Path(__file__).with_name("rules.json")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of law in our own words. A change of the law adds a rule; none is edited.

    ``article`` names the place within ``law``; further laws follow after a semicolon.
    ``valid_from`` is None when its beginning was not recorded, ``valid_until`` (the last day)
    when the rule still stands. Certainty A: read word for word in Russian; B: in translation,
    in another edition or seen in practice; C: inferred or from a secondary source.
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
    certainty: Literal["A", "B", "C"]
    note: Translations | None

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


@cache
def rules() -> Mapping[str, Rule]:
    """Returns all rules by id, in the order of the rule book."""
    return MappingProxyType({row["id"]: _rule(row) for row in load(RULES_FILE)["rules"]})


def rule(rule_id: str) -> Rule:
    """Returns the rule with this id. Raises KeyError with the known ids."""
    try:
        return rules()[rule_id]
    except KeyError:
        known = ", ".join(rules())
        raise KeyError(f"no rule {rule_id!r}; the rule book has {known}") from None


def __getattr__(name: str) -> str:
    """RULE_BOOK_VERSION is read when first asked for, so that importing law stays quick."""
    if name == "RULE_BOOK_VERSION":
        version: str = load(RULES_FILE)["version"]
        return version
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def _rule(row: Mapping[str, Any]) -> Rule:
    return Rule(
        id=row["id"],
        version=row["version"],
        law=row["law"],
        article=row["article"],
        title=Translations(**row["title"]),
        text=Translations(**row["text"]),
        url=row["url"],
        valid_from=_day(row["valid_from"]),
        valid_until=_day(row["valid_until"]),
        read=_intervals(row["read"]),
        unread=_intervals(row["unread"]),
        certainty=row["certainty"],
        note=Translations(**row["note"]) if row["note"] else None,
    )


def _intervals(rows: list[list[str | None]]) -> tuple[ReadInterval, ...]:
    return tuple((date.fromisoformat(str(first)), _day(last)) for first, last in rows)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
