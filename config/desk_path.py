"""The desk's place below the site: a setting that must not hide a page of ours, nor be hidden by one."""

import re
from collections.abc import Collection

from django.core.exceptions import ImproperlyConfigured

OURS = frozenset({
    ".well-known", "api", "embed", "favicon.ico", "healthz", "media", "metrics", "readyz", "robots.txt", "schemas",
    "sitemap.xml", "static",
})  # fmt: skip
"""What the site's other addresses begin with, its languages aside."""
SHAPE = re.compile(r"[a-z0-9][a-z0-9-]*(?:/[a-z0-9][a-z0-9-]*)*\Z")


def desk_path(text: str, languages: Collection[str]) -> str:
    """The path without its slashes. Raises ImproperlyConfigured if an address of ours begins like it."""
    path = text.strip("/") or "desk"
    if not SHAPE.match(path):
        raise ImproperlyConfigured(
            f"DESK_PATH is {text!r}: write small Latin letters, digits and hyphens, such as desk."
        )
    if path.partition("/")[0] in OURS | set(languages):
        raise ImproperlyConfigured(f"DESK_PATH is {text!r}: pages of the site begin with that. Choose another word.")
    return path
