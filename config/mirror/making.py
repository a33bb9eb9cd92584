"""Makes files of the mirror, some at a time: in this process, or in several that see the database as this one does."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack, contextmanager
from datetime import date
from functools import cache, partial
from multiprocessing import get_context
from typing import NamedTuple

from django.conf import settings
from django.db import connection, transaction

from config.mirror.links import links, links_of_styles
from config.mirror.listed import listed_alone
from config.mirror.lists import filters_of_cases
from config.mirror.pages import FiltersOfCases, every_case_on_one_page, made, on_day
from config.mirror.static import NotInTheMirror, static_file
from records.parallel import begin

AT_ONCE = 8
"""Files that a process is handed together."""
PATIENCE = "SET LOCAL idle_in_transaction_session_timeout = 0"
"""A server in production cuts off whoever asks nothing for a minute, as this does while others work."""


class MirrorFile(NamedTuple):
    name: str
    content: bytes
    leads_to: list[str]
    is_case: bool


MakeEach = Callable[[list[str]], Iterable[MirrorFile]]
MakeAll = Callable[[list[str], Mapping[str, str]], Iterator[MirrorFile]]
"""From names to files, in their order. The mapping says for each name which page led to it."""


@contextmanager
def makers(site: str, day: date, processes: int) -> Iterator[MakeAll]:
    """What makes the files of a mirror. Inside a transaction whose queries all see one moment.

    Raises NotInTheMirror, OutsideTheMirror.
    """
    with ExitStack() as around:
        with connection.cursor() as cursor:
            cursor.execute(PATIENCE)
        if processes == 1:
            each: MakeEach = partial(map, _maker_inside(around, site, day))
        else:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_export_snapshot()")
                work = partial(make_apart, site, day, cursor.fetchone()[0])
            # Not forked: a child must never speak through its parent's connection.
            pool = ProcessPoolExecutor(processes, get_context("spawn"), initializer=begin)
            each = partial(around.enter_context(pool).map, work, chunksize=AT_ONCE)
        yield partial(_all, each)


def _all(each: MakeEach, names: list[str], led_from: Mapping[str, str]) -> Iterator[MirrorFile]:
    files = iter(each(names))
    for name in names:
        try:
            yield next(files)
        except NotInTheMirror as error:
            raise NotInTheMirror(f"{led_from[name]} leads to {error}") from error


def make(site: str, filters: FiltersOfCases, name: str) -> MirrorFile:
    """One file, with the files that it leads to. Raises NotInTheMirror, OutsideTheMirror."""
    static = settings.STATIC_URL.strip("/") + "/"
    if name.startswith(static):
        content = static_file(name.removeprefix(static)).read_bytes()
        return MirrorFile(name, content, list(links_of_styles(name, content)) if name.endswith(".css") else [], False)
    page = made(name, site, filters)
    return MirrorFile(name, page.content, list(links(name, page.content)) if page.is_page else [], page.is_case)


def make_apart(site: str, day: date, snapshot: str, name: str) -> MirrorFile:
    """One file, in a process that reads what another reads."""
    return _maker(site, day, snapshot)(name)


_open = ExitStack()
"""What stays open until the process ends. Nothing but this name holds it, and without it everything is listed again."""


@cache
def _maker(site: str, day: date, snapshot: str) -> Callable[[str], MirrorFile]:
    """What makes files in this process, in one transaction."""
    _open.enter_context(transaction.atomic())
    with connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        cursor.execute("SET TRANSACTION SNAPSHOT %s", [snapshot])
        cursor.execute(PATIENCE)
    return _maker_inside(_open, site, day)


def _maker_inside(around: ExitStack, site: str, day: date) -> Callable[[str], MirrorFile]:
    """What makes files of the listed cases as of the day, until what is around it closes."""
    for context in (listed_alone(), on_day(day), every_case_on_one_page()):
        around.enter_context(context)
    return partial(make, site, filters_of_cases(day))
