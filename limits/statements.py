"""How long one statement may take: short for readers, as the site's connections are made; long for editors."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress

from django.db import DatabaseError, connection

SECONDS = 600
LIMITS = ("statement_timeout", "idle_in_transaction_session_timeout")


@contextmanager
def patience() -> Iterator[None]:
    """Lets the statements of this request take ten minutes where those of readers are limited."""
    if LIMITS[0] not in connection.settings_dict["OPTIONS"].get("options", ""):
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("; ".join(f"SET {limit} = '{SECONDS}s'" for limit in LIMITS))
    try:
        yield
    finally:
        with suppress(DatabaseError), connection.cursor() as cursor:  # an answer does not hang on it
            cursor.execute("; ".join(f"RESET {limit}" for limit in LIMITS))
