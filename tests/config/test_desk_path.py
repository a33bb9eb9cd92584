"""The desk's place hides no page of the site."""

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.urls import get_resolver

from config.desk_path import OURS, desk_path

LANGUAGES = ("en", "ru", "kk")


@pytest.mark.parametrize(("text", "path"), [("", "desk"), ("/desk/", "desk"), ("work-7/room", "work-7/room")])
def test_path_when_it_is_free(text: str, path: str) -> None:
    assert desk_path(text, LANGUAGES) == path


@pytest.mark.parametrize("text", ["api", "/ru/", "en/desk", "static", "robots.txt", "De sk", "a//b", "../x", "desk?x"])
def test_path_when_it_is_ours_or_none(text: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="DESK_PATH"):
        desk_path(text, LANGUAGES)


def test_every_address_of_the_site_is_known() -> None:
    first = {str(pattern.pattern).partition("/")[0] for pattern in get_resolver().url_patterns}
    first -= {settings.DESK_PATH, ""}
    assert {name for name in first if name.isascii()} - OURS - set(LANGUAGES) == set()
