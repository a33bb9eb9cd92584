"""Whether the site can answer: for the machines that watch it."""

from typing import Any

import psycopg
from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache

SECONDS = 2


@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """`ok`, or 503 if the database does not answer.

    Asks over a connection of its own, so that it does not stand in line behind readers for one of the pool.
    """
    status = 200 if answers(connection.get_connection_params()) else 503
    return HttpResponse("ok\n" if status == 200 else "no database\n", content_type="text/plain", status=status)


@never_cache
def readyz(request: HttpRequest) -> HttpResponse:
    """`ready`, or 503 and why readers should not be sent here: no database, one of another release, no styles."""
    manifest = getattr(staticfiles_storage, "manifest_name", "")
    reason = ""
    if not answers(connection.get_connection_params()):
        reason = "no database"
    elif manifest and not (settings.STATIC_ROOT / manifest).exists():
        reason = "no static files: run manage.py collectstatic"
    else:
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            reason = "migrations are missing: run manage.py migrate"
    text = reason or "ready"
    return HttpResponse(f"{text}\n", content_type="text/plain", status=503 if reason else 200)


def answers(parameters: dict[str, Any]) -> bool:
    """Whether the database answers within some seconds."""
    try:
        with psycopg.connect(**{**parameters, "connect_timeout": SECONDS}) as own:
            own.execute("SELECT 1")
    except psycopg.Error:
        return False
    return True
