"""Text that lies under something: what a black box, a picture or a mark on the page only seems to take away.

The page is drawn in thought: where each sign stands, and what is painted over it later, or dark on dark before.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from pypdf import PageObject, PdfReader
from pypdf.generic import ContentStream, DictionaryObject, StreamObject

from desk.documents.glyphs import PLAIN, Font, codes, font, resolved

Matrix = tuple[float, float, float, float, float, float]
Box = tuple[float, float, float, float]
SAME: Matrix = (1, 0, 0, 1, 0, 0)
DEEPEST, MOST_STEPS, MOST_BOXES = 12, 3_000_000, 20_000
FILLS = {"f", "F", "f*", "B", "B*", "b", "b*"}
ENDS = FILLS | {"S", "s", "n"}
INVISIBLE = 3
DARK = 0.3
HEIGHT_OF_A_LINE = 0.45  # what is thinner than this part of the letters underlines or strikes, and hides nothing
MIDDLE_OF_A_LETTER = 0.3


class Glyph(NamedTuple):
    """One sign: the middle of it, how tall it is, whether it is dark, and when it was drawn."""

    x: float
    y: float
    size: float
    dark: bool
    at: int


class PaintedArea(NamedTuple):
    """Something painted over a part of the page. A picture is never dark: what is written upon one can be read."""

    box: Box
    dark: bool
    at: int

    def hides(self, sign: Glyph) -> bool:
        """Whether the sign cannot be seen under it: painted later, or both dark."""
        left, low, right, high = self.box
        inside = left <= sign.x <= right and low <= sign.y <= high
        if not inside or high - low < sign.size * HEIGHT_OF_A_LINE:
            return False
        return self.at > sign.at or (self.dark and sign.dark)


class GraphicsState(NamedTuple):
    """What the page's language remembers between its words."""

    matrix: Matrix = SAME
    dark: bool = True
    separation: bool = False
    opaque: bool = True
    font: Font = PLAIN
    size: float = 0
    rendering: int = 0
    spacing: float = 0
    words: float = 0
    stretch: float = 1
    leading: float = 0
    rise: float = 0


class TooLong(ValueError):
    """The page has more to say than anybody reads."""


class Drawing:
    """One page, drawn in thought."""

    def __init__(self, reader: PdfReader) -> None:
        self.reader = reader
        self.signs: list[Glyph] = []
        self.covers: list[PaintedArea] = []
        self.invisible = 0
        self.steps = 0

    def page(self, page: PageObject) -> "Drawing":
        content = page.get_contents()
        if content is not None:
            self._run(ContentStream(content, self.reader, "bytes"), page.get("/Resources"), GraphicsState(), 0)
        return self

    def _run(self, content: ContentStream, resources: Any, state: GraphicsState, depth: int) -> None:
        resources = resolved(resources)
        stack: list[GraphicsState] = []
        path: list[tuple[float, float]] = []
        line = text = SAME
        for operands, operator in content.operations:
            self.steps += 1
            if self.steps > MOST_STEPS:
                raise TooLong
            word = operator.decode("latin-1")
            # An inline image has no list of operands but a dictionary.
            listed = operands if isinstance(operands, list) else []
            numbers = [float(operand) for operand in listed if isinstance(operand, int | float)]
            if word == "q":
                stack.append(state)
            elif word == "Q":
                state = stack.pop() if stack else state
            elif word == "cm" and len(numbers) == 6:
                state = state._replace(matrix=times(matrix_of(numbers), state.matrix))
            elif word == "re" and len(numbers) == 4:
                x, y, width, height = numbers
                path += [(x, y), (x + width, y + height)]
            elif word in ("m", "l") and len(numbers) == 2:
                path.append((numbers[0], numbers[1]))
            elif word in ("c", "v", "y") and len(numbers) >= 4:
                path.append((numbers[-2], numbers[-1]))
            elif word in ENDS:
                if word in FILLS and path and state.opaque:
                    self._cover(bounds_of([at(point, state.matrix) for point in path]), state.dark)
                path = []
            elif word == "BT":
                line = text = SAME
            elif word in ("Td", "TD") and len(numbers) == 2:
                state = state._replace(leading=-numbers[1]) if word == "TD" else state
                line = text = times((1, 0, 0, 1, numbers[0], numbers[1]), line)
            elif word == "Tm" and len(numbers) == 6:
                line = text = matrix_of(numbers)
            elif word == "T*":
                line = text = times((1, 0, 0, 1, 0, -state.leading), line)
            elif word in ("Tj", "TJ", "'", '"'):
                if word in ("'", '"'):
                    line = text = times((1, 0, 0, 1, 0, -state.leading), line)
                text = self._show(operands[-1:], state, text)
            elif word == "Do" and operands:
                self._object(resources, str(operands[0]), state, depth)
            elif word in ("INLINE IMAGE", "BI", "EI"):
                self._cover(unit_square(state.matrix), False)
            else:
                state = changed_state(state, word, operands, numbers, resources)

    def _cover(self, box: Box, dark: bool) -> None:
        self.covers.append(PaintedArea(box, dark, self.steps))
        if len(self.covers) > MOST_BOXES:
            raise TooLong

    def _object(self, resources: Any, name: str, state: GraphicsState, depth: int) -> None:
        """A picture covers its square; a form is a page within the page."""
        drawn = resource(resources, "/XObject", name)
        if not isinstance(drawn, StreamObject):
            return
        if drawn.get("/Subtype") == "/Image":
            self._cover(unit_square(state.matrix), False)
        elif depth < DEEPEST:
            own = [float(number) for number in drawn.get("/Matrix", ())]
            matrix = times(matrix_of(own), state.matrix) if len(own) == 6 else state.matrix
            inner = ContentStream(drawn, self.reader, "bytes")
            self._run(inner, drawn.get("/Resources", resources), state._replace(matrix=matrix), depth + 1)

    def _show(self, operands: Sequence[Any], state: GraphicsState, text: Matrix) -> Matrix:
        """Notes each sign of a text; returns where the next one begins."""
        parts = operands[0] if operands and isinstance(operands[0], list) else operands
        for part in parts:
            if isinstance(part, int | float):
                text = times((1, 0, 0, 1, -float(part) / 1000 * state.size * state.stretch, 0), text)
                continue
            for code, width in codes(bytes_of(part), state.font):
                advance = width / 1000 * state.size
                self._note(code, advance * state.stretch, state, times(text, state.matrix))
                extra = state.spacing + (state.words if code == 32 and not state.font[0] else 0)
                text = times((1, 0, 0, 1, (advance + extra) * state.stretch, 0), text)
        return text

    def _note(self, code: int, advance: float, state: GraphicsState, matrix: Matrix) -> None:
        if code == 32 and not state.font[0]:
            return
        if state.rendering == INVISIBLE:
            self.invisible += 1
            return
        x, y = at((advance / 2, state.rise + state.size * MIDDLE_OF_A_LETTER), matrix)
        size = abs(state.size) * (matrix[2] ** 2 + matrix[3] ** 2) ** 0.5
        self.signs.append(Glyph(x, y, size, state.dark, self.steps))

    def hidden(self) -> int:
        """How many signs lie under something painted later, or stand dark on dark."""
        covers = sorted(self.covers, key=lambda cover: cover.at)
        return sum(any(cover.hides(sign) for cover in covers) for sign in self.signs)

    def outside(self, box: Box) -> int:
        """How many signs stand where the page is not shown."""
        left, low, right, high = box
        return sum(not (left <= sign.x <= right and low <= sign.y <= high) for sign in self.signs)


