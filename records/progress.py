"""How far a long command is: a bar on a terminal, elsewhere a line every ten seconds."""

from collections.abc import Callable, Iterable
from time import monotonic

from django.core.management.base import OutputWrapper

BAR = 30
ON_A_TERMINAL, ELSEWHERE = 0.2, 10.0
"""Seconds between two reports."""


Progress = Callable[[Iterable[int], int, str], int]
"""Goes through counts of what is done; told of how many, and of what (their plural). Gives the last count."""


def unseen(counts: Iterable[int], total: int, what: str) -> int:
    """Goes through the counts and shows nothing."""
    return max(counts, default=0)


def show_progress(counts: Iterable[int], total: int, what: str, stdout: OutputWrapper) -> int:
    """Goes through `counts`, each of which says how many are done, and tells; gives the last. `what`: their plural."""
    started = said = monotonic()
    is_terminal, done = stdout.isatty(), 0
    for done in counts:
        if monotonic() - said >= (ON_A_TERMINAL if is_terminal else ELSEWHERE):
            said = monotonic()
            line = f"{done} of {total} {what}, {done / (said - started):.0f} a second"
            stdout.write(f"\r{bar(done, total)} {line}" if is_terminal else line, ending="" if is_terminal else "\n")
            stdout.flush()
    seconds = monotonic() - started
    cleared = "\r\033[K" if is_terminal else ""
    stdout.write(f"{cleared}{done} {what} in {seconds:.0f} s, {done / max(seconds, 0.001):.0f} a second.")
    return done


def bar(done: int, total: int) -> str:
    filled = BAR * min(done, total) // max(total, 1)
    return f"[{'#' * filled}{'.' * (BAR - filled)}]"
