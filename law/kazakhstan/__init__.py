"""The law of Kazakhstan: rules as data with code, and what they are computed from."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from law.burden import BurdenTotal
from law.facts import Case, Charge
from law.outcome import Reckoning
from law.rulebook import RuleBook
from law.vocabularies import Vocabularies

FOLDER = Path(__file__).parent


class Kazakhstan(Vocabularies, RuleBook):
    """The country as the archive asks it. ``vocabularies`` is the folder that its data files are read from."""

    code = "KZ"
    criminal_code = "KZ-CC"

    def __init__(self, vocabularies: Path = FOLDER / "vocabularies") -> None:
        Vocabularies.__init__(self, vocabularies)
        RuleBook.__init__(self, FOLDER / "rules.json")

    def reckon(self, case: Case, others: tuple[Case, ...], edition: date | None) -> Reckoning:
        """Returns everything that follows from the facts. Others of the person may move a date of this case."""
        from law.kazakhstan.case import reckon_case  # here, so that reading the vocabularies loads no arithmetic

        return reckon_case(self, case, others, edition)

    def total(self, cases: tuple[tuple[Case, Reckoning], ...]) -> BurdenTotal:
        """Returns what several cases of one person come to, each day counted once under the heaviest."""
        from law.kazakhstan.case import total_of_cases

        return total_of_cases(self, cases)

    def record_years_after_prison(self, charge: Charge) -> int | None:
        """Returns for how many years the record goes on after prison for the offence (CC 79(3)); None: not known."""
        from law.kazakhstan.record import years_after_prison

        return years_after_prison(self, charge)

    @property
    def readings(self) -> Mapping[str, frozenset[str]]:
        """By name what a likely day may rest on, from no presumption to all of them."""
        from law.kazakhstan.presumptions import READINGS

        return READINGS

    @property
    def starts_without(self) -> Mapping[str, frozenset[str]]:
        """By kind of restriction the presumptions that its end may rest on, but never its start."""
        from law.kazakhstan.presumptions import STARTS_WITHOUT

        return STARTS_WITHOUT


KAZAKHSTAN = Kazakhstan()
