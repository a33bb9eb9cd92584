"""Addresses of the site's own looks, seen from where a page stands: the root of a server, or a folder of the mirror."""

from typing import Any

from django.conf import settings
from django.contrib.staticfiles.storage import StaticFilesStorage
from django.urls import get_script_prefix
from whitenoise.storage import CompressedManifestStaticFilesStorage  # type: ignore[import-untyped]


class _SeenFromThePage:
    def url(self, *args: Any, **options: Any) -> str:
        address: str = super().url(*args, **options)  # type: ignore[misc]  # that of the storage beside it
        return get_script_prefix() + address.removeprefix("/") if address.startswith(settings.STATIC_URL) else address


class PlainFiles(_SeenFromThePage, StaticFilesStorage):
    """As they lie in `static/`: for development."""


class HashedFiles(_SeenFromThePage, CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Named by what they hold, and compressed once."""
