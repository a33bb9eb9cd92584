"""Writes rows of the index, many at once."""

from collections.abc import Sequence

from archive.index.indexing.rows import IndexRows
from archive.index.models import CourtName, Entry, Period, PublicFile
from records.copying import copy_rows


def insert(editions: Sequence[IndexRows]) -> None:
    """All rows of these editions. Entries by INSERT, for PostgreSQL makes their search words; the rest by COPY."""
    Entry.objects.bulk_create(rows.entry for rows in editions)
    copy_rows(Period, (period for rows in editions for period in rows.periods))
    copy_rows(CourtName, (label for rows in editions for label in rows.labels))
    copy_rows(PublicFile, (file for rows in editions for file in rows.files))
