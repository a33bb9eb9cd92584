"""Whether the site can answer: for the machines that watch it."""

from typing import Any

import psycopg
from django.db import connection
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


def answers(parameters: dict[str, Any]) -> bool:
    """Whether the database answers within some seconds."""
    try:
        with psycopg.connect(**{**parameters, "connect_timeout": SECONDS}) as own:
            own.execute("SELECT 1")
    except psycopg.Error:
        return False
    return True
