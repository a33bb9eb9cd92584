"""Exports take turns: so many at once for all workers together, so that pages and the health check are answered."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.db import connection
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

UNITS = 20
"""What an export takes of its reader's minute."""
SECONDS_TO_WAIT = 10
ROOM = 0x5348
"""The first half of our advisory locks' names; the second is the turn."""
FREE_TURN = "SELECT turn FROM generate_series(1, %s) AS turn WHERE pg_try_advisory_xact_lock(%s, turn) LIMIT 1"

View = Callable[..., HttpResponseBase]


def in_turn(view: View) -> View:
    """Answers 503 while all turns are taken. The turn lasts as long as the transaction that the view reads in.

    A transaction ends however the worker does, so that no turn is ever lost.
    """

    @wraps(view)
    def answer(*args: Any, **kwargs: Any) -> HttpResponseBase:
        if settings.EXPORTS_AT_ONCE and not has_turn():
            text = _("Others are taking files at this moment. Please try again in some seconds.")
            headers = {"Retry-After": str(SECONDS_TO_WAIT), "Cache-Control": "no-store"}
            refusal = HttpResponse(f"{text}\n", status=503, content_type="text/plain; charset=utf-8", headers=headers)
            refusal._has_been_logged = True  # type: ignore[attr-defined]  # nothing broke, and strangers fill no log
            return refusal
        return view(*args, **kwargs)

    answer.units = UNITS  # type: ignore[attr-defined]
    return answer


def has_turn() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(FREE_TURN, [settings.EXPORTS_AT_ONCE, ROOM])
        return cursor.fetchone() is not None
