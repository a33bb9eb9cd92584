"""/tables/: the table builder, as a page and as files."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive import dates_in_words
from archive.crosstabs import DIMENSIONS, FIRST_YEAR, UNITS, Asked, Table, table
from archive.exports.about import about
from archive.exports.columns import Column
from archive.exports.tables import csv_text, xlsx
from archive.filters import CaseFilter, Selection
from archive.filters.fields import Choice, Number, Parameter, quoted
from archive.listing.words import word
from archive.views import queries

COLUMNS = ("year", *DIMENSIONS)
LONGEST = 60
"""Years in a table."""
UNIT_WORDS = {
    "persons": gettext_lazy("persons"),
    "cases": gettext_lazy("cases"),
    "restrictions": gettext_lazy("restrictions"),
}
YEAR = gettext_lazy("year")


class DayOfYear(Parameter):
    """A month and a day, written 01-01; a day that every year has."""

    def read(self, value: str) -> tuple[int, int]:
        if re.fullmatch(r"(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])", value):
            month, day = value.split("-")
            return int(month), int(day)
        raise ValidationError(
            _("%(value)s is no day of every year: write 01-01, up to 28 in each month."),
            params={"value": quoted(value)},
        )


class RuleBook(Parameter):
    """The version of the rule book that a printed address names."""

    def read(self, value: str) -> str:
        if not re.fullmatch(r"[0-9A-Za-z.,-]{1,60}", value):
            raise ValidationError(_("%(value)s is no version of a rule book."), params={"value": quoted(value)})
        return value


FIELDS: Mapping[str, Callable[[], forms.Field]] = {
    "count": lambda: Choice(known=lambda: UNITS),
    "rows": lambda: Choice(known=lambda: DIMENSIONS),
    "columns": lambda: Choice(known=lambda: COLUMNS),
    "from": lambda: Number(least=1990, most=2150),
    "to": lambda: Number(least=1990, most=2150),
    "day": DayOfYear,
    "rule_book": RuleBook,
}


class Built:
    """A table with everything that its page, its files and the API say of it."""

    def __init__(self, query: queries.Asked, request: HttpRequest) -> None:
        assert query.selection is not None
        self.selection = query.selection
        self.asked, self.rule_book = read(query, query.selection)
        self.table: Table = table(self.selection, self.asked)
        self.about = about(self.selection, request.build_absolute_uri(self._address(query)))

    def _address(self, query: queries.Asked) -> str:
        """The address that gives the same figures in ten years: day, knowledge and rule book are in it."""
        return query.address.having(
            count=self.asked.unit,
            rows=self.asked.rows,
            columns=self.asked.columns,
            on=self.selection.on.isoformat(),
            known=(self.selection.known or self.selection.today).isoformat(),
            rule_book=",".join(self.table.rule_books) or None,
            **{"from": str(self.asked.first), "to": str(self.asked.last), "day": self.day},
        )

    @property
    def day(self) -> str:
        return "{:02}-{:02}".format(*self.asked.month_day)

    @property
    def head(self) -> list[str]:
        return [self.name(self.asked.columns, column) for column in self.table.columns]

    @property
    def rows(self) -> list[tuple[str, Any]]:
        return [(self.name(self.asked.rows, row), cells) for row, cells in self.table.rows]

    def name(self, dimension: str, value: str) -> str:
        if not value:
            return _("not known")
        return value if dimension == "year" else word(dimension, value, {})

    @property
    def other_rule_book(self) -> bool:
        """Whether the address names another rule book than the counted editions were reckoned by."""
        return bool(self.rule_book) and self.rule_book != ",".join(self.table.rule_books)

    @property
    def sentence(self) -> str:
        """What a report can print under the table."""
        said = _(
            "%(units)s known to the Shekteu archive that were certainly under restriction by its calculation (then: "
            "possibly; not computed), by %(rows)s and %(columns)s, on %(day)s; as the archive knew it at the end of "
            "%(known)s, edition %(edition)s, rule book %(rule_book)s. %(address)s"
        )
        each = _("the day %(day)s of each year") % {"day": self.day}
        return said % {
            "units": str(UNIT_WORDS[self.asked.unit]).capitalize(),
            "rows": title(self.asked.rows).lower(),
            "columns": title(self.asked.columns).lower(),
            "day": each if self.asked.columns == "year" else dates_in_words.day(self.selection.on),
            "known": self.about.known,
            "edition": self.about.edition,
            "rule_book": ", ".join(self.table.rule_books) or "–",
            "address": self.about.query,
        }

    def flat(self) -> list[dict[str, Any]]:
        """A row a cell, for files and the API."""
        found = []
        for row, cells in self.table.rows:
            for column, cell in zip(self.table.columns, cells, strict=True):
                found.append({"row": row, "column": column, **cell._asdict()})
        return found


CELLS = tuple(
    Column(name, type_, description, lambda row, name=name: row[name])
    for name, type_, description in (
        ("row", "string", "Value of the rows' dimension; empty: not known."),
        ("column", "string", "Value of the columns' dimension, or the year."),
        ("certain", "integer", "Certainly in force on the day."),
        ("possible", "integer", "Possibly in force: a range holds the day."),
        ("not_computed", "integer", "A bound that decides is not known."),
    )
)


def title(dimension: str) -> str:
    return str(YEAR if dimension == "year" else CaseFilter.base_filters[dimension].label)


def read(query: queries.Asked, selection: Selection) -> tuple[Asked, str | None]:
    """The table that the parameters ask for, with the rule book that they name."""
    found = {name: field().clean(query.given.getlist(name)) for name, field in FIELDS.items()}
    last = found["to"] or max(selection.on.year, found["from"] or 0)
    first = found["from"] or min(FIRST_YEAR, last)
    asked = Asked(
        unit=found["count"] or "persons",
        rows=found["rows"] or "kind",
        columns=found["columns"] or "year",
        first=first,
        last=last,
        month_day=found["day"] or (1, 1),
    )
    return asked, found["rule_book"]


def problems(query: queries.Asked) -> dict[str, list[str]]:
    """What is wrong with the table's own parameters."""
    found = {}
    values: dict[str, Any] = {}
    for name, field in FIELDS.items():
        try:
            values[name] = field().clean(query.given.getlist(name))
        except ValidationError as error:
            found[name] = [str(one) for one in error.messages]
    first, last = values.get("from"), values.get("to")
    if first and last and not 0 <= last - first < LONGEST:
        found["to"] = [_("The years must go forwards, at most %(most)s of them.") % {"most": LONGEST}]
    if values.get("rows") and values.get("rows") == values.get("columns"):
        found["columns"] = [_("Rows and columns must differ.")]
    return found


