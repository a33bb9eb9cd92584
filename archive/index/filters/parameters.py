"""The address as parameters, whatever somebody wrote into it."""

from urllib.parse import parse_qsl

from django.http import HttpRequest
from django.utils.datastructures import MultiValueDict

from archive.index.selection import EXCLUDABLE, EXCLUDED

Parameters = MultiValueDict[str, str]
LEAVING_OUT = "not_"
BROKEN = "\ufffd"
"""Stands for bytes that are no UTF-8; fields refuse it."""


def parameters(request: HttpRequest) -> Parameters:
    """All parameters in order. An empty value equals absence. Never fails: fields judge the values.

    `not_article` is `article!`: not every program can write a mark into a name.
    """
    raw = request.META.get("QUERY_STRING", "").encode("latin-1", "replace").decode(errors="replace")
    pairs = parse_qsl(raw, keep_blank_values=False, errors="replace")
    found = Parameters()
    for name, value in pairs:
        left_out = name.removeprefix(LEAVING_OUT)
        found.appendlist(f"{left_out}{EXCLUDED}" if left_out != name and left_out in EXCLUDABLE else name, value)
    return found
