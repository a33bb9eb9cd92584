"""The archive without the cases whose people asked search engines to leave them alone: what the mirror is made of.

A host of files can say to no search engine which of them to leave alone, and a copy cannot be called back.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction
from django.db.models import QuerySet
from psycopg import sql

from editions.document import NOINDEX
from editions.models import Edition

ROWS = {
    "editions_chainentry": "SELECT * FROM {table} WHERE case_key <> ALL ({keys})",
    "editions_editiontext": "SELECT * FROM {table} WHERE edition_id <> ALL ({editions})",
    "editions_priorcase": "SELECT * FROM {table} WHERE edition_id <> ALL ({editions}) AND case_id <> ALL ({ids})",
    # Each copy of the index in memory names the column that PostgreSQL itself keeps of a row.
    "archive_entry": "SELECT xmin, * FROM {table} WHERE case_key <> ALL ({keys})",
    "archive_period": "SELECT * FROM {table} WHERE entry_id <> ALL ({editions})",
    # A state of its own, after which nothing is known to have changed: no copy of the whole index is taken for this.
    "archive_indexstate": "SELECT id, -version AS version FROM {table}",
    "archive_indexchange": "SELECT * FROM {table} WHERE false",
    # Each release is of the whole archive, with the sums of its files.
    "archive_writtenrelease": "SELECT * FROM {table} WHERE false",
}
"""What each table still holds. A view of a session's own is read before the table of the same name."""


@contextmanager
def listed_alone() -> Iterator[None]:
    """Every query inside, whoever makes it, sees an archive that never had the unlisted cases. Writes nothing."""
    editions = list(unlisted())
    if not editions:
        yield
        return
    gone = {
        "keys": sql.Literal(sorted({edition.case_key for edition in editions})),
        "ids": sql.Literal(sorted({edition.case_id for edition in editions})),
        "editions": sql.Literal(sorted(edition.number for edition in editions)),
    }
    with transaction.atomic(), connection.cursor() as cursor:
        for name, rows in ROWS.items():
            table = sql.Identifier(name)
            view = sql.SQL("CREATE TEMP VIEW {} AS ").format(table)
            view += sql.SQL(rows).format(table=sql.SQL("{}.{}").format(sql.Identifier("public"), table), **gone)
            # As text: whoever listens to statements, as the audit of rows does, takes nothing else.
            cursor.execute(view.as_string(cursor.connection))
        yield
        transaction.set_rollback(True)


def unlisted() -> QuerySet[Edition]:
    """All editions of the cases whose newest text asks search engines to leave them alone, withdrawn ones too."""
    with_text = Edition.objects.filter(text__isnull=False)
    newest = with_text.order_by("case_key", "-number").distinct("case_key").values("number")
    asking = Edition.objects.filter(number__in=newest, text__content__contains=f'"{NOINDEX}"')
    return Edition.objects.filter(case_key__in=asking.values("case_key"))
