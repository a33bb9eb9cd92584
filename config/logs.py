"""What the log says, and what it leaves out."""

import logging

from django.db import OperationalError


class ShortWhileAway(logging.Filter):
    """One line for each request while the database is away: the lines of the traceback say nothing more."""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.exc_info and isinstance(record.exc_info[1], OperationalError):
            record.exc_info = None
        return True
