"""Gunicorn's worker that goes on answering until its successors do (gunicorn.conf.py names it).

A reload tells the old workers to go as soon as the new ones are forked. These read the code for seconds, in which
nobody would answer.
"""

import math
import time
from multiprocessing.sharedctypes import RawValue
from types import FrameType

from gunicorn.workers.gthread import ThreadWorker

LONGEST = 20
"""Seconds after which an old worker goes anyway; less than `graceful_timeout`."""
_reloaded, _booted = RawValue("d", 0.0), RawValue("d", 0.0)
"""When the last reload began, and when a worker last began to answer: all workers are forked from who holds these."""


class PatientWorker(ThreadWorker):  # type: ignore[misc]
    """A worker of threads that stays, when it is told to go, until a reload has brought somebody to answer."""

    goes_at = math.inf

    @staticmethod
    def note_reload() -> None:
        _reloaded.value = time.monotonic()

    def run(self) -> None:
        _booted.value = time.monotonic()
        super().run()

    def handle_exit(self, signal: int, frame: FrameType | None) -> None:
        if has_successor():
            super().handle_exit(signal, frame)
        else:
            self.goes_at = time.monotonic() + LONGEST

    def notify(self) -> None:
        """Gunicorn calls it every second or more often."""
        super().notify()
        if self.goes_at < math.inf and (has_successor() or time.monotonic() > self.goes_at):
            super().handle_exit(0, None)


def has_successor() -> bool:
    """Whether there was no reload, or one whose code answers already."""
    return bool(_booted.value > _reloaded.value)
