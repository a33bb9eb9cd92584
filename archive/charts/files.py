"""A chart as files: SVG that looks right alone, PNG made of it, CSV of its table."""

import csv
import io
from collections.abc import Iterator
from importlib.resources import files
from textwrap import wrap
from typing import Any

import resvg_py
from django.template.loader import render_to_string

from archive.charts.chart import WIDTH, Chart, Column, Number, Table
from archive.charts.credit import Credit
from archive.exports.about import About
from archive.exports.columns import PROVENANCE
from archive.exports.rows import provenance
from archive.exports.tables import BYTE_ORDER_MARK, cell

ZOOM = 2
"""Pixels of a PNG per unit."""
FONT = "Source Serif Pro"
FONTS = [str(files("font_source_serif_pro") / "files" / f"SourceSerifPro-{style}.ttf") for style in ("Regular", "Bold")]
"""From their package, so that no machine needs a font: the one that share pictures have."""
TITLE, LINE, MARGIN = 26, 16, 14
LETTERS = 120
"""Letters of small text in a line."""


def svg(chart: Chart, credit: Credit) -> str:
    """The picture with its title, its counting rule and the credit."""
    text = render_to_string("archive/statistics/picture.svg", {"chart": chart, "frame": frame(chart, credit)})
    return text.replace('class="on-bar"', 'fill="#ffffff" fill-opacity=".38"')


def png(chart: Chart, credit: Credit) -> bytes:
    """The same, for who cannot use an SVG. The font knows no narrow space."""
    text = svg(chart, credit).replace("\u202f", "\u00a0")
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=text,
            zoom=ZOOM,
            skip_system_fonts=True,
            font_files=FONTS,
            font_family=FONT,
            sans_serif_family=FONT,
        )
    )


def frame(chart: Chart, credit: Credit) -> dict[str, Any]:
    """Where the parts of a picture stand that is looked at alone."""
    titles = wrap(chart.title, LETTERS // 2)
    rule = wrap(chart.rule, LETTERS)
    credits = [line for part in credit.lines() for line in wrap(part, LETTERS, break_on_hyphens=False)]
    title_end = MARGIN + TITLE * len(titles)
    body = title_end + LINE * len(rule) + MARGIN
    foot = body + chart.height + MARGIN
    return {
        "width": WIDTH + 2 * MARGIN,
        "height": foot + LINE * len(credits) + MARGIN,
        "titles": [(MARGIN + TITLE * (place + 1) - 6, line) for place, line in enumerate(titles)],
        "rule": [(title_end + LINE * (place + 1) - 4, line) for place, line in enumerate(rule)],
        "body": body,
        "credits": [(foot + LINE * (place + 1) - 4, line) for place, line in enumerate(credits)],
    }


def csv_of(table: Table, about: About) -> str:
    """The table with a column each for what is sure and what is possible; where it comes from stands in every row."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow([*_heads(table), *(column.name for column in PROVENANCE)])
    tail = [cell(column.value(provenance(about))) for column in PROVENANCE]
    for row in table.rows:
        writer.writerow([cell(row.key), cell(row.label), *_numbers(table.columns, row.numbers), *tail])
    return BYTE_ORDER_MARK + file.getvalue()


def _heads(table: Table) -> Iterator[str]:
    yield from (table.head.key, f"{table.head.key}_name")
    for column in table.columns:
        key = column.key.replace("-", "_")
        yield from (f"{key}_certain", f"{key}_possible") if column.doubtful else (key,)


def _numbers(columns: Any, numbers: tuple[Number, ...]) -> Iterator[int]:
    column: Column
    for column, number in zip(columns, numbers, strict=True):
        yield from number if column.doubtful else (number.sure,)
