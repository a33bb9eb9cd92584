"""Django finds the desk's forms here."""

from desk.accounts import admin as accounts
from desk.forms import cases, named, people

__all__ = ["accounts", "cases", "named", "people"]
