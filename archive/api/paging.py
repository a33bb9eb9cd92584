"""Pages by cursor: what was there stays where it was, whatever is published meanwhile."""

import re
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.http import HttpRequest

from archive.api.problems import BadQuery
from archive.index.filters.fields import Number, Parameter, quoted
from archive.index.filters.parameters import Parameters

MOST, DEFAULT = 200, 50
PARAMETERS = ("limit", "cursor")
NUMBER = r"^[0-9]{1,15}$"
PLACE = r"^[0-9]{1,15}\.[0-9]{1,4}$"
ID = r"^[a-z0-9-]{3,60}$"


class Page(NamedTuple):
    """``cursor``: the key of the last row of the page before, None at the beginning."""

    limit: int
    cursor: str | None

    def of(self, rows: list[Any]) -> list[Any]:
        return rows[: self.limit]

    def goes_on(self, rows: list[Any]) -> bool:
        """Whether the row that was read beyond the page is there."""
        return len(rows) > self.limit


class _Cursor(Parameter):
    def __init__(self, pattern: str) -> None:
        super().__init__()
        self.pattern = pattern

    def read(self, value: str) -> str:
        if not re.fullmatch(self.pattern.strip("^$"), value):
            raise ValidationError(f"{quoted(value)} is no cursor: follow “next” of the page before.")
        return value


def page_of(given: Parameters, pattern: str) -> Page:
    """The page that the parameters ask for. Raises BadQuery."""
    fields = {"limit": Number(least=1, most=MOST), "cursor": _Cursor(pattern)}
    found, problems = {}, {}
    for name, field in fields.items():
        try:
            found[name] = field.clean(given.getlist(name))
        except ValidationError as error:
            problems[name] = error.messages
    if problems:
        raise BadQuery(problems)
    return Page(found["limit"] or DEFAULT, found["cursor"])


def following(request: HttpRequest, given: Parameters, cursor: str | None) -> str | None:
    """The address of the next page; None: there is none."""
    if cursor is None:
        return None
    pairs = [(name, value) for name in given if name != "cursor" for value in given.getlist(name)]
    return f"{request.build_absolute_uri(request.path)}?{urlencode([*pairs, ('cursor', cursor)])}"
