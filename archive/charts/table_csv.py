"""The table behind a chart as CSV."""

from archive.charts.chart import ChartTable
from archive.exports import columns as exported
from archive.exports.about import About
from archive.exports.tables import csv_text

PARTS = ("certain", "likely", "possible", "not_known")


def table_csv(table: ChartTable, about: About) -> str:
    """The table with a column for each part of what is not sure; where it comes from stands in the first row."""
    head = table.head.key
    names = [exported.plain(head, "string", ""), exported.plain(f"{head}_name", "string", "")]
    numbers = []
    for place, column in enumerate(table.columns):
        key = column.key.replace("-", "_")
        for bound, part in enumerate(PARTS if column.doubtful else ("",)):
            numbers.append((f"{key}_{part}" if part else key, place, bound))
    columns = [*names, *(exported.plain(name, "integer", "") for name, _place, _bound in numbers)]
    rows = (
        {head: row.key, f"{head}_name": row.label} | {name: row.numbers[place][bound] for name, place, bound in numbers}
        for row in table.rows
    )
    return "".join(csv_text(columns, rows, about))
