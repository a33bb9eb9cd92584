"""Pages by cursor: what was there stays where it was, whatever is published meanwhile."""

import re
from typing import Any, NamedTuple, TypeVar
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.http import HttpRequest

from archive.api.problems import BadQuery
from archive.index.filters.fields import Number, Parameter, quoted
from archive.index.filters.parameters import Parameters

Row = TypeVar("Row")
MOST, DEFAULT = 200, 50
PARAMETERS = ("limit", "cursor")
KEY = r"^[0-9a-f]{32}$"
PLACE = r"^[0-9a-f]{32}\.[0-9]{1,4}$"
ID = r"^[a-z0-9-]{3,60}$"


class Page(NamedTuple):
    """``cursor``: the key of the last row of the page before, None at the beginning."""

    limit: int
    cursor: str | None

    def cut(self, rows: list[Row]) -> tuple[list[Row], bool]:
        """The rows of the page, and whether there are more: one is read beyond the page to know it."""
        return rows[: self.limit], len(rows) > self.limit


class Cursor(Parameter):
    """Where the page before ended."""

    def __init__(self, pattern: str) -> None:
        super().__init__()
        self.pattern = pattern

    def read(self, value: str) -> str:
        if not re.fullmatch(self.pattern.strip("^$"), value):
            raise ValidationError(f"{quoted(value)} is no cursor: follow “next” of the page before.")
        return value


def page_of(params: Parameters, pattern: str) -> Page:
    """The page that the parameters ask for. Raises BadQuery."""
    fields = {"limit": Number(least=1, most=MOST), "cursor": Cursor(pattern)}
    read: dict[str, Any] = {}
    problems = {}
    for name, field in fields.items():
        try:
            read[name] = field.clean(params.getlist(name))
        except ValidationError as error:
            problems[name] = error.messages
    if problems:
        raise BadQuery(problems)
    return Page(read["limit"] or DEFAULT, read["cursor"])


def following(request: HttpRequest, params: Parameters, cursor: str | None) -> str | None:
    """The address of the next page; None: there is none."""
    if cursor is None:
        return None
    pairs = [(name, value) for name in params if name != "cursor" for value in params.getlist(name)]
    return f"{request.build_absolute_uri(request.path)}?{urlencode([*pairs, ('cursor', cursor)])}"
