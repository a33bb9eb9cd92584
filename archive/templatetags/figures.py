"""Tags of the drawings: each shape has a class, for the page's colours, and the same colour by itself."""

from collections.abc import Sequence
from functools import cache

from django import template
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

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
    """The cells of a row, in one piece: there are thousands, and a template would look at each part of each."""
    unsure = [f" <i>{conditional_escape(word)}</i></i>" for word in (_("likely"), _("possibly"), _("not known"))]
    rows = (
        "".join(f" <i>+{number:d}{words}" for number, words in zip(more, unsure, strict=True) if number)
        for _sure, *more in numbers
    )
    texts = (f"<td>{number.sure:d}{more}</td>" for number, more in zip(numbers, rows, strict=True))
    return mark_safe("".join(texts))  # noqa: S308 numbers, and words that are escaped


@register.simple_tag
def row_at(first: int, step: int, number: int) -> int:
    """Where a row stands: the first one, then a step for each before it."""
    return first + step * number
