"""Tags of the drawings: each shape has a class, for the page's colours, and the same colour by itself."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from archive.charts.colours import COLOURS

register = template.Library()


@register.simple_tag
def fill(look: str) -> SafeString:
    """The attributes that fill a shape or a text."""
    return format_html('class="g-{}" fill="{}"', look, COLOURS[look])


@register.simple_tag
def stroke(look: str) -> SafeString:
    """The attributes of a line."""
    return format_html('class="l-{}" stroke="{}"', look, COLOURS[look])


@register.simple_tag
def row_at(first: int, step: int, number: int) -> int:
    """Where a row stands: the first one, then a step for each before it."""
    return first + step * number