def asked(request: HttpRequest) -> queries.Asked:
    """The address with the table's own parameters, and all that is wrong with it."""
    query = queries.asked(request, *FIELDS)
    query.problems.update(problems(query))
    return query


def tables(request: HttpRequest) -> HttpResponse:
    query = asked(request)
    built = Built(query, request) if not query.problems else None
    choices = {
        "units": [(unit, UNIT_WORDS[unit]) for unit in UNITS],
        "dimensions": [(one, title(one)) for one in DIMENSIONS],
        "columns": [(one, title(one)) for one in COLUMNS],
    }
    files = [(query.address.elsewhere(request.path.rstrip("/") + end), end[1:].upper()) for end in (".csv", ".xlsx")]
    return queries.page(request, "archive/tables.html", query, built=built, choices=choices, files=files)


def table_file(request: HttpRequest, ending: str) -> HttpResponseBase:
    """The table, a row a cell, as CSV or XLSX."""
    query = asked(request)
    if query.problems:
        return queries.refusal(query)
    built = Built(query, request)
    name = f"shekteu-table-{built.about.on}-edition-{built.about.edition}.{ending}"
    if ending == "xlsx":
        return FileResponse(xlsx([("table", CELLS, built.flat())], built.about), filename=name, as_attachment=True)
    text = "".join(csv_text(CELLS, built.flat(), built.about))
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(text, content_type="text/csv; charset=utf-8", headers=headers)
