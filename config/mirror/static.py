"""The files of the site's own looks."""

from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders


class NotInTheMirror(LookupError):
    """A link leads to a file that the mirror cannot have; the message names it."""


def static_file(name: str) -> Path:
    """Where a file of the site's own looks lies: collected in production, in its source folder before that."""
    path = Path(settings.STATIC_ROOT) / name
    if path.is_file():
        return path
    if source := finders.find(name):
        return Path(source)
    raise NotInTheMirror(f"{settings.STATIC_URL}{name}: there is no such file: run manage.py collectstatic")
