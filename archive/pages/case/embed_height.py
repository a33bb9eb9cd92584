"""How tall a frame must be for what it holds: reckoned from its words, as a browser would wrap them."""

from collections.abc import Iterable
from math import ceil

from archive.pages.case.page import CasePage

SIDES, AROUND, NAME_LINE, LINE, KEY_LINE, BAR = 32, 112, 27.6, 21.7, 20.6, 92
"""Pixels, measured in Chromium: beside the text, above and below all, a line of the name, text, a key; the bar."""
NAME_LETTER, LETTER, KEY_LETTER, SWATCH = 14, 8.9, 7.3, 50
"""How wide a letter is, with what the ends of lines leave empty, and what stands beside a key."""
NARROW, RAGGED = 480, 36
"""Below that width the ends of lines leave more empty."""
CALCULATED = 78
"""Letters of the sentence that every frame says, in the language that takes most."""
STEP = 20


def frame_height(page: CasePage, width: int) -> int:
    """The height that a frame of this width needs, a little more rather than less."""
    first, room = page.first, max(width - SIDES, NAME_LETTER)
    now = "; ".join([first.nothing, *(f"{line.names}: {line.words}" for line in first.now)])
    until = "; ".join(f"{line.names}: {line.words}" for line in first.until[:2])
    height = AROUND + NAME_LINE * lines(len(page.name.text) * NAME_LETTER, room)
    height += sum(LINE * lines(letters * LETTER, room) for letters in (len(now), len(until) + 20, CALCULATED))
    if page.life:
        height += BAR + KEY_LINE * rows(key_widths(page), room)
    return STEP * ceil((height + (RAGGED if width < NARROW else 0)) / STEP)


def lines(needed: float, room: float) -> int:
    return max(1, ceil(needed / room))


def rows(widths: Iterable[float], room: float) -> int:
    """How many rows keys take that stand side by side as long as they fit."""
    count, left = 0, 0.0
    for width in widths:
        if width > left:
            count += lines(width, room)
            left = room * lines(width, room)
        left -= width
    return count


def key_widths(page: CasePage) -> list[float]:
    """The keys of the bar: each part with its length, then what pale and the thin line mean."""
    life, roughly = page.life, {share.kind: share.roughly for share in page.total.shares}
    assert life is not None
    letters = [len(f"{name} {roughly.get(kind, '')}") for kind, name in life.keys]
    letters += [17] * life.has_pale + [20 + len(page.total.nominal)] * bool(life.sentence_x)
    letters += [32 + len(", ".join(life.undated))] * bool(life.undated)
    return [count * KEY_LETTER + SWATCH for count in letters]
