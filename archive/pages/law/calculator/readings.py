"""A reading of the law that is not ours, for the planning date.

In 2025 a lawyer said of a man sentenced under article 174(1) to five years of restriction of freedom with a
five-year ban: eleven years on the list, sixteen in all. No text was found for that; it is the order that holds
after prison. We compute by the text (CC 50(4), 79) and plan with the later day.
"""

from archive.pages.law.calculator.facts import BAN, PENALTY
from editions.reckoning import facts_of
from editions.schema import Document
from law.country import country
from law.dates import UNKNOWN, DateRange
from law.facts import Charge
from law.lengths import Length


def as_after_prison(document: Document) -> DateRange | None:
    """When the record would end if it were counted as after prison: the penalty, the ban, the years by gravity.

    None where nobody is known to read it so: no restriction of freedom, or no extremist or terrorist offence.
    """
    charges = facts_of(document.case.to_dict(), document.person.to_dict(), {}).charges
    rows = {row.id: row for row in document.case.restrictions}
    if rows[PENALTY].kind != "restriction-of-freedom" or not any(map(is_listed, charges)):
        return None
    penalty = document.reckoning.outcome(PENALTY)
    years = max(country().record_years_after_prison(charge) or 0 for charge in charges)
    ends = penalty.ends.plus(Length(years=years))
    ban = rows.get(BAN)
    if ban is None or ban.term == "main-penalty":
        return ends
    return ends.plus(Length.parse(ban.length)) if ban.length else UNKNOWN


def is_listed(charge: Charge) -> bool:
    """Tells whether the code calls the offence extremist or terrorist."""
    where = (charge.code, charge.article, charge.part)
    return bool(country().is_extremist(*where) or country().is_terrorist(*where))
