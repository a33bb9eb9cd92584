"""Rows of numbers from the database as arrays: PostgreSQL's binary COPY gives rows that are all of one width."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from django.db.backends.base.base import BaseDatabaseWrapper
from numpy.typing import NDArray

HEADER, TRAILER = 19, 2
TYPES = {"int2": ">i2", "int4": ">i4", "int8": ">i8", "float4": ">f4", "bool": "?"}

Array = NDArray[Any]
Table = Mapping[str, Array]
"""Columns of equal length by name."""


def read_table(
    connection: BaseDatabaseWrapper, columns: Mapping[str, str], source: str, params: Mapping[str, Any]
) -> dict[str, Array]:
    """The columns of ``SELECT columns source``; each is written "type expression" and is never null."""
    types = {name: column.partition(" ")[0] for name, column in columns.items()}
    expressions = ", ".join(f"({column.partition(' ')[2]})::{types[name]}" for name, column in columns.items())
    statement = f"COPY (SELECT {expressions} {source}) TO STDOUT (FORMAT binary)"
    # Django’s wrapper knows COPY only without parameters.
    with connection.cursor() as cursor, cursor.cursor.copy(statement, dict(params)) as lines:
        content = memoryview(bytearray().join(lines))
    # Before each row stands the number of its fields, before each field its length.
    layout = [("number", ">i2")]
    for name, type_ in types.items():
        layout += [(f"{name} length", ">i4"), (name, TYPES[type_])]
    rows = np.frombuffer(content[HEADER : len(content) - TRAILER], np.dtype(layout))
    return {name: rows[name].astype(rows[name].dtype.newbyteorder("=")) for name in types}


def joined(first: Table, second: Table) -> dict[str, Array]:
    """The rows of both."""
    return {name: np.concatenate((first[name], second[name])) for name in first}


def rows_of(table: Table, rows: Array) -> dict[str, Array]:
    """Some rows of a table, by their places or a mask."""
    return {name: column[rows] for name, column in table.items()}
