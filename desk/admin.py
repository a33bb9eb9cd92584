"""Django finds the desk's forms here."""

from desk.accounts import admin as accounts
from desk.forms import cases, people, records

__all__ = ["accounts", "cases", "people", "records"]
