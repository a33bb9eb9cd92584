"""Whether the site can answer: for the machines that watch it."""

import psycopg
from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache

SECONDS = 2


@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """`ok`, `read only` if replicas alone answer, or 503 if no database does.

    Asks over a connection of its own, so that it does not stand in line behind readers for one of the pool.
    """
    text = "ok" if answers(DEFAULT_DB_ALIAS) else "read only" if a_replica_answers() else "no database"
    status = 503 if text == "no database" else 200
    return HttpResponse(f"{text}\n", content_type="text/plain", status=status)


@never_cache
def readyz(request: HttpRequest) -> HttpResponse:
    """`ready`, or 503 and why readers should not be sent here: no database, one of another release, no styles."""
    manifest = getattr(staticfiles_storage, "manifest_name", "")
    reason = ""
    if manifest and not (settings.STATIC_ROOT / manifest).exists():
        reason = "no static files: run manage.py collectstatic"
    elif not answers(DEFAULT_DB_ALIAS):
        reason = "" if a_replica_answers() else "no database"
    else:
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            reason = "migrations are missing: run manage.py migrate"
    text = reason or "ready"
    return HttpResponse(f"{text}\n", content_type="text/plain", status=503 if reason else 200)


def a_replica_answers() -> bool:
    return any(map(answers, settings.REPLICAS))


def answers(alias: str) -> bool:
    """Whether a database answers within some seconds."""
    parameters = connections[alias].get_connection_params()
    try:
        with psycopg.connect(**{**parameters, "connect_timeout": SECONDS}) as own:
            own.execute("SELECT 1")
    except psycopg.Error:
        return False
    return True
