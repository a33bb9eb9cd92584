"""The rule book: every rule of law we compute with, what we read of it and how sure we are."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

from law.kazakhstan.vocabularies import Names, load

Standing = Literal["read", "unread", "not-valid"]
Stretch = tuple[date, date | None]

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
    title: Names
    text: Names
    url: str
    valid_from: date | None
    valid_until: date | None
    read: tuple[Stretch, ...]
    unread: tuple[Stretch, ...]
    certainty: Literal["A", "B", "C"]
    note: Names | None

    def standing_on(self, day: date) -> Standing:
        """Whether the rule stood on ``day``, and if so, whether we read the text of that day."""
        if self.valid_from and day < self.valid_from:
            return "not-valid"
        if self.valid_until and day > self.valid_until:
            return "not-valid"
        return "read" if self.is_read_on(day) else "unread"

    def is_read_on(self, day: date) -> bool:
        """Whether we read the text that stood on ``day``."""
        for first, last in self.read:  # noqa: SIM110 (asked for every step: no generator)
            if first <= day and (last is None or day <= last):
                return True
        return False

    def edition_read(self) -> date | None:
        """The first day of the newest edition that we read; None if we read none."""
        return max((first for first, _ in self.read), default=None)


@cache
def rules() -> Mapping[str, Rule]:
    """All rules by id, in the order of the rule book."""
    return MappingProxyType({row["id"]: _rule(row) for row in load(RULES_FILE)["rules"]})


def rule(rule_id: str) -> Rule:
    """The rule with this id. Raises KeyError with the known ids."""
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
        title=Names(**row["title"]),
        text=Names(**row["text"]),
        url=row["url"],
        valid_from=_day(row["valid_from"]),
        valid_until=_day(row["valid_until"]),
        read=_stretches(row["read"]),
        unread=_stretches(row["unread"]),
        certainty=row["certainty"],
        note=Names(**row["note"]) if row["note"] else None,
    )


def _stretches(rows: list[list[str | None]]) -> tuple[Stretch, ...]:
    return tuple((date.fromisoformat(str(first)), _day(last)) for first, last in rows)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
