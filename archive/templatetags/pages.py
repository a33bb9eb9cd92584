"""What every page's frame needs: the menu, the footer's places, the languages, the licence, the press contact."""

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.urls import get_script_prefix, reverse
from django.utils.functional import Promise
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _

from records.languages import LANGUAGES, active_language

register = template.Library()

MENU: tuple[tuple[str, Promise, tuple[tuple[str, Promise], ...]], ...] = (
    ("archive:cases", _("Cases"), ()),
    (
        "archive:statistics",
        _("Figures"),
        (
            ("archive:statistics", _("Statistics")),
            ("archive:tables", _("Make a table")),
            ("archive:calendar", _("Calendar")),
        ),
    ),
    (
        "archive:law",
        _("The law"),
        (
            ("archive:law", _("Rules")),
            ("archive:kinds", _("Restrictions")),
            ("archive:calculator", _("Calculator")),
            ("archive:law-check", _("Our rules checked")),
        ),
    ),
    ("archive:data", _("Data"), ()),
    ("archive:about", _("About"), ()),
)
FOOTER = (
    ("archive:your-case", _("Wrong or unsafe?")),
    ("archive:about", _("About")),
    ("archive:method", _("How the dates are computed")),
    ("archive:glossary", _("What the words mean")),
    ("archive:corrections", _("Corrections")),
    ("archive:data", _("Data")),
)


class MenuPlace(NamedTuple):
    """A place of the menu; ``inner``: the places under it."""

    name: str | Promise
    address: str
    current: bool
    inner: tuple["MenuPlace", ...] = ()


class PageLanguage(NamedTuple):
    """The page in one language."""

    code: str
    name: str
    address: str
    absolute: str
    current: bool


@register.simple_tag(takes_context=True)
def navigation(context: dict[str, Any]) -> list[MenuPlace]:
    """The menu; a place is current where the page stands under it or under one of its inner places."""
    request = context.get("request")
    menu = []
    for name, label, inner in MENU:
        inner_places = nearest_only(places(inner, request))
        [place] = places([(name, label)], request)
        is_current = place.current or any(inner_place.current for inner_place in inner_places)
        menu.append(place._replace(current=is_current, inner=inner_places))
    return menu


def nearest_only(inner: Sequence[MenuPlace]) -> tuple[MenuPlace, ...]:
    """Of places under one another only the deepest is current: the calculator, not the law as well."""
    deepest = max((place.address for place in inner if place.current), key=len, default="")
    return tuple(place._replace(current=place.address == deepest) for place in inner)


@register.simple_tag(takes_context=True)
def footer_places(context: dict[str, Any]) -> list[MenuPlace]:
    return places(FOOTER, context.get("request"))


def places(names: Sequence[tuple[str, str | Promise]], request: HttpRequest | None) -> list[MenuPlace]:
    here, root = request.path if request else "", get_script_prefix()
    addresses = [(label, address_of(name, active_language(), root)) for name, label in names]
    return [MenuPlace(label, place, here.startswith(place[: place.rindex("/") + 1])) for label, place in addresses]


@cache
def address_of(name: str, language: str, prefix: str) -> str:
    """The address of a place in the language that is active: each page has twenty of them, always the same."""
    return reverse(name)


@register.simple_tag(takes_context=True)
def languages(context: dict[str, Any]) -> list[PageLanguage]:
    """This page in each language, in the order of the settings; the home page for what has no language."""
    request: HttpRequest | None = context.get("request")
    here, root = request.get_full_path() if request else "/", get_script_prefix()
    first, _slash, rest = here.removeprefix(root).lstrip("/").partition("/")
    addresses = {
        code: f"{root}{code}/{rest}" if first in LANGUAGES else home_in(code) for code, _name in settings.LANGUAGES
    }
    return [
        PageLanguage(
            code=code,
            name=LANGUAGES[code],
            address=address,
            absolute=request.build_absolute_uri(address) if request else address,
            current=code == get_language(),
        )
        for code, address in addresses.items()
    ]


def home_in(language: str) -> str:
    with override(language):
        return reverse("archive:home")


@register.simple_tag(takes_context=True)
def absolute(context: dict[str, Any], address: str | None = None) -> str:
    """An address of this site with its host; that of the page at hand, without its query, if none is given."""
    request: HttpRequest = context["request"]
    return str(request.build_absolute_uri(address or request.path))


@register.simple_tag
def licence() -> str:
    return str(settings.CONTENT_LICENCE)


class Press(NamedTuple):
    """Who answers reporters and within how many hours; 0: no time is promised."""

    contact: str
    hours: int


@register.simple_tag
def press() -> Press | None:
    """None where the publisher has named nobody."""
    return Press(settings.PRESS_CONTACT, settings.PRESS_HOURS) if settings.PRESS_CONTACT else None
