"""Work for all processors: pieces in, results out, in order."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, islice
from multiprocessing import get_context
from typing import TypeVar

import django

from records.memory import settle

Piece = TypeVar("Piece")
Done = TypeVar("Done")
WORTH_IT = 3
"""Pieces: fewer are done sooner than another process has begun."""


def in_order(work: Callable[[Piece], Done], pieces: Iterable[Piece], processes: int | None = None) -> Iterator[Done]:
    """What `work` makes of each piece, in their order, a few pieces ahead.

    `work` stands in a module, touches no database and takes and gives what can be pickled. `processes`: as many as
    the machine has processors.
    """
    waiting = iter(pieces)
    first = list(islice(waiting, WORTH_IT))
    processes = processes or os.cpu_count() or 1
    if processes == 1 or len(first) < WORTH_IT:
        yield from map(work, chain(first, waiting))
        return
    # Not forked: a child must never speak through its parent's connection.
    with ProcessPoolExecutor(processes, get_context("spawn"), initializer=begin) as pool:
        ahead: deque[Future[Done]] = deque()
        for piece in chain(first, waiting):
            ahead.append(pool.submit(work, piece))
            if len(ahead) > processes + 1:
                yield ahead.popleft().result()
        while ahead:
            yield ahead.popleft().result()


def begin() -> None:
    """Readies a new process for whatever it is handed."""
    django.setup()
    settle()
