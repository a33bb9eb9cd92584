"""What a column and a table are: every file that leaves the archive, and its codebook, is made from these."""

from collections.abc import Callable, Mapping
from typing import Any, Literal, NamedTuple

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from records.languages import IN_LANGUAGE, LANGUAGES

Row = Mapping[str, Any]
Type = Literal["string", "integer", "boolean", "date", "datetime", "list"]
Value = Callable[[Row], Any]


class Column(NamedTuple):
    """``value`` reads it from a row; a list is joined by ``|`` where a format has no lists.

    ``codes``: the list in ``archive.exports.codes`` that its values are of; empty: any value. ``required``: it is
    never empty.
    """

    name: str
    type: Type
    description: str | Promise
    value: Value
    codes: str = ""
    required: bool = False


class Reference(NamedTuple):
    """Columns that name a row of another table."""

    columns: tuple[str, ...]
    table: str
    key: tuple[str, ...]


class Table(NamedTuple):
    """``key``: the columns that name a row; rows of a release are sorted by them."""

    name: str
    description: Promise
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    references: tuple[Reference, ...] = ()


def plain(
    name: str, type: Type, description: str | Promise, key: str = "", codes: str = "", required: bool = False
) -> Column:
    """A column that is a value of the row as it is, under its own name or the key."""
    return Column(name, type, description, lambda row: row[key or name], codes, required)


def id_(name: str, description: str | Promise, key: str = "") -> Column:
    """A column that is never empty and names a row."""
    return plain(name, "string", description, key, required=True)


def dated(name: str, what: Promise) -> tuple[Column, ...]:
    """A date as the sources have it, and the days between which it lies."""
    return (
        plain(name, "string", format_lazy("{}. {}", what, _("As reported, in EDTF: 2016-04~ is about April 2016."))),
        plain(f"{name}_earliest", "date", format_lazy("{}: {}", what, EARLIEST)),
        plain(f"{name}_latest", "date", format_lazy("{}: {}", what, LATEST)),
    )


def bounds(name: str, what: Promise, key: str = "") -> tuple[Column, ...]:
    """The two days between which a day lies."""
    return (
        plain(f"{name}_earliest", "date", format_lazy("{}: {}", what, EARLIEST), f"{key or name}_earliest"),
        plain(f"{name}_latest", "date", format_lazy("{}: {}", what, LATEST), f"{key or name}_latest"),
    )


EARLIEST = _("the earliest day. Empty: not known on this side.")
LATEST = _("the latest day. Empty: not known on this side.")


def texts(name: str, what: Promise, key: str = "") -> tuple[Column, ...]:
    """A text in each language; none is replaced by another's. ``key``: what the row calls it."""
    return tuple(
        Column(f"{name}_{code}", "string", format_lazy("{} ({})", what, IN_LANGUAGE[code]), text(key or name, code))
        for code in LANGUAGES
    )


def text(key: str, language: str) -> Value:
    return lambda row: (row[key] or {}).get(language)


CASE_ID = id_("case_id", _("The case’s id, as in its address."))
PERSON_ID = id_("person_id", _("The person’s id, as in its address."))
NAMES = texts("name", _("Name"), "names")
STATE_ON = plain("state_on", "date", _("The day that the states in this row speak of."), "on", required=True)
VERSION = (
    plain("version", "integer", _("Which version of the case this row was made from."), required=True),
    id_("version_key", _("The version’s own key."), "key"),
)
OF_A_CASE = Reference(("case_id",), "cases", ("case_id",))
PROVENANCE = Column(
    "about_this_file",
    "string",
    _("In the first row alone: the day of the states, what the archive knew, its last change, licence and query."),
    lambda row: row["about_this_file"],
)
"""What a CSV file says of itself, once: it travels without the page that it came from."""
