"""One state of the database for all that an answer reads, streamed or not."""

from collections.abc import Callable
from contextlib import ExitStack
from contextvars import ContextVar
from functools import wraps
from typing import Any

from django.core.signals import request_started
from django.db import connections, router, transaction
from django.http.response import HttpResponseBase

from archive.index.models import Entry

View = Callable[..., HttpResponseBase]

_open: ContextVar[ExitStack | None] = ContextVar("snapshot that a stream of this thread reads from", default=None)


def snapshot(alias: str) -> ExitStack:
    """Until it is closed, every query of this thread sees one state of the database, whoever writes meanwhile.

    Within a transaction that has begun before, they see what that one sees.
    """
    reading = ExitStack()
    if not connections[alias].in_atomic_block:
        reading.enter_context(transaction.atomic(using=alias))
        with connections[alias].cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
    return reading


def in_one_snapshot(view: View) -> View:
    """The view and the stream that it answers with read one state: an export holds the rows that its head counts.

    The server closes each answer, sent, cut off or asked for with HEAD; that ends the transaction.
    """

    @wraps(view)
    def answer(*args: Any, **kwargs: Any) -> HttpResponseBase:
        with snapshot(router.db_for_read(Entry)) as reading:
            response = view(*args, **kwargs)
            if response.streaming:
                kept_open = reading.pop_all()
                _open.set(kept_open)
                response._resource_closers.append(kept_open.close)  # type: ignore[attr-defined]
            return response

    return answer


def end_what_was_left_open(**_signal: Any) -> None:
    """An answer that a failing middleware threw away was never closed; nobody else may read its old state."""
    if left := _open.get():
        _open.set(None)
        left.close()


request_started.connect(end_what_was_left_open, dispatch_uid="archive.index.snapshot")
