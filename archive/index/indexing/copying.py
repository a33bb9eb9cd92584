"""Writes rows of the index, many at once."""

from collections.abc import Sequence
from typing import NamedTuple

from django.db import connection
from pydantic_core import to_json

from archive.index.indexing.rows import IndexedEdition, rows_of
from archive.index.models import CourtName, Entry, Period, PublicFile
from archive.index.search.words import ALSO, RECOGNISED
from records.copying import copy_lines, lines_of
from records.json_dict import JSONDict
from records.languages import TEXT_SEARCH

ENTRY_COLUMNS = [str(field.column) for field in Entry._meta.concrete_fields]
OF_ENTRY = (Period, CourtName, PublicFile)
"""The tables whose rows name an entry, in their first column."""
# A text that readers write with е is found with ё as well.
STEMMED = [
    f"setweight(to_tsvector('{dictionary}', translate(concat_ws(E'\\n', {texts}), 'ёЁ', 'еЕ')), '{weight}')"
    for code, dictionary in TEXT_SEARCH.items()
    for texts, weight in ((f"texts->>'{code}', texts->>'{ALSO}'", "D"), (f"texts->>'{RECOGNISED}'", "B"))
]
# Constants alone: the rows travel as a parameter.
INSERT = f"""INSERT INTO archive_entry ({", ".join(ENTRY_COLUMNS)})
SELECT {", ".join(" || ".join([column, *STEMMED]) if column == "words" else column for column in ENTRY_COLUMNS)}
FROM json_populate_recordset(NULL::archive_entry, %s::json)"""  # noqa: S608
"""PostgreSQL alone can stem the texts. Ids and Kazakh stems come with the row."""


class DocumentLines(NamedTuple):
    """The rows of one document as they are sent to the database, but for what its edition says.

    `entry` is an object of JSON without those columns; the lines of the others lack their first, the number.
    """

    entry: bytes
    periods: bytes
    labels: bytes
    files: bytes


class IndexLines(NamedTuple):
    """Rows of many editions as they are sent to the database."""

    entries: bytes
    periods: bytes
    labels: bytes
    files: bytes


def lines_of_document(document: JSONDict) -> DocumentLines:
    """Asks no database, so that another process may write them."""
    rows = rows_of(document)
    return DocumentLines(
        to_json(rows.entry),
        *(
            lines_of(model, ({"entry_id": "", **row} for row in several))
            for model, several in zip(OF_ENTRY, (rows.periods, rows.labels, rows.files), strict=True)
        ),
    )


def index_lines(editions: Sequence[tuple[IndexedEdition, DocumentLines]]) -> IndexLines:
    """All rows of these editions."""
    entries = (b"%b,%b" % (_opened(indexed), lines.entry.removeprefix(b"{")) for indexed, lines in editions)
    return IndexLines(
        b"[%b]" % b",".join(entries),
        b"".join(_numbered(indexed.edition, lines.periods) for indexed, lines in editions),
        b"".join(_numbered(indexed.edition, lines.labels) for indexed, lines in editions),
        b"".join(_numbered(indexed.edition, lines.files) for indexed, lines in editions),
    )


def _opened(indexed: IndexedEdition) -> bytes:
    """An object of JSON that holds the edition's columns, and that others may follow."""
    return to_json(indexed._asdict()).removesuffix(b"}")


def _numbered(edition: int, lines: bytes) -> bytes:
    """The lines with the edition's number as their first column."""
    return b"".join(b"%d%b" % (edition, line) for line in lines.splitlines(keepends=True))


def insert(lines: IndexLines) -> None:
    with connection.cursor() as cursor:
        cursor.execute(INSERT, [lines.entries.decode()])
    for model, several in zip(OF_ENTRY, (lines.periods, lines.labels, lines.files), strict=True):
        copy_lines(model, several)
