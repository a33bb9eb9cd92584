"""Writes many rows of one table at once, by COPY: several times as fast as INSERT, and texts are not quoted twice."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

from django.db import connection
from django.db.models import AutoField, BooleanField, DateField, Field, IntegerField, Model
from pydantic_core import to_json

ESCAPED = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}
"""What a line of COPY cannot hold as it is; the backslash goes first."""
WITHOUT_ESCAPES = (DateField, IntegerField, BooleanField)
"""Fields whose values never need one."""


def copy_rows(model: type[Model], rows: Iterable[Model]) -> None:
    """Inserts the rows. Numbers that the database gives are given by it."""
    copy_lines(model, lines_of(model, map(vars, rows)))


def lines_of(model: type[Model], rows: Iterable[Mapping[str, Any]]) -> bytes:
    """The rows, values by attribute, as lines for `copy_lines`. Asks no database: another process may write them."""
    columns = _columns(model)
    lines = (
        "\t".join(["\\N" if (value := row[name]) is None else text(value) for name, text in columns]) for row in rows
    )
    return "".join(f"{line}\n" for line in lines).encode()


def copy_lines(model: type[Model], lines: bytes) -> None:
    """Inserts rows that `lines_of` wrote."""
    quoted = connection.ops.quote_name
    names = ", ".join(quoted(field.column or field.attname) for field in _fields(model))
    statement = f"COPY {quoted(model._meta.db_table)} ({names}) FROM STDIN"
    # Django’s wrapper of a cursor knows COPY only for reading without parameters.
    with connection.cursor() as cursor, cursor.cursor.copy(statement) as table:
        table.write(lines)


def _fields(model: type[Model]) -> list["Field[Any, Any]"]:
    return [field for field in model._meta.concrete_fields if not isinstance(field, AutoField)]


@cache
def _columns(model: type[Model]) -> list[tuple[str, Callable[[Any], str]]]:
    return [(field.attname, _text_of(field)) for field in _fields(model)]


def _text_of(field: "Field[Any, Any]") -> Callable[[Any], str]:
    """How a field's value stands in a line, if there is one."""
    texts = {
        "JSONField": lambda content: to_json(content).decode(),
        "ArrayField": _array,
        "BinaryField": lambda content: f"\\x{bytes(content).hex()}",
    }
    text: Callable[[Any], str] = texts.get(field.get_internal_type(), str)
    return str if isinstance(field, WITHOUT_ESCAPES) else lambda value: _escaped(text(value))


def _escaped(text: str) -> str:
    """Several times as fast as `str.translate`, which goes letter by letter through what is not ASCII."""
    for letter, escape in ESCAPED.items():
        text = text.replace(letter, escape)
    return text


def _array(values: Iterable[Any]) -> str:
    """Numbers or texts as PostgreSQL writes an array: https://www.postgresql.org/docs/current/arrays.html."""
    return "{" + ",".join("NULL" if value is None else _quoted(str(value)) for value in values) + "}"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
