"""The bars as a file of their own: the page's drawing with colours written out and a credit line."""

import re

from django.template.loader import render_to_string

from archive.charts.colours import COLOURS
from archive.pages.case.page import CasePage
from archive.pages.case.pictures import ACCENT, INK, LINE, MUTE, PAPER, credit

WIDTH, TITLE, FOOT = 960, 44, 34
CLASSES = {
    **{f"g-{group}": f'fill="{colour}"' for group, colour in COLOURS.items()},
    **{f"s-{group}": f'stop-color="{colour}"' for group, colour in COLOURS.items()},
    **{f"e-{group}": f'stroke="{colour}"' for group, colour in COLOURS.items()},
    "on-bar": f'fill="{PAPER}" fill-opacity=".38"',
    "ahead": 'fill-opacity=".3"',
    "uncertain": 'fill-opacity=".2" stroke-dasharray="5 3"',
    "pale": 'opacity=".4"',
    "waiting": "",
    "hit": 'fill="none"',
    "label": f'fill="{INK}"',
    "notch": f'stroke="{PAPER}" stroke-width="3"',
    "claim": f'fill="{PAPER}" stroke="{INK}" stroke-width="2.5"',
    "chosen": f'stroke="{ACCENT}" stroke-width="1.5"',
    "chosen-text": f'fill="{ACCENT}"',
    "axis": f'fill="{MUTE}"',
    "grid": f'stroke="{LINE}"',
}
CLASS = re.compile(r'class="([\w -]+)"')
LINK = re.compile(r'<a href="#[^"]*"\s+(aria-label="[^"]*")>')


def bars_svg(page: CasePage) -> str:
    """An SVG document of fixed width that needs no style sheet."""
    bars = page.bars
    drawing = LINK.sub(
        r'<g role="img" \1>', render_to_string("archive/case/_bars_inner.svg", {"page": page, "bars": bars})
    )
    drawing = CLASS.sub(attributes, drawing.replace("</a>", "</g>"))
    height = bars.height + TITLE + FOOT
    context = {
        "page": page,
        "bars": bars,
        "width": WIDTH,
        "height": height,
        "foot": height - 12,
        "credit": credit(page.on),
    }
    context |= {"paper": PAPER, "ink": INK, "mute": MUTE, "bars_top": TITLE}
    frame = render_to_string("archive/case/standalone.svg", context)
    return frame.replace("<!-- bars -->", drawing)


def attributes(classes: re.Match[str]) -> str:
    """What the style sheet would say of these classes, written out."""
    return " ".join(filter(None, (CLASSES.get(name, "") for name in classes[1].split())))
