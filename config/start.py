"""Starts the embedded server for the commands that need it."""

import os
from collections.abc import Mapping, Sequence

from config.embedded import Server, ensure

WITHOUT_DATABASE = {
    "help", "version", "check", "collectstatic", "findstatic", "compilemessages", "makemessages", "diffsettings",
    "spectacular", "startapp", "try_cases", "backup_key",
}  # fmt: skip


def needs_database(arguments: Sequence[str]) -> bool:
    """Whether a `manage.py` with these arguments reads or writes rows."""
    if not arguments or {"--help", "-h", "--version"} & set(arguments):
        return False
    return arguments[0] not in WITHOUT_DATABASE or any(word.startswith("--database") for word in arguments)


def start_database(environ: Mapping[str, str] = os.environ) -> None:
    """Starts the embedded server for this process's life, unless DATABASE_URL names another."""
    from django.conf import settings

    if not environ.get("DATABASE_URL"):
        ensure(Server.main(settings.VAR))
