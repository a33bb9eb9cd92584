"""The tables of a release in each format: JSON Lines first, every other is made from those lines.

Equal rows give equal bytes: no format writes a time, a random number or the order of threads.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby
from operator import itemgetter
from pathlib import Path

import duckdb

from archive.exports.about import About
from archive.exports.codebook import allowed
from archive.exports.columns import Column, Row, Table
from archive.exports.documents import dumped, typed
from archive.exports.tables import xlsx
from records.json_dict import JSONDict

SQLITE_TYPES = {"integer": "INTEGER", "boolean": "INTEGER"}
PARQUET_TYPES = {"integer": "BIGINT", "boolean": "BOOLEAN", "date": "DATE", "list": "VARCHAR[]"}


def write_lines(folder: Path, table: Table, rows: Iterable[Row]) -> None:
    """The rows in the order of the table's key; they come case by case, in the order of the cases' ids."""
    lines = (typed(table.columns, row) for row in rows)
    key = itemgetter(*table.key)
    by_case = groupby(lines, itemgetter("case_id")) if table.key[0] == "case_id" else [("", lines)]
    with (folder / f"{table.name}.jsonl").open("w", encoding="utf-8") as file:
        file.writelines(f"{dumped(line)}\n" for _case, own in by_case for line in sorted(own, key=key))


def lines_of(folder: Path, table: Table) -> Iterator[JSONDict]:
    """The rows of a table of the release, by the names of its columns."""
    with (folder / f"{table.name}.jsonl").open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def as_written(table: Table) -> tuple[Column, ...]:
    """The table's columns, read from its lines."""
    return tuple(column._replace(value=itemgetter(column.name)) for column in table.columns)


def lines_with_days(folder: Path, table: Table) -> Iterator[JSONDict]:
    """The same rows with days as days."""
    days = [column.name for column in table.columns if column.type == "date"]
    for row in lines_of(folder, table):
        yield row | {name: date.fromisoformat(row[name]) for name in days if row[name]}


def write_xlsx(folder: Path, tables: Mapping[str, Table], about: About) -> None:
    """One workbook with a sheet a table."""
    sheets = [(name, as_written(table), lines_with_days(folder, table)) for name, table in tables.items()]
    with (folder / "shekteu.xlsx").open("wb") as file:
        file.writelines(xlsx(sheets, about))


def write_parquet(folder: Path, table: Table, about: About) -> None:
    """Typed columns: days are days, lists are lists. One thread, so that rows keep their order."""
    columns = {column.name: PARQUET_TYPES.get(column.type, "VARCHAR") for column in table.columns}
    with duckdb.connect(config={"threads": 1}) as engine:
        lines = engine.read_json(str(folder / f"{table.name}.jsonl"), format="newline_delimited", columns=columns)
        lines.create_view("lines")
        engine.execute(
            "COPY lines TO $path (FORMAT parquet, COMPRESSION zstd, KV_METADATA {about: $about})",
            {"path": str(folder / f"{table.name}.parquet"), "about": about.line},
        )


def write_sqlite(folder: Path, tables: Mapping[str, Table], about: About) -> None:
    """Every table with its keys; lists are arrays of JSON, which Datasette counts and SQLite's own functions read."""
    path = folder / "shekteu.sqlite"
    path.unlink(missing_ok=True)
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT)")
        database.executemany("INSERT INTO about VALUES (?, ?)", about.to_dict().items())
        for table in tables.values():
            database.execute(create_table(table))
            marks = ", ".join("?" * len(table.columns))
            rows = (
                [dumped(cell) if isinstance(cell, list) else cell for cell in row.values()]
                for row in lines_of(folder, table)
            )
            database.executemany(f'INSERT INTO "{table.name}" VALUES ({marks})', rows)  # noqa: S608
    database.close()


def create_table(table: Table) -> str:
    """Its statement: types, what is never empty, codes, primary and foreign keys."""
    parts = [column_sql(column) for column in table.columns]
    parts.append(f"PRIMARY KEY ({quoted(table.key)})")
    for columns, other, key in table.references:
        parts.append(f'FOREIGN KEY ({quoted(columns)}) REFERENCES "{other}" ({quoted(key)})')
    return f'CREATE TABLE "{table.name}" ({", ".join(parts)})'


def column_sql(column: Column) -> str:
    words = [f'"{column.name}"', SQLITE_TYPES.get(column.type, "TEXT")]
    if column.required:
        words.append("NOT NULL")
    if column.type == "string" and (codes := allowed(column)):
        listed = ", ".join(f"'{code}'" for code in codes)
        words.append(f'CHECK ("{column.name}" IN ({listed}))')
    return " ".join(words)


def quoted(names: tuple[str, ...]) -> str:
    return ", ".join(f'"{name}"' for name in names)
