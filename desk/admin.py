"""Django finds the desk's forms here."""

from desk import cases, named, people

__all__ = ["cases", "named", "people"]
