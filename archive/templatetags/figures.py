"""Tags of the drawings: each shape has a class, for the page's colours, and the same colour by itself."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()

COLOURS = {
    "custody": "#16181d",
    "ban": "#8c1d18",
    "control": "#a3560f",
    "finance": "#1f5a7a",
    "record": "#6b6f78",
    "other": "#5b4a7d",
    "ink": "#16181d",
    "mute": "#565c67",
    "line": "#d9dce1",
    "card": "#ffffff",
    "accent": "#8c1d18",
}
"""The light scheme of static/css/base.css, for pictures that leave the site."""


@register.simple_tag
def fill(look: str) -> SafeString:
    """The attributes that fill a shape or a text."""
    return format_html('class="g-{}" fill="{}"', look, COLOURS[look])


@register.simple_tag
def stroke(look: str) -> SafeString:
    """The attributes of a line."""
    return format_html('class="l-{}" stroke="{}"', look, COLOURS[look])
