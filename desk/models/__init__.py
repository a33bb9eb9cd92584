"""What the desk itself remembers: accounts' sign-ins, reviews, publications, requests."""

from desk.models.accounts import Invitation, OpenSession, SignIn
from desk.models.rights import Right

__all__ = ["Invitation", "OpenSession", "Right", "SignIn"]
