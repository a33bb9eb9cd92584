"""Whether the site can answer: for the machines that watch it."""

from django.db import OperationalError, connection
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache


@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """`ok`, or 503 if the database does not answer."""
    try:
        connection.ensure_connection()
        answers = connection.is_usable()
    except OperationalError:
        answers = False
    return HttpResponse(
        "ok\n" if answers else "no database\n", content_type="text/plain", status=200 if answers else 503
    )
