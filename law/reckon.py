"""The one question: what does the law make of this case?"""

from collections.abc import Iterable
from datetime import date

from law.country import country
from law.facts import Case
from law.outcome import Reckoning


class CountryNotKnown(ValueError):
    """There is no rule book for the country of the case."""


def reckon(case: Case, others: Iterable[Case] = (), edition: date | None = None) -> Reckoning:
    """Returns every start and end of the case with its explanation.

    ``others`` are the person's other published cases, which may move a date. ``edition`` applies
    every rule as it stood on that day; without it the day that decides each rule chooses.
    Raises CountryNotKnown where the case is of another country than the one that was chosen.
    """
    law = country()
    if case.country not in (None, law.code):
        raise CountryNotKnown(f"no rule book for {case.country!r}: write one beside law/kazakhstan")
    return law.reckon(case, tuple(others), edition)
