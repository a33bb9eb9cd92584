"""Django finds the desk's forms here."""

from desk import cases, named, people
from desk.signin import admin as accounts

__all__ = ["accounts", "cases", "named", "people"]
