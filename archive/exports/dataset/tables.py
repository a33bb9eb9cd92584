"""The tables as an SQLite file, and their description for people and programs."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from archive.exports.about import About
from archive.exports.columns import Column
from archive.exports.rows import Row

SQL_TYPES = {"integer": "INTEGER", "boolean": "INTEGER"}
# Frictionless knows dates and numbers; a list is a text joined by semicolons.
PACKAGE_TYPES = {"list": "string"}
AT_ONCE = 500


def write_sqlite(path: Path, tables: Mapping[str, tuple[Sequence[Column], Iterable[Row]]]) -> None:
    """Each table with its columns, lists joined by semicolons."""
    path.unlink(missing_ok=True)
    with sqlite3.connect(path) as database:
        for name, (columns, rows) in tables.items():
            head = ", ".join(f'"{column.name}" {SQL_TYPES.get(column.type, "TEXT")}' for column in columns)
            database.execute(f'CREATE TABLE "{name}" ({head})')
            marks = ", ".join("?" * len(columns))
            values = ([_sql(column.value(row)) for column in columns] for row in rows)
            database.executemany(f'INSERT INTO "{name}" VALUES ({marks})', values)  # noqa: S608
            database.execute(f'CREATE INDEX "{name}_case" ON "{name}" (case_id)')
    database.close()


def _sql(value: Any) -> Any:
    if isinstance(value, list):
        return ";".join(value)
    return value.isoformat() if hasattr(value, "isoformat") else value


def datasette(about: About, tables: Mapping[str, Sequence[Column]]) -> str:
    """Datasette's metadata: titles, licence, a description of every column."""
    described = {
        name: {"columns": {column.name: column.description for column in columns}} for name, columns in tables.items()
    }
    head = {"title": about.source, "license": about.licence, "source": "Shekteu", "description": about.note}
    return _dumped({**head, "databases": {"shekteu": {"tables": described}}})


def datapackage(about: About, tables: Mapping[str, Sequence[Column]]) -> str:
    """A Frictionless data package of the CSV files."""
    resources = [
        {
            "name": name,
            "path": f"{name}.csv",
            "profile": "tabular-data-resource",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "schema": {"fields": [_field(column) for column in columns], "missingValues": [""]},
        }
        for name, columns in tables.items()
    ]
    package = {
        "name": "shekteu",
        "profile": "tabular-data-package",
        "title": about.source,
        "description": about.note,
        "version": f"edition-{about.edition}",
        "created": f"{about.known}T00:00:00+05:00",
        "licenses": [{"name": "other", "title": about.licence}],
        "resources": resources,
    }
    return _dumped(package)


def _field(column: Column) -> dict[str, str]:
    type_ = PACKAGE_TYPES.get(column.type, column.type)
    return {"name": column.name, "type": type_, "description": column.description}


def _dumped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
