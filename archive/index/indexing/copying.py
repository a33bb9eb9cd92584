"""Writes rows of the index, many at once."""

import json
from collections.abc import Sequence
from typing import NamedTuple

from django.db import connection

from archive.index.indexing.rows import IndexRows
from archive.index.models import CourtName, Entry, Period, PublicFile
from records.copying import copy_lines, lines_of
from records.languages import TEXT_SEARCH

ENTRY_COLUMNS = [str(field.column) for field in Entry._meta.concrete_fields]
STEMMED = [f"to_tsvector('{dictionary}', coalesce(texts->>'{code}', ''))" for code, dictionary in TEXT_SEARCH.items()]
# Constants alone: the rows travel as a parameter.
INSERT = f"""INSERT INTO archive_entry ({", ".join(ENTRY_COLUMNS)})
SELECT {", ".join(" || ".join([column, *STEMMED]) if column == "words" else column for column in ENTRY_COLUMNS)}
FROM json_populate_recordset(NULL::archive_entry, %s::json)"""  # noqa: S608
"""PostgreSQL alone can stem the texts. Names and Kazakh stems come with the row."""


class IndexLines(NamedTuple):
    """Rows of the index as they are sent to the database."""

    entries: str
    periods: bytes
    labels: bytes
    files: bytes


def index_lines(editions: Sequence[IndexRows]) -> IndexLines:
    """All rows of these editions. Asks no database, so that another process may write them."""
    return IndexLines(
        json.dumps([rows.entry for rows in editions], default=str),
        lines_of(Period, (period for rows in editions for period in rows.periods)),
        lines_of(CourtName, (label for rows in editions for label in rows.labels)),
        lines_of(PublicFile, (file for rows in editions for file in rows.files)),
    )


def insert(lines: IndexLines) -> None:
    with connection.cursor() as cursor:
        cursor.execute(INSERT, [lines.entries])
    copy_lines(Period, lines.periods)
    copy_lines(CourtName, lines.labels)
    copy_lines(PublicFile, lines.files)
