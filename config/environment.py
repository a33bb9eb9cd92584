"""Reads the process's environment. Each helper names the variable and the remedy when a value does not fit."""

import ipaddress
import os
from collections.abc import Mapping

from django.core.exceptions import ImproperlyConfigured

YES = {"1", "true", "yes", "on"}
NO = {"0", "false", "no", "off", ""}


def flag(name: str, default: bool, environ: Mapping[str, str] = os.environ) -> bool:
    """True or false. Raises ImproperlyConfigured on any other word."""
    word = environ.get(name)
    if word is None:
        return default
    if word.lower() in YES:
        return True
    if word.lower() in NO:
        return False
    raise ImproperlyConfigured(f"{name} is {word!r}: write 1 or 0.")


def number(name: str, default: int, environ: Mapping[str, str] = os.environ) -> int:
    """A whole number. Raises ImproperlyConfigured on anything else."""
    word = environ.get(name, "").strip()
    if not word:
        return default
    if word.isascii() and word.isdigit():
        return int(word)
    raise ImproperlyConfigured(f"{name} is {word!r}: write a whole number.")


def words(name: str, environ: Mapping[str, str] = os.environ) -> list[str]:
    """The comma-separated words of a variable, none if it is unset."""
    return [word.strip() for word in environ.get(name, "").split(",") if word.strip()]


def text(name: str, default: str = "", environ: Mapping[str, str] = os.environ) -> str:
    """The variable's text without spaces around it."""
    return environ.get(name, default).strip()


def networks(name: str, environ: Mapping[str, str] = os.environ) -> list[str]:
    """The networks that a variable names, with commas between. Raises ImproperlyConfigured on anything else."""
    try:
        return [str(ipaddress.ip_network(word, strict=False)) for word in words(name, environ)]
    except ValueError as error:
        raise ImproperlyConfigured(f"{name}: {error}; write networks such as 10.0.0.0/8.") from error
