"""What the desk itself remembers: accounts' sign-ins, reviews, publications, requests."""

from desk.models.accounts import DeskPermission, DraftOwner, Invitation, KeptForm, SignIn, UserSession
from desk.models.attention import AskedByEdition
from desk.models.audit import Account, AccountRole, Export, RowChange
from desk.models.capture import Capture
from desk.models.requests import Decision, DecisionOutcome
from desk.models.savers import ConsumedSaver, Saver
from desk.models.workflow import Harm, Publication, Review, SentDigest, Submission, Submitted

__all__ = [
    "Account",
    "AccountRole",
    "AskedByEdition",
    "Capture",
    "ConsumedSaver",
    "Decision",
    "DecisionOutcome",
    "DeskPermission",
    "DraftOwner",
    "Export",
    "Harm",
    "Invitation",
    "KeptForm",
    "Publication",
    "Review",
    "RowChange",
    "Saver",
    "SentDigest",
    "SignIn",
    "Submission",
    "Submitted",
    "UserSession",
]
