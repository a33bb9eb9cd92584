"""The tables as an SQLite file, and their description for people and programs."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from archive.exports.about import About
from archive.exports.columns import Column, Row
from archive.exports.documents import dumped

SQL_TYPES = {"integer": "INTEGER", "boolean": "INTEGER"}
# Frictionless knows dates and numbers; a list is a text joined by semicolons.
PACKAGE_TYPES = {"list": "string"}


def write_sqlite(path: Path, tables: Mapping[str, tuple[Sequence[Column], Iterable[Row]]]) -> None:
    """Each table with its columns, lists joined by semicolons."""
    path.unlink(missing_ok=True)
    with sqlite3.connect(path) as database:
        for name, (columns, rows) in tables.items():
            head = ", ".join(f'"{column.name}" {SQL_TYPES.get(column.type, "TEXT")}' for column in columns)
            database.execute(f'CREATE TABLE "{name}" ({head})')
            marks = ", ".join("?" * len(columns))
            values = ([sql_value(column.value(row)) for column in columns] for row in rows)
            database.executemany(f'INSERT INTO "{name}" VALUES ({marks})', values)  # noqa: S608
            database.execute(f'CREATE INDEX "{name}_case" ON "{name}" (case_id)')
    database.close()


def sql_value(value: Any) -> Any:
    if isinstance(value, list):
        return ";".join(value)
    return value.isoformat() if isinstance(value, date) else value


def datasette(about: About, tables: Mapping[str, Sequence[Column]]) -> str:
    """Datasette's metadata: titles, licence, a description of every column."""
    described = {
        name: {"columns": {column.name: column.description for column in columns}} for name, columns in tables.items()
    }
    head = {"title": about.source, "license": about.licence, "source": "Shekteu", "description": about.note}
    return dumped({**head, "databases": {"shekteu": {"tables": described}}}, indent=2) + "\n"


def datapackage(about: About, tables: Mapping[str, Sequence[Column]]) -> str:
    """A Frictionless data package of the CSV files."""

    def field(column: Column) -> dict[str, str]:
        type_ = PACKAGE_TYPES.get(column.type, column.type)
        return {"name": column.name, "type": type_, "description": column.description}

    resources = [
        {
            "name": name,
            "path": f"{name}.csv",
            "profile": "tabular-data-resource",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "schema": {"fields": [field(column) for column in columns], "missingValues": [""]},
        }
        for name, columns in tables.items()
    ]
    package = {
        "name": "shekteu",
        "profile": "tabular-data-package",
        "title": about.source,
        "description": about.note,
        "version": about.stamp,
        "created": f"{about.known}T00:00:00+05:00",
        "licenses": [{"name": "other", "title": about.licence}],
        "resources": resources,
    }
    return dumped(package, indent=2) + "\n"
