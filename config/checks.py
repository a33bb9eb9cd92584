"""What database and storage must be and be able to do: `migrate`, `check --database default`, `check --deploy` ask."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.db import DEFAULT_DB_ALIAS, InterfaceError, OperationalError, connections
from django.db.migrations.recorder import MigrationRecorder

from records.storage import archive_storage

OLDEST = 15
FIRST_BEFORE = ("desk", "0001_accounts")
"""A migration that every database has which was made before the migrations began anew, and no later one."""
CARRY_OVER = (
    "With the release that made it: manage.py export_archive rows.json, then manage.py export_history editions.jsonl. "
    "With this one, on an empty database (another DATABASE_URL, or another SHEKTEU_VAR): manage.py migrate, then "
    "manage.py import_archive rows.json, then manage.py import_history editions.jsonl. Copy the folder uploads of "
    "the old SHEKTEU_VAR into the new one. Accounts and the audit stay in the old database: invite editors anew."
)
AWAY = None, False
NO_REPLICA = "DATABASE_REPLICA_URL names servers that follow the primary's log (docs/deploy.md), nothing else."
REMEDY = "CREATE DATABASE ... TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8' makes one that does."


@register(Tags.database)
def check_database(databases: Sequence[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """Errors for a PostgreSQL that is too old or knows no Kazakh letters, and for tables of an earlier release."""
    errors: list[CheckMessage] = []
    for alias in databases or []:
        version, lowers = _answers(alias)
        if version < OLDEST:
            errors.append(Error(f"PostgreSQL is {version}.", hint=f"It must be {OLDEST} or newer.", id="config.E001"))
        if not lowers:
            errors.append(Error("The database does not lower the letter Ә.", hint=REMEDY, id="config.E002"))
        if FIRST_BEFORE in MigrationRecorder(connections[alias]).applied_migrations():
            errors.append(Error("An earlier release made this database.", hint=CARRY_OVER, id="config.E003"))
    if DEFAULT_DB_ALIAS in (databases or []):
        primary, _ = _cluster(DEFAULT_DB_ALIAS)
        errors.extend(
            Error(f"{alias} is no copy of the primary.", hint=NO_REPLICA, id="config.E004")
            for alias in settings.REPLICAS
            if _cluster(alias) not in ((primary, True), AWAY)
        )
    return errors


def _cluster(alias: str) -> tuple[int | None, bool]:
    """Which cluster a server has, the same for all copies of it, and whether it only follows."""
    try:
        with connections[alias].cursor() as cursor:
            cursor.execute("SELECT system_identifier, pg_is_in_recovery() FROM pg_control_system()")
            identifier, follows = cursor.fetchone()
    except (OperationalError, InterfaceError):
        return AWAY
    return identifier, follows


@register(Tags.security, deploy=True)
def check_storage(**kwargs: Any) -> list[CheckMessage]:
    """An error for a bucket that the site cannot use, or that everybody can read. On disk there is nothing to ask."""
    refusal = archive_storage().refusal()
    return [Error(refusal, hint="docs/deploy.md, Files in a bucket.", id="config.E005")] if refusal else []


def _answers(alias: str) -> tuple[int, bool]:
    with connections[alias].cursor() as cursor:
        cursor.execute("SELECT current_setting('server_version_num')::int / 10000, lower('Ә') = 'ә'")
        version, lowers = cursor.fetchone()
    return version, lowers
