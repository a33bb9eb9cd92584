"""Exports take turns: so many at once for all workers together, so that pages and the health check are answered.

So do the papers that editors bring: reading one may take a minute and a gigabyte.
"""

import errno
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import wraps
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection, connections
from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

UNITS, FIGURES = 20, 5
"""What an export takes of its reader's minute, and what a page of figures that is not kept does."""
SECONDS_TO_WAIT = 10
LONGEST = 300
"""Seconds after which a reader who takes a file slowly is cut off. A proxy that buffers takes it in a moment."""
ROOM, PAPERS = 0x5348, 0x5349
"""The first half of our advisory locks' names; the second is the turn."""
FREE_TURN = "SELECT turn FROM generate_series(1, %s) AS turn WHERE pg_try_advisory_xact_lock(%s, turn) LIMIT 1"
KEPT_TURN = FREE_TURN.replace("_xact", "")
GIVE_BACK = "SELECT pg_advisory_unlock(%s, %s)"

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
        response = view(*args, **kwargs)
        if settings.EXPORTS_AT_ONCE and isinstance(response, StreamingHttpResponse):
            response.streaming_content = in_time(response.streaming_content)  # type: ignore[arg-type]  # never asynchronous
        return response

    answer.units = UNITS  # type: ignore[attr-defined]
    return answer


def has_turn() -> bool:
    """Whether a turn is free on the database that the view reads from: each has its own."""
    reading = next((one for one in connections.all(initialized_only=True) if one.in_atomic_block), connection)
    with reading.cursor() as cursor:
        cursor.execute(FREE_TURN, [settings.EXPORTS_AT_ONCE, ROOM])
        return cursor.fetchone() is not None


def in_time(stream: Iterable[bytes]) -> Iterator[bytes]:
    """The stream, cut off like a lost connection when its reader takes too long: no part passes for the whole file."""
    ends_at = time.monotonic() + LONGEST
    for chunk in stream:
        if time.monotonic() > ends_at:
            raise ConnectionResetError(errno.ECONNRESET, "the reader was too slow")
        yield chunk


@contextmanager
def turn(room: int, most: int) -> Iterator[bool]:
    """Whether one of so many turns is free for what follows; it is, until that ends or the connection does."""
    with connection.cursor() as cursor:
        cursor.execute(KEPT_TURN, [most, room])
        taken = cursor.fetchone()
    try:
        yield taken is not None
    finally:
        if taken is not None:
            with suppress(DatabaseError), connection.cursor() as cursor:
                cursor.execute(GIVE_BACK, [room, *taken])
