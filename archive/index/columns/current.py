"""The worker's copy of the index, never older than the answer it gives. Replicas have the primary's versions."""

from threading import Lock

from django.db import connections, router

from archive.index.columns.columns import Columns
from archive.index.columns.loading import read_all, read_changed
from archive.index.snapshot import snapshot
from archive.models import Entry, IndexChange, IndexState

_copy: Columns | None = None
_one_at_a_time = Lock()
MOST_READ_ANEW = 2_000
"""Editions changed since: with more of them, reading everything is not slower."""


def columns() -> Columns:
    """The index as it stands for this connection. One query, and those that read what changed."""
    global _copy
    alias, copy = router.db_for_read(Entry), _copy
    if copy is not None and copy.version == IndexState.objects.using(alias).version():
        return copy
    with _one_at_a_time:
        _copy = _fresh(alias, _copy)
        return _copy


def forget() -> None:
    """Drops the copy."""
    global _copy
    _copy = None


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
