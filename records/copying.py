"""Writes many rows of one table at once, by COPY: several times as fast as INSERT, and texts are not quoted twice."""

from collections.abc import Callable, Iterable
from typing import Any

from django.db import connection
from django.db.models import AutoField, Field, Model


def copy_rows(model: type[Model], rows: Iterable[Model]) -> None:
    """Inserts the rows. Numbers that the database gives are given by it."""
    fields = [field for field in model._meta.concrete_fields if not isinstance(field, AutoField)]
    quoted = connection.ops.quote_name
    names = ", ".join(quoted(field.column or field.attname) for field in fields)
    values = [_value_of(field) for field in fields]
    statement = f"COPY {quoted(model._meta.db_table)} ({names}) FROM STDIN"
    # Django’s wrapper of a cursor knows COPY only for reading without parameters.
    with connection.cursor() as cursor, cursor.cursor.copy(statement) as lines:
        for row in rows:
            lines.write_row([value(row) for value in values])


def _value_of(field: "Field[Any, Any]") -> Callable[[Model], Any]:
    """How the driver gets a row's value of a field. Only lists and JSON need the field's help."""
    name = field.attname
    if field.get_internal_type() in ("JSONField", "ArrayField"):
        return lambda row: field.get_db_prep_save(getattr(row, name), connection)
    return lambda row: getattr(row, name)
