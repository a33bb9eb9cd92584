"""How wide the signs of a font are: near enough to tell which of them lie under a box."""

from collections.abc import Iterator, Mapping
from typing import Any

from pypdf.generic import ArrayObject, DictionaryObject

USUAL = 500.0
Font = tuple[bool, Mapping[int, float], float]
"""Whether codes have two bytes; widths by code; the width of all others. In thousandths of the font's size."""

PLAIN: Font = (False, {}, USUAL)


def font(resources: Any, name: str) -> Font:
    """What is known of a font of the page."""
    fonts = resolved(resources.get("/Font")) if isinstance(resources, DictionaryObject) else None
    description = resolved(fonts.get(name)) if isinstance(fonts, DictionaryObject) else None
    if not isinstance(description, DictionaryObject):
        return PLAIN
    if description.get("/Subtype") == "/Type0":
        return composite_font(description)
    first, widths = number_of(description.get("/FirstChar"), 0), resolved(description.get("/Widths"))
    known = widths if isinstance(widths, ArrayObject) else []
    return False, {int(first) + place: number_of(width, USUAL) for place, width in enumerate(known)}, USUAL


def composite_font(description: DictionaryObject) -> Font:
    """What is known of a font whose codes have two bytes."""
    below = resolved(description.get("/DescendantFonts"))
    inner = resolved(below[0]) if isinstance(below, ArrayObject) and below else None
    if not isinstance(inner, DictionaryObject):
        return True, {}, USUAL
    widths = resolved(inner.get("/W"))
    return (
        True,
        dict(width_ranges(widths if isinstance(widths, ArrayObject) else [])),
        number_of(inner.get("/DW"), 1000.0),
    )


def width_ranges(listed: Any) -> Iterator[tuple[int, float]]:
    """`/W`: a code and a list of widths, or two codes and one width for all between."""
    rest = [resolved(entry) for entry in listed]
    while len(rest) >= 2:
        first = int(number_of(rest.pop(0), 0))
        second = rest.pop(0)
        if isinstance(second, ArrayObject):
            yield from ((first + place, number_of(width, USUAL)) for place, width in enumerate(second))
        elif rest:
            width = number_of(rest.pop(0), USUAL)
            yield from ((code, width) for code in range(first, min(int(number_of(second, 0)), 0xFFFF) + 1))


def codes(text: bytes, of: Font) -> Iterator[tuple[int, float]]:
    """Each sign of a shown text with its width."""
    two, widths, usual = of
    step = 2 if two else 1
    for at in range(0, len(text) - step + 1, step):
        code = int.from_bytes(text[at : at + step], "big")
        yield code, widths.get(code, usual)


def resolved(entry: Any) -> Any:
    """The thing itself, also where the file only points at it."""
    return entry.get_object() if hasattr(entry, "get_object") else entry


def number_of(entry: Any, otherwise: float) -> float:
    """A number of the file; `otherwise` where something else stands."""
    entry = resolved(entry)
    return float(entry) if isinstance(entry, int | float) else otherwise
