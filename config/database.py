"""Where the rows are: an address in DATABASE_URL, else the embedded server (config/embedded.py)."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured
from django.db import DEFAULT_DB_ALIAS

from config.embedded import NAME, USER, Server

ENGINE = "django.db.backends.postgresql"
STATEMENT_SECONDS = "STATEMENT_SECONDS"
"""After how long PostgreSQL gives a statement up; the site sets it (config/wsgi.py), commands take their time."""
STALLED = 60_000
"""After how many milliseconds PostgreSQL ends the transaction of a reader who has stopped reading: others wait."""
REPLICAS = "DATABASE_REPLICA_URL"
WHERE_ANOTHER_CAN_ANSWER = {"connect_timeout": "2", "tcp_user_timeout": "5000"}
"""How long a server that is gone holds up a request (seconds, and milliseconds)."""
EXAMPLE = "postgresql://user:password@host:5432/name?sslmode=require"


def parse(url: str, variable: str = "DATABASE_URL") -> dict[str, Any]:
    """Django's settings for a PostgreSQL address; its query goes to libpq (sslmode, host of a socket folder, ...).

    Raises ImproperlyConfigured, without repeating the address: it may hold a password.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise ImproperlyConfigured(f"{variable} cannot be read ({error}); write {EXAMPLE}.") from error
    if parts.scheme not in ("postgres", "postgresql"):
        raise ImproperlyConfigured(f"{variable} must begin with postgresql://; write {EXAMPLE}.")
    name = unquote(parts.path.lstrip("/"))
    if not name or "/" in name:
        raise ImproperlyConfigured(f"{variable} names no database; write {EXAMPLE}.")
    options = dict(parse_qsl(parts.query, keep_blank_values=True))
    return {
        "ENGINE": ENGINE,
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", unquote(parts.hostname or "")),
        "PORT": options.pop("port", str(port or "")),
        "OPTIONS": options,
    }


def embedded(server: Server) -> dict[str, Any]:
    """Django's settings for the embedded server."""
    return {"ENGINE": ENGINE, "NAME": NAME, "USER": USER, "HOST": str(server.socket_folder), "OPTIONS": {}}


def databases(environ: Mapping[str, str], var: Path, pooled: bool) -> dict[str, dict[str, Any]]:
    """Django's DATABASES: `default`, and `replica1`, `replica2` ... of those that DATABASE_REPLICA_URL names."""
    url = environ.get("DATABASE_URL")
    configured = {"default": parse(url) if url else embedded(Server.main(var))}
    for number, replica in enumerate(environ.get(REPLICAS, "").split(), start=1):
        configured[f"replica{number}"] = parse(replica, REPLICAS) | {"TEST": {"MIRROR": "default"}}
    patience = 2 if len(configured) > 1 else 10
    for name, settings in configured.items():
        settings["CONN_HEALTH_CHECKS"] = True  # a connection that a restart of the server has cut is not used again
        if len(configured) > 1:
            settings["OPTIONS"] = WHERE_ANOTHER_CAN_ANSWER | settings["OPTIONS"]
        if pooled and name != DEFAULT_DB_ALIAS:
            settings["CONN_MAX_AGE"] = None  # a pool would go on trying where a connection fails at once
        elif pooled:
            settings["OPTIONS"]["pool"] = {"min_size": 1, "max_size": 8, "timeout": patience}
        if seconds := environ.get(STATEMENT_SECONDS):
            limited = f"-c statement_timeout={int(seconds) * 1000} -c idle_in_transaction_session_timeout={STALLED}"
            settings["OPTIONS"]["options"] = f"{settings['OPTIONS'].get('options', '')} {limited}".strip()
    return configured
