"""The seam between the archive and the law of one country: what the archive asks, and of whom."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib import import_module
from typing import Protocol

from law.burden import BurdenTotal
from law.facts import Case, Charge
from law.outcome import Certainty, Reckoning
from law.rulebook import Rule
from law.vocabularies import Article, BanScope, Gravity, OfficeBar, Region, RestrictionKind, Translations


class Country(Protocol):
    """The law of one country as the archive needs it: its arithmetic, its rules and its words.

    ``code`` is the country's ISO 3166 code, ``criminal_code`` the code of law whose articles are named by
    their number alone.
    """

    code: str
    criminal_code: str

    def reckon(self, case: Case, others: tuple[Case, ...], edition: date | None) -> Reckoning:
        """Returns everything that follows from the facts. Others of the person may move a date of this case."""

    def total(self, cases: tuple[tuple[Case, Reckoning], ...]) -> BurdenTotal:
        """Returns what several cases of one person come to, each day counted once under the heaviest."""

    @property
    def rule_book_version(self) -> str: ...

    @property
    def rules(self) -> Mapping[str, Rule]: ...

    def rule(self, rule_id: str) -> Rule:
        """Returns the rule with this id. Raises KeyError with the known ids."""

    @property
    def readings(self) -> Mapping[str, frozenset[str]]:
        """By name what a likely day may rest on, from no presumption to all of them."""

    @property
    def starts_without(self) -> Mapping[str, frozenset[str]]:
        """By kind of restriction the presumptions that its end may rest on, but never its start."""

    @property
    def kinds(self) -> Mapping[str, RestrictionKind]:
        """All kinds of restriction by id, in the order of display."""

    @property
    def main_penalties(self) -> tuple[str, ...]:
        """The ids of the main penalties, the heaviest first."""

    @property
    def bans(self) -> tuple[str, ...]: ...

    @property
    def pretrial_kinds(self) -> tuple[str, ...]: ...

    @property
    def kinds_done_once(self) -> tuple[str, ...]: ...

    @property
    def ban_scopes(self) -> Mapping[str, BanScope]: ...

    @property
    def regions(self) -> Mapping[str, Region]: ...

    @property
    def office_bars(self) -> Mapping[str, OfficeBar]: ...

    @property
    def articles(self) -> Mapping[tuple[str, str], Article]:
        """All articles by code and number."""

    def words(self, vocabulary: str) -> Mapping[str, Translations]:
        """Returns the words for every value of a small vocabulary. Raises KeyError with the known vocabularies."""

    def article(self, code: str, number: str) -> Article | None: ...

    def gravity(self, code: str, number: str, part: str | None) -> tuple[Gravity | None, Certainty]: ...

    def is_extremist(self, code: str, number: str, part: str | None) -> bool | None: ...

    def is_terrorist(self, code: str, number: str, part: str | None) -> bool | None: ...

    def record_years_after_prison(self, charge: Charge) -> int | None:
        """Returns for how many years the record goes on after prison for the offence; None: not known."""


COUNTRY = "law.kazakhstan:KAZAKHSTAN"
"""The country whose law the archive computes with, as module:name. Another one is named here and nowhere else."""


@cache
def country() -> Country:
    """Returns the country whose law the archive computes with, read when first asked for."""
    module, name = COUNTRY.split(":")
    chosen: Country = getattr(import_module(module), name)
    return chosen
