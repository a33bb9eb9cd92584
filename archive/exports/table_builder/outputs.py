"""A table as rows for CSV and XLSX, and as a plain value for the API."""

from collections.abc import Iterator
from typing import Any

from archive.exports import values
from archive.exports.about import About
from archive.exports.columns import Column
from archive.exports.rows import Row
from archive.exports.table_builder.counting import ALL
from archive.exports.table_builder.table import Made, notes

COLUMNS = (
    Column("day", "date", "The day that is counted.", values.item("day")),
    Column("row", "string", "Value of the row; empty: not recorded; *: all rows together.", values.item("row")),
    Column("row_name", "string", "The row's name.", values.item("row_name")),
    Column(
        "column", "string", "Value of the column; empty: not recorded; *: all columns together.", values.item("column")
    ),
    Column("column_name", "string", "The column's name.", values.item("column_name")),
    Column("certain", "integer", "Surely in force on the day, by our calculation.", values.item("certain")),
    Column("possible", "integer", "Not surely, but possibly in force.", values.item("possible")),
    Column("not_computable", "integer", "Neither: facts are missing.", values.item("not_computable")),
)


def rows(made: Made) -> Iterator[Row]:
    """One row a cell and day."""
    for day, row, column, cell in made.cells():
        yield {
            "day": day,
            "row": row.key,
            "row_name": row.name,
            "column": column.key,
            "column_name": column.name,
            **cell._asdict(),
        }


def plain(made: Made, about: About, said: str) -> dict[str, Any]:
    """The table as the API gives it."""
    asked = made.question
    return {
        "count": asked.count,
        "rows": asked.rows,
        "columns": asked.columns,
        "days": [day.isoformat() for day in asked.days],
        "rules": list(made.used),
        "cells": [{**row, "day": row["day"].isoformat()} for row in rows(made)],
        "all_together": ALL,
        "counted_in_several_rows": made.counts.twice_rows,
        "counted_in_several_columns": made.counts.twice_columns,
        "withheld_since": made.withheld,
        "notes": notes(made),
        "sentence": said,
        "about": about.to_dict(),
    }
