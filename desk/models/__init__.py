"""What the desk itself remembers: accounts' sign-ins, reviews, publications, requests."""

from desk.models.accounts import Invitation, OpenSession, SignIn
from desk.models.audit import Account, AccountRole, Export
from desk.models.capture import Capture
from desk.models.change import Change
from desk.models.requests import Decision
from desk.models.rights import Right
from desk.models.started import Started
from desk.models.workflow import Harm, Publication, Review, Submission, Submitted

__all__ = [
    "Account",
    "AccountRole",
    "Capture",
    "Change",
    "Decision",
    "Export",
    "Harm",
    "Invitation",
    "OpenSession",
    "Publication",
    "Review",
    "Right",
    "SignIn",
    "Started",
    "Submission",
    "Submitted",
]
