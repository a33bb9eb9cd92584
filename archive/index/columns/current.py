"""The worker's copy of the index: one for each database that it reads from, never older than the answer it gives."""

from threading import Lock

from django.db import connections, router

from archive.index.columns.columns import Columns
from archive.index.columns.loading import read_all, read_changed
from archive.index.snapshot import snapshot
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
    with snapshot(alias):
        version = IndexState.objects.using(alias).version()
        if copy is None:
            return Columns(read_all(connection), version)
        if copy.version == version:
            return copy
        changed = IndexChange.objects.using(alias).editions_since(copy.version)
        if changed is None or len(changed) > MOST_READ_ANEW:
            return Columns(read_all(connection), version)
        return Columns(read_changed(connection, copy.rows, changed), version)
