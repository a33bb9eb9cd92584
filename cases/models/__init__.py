"""A case and its facts."""

from cases.models.case import Case, CaseCitation, CaseNote, Tag
from cases.models.court import Charge, Custody, CustodyBasis, Verdict
from cases.models.fact import Fact
from cases.models.story import Event, Inclusion, Prior, Testimony

__all__ = [
    "Case",
    "CaseCitation",
    "CaseNote",
    "Charge",
    "Custody",
    "CustodyBasis",
    "Event",
    "Fact",
    "Inclusion",
    "Prior",
    "Tag",
    "Testimony",
    "Verdict",
]
