"""The one question: what does the law make of this case?"""

from collections.abc import Iterable
from datetime import date

from law.facts import Case
from law.outcome import Reckoning


class CountryNotKnown(ValueError):
    """There is no rule book for the country of the case."""


def reckon(case: Case, others: Iterable[Case] = (), edition: date | None = None) -> Reckoning:
    """Every start and end of the case with its explanation.

    ``others`` are the person's other published cases, which may move a date. ``edition`` applies
    every rule as it stood on that day; without it the day that decides each rule chooses.
    """
    if case.country != "KZ":
        raise CountryNotKnown(f"no rule book for {case.country!r}: write one beside law/kazakhstan")
    from law.kazakhstan.case import reckon_case

    return reckon_case(case, tuple(others), edition)
