"""Pages by cursor: what was there stays where it was, whatever is published meanwhile."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple, TypeVar
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.http import HttpRequest

from archive.api.problems import BadQuery
from archive.exports.api_examples import MOST_ROWS, ROWS
from archive.index.columns.loading import ORDER_DIGITS
from archive.index.filters.fields import Number, Parameter, quoted
from archive.index.filters.parameters import Parameters

Row = TypeVar("Row")
LAST_MOMENT = 5_680_281_599_999_999
"""The end of the year 2149: no cursor of ours names a later moment."""
PARAMETERS = ("limit", "cursor")
PUBLISHED = r"^[0-9]{1,17}\.[0-9a-f]{32}$"
"""A moment in microseconds and a random key: a place in the order of publication, whoever stands there or no longer."""
PLACE = r"^[0-9]{1,17}\.[0-9a-f]{32}\.[0-9]{1,4}$"
ID = r"^[a-z0-9-]{3,60}$"


EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class PublishedPlace(NamedTuple):
    """A place in the order of publication. ``position``: of a restriction in its case."""

    moment: int
    key: str
    position: int = 0

    @classmethod
    def of(cls, cursor: str | None) -> "PublishedPlace":
        """The place that a cursor names; before everything if there is none. Nothing is looked up."""
        moment, key, position = (*(cursor or "0.").split("."), "0")[:3]
        return cls(int(moment), key, int(position))

    @classmethod
    def at(cls, moment: datetime, key: str) -> "PublishedPlace":
        return cls((moment - EPOCH) // timedelta(microseconds=1), key)

    @property
    def published_at(self) -> datetime:
        return EPOCH + timedelta(microseconds=min(self.moment, LAST_MOMENT))

    @property
    def order(self) -> int:
        """The number by which the columns order what has one moment."""
        return int(self.key[:ORDER_DIGITS] or "0", 16)

    def __str__(self) -> str:
        return f"{self.moment}.{self.key}"


class Page(NamedTuple):
    """``cursor``: where the page before ended, None at the beginning."""

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
    fields = {"limit": Number(least=1, most=MOST_ROWS), "cursor": Cursor(pattern)}
    read: dict[str, Any] = {}
    problems = {}
    for name, field in fields.items():
        try:
            read[name] = field.clean(params.getlist(name))
        except ValidationError as error:
            problems[name] = error.messages
    if problems:
        raise BadQuery(problems)
    return Page(read["limit"] or ROWS, read["cursor"])


def following(request: HttpRequest, params: Parameters, cursor: str | None, **pinned: str | None) -> str | None:
    """The address of the next page; None: there is none. ``pinned``: parameters that it has as well; None: has not."""
    if cursor is None:
        return None
    own = [name for name in params if name not in ("cursor", *pinned)]
    pairs = [(name, value) for name in own for value in params.getlist(name)]
    pairs += [(name, value) for name, value in pinned.items() if value]
    return f"{request.build_absolute_uri(request.path)}?{urlencode([*pairs, ('cursor', cursor)], safe='!:')}"
