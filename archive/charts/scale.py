"""Scales and shapes of a drawing. Coordinates are texts, because a template would write numbers in a language."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple, Self

STEPS = (1, 2, 5)
KEY_LINE = 18
"""From one line of keys to the next."""


class Tick(NamedTuple):
    """A line of a scale with its label."""

    at: str
    label: str


class Key(NamedTuple):
    """What a colour stands for; ``pale``: possibly."""

    look: str
    name: str
    pale: bool
    x: int
    y: int


class YearAxis(NamedTuple):
    """Days across a picture, from the first of a January to the first of a January."""

    first: date
    last: date

    @classmethod
    def around(cls, days: Sequence[date]) -> Self:
        """The whole years that hold these days."""
        return cls(date(min(days).year, 1, 1), date(max(days).year + 1, 1, 1))

    def x(self, day: date, width: float = 100) -> float:
        """Where a day lies on ``width``; days beyond the axis lie at its edges."""
        inside = min(max(day, self.first), self.last)
        return width * (inside - self.first).days / (self.last - self.first).days

    def percent(self, day: date) -> str:
        return f"{self.x(day):.2f}%"


def at(value: float) -> str:
    """A coordinate."""
    return f"{value:.1f}".removesuffix(".0")


def step(most: int, ticks: int = 5) -> int:
    """The smallest of 1, 2, 5, 10, 20 … that reaches ``most`` in so many steps."""
    power = 1
    while True:
        for one in STEPS:
            if one * power * ticks >= most:
                return one * power
        power *= 10


def top(most: int) -> int:
    """The end of a scale from nought that holds ``most``."""
    by = step(most)
    return max(by, -(-most // by) * by)


def upward(most: int, foot: float, height: float) -> list[Tick]:
    """The ticks of a scale that stands on ``foot``."""
    end = top(most)
    return [Tick(at(foot - height * value / end), str(value)) for value in range(0, end + 1, step(most))]


def area(xs: Sequence[float], lower: Sequence[float], upper: Sequence[float]) -> str:
    """The path of an area in steps: each value holds until the next point."""
    xs, lower, upper = ([round(10 * number) for number in numbers] for numbers in (xs, lower, upper))
    if lower == upper:
        return ""
    corners = [*_stair(xs, upper), *reversed(_stair(xs, lower))]
    x, y = corners[0]
    # Each corner lies straight beside or above the one before, and near it: one short number says how far away, which
    # is a third of the bytes of a place. Whole tenths are counted, so that no rounding adds up.
    lines = [
        f"h{tenths(to_x - x)}" if y == to_y else f"v{tenths(to_y - y)}" for (x, y), (to_x, to_y) in pairwise(corners)
    ]
    return f"M{tenths(x)} {tenths(y)}{''.join(lines)}z"


def tenths(number: int) -> str:
    """So many tenths of a unit, as short as paths allow it."""
    return at(number / 10).replace("0.", ".", 1) if -10 < number < 10 else at(number / 10)


def box(x: float, y: float, width: float, height: float) -> str:
    """A box as a part of a path: all boxes of one look are one shape of a picture."""
    left, right = at(x), at(x + width)
    return f"M{left} {at(y)}H{right}V{at(y + height)}H{left}Z"


def _stair(xs: Sequence[int], ys: Sequence[int]) -> list[tuple[int, int]]:
    """Corner points; ``xs`` has one more than ``ys``. Points in the middle of a level line are left out."""
    points: list[tuple[int, int]] = []
    for number, y in enumerate(ys):
        if points and points[-1][1] == y:
            points[-1] = (xs[number + 1], y)
        else:
            points += [(xs[number], y), (xs[number + 1], y)]
    return points


def legend(entries: Iterable[tuple[str, str, bool]], width: int) -> list[Key]:
    """Keys side by side, in as many lines as they need: (look, name, pale). A small letter takes seven units."""
    keys: list[Key] = []
    x, y = 0, 0
    for look, name, pale in entries:
        needed = 44 + 7 * len(name)
        if x and x + needed > width:
            x, y = 0, y + KEY_LINE
        keys.append(Key(look, name, pale, x, y))
        x += needed
    return keys


def below(keys: Sequence[Key]) -> int:
    """How far further down a picture begins whose keys take several lines."""
    return max((key.y for key in keys), default=0)


def shortened(text: str, most: int) -> str:
    """A label that has no room for more than ``most`` letters."""
    return text if len(text) <= most else text[: most - 1].rstrip(" ,.-–") + "…"
