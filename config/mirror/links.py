"""The files that a page or a style sheet of the mirror leads to."""

import posixpath
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

ADDRESSES = {"href", "src", "data", "poster"}
SEVERAL = {"srcset", "imagesrcset"}
"""Addresses with a width behind each, one of which the browser takes."""
IN_STYLES = re.compile(r"url\(\s*['\"]?(?!data:)([^'\")]+)")


class OutsideTheMirror(ValueError):
    """A link leads past the mirror's root or begins at the root of a server; the message names it."""


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.addresses += [value for name, value in attrs if name in ADDRESSES and value]
        pictures = [value for name, value in attrs if name in SEVERAL and value]
        self.addresses += [one.split()[0] for value in pictures for one in value.split(",") if one.strip()]


def links(file: str, content: bytes) -> Iterator[str]:
    """The files that a page leads to, as paths from the mirror's root. Raises OutsideTheMirror."""
    parser = _Links()
    parser.feed(content.decode())
    return _files(file, parser.addresses)


def links_of_styles(file: str, content: bytes) -> Iterator[str]:
    """The same of a style sheet."""
    return _files(file, IN_STYLES.findall(content.decode()))


def _files(file: str, addresses: list[str]) -> Iterator[str]:
    for address in dict.fromkeys(addresses):
        parts = urlsplit(address)
        if parts.scheme or parts.netloc or not parts.path:
            continue
        target = posixpath.normpath(posixpath.join(posixpath.dirname(file), unquote(parts.path)))
        if parts.path.startswith("/") or target.startswith(".."):
            raise OutsideTheMirror(f"{file}: {address} leads out of the mirror")
        yield target
