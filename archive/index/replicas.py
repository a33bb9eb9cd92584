"""Which database answers a reader: a replica that stands where the primary stands, or the primary.

Nobody reads an older state than the primary has: not the editor who has just published, and not a stranger after a
withdrawal. The one exception is a primary that does not answer; then readers get what a replica has.
"""

import random
import time
from collections.abc import Callable
from contextvars import ContextVar
from typing import TypeVar

from django.conf import settings
from django.core.signals import request_started
from django.db import DEFAULT_DB_ALIAS, InterfaceError, OperationalError, connections
from psycopg.errors import QueryCanceled, SerializationFailure

from archive.index.models import IndexState

Answer = TypeVar("Answer")
SECONDS_LEFT_OUT = 5
"""How long nobody asks a database that has not answered."""
UNDECIDED = ""
_answering: ContextVar[str] = ContextVar("the database that this request reads from", default=DEFAULT_DB_ALIAS)
_left_out_until: dict[str, float] = {}
_newest = 0
"""The last state of the index that this process has seen on the primary."""


def choose_for_this_request() -> None:
    """Lets a replica answer this request; which one is decided when it first reads."""
    _answering.set(UNDECIDED if settings.REPLICAS else DEFAULT_DB_ALIAS)


def answering() -> str:
    """The database that this request reads from, the same until it ends; the primary outside readers' requests."""
    if _answering.get() == UNDECIDED:
        _answering.set(chosen())
    return _answering.get()


def chosen() -> str:
    """A replica that has all that the primary has, any of several; else the primary.

    While the primary is away: the replica that has most, if that is no less than this process has seen.
    """
    global _newest
    primary = version(DEFAULT_DB_ALIAS)
    replicas = random.sample(settings.REPLICAS, len(settings.REPLICAS))
    if primary is not None:
        _newest = primary
        return next((alias for alias in replicas if version(alias) == primary), DEFAULT_DB_ALIAS)
    newest, alias = max((version(alias) or 0, alias) for alias in replicas)
    return alias if newest >= _newest and not is_left_out(alias) else DEFAULT_DB_ALIAS


def version(alias: str) -> int | None:
    """The state of the index that a database has; None if it does not answer."""
    return asked(alias, IndexState.objects.using(alias).version)


def asked(alias: str, question: Callable[[], Answer]) -> Answer | None:
    """What a database answers; None if it is away, and then nobody asks it for some seconds.

    Raises what the question raises where there are no replicas: then nothing else could answer.
    """
    if not settings.REPLICAS:
        return question()
    if is_left_out(alias):
        return None
    if alias in _left_out_until:
        leave_out(alias)  # one asks whether it is back; nobody else waits for the answer
    try:
        answer = question()
        _left_out_until.pop(alias, None)
        return answer
    except (OperationalError, InterfaceError) as error:
        if not has_lost(error):
            raise
        leave_out(alias)
        return None


def is_left_out(alias: str) -> bool:
    return _left_out_until.get(alias, 0) > time.monotonic()


def leave_out(alias: str) -> None:
    """Asks this database nothing for some seconds."""
    _left_out_until[alias] = time.monotonic() + SECONDS_LEFT_OUT
    connections[alias].close()


def has_lost(error: Exception) -> bool:
    """Whether the server is gone, and did not only refuse a statement that took too long or stood in its way."""
    return not isinstance(error.__cause__, QueryCanceled | SerializationFailure)


def turn_to_the_primary(error: Exception) -> bool:
    """After a replica failed a request: whether the primary may be asked the same, which it answers from now on."""
    failed = _answering.get()
    if failed not in settings.REPLICAS or isinstance(error.__cause__, QueryCanceled):
        return False
    if has_lost(error):
        leave_out(failed)
    _answering.set(DEFAULT_DB_ALIAS)
    return True


def ask_the_primary(**_signal: object) -> None:
    """A streamed answer is read after its view is over; the next request of this thread begins anew."""
    _answering.set(DEFAULT_DB_ALIAS)


request_started.connect(ask_the_primary, dispatch_uid="archive.index.replicas")
