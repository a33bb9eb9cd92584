"""The worker's copy of the index: one for each database that it reads from, never older than the answer it gives."""

from contextlib import AbstractContextManager, nullcontext
from threading import Lock

from django.db import connections, router, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from archive.index.columns.columns import Columns
from archive.index.columns.loading import read_all, read_changed
from archive.models import Entry, IndexChange, IndexState

_copies: dict[str, Columns] = {}
_one_at_a_time = Lock()
MOST_READ_ANEW = 2_000
"""Editions changed since: with more of them, reading everything is not slower."""


def columns() -> Columns:
    """The index as it stands for this connection. One query, and those that read what changed."""
    alias = router.db_for_read(Entry)
    copy = _copies.get(alias)
    if copy is not None and copy.version == IndexState.objects.using(alias).version():
        return copy
    with _one_at_a_time:
        _copies[alias] = _fresh(alias, _copies.get(alias))
        return _copies[alias]


def forget() -> None:
    """Drops every copy."""
    _copies.clear()


def _fresh(alias: str, copy: Columns | None) -> Columns:
    connection = connections[alias]
    with _one_snapshot(connection):
        version = IndexState.objects.using(alias).version()
        if copy is None:
            return Columns(read_all(connection), version)
        if copy.version == version:
            return copy
        changed = IndexChange.objects.using(alias).editions_since(copy.version)
        if changed is None or len(changed) > MOST_READ_ANEW:
            return Columns(read_all(connection), version)
        return Columns(read_changed(connection, copy.rows, changed), version)


def _one_snapshot(connection: BaseDatabaseWrapper) -> AbstractContextManager[None]:
    """All queries see one state of the database, whoever writes meanwhile."""
    return nullcontext() if connection.in_atomic_block else _Snapshot(connection)


class _Snapshot:
    def __init__(self, connection: BaseDatabaseWrapper) -> None:
        self.connection, self.atomic = connection, transaction.atomic(using=connection.alias)

    def __enter__(self) -> None:
        self.atomic.__enter__()
        with self.connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")

    def __exit__(self, *exception: object) -> None:
        self.atomic.__exit__(*exception)  # type: ignore[arg-type]
