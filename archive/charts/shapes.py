"""A drawing as a list of shapes, and its renderings: SVG for pages and files, PNG."""

from collections.abc import Sequence
from io import BytesIO
from typing import NamedTuple

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from PIL import Image, ImageDraw

from archive.pictures import COLOURS, INK, LINE, MUTE, PAPER, font

ROW, SIZE = 26, 13
SCALE = 2
"""Pixels of a PNG for one unit of a drawing."""
FILLS = {**COLOURS, "ink": INK, "mute": MUTE, "line": LINE}


class Box(NamedTuple):
    x: float
    y: float
    width: float
    height: float
    fill: str
    opacity: float = 1


class Area(NamedTuple):
    points: Sequence[tuple[float, float]]
    fill: str


class Words(NamedTuple):
    """``anchor``: start, middle or end, as in SVG."""

    x: float
    y: float
    text: str
    anchor: str = "start"
    fill: str = "ink"
    size: int = SIZE


Shape = Box | Area | Words


class Drawing(NamedTuple):
    width: int
    height: int
    shapes: Sequence[Shape]


def inline(drawing: Drawing, title: str) -> SafeString:
    """SVG for a page: colours come from the style sheet, so that a dark page has light words."""
    shapes = "".join(_svg(shape, f'class="f-{shape.fill}"') for shape in drawing.shapes)
    return mark_safe(f"{_head(drawing, drawing.height)}<title>{escape(title)}</title>{shapes}</svg>")  # noqa: S308


def standalone(drawing: Drawing, title: str, credit: str) -> str:
    """SVG as a file: colours inside, the title above, the credit line below."""
    height = drawing.height + 2 * ROW + 12
    moved = [_lower(shape, ROW + 6) for shape in drawing.shapes]
    words = [Words(0, 17, title, size=16), Words(0, height - 9, credit, fill="mute", size=11)]
    paper = f'<rect x="-8" y="-8" width="{drawing.width + 16}" height="{height + 16}" fill="{PAPER}"/>'
    shapes = "".join(_svg(shape, f'fill="{FILLS[shape.fill]}"') for shape in (*moved, *words))
    return f"{_head(drawing, height)}<title>{escape(title)}</title>{paper}{shapes}</svg>"


def png(drawing: Drawing, title: str, credit: str) -> bytes:
    """The same as a picture of dots."""
    width, height = (drawing.width + 40) * SCALE, (drawing.height + 2 * ROW + 40) * SCALE
    image = Image.new("RGB", (width, height), PAPER)
    draw = ImageDraw.Draw(image)
    words = [Words(0, 17, title, size=16), Words(0, drawing.height + 2 * ROW + 3, credit, fill="mute", size=11)]
    for shape in (*(_lower(shape, ROW + 6) for shape in drawing.shapes), *words):
        _dots(draw, shape)
    out = BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


def _head(drawing: Drawing, height: float) -> str:
    box = f"-8 -8 {drawing.width + 16} {height + 16}"
    return f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="{box}" role="img" font-family="sans-serif">'


def _svg(shape: Shape, paint: str) -> str:
    if isinstance(shape, Box):
        faint = f' opacity="{shape.opacity}"' if shape.opacity != 1 else ""
        size = f'width="{shape.width:.1f}" height="{shape.height:.1f}"'
        return f'<rect x="{shape.x:.1f}" y="{shape.y:.1f}" {size} {paint}{faint}/>'
    if isinstance(shape, Area):
        return f'<path d="M{" L".join(f"{x:.1f} {y:.1f}" for x, y in shape.points)}Z" {paint}/>'
    place = f'x="{shape.x:.1f}" y="{shape.y:.1f}" font-size="{shape.size}" text-anchor="{shape.anchor}"'
    return f"<text {place} {paint}>{escape(shape.text)}</text>"


def _lower(shape: Shape, by: float) -> Shape:
    if isinstance(shape, Area):
        return shape._replace(points=[(x, y + by) for x, y in shape.points])
    return shape._replace(y=shape.y + by)


def _dots(draw: ImageDraw.ImageDraw, shape: Shape) -> None:
    def at(x: float, y: float) -> tuple[float, float]:
        return (x + 20) * SCALE, (y + 14) * SCALE

    if isinstance(shape, Box):
        fill = _paler(FILLS[shape.fill], shape.opacity)
        draw.rectangle((*at(shape.x, shape.y), *at(shape.x + shape.width, shape.y + shape.height)), fill=fill)
    elif isinstance(shape, Area):
        draw.polygon([at(x, y) for x, y in shape.points], fill=FILLS[shape.fill])
    else:
        anchor = {"start": "ls", "middle": "ms", "end": "rs"}[shape.anchor]
        draw.text(
            at(shape.x, shape.y), shape.text, font=font(shape.size * SCALE), fill=FILLS[shape.fill], anchor=anchor
        )


def _paler(colour: str, opacity: float) -> str:
    """The colour as it looks on paper when it is not opaque."""
    parts = [(int(colour[n : n + 2], 16), int(PAPER[n : n + 2], 16)) for n in (1, 3, 5)]
    return "#" + "".join(f"{round(one * opacity + other * (1 - opacity)):02x}" for one, other in parts)
