"""Pictures drawn on the server: the share card and the bars as PNG. Each carries its day and its credit."""

from datetime import date
from functools import cache
from importlib.resources import as_file, files
from io import BytesIO

from django.utils.translation import gettext as _
from PIL import Image, ImageDraw, ImageFont

from archive.charts.bars import BarRow, Bars, Segment
from archive.charts.colours import COLOURS
from archive.pages.case.citations import SITE
from archive.pages.case.page import CasePage
from archive.wording.dates import day

PAPER, INK, MUTE, LINE, ACCENT = (COLOURS[name] for name in ("paper", "ink", "mute", "line", "accent"))
CARD = (1200, 630)
WIDTH, MARGIN = 1200, 40
PALE = 0.35
SOLID = ("solid", "tick")


def card(page: CasePage) -> bytes:
    """The Open Graph picture, 1200 by 630: name, sentence, total, bars."""
    image = Image.new("RGB", CARD, PAPER)
    draw = ImageDraw.Draw(image)
    _fitted(draw, (60, 46), page.name.text, 76, CARD[0] - 120, bold=True)
    for y, said in zip((138, 170), _in_lines(draw, [penalty.line for penalty in page.penalties]), strict=False):
        _fitted(draw, (60, y), said, 30, CARD[0] - 120, MUTE)
    total = page.total.span if page.total.open else f"{page.total.roughly}, {page.total.span}"
    total = "" if page.total.none else total
    _fitted(draw, (60, 212), total, 40, CARD[0] - 120, ACCENT, bold=True)
    bars = page.bars
    rows = bars.rows[:9]
    if rows:
        _bars(image, bars, rows, (60, 280, CARD[0] - 60, 560), labels=False)
    draw.text((60, 578), credit(page.on), font=font(24), fill=MUTE)
    return _png(image)


def bars_png(page: CasePage) -> bytes:
    """The bars with their names, years and a credit line."""
    bars = page.bars
    rows = bars.rows
    height = 150 + 62 * max(1, len(rows))
    image = Image.new("RGB", (WIDTH, height), PAPER)
    draw = ImageDraw.Draw(image)
    _fitted(draw, (MARGIN, 20), page.name.text, 40, WIDTH - 2 * MARGIN, bold=True)
    _bars(image, bars, rows, (MARGIN, 84, WIDTH - MARGIN, height - 60), labels=True)
    draw.text((MARGIN, height - 46), credit(page.on), font=font(22), fill=MUTE)
    return _png(image)


def credit(on: date) -> str:
    return _("%(site)s, as of %(day)s. Calculated, not a court’s decision.") % {"site": SITE, "day": day(on)}


def _bars(
    image: Image.Image, bars: Bars, rows: tuple[BarRow, ...], box: tuple[int, int, int, int], labels: bool
) -> None:
    """The rows inside the box, with a line for each year and one for the chosen day."""
    draw = ImageDraw.Draw(image)
    left, top, right, bottom = box
    step = (bottom - top - 30) / max(1, len(rows))
    for year in bars.years:
        x = _at(year.x, left, right)
        draw.line((x, top + 26, x, bottom), fill=LINE)
        if year.labelled:
            draw.text((x, top), str(year.number), font=font(20), fill=MUTE, anchor="ma")
    for number, row in enumerate(rows):
        y = top + 30 + step * number
        if labels:
            draw.text((left, y), row.name, font=font(22), fill=INK)
        _row(image, row, (left, right), (y + (28 if labels else 2), y + step - 6))
    x = _at(bars.today_x, left, right)
    draw.line((x, top + 26, x, bottom), fill=ACCENT, width=3)


def _row(image: Image.Image, row: BarRow, across: tuple[int, int], down: tuple[float, float]) -> None:
    for segment in row.segments:
        begin = _at(segment.x, *across)
        end = max(begin + 2, begin + (across[1] - across[0]) * float(segment.width[:-1]) / 100)
        _segment(image, segment, COLOURS[row.group], (begin, down[0], end, down[1]))


def _segment(image: Image.Image, segment: Segment, colour: str, box: tuple[float, float, float, float]) -> None:
    draw = ImageDraw.Draw(image)
    if segment.look in SOLID:
        draw.rectangle(box, fill=colour)
    elif segment.look == "waiting":
        _hatched(draw, colour, box)
    elif segment.look in ("fade-in", "fade-out"):
        _fading(draw, segment, colour, box)
    else:
        draw.rectangle(box, fill=_mixed(colour, PALE), outline=colour)


def _hatched(draw: ImageDraw.ImageDraw, colour: str, box: tuple[float, float, float, float]) -> None:
    left, top, right, bottom = (int(value) for value in box)
    for x in range(left, right, 8):
        draw.line((x, bottom, min(x + bottom - top, right), top), fill=colour, width=2)
    draw.rectangle((left, top, right, bottom), outline=colour)


def _fading(draw: ImageDraw.ImageDraw, segment: Segment, colour: str, box: tuple[float, float, float, float]) -> None:
    left, top, right, bottom = (int(value) for value in box)
    strength = PALE if segment.pale else 1
    for x in range(left, right):
        share = (x - left) / max(1, right - left)
        share = share if segment.look == "fade-in" else 1 - share
        draw.line((x, top, x, bottom), fill=_mixed(colour, share * strength))


def _mixed(colour: str, share: float) -> str:
    """The colour laid over the paper."""
    parts = (tuple(int(text[i : i + 2], 16) for i in (1, 3, 5)) for text in (colour, PAPER))
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in zip(*parts, strict=True))


def _at(percent: str, left: float, right: float) -> float:
    return left + (right - left) * float(percent[:-1]) / 100


def _in_lines(draw: ImageDraw.ImageDraw, parts: list[str]) -> list[str]:
    """The parts in one line, or in two where one would be too small to read."""
    whole = " · ".join(parts)
    if draw.textlength(whole, font=font(24)) <= CARD[0] - 120:
        return [whole]
    half = min(range(1, len(parts) + 1), key=lambda n: abs(len(whole) - 2 * len(" · ".join(parts[:n]))))
    return [line for line in (" · ".join(parts[:half]), " · ".join(parts[half:])) if line]


def _fitted(
    draw: ImageDraw.ImageDraw,
    at: tuple[int, int],
    text: str,
    size: int,
    width: int,
    fill: str = INK,
    bold: bool = False,
) -> None:
    """One line in the largest size up to ``size`` that fits; what is still too long is cut with an ellipsis."""
    while size > 20 and draw.textlength(text, font=font(size, bold)) > width:
        size -= 2
    face = font(size, bold)
    while text and draw.textlength(text, font=face) > width:
        text = text[:-2].rstrip() + "…"
    draw.text(at, text, font=face, fill=fill)


@cache
def font(size: int, bold: bool = False) -> ImageFont.FreeTypeFont:
    """Source Serif, which has all Kazakh letters; from its package, so that no machine needs a font."""
    name = f"SourceSerifPro-{'Bold' if bold else 'Regular'}.ttf"
    with as_file(files("font_source_serif_pro") / "files" / name) as path:
        return ImageFont.truetype(str(path), size)


def _png(image: Image.Image) -> bytes:
    out = BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()
