"""A table as rows for CSV and XLSX, and as a plain value for the API."""

from collections.abc import Iterator
from typing import Any

from archive.exports.about import About
from archive.exports.columns import Row, plain
from archive.exports.table_builder.counting import ALL
from archive.exports.table_builder.table import Made, notes

COLUMNS = (
    plain("day", "date", "The day that is counted."),
    plain("row", "string", "Value of the row; empty: not recorded; *: all rows together."),
    plain("row_name", "string", "The row's name."),
    plain("column", "string", "Value of the column; empty: not recorded; *: all columns together."),
    plain("column_name", "string", "The column's name."),
    plain("certain", "integer", "Surely in force on the day, by our calculation."),
    plain("possible", "integer", "Not surely, but possibly in force."),
    plain("not_computable", "integer", "Neither: facts are missing."),
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


def to_json(made: Made, about: About, said: str) -> dict[str, Any]:
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
