"""Who tries to sign in too often waits. Nobody is locked out: others' attempts on the same account cost one nothing."""

from datetime import timedelta

from django.http import HttpRequest

from limits.models import take
from limits.readers import reader

WINDOWS = (("minute", timedelta(minutes=1), 5, 20), ("ten minutes", timedelta(minutes=10), 20, 60))
"""How many attempts somebody has in a while: at one name, known or not, and at all names together."""


def seconds_to_wait(request: HttpRequest, name: str) -> int:
    """Counts an attempt from where the request came; returns the seconds until the next is heard, 0 if this one is.

    The names are not looked up, so that the answer tells nothing of them.
    """
    who, waits = reader(request), [0]
    for window, per, at_one_name, at_all in WINDOWS:
        waits.append(take(f"sign-in, {window}", f"{who} {name.casefold()}", at_one_name, per))
        waits.append(take(f"sign-in at any name, {window}", who, at_all, per))
    return max(waits)
