"""The address as parameters, whatever somebody wrote into it."""

from urllib.parse import parse_qsl

from django.http import HttpRequest
from django.utils.datastructures import MultiValueDict

Parameters = MultiValueDict[str, str]
BROKEN = "\ufffd"
"""Stands for bytes that are no UTF-8; fields refuse it."""


def parameters(request: HttpRequest) -> Parameters:
    """All parameters in order. An empty value equals absence. Never fails: fields judge the values."""
    raw = request.META.get("QUERY_STRING", "").encode("latin-1", "replace").decode(errors="replace")
    pairs = parse_qsl(raw, keep_blank_values=False, errors="replace")
    found = Parameters()
    for name, value in pairs:
        found.appendlist(name, value)
    return found