def changed_state(
    state: GraphicsState, word: str, operands: Any, numbers: list[float], resources: Any
) -> GraphicsState:
    """The state after a word that sets something."""
    if word == "Tf" and len(operands) == 2:
        return state._replace(font=font(resources, str(operands[0])), size=float(operands[1]))
    if word in ("g", "rg", "k", "sc", "scn"):
        return state._replace(dark=is_dark(numbers, state.separation) if numbers else True)
    if word == "cs":
        space = resource(resources, "/ColorSpace", str(operands[0]) if operands else "")
        separation = isinstance(space, list) and bool(space) and space[0] in ("/Separation", "/DeviceN")
        return state._replace(separation=separation, dark=True)
    if word == "gs" and operands:
        return state._replace(opaque=is_opaque(resource(resources, "/ExtGState", str(operands[0])), state.opaque))
    if not numbers:
        return state
    number = numbers[0]
    match word:
        case "Tc":
            return state._replace(spacing=number)
        case "Tw":
            return state._replace(words=number)
        case "TL":
            return state._replace(leading=number)
        case "Ts":
            return state._replace(rise=number)
        case "Tz":
            return state._replace(stretch=number / 100)
        case "Tr":
            return state._replace(rendering=int(number))
    return state


def is_dark(numbers: Sequence[float], separation: bool) -> bool:
    """Whether a colour of one, three or four numbers is dark; of a separation more ink is darker."""
    if separation:
        return max(numbers) > 1 - DARK
    if len(numbers) == 4:
        cyan, magenta, yellow, black = numbers
        return min(1, (cyan + magenta + yellow) / 3 + black) > 1 - DARK
    return sum(numbers) / len(numbers) < DARK


def is_opaque(graphics: Any, before: bool) -> bool:
    """Whether what is filled hides what is below: not if it shines through, as a marker does."""
    if not isinstance(graphics, DictionaryObject) or ("/ca" not in graphics and "/BM" not in graphics):
        return before
    return float(graphics.get("/ca", 1)) >= 1 and graphics.get("/BM", "/Normal") in ("/Normal", "/Compatible")


def resource(resources: Any, kind: str, name: str) -> Any:
    """A thing that the page's own language calls by name; None if the page has none of it."""
    things = resolved(resources.get(kind)) if isinstance(resources, DictionaryObject) else None
    return resolved(things.get(name)) if isinstance(things, DictionaryObject) else None


def bytes_of(text: Any) -> bytes:
    """The codes of a shown text, as they stand in the file."""
    if isinstance(text, bytes):
        return text
    return getattr(text, "original_bytes", None) or str(text).encode("latin-1", "replace")


def matrix_of(numbers: Sequence[float]) -> Matrix:
    a, b, c, d, e, f = numbers
    return a, b, c, d, e, f


def times(first: Matrix, second: Matrix) -> Matrix:
    """Applies `first`, then `second`."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def at(point: tuple[float, float], matrix: Matrix) -> tuple[float, float]:
    x, y = point
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def unit_square(matrix: Matrix) -> Box:
    """The box around the square that a picture fills."""
    return bounds_of([at(corner, matrix) for corner in ((0, 0), (1, 0), (0, 1), (1, 1))])


def bounds_of(points: Sequence[tuple[float, float]]) -> Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)
