"""What an editor should know of a paper before readers have it, as data: `{"code", "page", "number"}`; no text of it.

A sign is visible if its place in the drawn page has light and dark: under a box, or written white on white, it has not.
"""

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pypdfium2 import PdfPage, PdfPosConv, raw

from desk.documents.pictures import DrawnPage

PdfFinding = dict[str, Any]
Box = tuple[float, float, float, float]
Dots = tuple[int, int, int, int]
Grey = NDArray[np.uint8]
CONTRAST = 40  # of 255
FAR = 10_000
# Marks that cover something. Without a drawing of their own each program shows them in its own way, or not at all.
COVERING = frozenset(
    getattr(raw, f"FPDF_ANNOT_{kind}")
    for kind in ("SQUARE", "CIRCLE", "POLYGON", "POLYLINE", "LINE", "INK", "HIGHLIGHT", "FREETEXT", "STAMP", "REDACT")
)


def findings_on(page: PdfPage, number: int, signs: int, visible: str) -> Iterator[PdfFinding]:
    """What to know of page `number`, which has so many signs, of which those in `visible` can be seen."""
    covered = signs - len("".join(visible.split()))
    unburnt = sum(needs_burning(page, at) for at in range(raw.FPDFPage_GetAnnotCount(page)))
    counts = {"covered": covered, "marks": unburnt, "picture": int(not signs)}
    yield from ({"code": code, "page": number, "number": count} for code, count in counts.items() if count)


def signs_of(page: PdfPage, drawn: DrawnPage, most: int) -> tuple[int, str]:
    """Counts the signs of the page's text, `most` at most, and returns those that can be seen in its picture.

    A line break stands for each sign that cannot.
    """
    text, place = page.get_textpage(), places_in(drawn.bitmap.get_posconv(page))
    grey = np.asarray(drawn.grey)
    number, visible = 0, []
    for at in range(min(text.count_chars(), most)):
        sign = chr(raw.FPDFText_GetUnicode(text, at) or 32)
        if not sign.isspace():
            number += 1
            sign = sign if has_contrast(grey, place(text.get_charbox(at))) else "\n"
        visible.append(sign)
    return number, "".join(visible)


def places_in(converter: PdfPosConv) -> Callable[[Box], Dots]:
    """Returns what turns a box on the page (points, from below) into one in its picture (dots, from above)."""
    # PDFium answers in whole dots and slowly; the page lies straight or on its side, so three corners say it all.
    x, y = converter.to_bitmap(0, 0)
    (right_x, right_y), (up_x, up_y) = converter.to_bitmap(FAR, 0), converter.to_bitmap(0, FAR)
    a, b, c, d = (right_x - x) / FAR, (right_y - y) / FAR, (up_x - x) / FAR, (up_y - y) / FAR

    def place(box: Box) -> Dots:
        left, low, right, high = box
        xs = x + a * left + c * low, x + a * right + c * high
        ys = y + b * left + d * low, y + b * right + d * high
        return int(min(xs)), int(min(ys)), int(max(xs)) + 1, int(max(ys)) + 1

    return place


def has_contrast(grey: Grey, box: Dots) -> bool:
    """Whether a part of a grey picture has light and dark; what lies outside the picture has not."""
    left, top, right, bottom = box
    dots = grey[max(top, 0) : max(bottom, 0), max(left, 0) : max(right, 0)]
    return dots.size > 0 and int(dots.max()) - int(dots.min()) >= CONTRAST


def needs_burning(page: PdfPage, at: int) -> bool:
    """Whether a mark upon the page means to cover something and has not done so for good."""
    mark = raw.FPDFPage_GetAnnot(page, at)
    try:
        kind = raw.FPDFAnnot_GetSubtype(mark)
        drawn = raw.FPDFAnnot_GetAP(mark, raw.FPDF_ANNOT_APPEARANCEMODE_NORMAL, None, 0) > 2
    finally:
        raw.FPDFPage_CloseAnnot(mark)
    return kind == raw.FPDF_ANNOT_REDACT or (kind in COVERING and not drawn)
