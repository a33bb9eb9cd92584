"""Requests of people in the archive: their queue, decisions by two editors, and what follows at once."""
