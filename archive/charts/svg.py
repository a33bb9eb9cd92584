"""A chart as a picture that looks right alone: SVG, and PNG made of it."""

from importlib.resources import files
from textwrap import wrap
from typing import Any

import resvg_py
from django.template.loader import render_to_string

from archive.charts.chart import WIDTH, Chart
from archive.charts.credit import Credit

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
    """The same, for who cannot use an SVG."""
    return as_png(svg(chart, credit))


def as_png(text: str, zoom: int = ZOOM) -> bytes:
    """An SVG document as pixels. The font knows no narrow space."""
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=text.replace("\u202f", "\u00a0"),
            zoom=zoom,
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
