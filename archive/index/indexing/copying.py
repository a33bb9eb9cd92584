"""Writes rows of the index, many at once."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.db import connection
from django.db.models import Model

from archive.index.indexing.rows import IndexRows
from archive.index.models import Entry, Label, Period, PublicFile


def insert(editions: Sequence[IndexRows]) -> None:
    """All rows of these editions. Entries by INSERT, for PostgreSQL makes their search words; the rest by COPY."""
    Entry.objects.bulk_create(rows.entry for rows in editions)
    copy(Period, (period for rows in editions for period in rows.periods))
    copy(Label, (label for rows in editions for label in rows.labels))
    copy(PublicFile, (file for rows in editions for file in rows.files))


def copy(model: type[Model], rows: Iterable[Model]) -> None:
    """The rows, which get their numbers from the database."""
    fields = [field for field in model._meta.concrete_fields if not field.primary_key]
    names = ", ".join(connection.ops.quote_name(field.column or field.attname) for field in fields)
    values: list[Callable[[Any], Any]] = [_prepared(field) for field in fields]
    statement = f"COPY {connection.ops.quote_name(model._meta.db_table)} ({names}) FROM STDIN"
    with connection.cursor() as cursor, cursor.cursor.copy(statement) as lines:
        for row in rows:
            lines.write_row([value(row) for value in values])


def _prepared(field: Any) -> Callable[[Any], Any]:
    """A row's value as the driver takes it. Only lists and JSON need the field's help."""
    name = field.attname
    if field.get_internal_type() in ("JSONField", "ArrayField"):
        return lambda row: field.get_db_prep_save(getattr(row, name), connection)
    return lambda row: getattr(row, name)
