"""A table as rows for CSV and XLSX, and as a plain value for the API."""

from collections.abc import Iterator
from typing import Any

from archive.exports.about import About
from archive.exports.columns import Row, plain
from archive.exports.table_builder.counting import ALL
from archive.exports.table_builder.table import CountedTable, notes

COLUMNS = (
    plain("day", "date", "The day that is counted."),
    plain("row", "string", "Value of the row; empty: not recorded; *: all rows together."),
    plain("row_name", "string", "The row's name."),
    plain("column", "string", "Value of the column; empty: not recorded; *: all columns together."),
    plain("column_name", "string", "The column's name."),
    plain("certain", "integer", "Surely in force on the day, by our calculation."),
    plain("likely", "integer", "Not surely, but likely in force, if an appeal changed nothing."),
    plain("possible", "integer", "Neither, but possibly still in force."),
    plain("not_known", "integer", "None of these: facts are missing."),
)


def rows(table: CountedTable) -> Iterator[Row]:
    """One row a cell and day."""
    for day, row, column, cell in table.cells():
        yield {
            "day": day,
            "row": row.key,
            "row_name": row.name,
            "column": column.key,
            "column_name": column.name,
            **cell._asdict(),
        }


def to_json(table: CountedTable, about: About, sentence: str) -> dict[str, Any]:
    """The table as the API gives it."""
    question = table.question
    return {
        "count": question.count,
        "rows": question.rows,
        "columns": question.columns,
        "days": [day.isoformat() for day in question.days],
        "rules": list(table.used),
        "cells": [{**row, "day": row["day"].isoformat()} for row in rows(table)],
        "all_together": ALL,
        "counted_in_several_rows": table.counts.twice_rows,
        "counted_in_several_columns": table.counts.twice_columns,
        "withheld_since": table.withheld,
        "notes": notes(table),
        "sentence": sentence,
        "about": about.to_dict(),
    }
