"""What every page's frame needs: the menu, the footer's places, the languages, the licence."""

from typing import Any, NamedTuple

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from records.languages import LANGUAGES

register = template.Library()

MENU = (
    ("archive:cases", _("Cases")),
    ("archive:kinds", _("Restrictions")),
    ("archive:calendar", _("Calendar")),
    ("archive:statistics", _("Statistics")),
    ("archive:law", _("The law")),
    ("archive:data", _("Data")),
    ("archive:about", _("About")),
)
FOOTER = (
    ("archive:your-case", _("Wrong or unsafe?")),
    ("archive:about", _("About")),
    ("archive:method", _("How the dates are computed")),
    ("archive:corrections", _("Corrections")),
    ("archive:data", _("Data")),
)


class MenuPlace(NamedTuple):
    name: Any
    address: str
    current: bool


class PageLanguage(NamedTuple):
    """The page in one language."""

    code: str
    name: str
    address: str
    absolute: str
    current: bool


@register.simple_tag(takes_context=True)
def navigation(context: dict[str, Any]) -> list[MenuPlace]:
    return _places(MENU, context.get("request"))


@register.simple_tag(takes_context=True)
def footer_places(context: dict[str, Any]) -> list[MenuPlace]:
    return _places(FOOTER, context.get("request"))


@register.simple_tag(takes_context=True)
def languages(context: dict[str, Any]) -> list[PageLanguage]:
    """This page in each language, in the order of the settings."""
    request: HttpRequest | None = context.get("request")
    current = get_language()
    return [_reading(code, request, code == current) for code, _name in settings.LANGUAGES]


@register.simple_tag
def licence() -> str:
    return settings.CONTENT_LICENCE


def _reading(code: str, request: HttpRequest | None, current: bool) -> PageLanguage:
    path = _in_language(request.get_full_path() if request else "/", code)
    absolute = request.build_absolute_uri(path) if request else path
    return PageLanguage(code, LANGUAGES[code], path, absolute, current)


def _in_language(path: str, code: str) -> str:
    """The same address under another language; the home page for what has no language."""
    first, _slash, rest = path.lstrip("/").partition("/")
    return f"/{code}/{rest}" if first in LANGUAGES else f"/{code}/"


def _places(places: tuple[tuple[str, Any], ...], request: HttpRequest | None) -> list[MenuPlace]:
    here = request.path if request else ""
    found = []
    for name, label in places:
        try:
            address = reverse(name)
        except NoReverseMatch:
            continue
        found.append(MenuPlace(label, address, here.startswith(address)))
    return found
