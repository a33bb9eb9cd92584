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
    fonts = _object(resources.get("/Font")) if isinstance(resources, DictionaryObject) else None
    found = _object(fonts.get(name)) if isinstance(fonts, DictionaryObject) else None
    if not isinstance(found, DictionaryObject):
        return PLAIN
    if found.get("/Subtype") == "/Type0":
        return _of_two_bytes(found)
    first, widths = _number(found.get("/FirstChar"), 0), _object(found.get("/Widths"))
    known = widths if isinstance(widths, ArrayObject) else []
    return False, {int(first) + place: _number(width, USUAL) for place, width in enumerate(known)}, USUAL


def _of_two_bytes(found: DictionaryObject) -> Font:
    below = _object(found.get("/DescendantFonts"))
    inner = _object(below[0]) if isinstance(below, ArrayObject) and below else None
    if not isinstance(inner, DictionaryObject):
        return True, {}, USUAL
    widths = _object(inner.get("/W"))
    return True, dict(_ranges(widths if isinstance(widths, ArrayObject) else [])), _number(inner.get("/DW"), 1000.0)


def _ranges(found: Any) -> Iterator[tuple[int, float]]:
    """`/W`: a code and a list of widths, or two codes and one width for all between."""
    rest = [_object(one) for one in found]
    while len(rest) >= 2:
        first = int(_number(rest.pop(0), 0))
        second = rest.pop(0)
        if isinstance(second, ArrayObject):
            yield from ((first + place, _number(width, USUAL)) for place, width in enumerate(second))
        elif rest:
            width = _number(rest.pop(0), USUAL)
            yield from ((code, width) for code in range(first, min(int(_number(second, 0)), 0xFFFF) + 1))


def codes(text: bytes, of: Font) -> Iterator[tuple[int, float]]:
    """Each sign of a shown text with its width."""
    two, widths, usual = of
    step = 2 if two else 1
    for at in range(0, len(text) - step + 1, step):
        code = int.from_bytes(text[at : at + step], "big")
        yield code, widths.get(code, usual)


def _object(found: Any) -> Any:
    return found.get_object() if hasattr(found, "get_object") else found


def _number(found: Any, otherwise: float) -> float:
    found = _object(found)
    return float(found) if isinstance(found, int | float) else otherwise
