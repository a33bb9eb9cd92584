"""What the desk itself remembers: accounts' sign-ins, reviews, publications, requests."""

from desk.models.accounts import Invitation, OpenSession, SignIn
from desk.models.audit import Account, AccountRole, Export
from desk.models.rights import Right
from desk.models.started import Started

__all__ = ["Account", "AccountRole", "Export", "Invitation", "OpenSession", "Right", "SignIn", "Started"]
