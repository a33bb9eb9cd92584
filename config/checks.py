"""What the database must be able to do: `manage.py migrate` and `check --database default` ask."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error, Tags, register
from django.db import connections

OLDEST = 15
REMEDY = "CREATE DATABASE ... TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8' makes one that does."


@register(Tags.database)
def check_database(databases: Sequence[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """Errors for a PostgreSQL that is too old, or whose locale does not know Kazakh letters."""
    errors: list[CheckMessage] = []
    for alias in databases or []:
        version, lowers = _answers(alias)
        if version < OLDEST:
            errors.append(Error(f"PostgreSQL is {version}.", hint=f"It must be {OLDEST} or newer.", id="config.E001"))
        if not lowers:
            errors.append(Error("The database does not lower the letter Ә.", hint=REMEDY, id="config.E002"))
    return errors


def _answers(alias: str) -> tuple[int, bool]:
    with connections[alias].cursor() as cursor:
        cursor.execute("SELECT current_setting('server_version_num')::int / 10000, lower('Ә') = 'ә'")
        return cursor.fetchone()
