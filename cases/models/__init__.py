"""A case and its facts."""

from cases.models.case import Case, CaseCitation, CaseNote, Tag
from cases.models.court import Charge, Custody, CustodyBasis, Verdict
from cases.models.fact import CaseFact
from cases.models.story import Event, Inclusion, Prior, Testimony

__all__ = [
    "Case",
    "CaseCitation",
    "CaseFact",
    "CaseNote",
    "Charge",
    "Custody",
    "CustodyBasis",
    "Event",
    "Inclusion",
    "Prior",
    "Tag",
    "Testimony",
    "Verdict",
]
