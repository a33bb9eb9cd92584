"""How long one statement may take: short for readers, as the site's connections are made; long for editors."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress

from django.db import DatabaseError, connection

SECONDS = 600
LIMIT = "statement_timeout"


@contextmanager
def patience() -> Iterator[None]:
    """Lets the statements of this request take ten minutes where those of readers are limited."""
    if LIMIT not in connection.settings_dict["OPTIONS"].get("options", ""):
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute(f"SET {LIMIT} = '{SECONDS}s'")
    try:
        yield
    finally:
        with suppress(DatabaseError), connection.cursor() as cursor:  # an answer does not hang on it
            cursor.execute(f"RESET {LIMIT}")
