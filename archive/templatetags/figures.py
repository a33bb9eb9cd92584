"""Tags of the drawings: each shape has a class, for the page's colours, and the same colour by itself."""

from collections.abc import Sequence
from functools import cache

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from archive.charts.chart import Count
from archive.charts.colours import COLOURS

register = template.Library()


@register.simple_tag
@cache
def fill(look: str) -> SafeString:
    """The attributes that fill a shape or a text."""
    return format_html('class="g-{}" fill="{}"', look, COLOURS[look])


@register.simple_tag
@cache
def stroke(look: str) -> SafeString:
    """The attributes of a line."""
    return format_html('class="l-{}" stroke="{}"', look, COLOURS[look])


@register.simple_tag
def cells(numbers: Sequence[Count]) -> SafeString:
    """The cells of a row, in one piece: there are thousands, and a template would look at each part of each.

    Where a part is not sure all of them stand there, in the order and with the marks that the caption explains once:
    who hears no marks knows them by their places.
    """
    return mark_safe("".join(map(cell, numbers)))  # noqa: S308 numbers alone


def cell(number: Count) -> str:
    sure, likely, possible, not_known = number
    unsure = f" <i>+{likely:d} ±{possible:d} ?{not_known:d}</i>" if likely or possible or not_known else ""
    return f"<td>{sure:d}{unsure}</td>"


@register.simple_tag
def row_at(first: int, step: int, number: int) -> int:
    """Where a row stands: the first one, then a step for each before it."""
    return first + step * number
