"""What the desk itself remembers: accounts' sign-ins, reviews, publications, requests."""

from desk.models.accounts import DeskPermission, DraftOwner, Invitation, SignIn, UserSession
from desk.models.audit import Account, AccountRole, Export, RowChange
from desk.models.capture import Capture
from desk.models.requests import Decision
from desk.models.workflow import Harm, Publication, Review, Submission, Submitted

__all__ = [
    "Account",
    "AccountRole",
    "Capture",
    "Decision",
    "DeskPermission",
    "DraftOwner",
    "Export",
    "Harm",
    "Invitation",
    "Publication",
    "Review",
    "RowChange",
    "SignIn",
    "Submission",
    "Submitted",
    "UserSession",
]
