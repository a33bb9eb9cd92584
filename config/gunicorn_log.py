"""Gunicorn's log without addresses (gunicorn.conf.py names it)."""

from typing import Any

from gunicorn.glogging import Logger

NAMES_AN_ADDRESS = "Invalid request from ip="


class NoAddresses(Logger):  # type: ignore[misc]
    """Leaves out what gunicorn says of a request that cannot be read: it would name who sent it."""

    def warning(self, msg: str, *args: Any, **kwargs: Any) -> None:
        if not msg.startswith(NAMES_AN_ADDRESS):
            super().warning(msg, *args, **kwargs)
