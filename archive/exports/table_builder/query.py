"""What a table is asked: its own parameters beside the filters."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.charts.query import OF_LISTS, FiguresQuery, read_query
from archive.index.columns.selecting import Chosen
from archive.index.filters.fields import Choice, Number, Tokens
from archive.index.selection import Selection

COUNTED = ("persons", "cases", "restrictions")
DIMENSIONS = ("kind", "covers", "article", "offence", "gender", "region", "court_region", "penalty")
YEAR = "year"
FIRST_YEAR, LAST_YEAR = 1990, 2150
MOST_YEARS, MOST_TABLES = 60, 12
"""Days counted at most: with years as columns, and with a table for each day, which has hundreds of cells."""
BY_YEAR, ALONE = 10, 1
"""Days shown if nobody says since which year: with years as columns, and with a table for each day."""
OWN = ("count", "rows", "columns", "first", "rules")
NOT_HERE = ("state", "ends_within")


class TableForm(forms.Form):
    """The parameters that only tables have; each is absent, right, or an error beside its field."""

    count = Choice(lambda: COUNTED, label=gettext_lazy("Count"))
    rows = Choice(lambda: DIMENSIONS, label=gettext_lazy("Rows"))
    columns = Choice(lambda: (YEAR, *DIMENSIONS), label=gettext_lazy("Columns"))
    first = Number(FIRST_YEAR, LAST_YEAR, label=gettext_lazy("Since the year"))
    rules = Tokens(label=gettext_lazy("Rule book"))


@dataclass(frozen=True)
class Question:
    """``days``: the same day of every year, the last of them the day of the selection.

    ``rules``: the editions of the rule book that the address names; empty: any.
    """

    chosen: Chosen
    count: str
    rows: str
    columns: str
    days: tuple[date, ...]
    rules: tuple[str, ...]

    @property
    def selection(self) -> Selection:
        return self.chosen.selection

    def parameters(self, known: date) -> dict[str, tuple[str, ...]]:
        """The parameters that make an address keep its figures."""
        return {
            "count": (self.count,),
            "rows": (self.rows,),
            "columns": (self.columns,),
            "on": (self.selection.on.isoformat(),),
            "first": (str(self.days[0].year),),
            "known": () if self.selection.as_of else (known.isoformat(),),
        }


@dataclass(frozen=True)
class TableQuery:
    """The address of a table, and the table's own parameters as far as they can be read.

    ``only_contradicts``: each value alone would be good.
    """

    figures: FiguresQuery
    own: dict[str, Any]
    only_contradicts: bool

    @property
    def problems(self) -> dict[str, list[str]]:
        return self.figures.problems

    @property
    def last_day(self) -> date:
        """The newest day of a table: the one chosen, else the first of this year."""
        figures = self.figures
        return figures.selection.on if "on" in figures.params else date(figures.today.year, 1, 1)


def read_table_query(request: HttpRequest) -> TableQuery:
    """Reads the address of a table."""
    figures = read_query(request, OWN)
    form = TableForm(figures.params)
    figures.problems.update({name: list(map(str, errors)) for name, errors in form.errors.items()})
    for name in NOT_HERE:
        if name in figures.params:
            figures.problems[name] = [
                _("A table has no such filter: it counts what is certain, likely, possible and not known.")
            ]
    own = {"count": "persons", "rows": "kind", "columns": YEAR}
    own |= {name: value for name, value in form.cleaned_data.items() if value not in (None, "", ())}
    if figures.problems:
        unreadable = form.errors or any(name in figures.params for name in (*NOT_HERE, *OF_LISTS))
        return TableQuery(figures, own, figures.filters.only_contradicts and not unreadable)
    figures.problems.update(contradictions(TableQuery(figures, own, only_contradicts=False)))
    return TableQuery(figures, own, only_contradicts=bool(figures.problems))


def contradictions(query: TableQuery) -> dict[str, list[str]]:
    """What values that can each be read say against each other."""
    on, own, wrong = query.last_day, query.own, {}
    most = MOST_YEARS if own["columns"] == YEAR else MOST_TABLES
    if own["rows"] == own["columns"]:
        wrong["columns"] = [_("Rows and columns are the same: choose another.")]
    if (on.month, on.day) == (2, 29):
        wrong["on"] = [_("Not every year has a 29 February: choose another day.")]
    if not FIRST_YEAR <= on.year <= LAST_YEAR:
        wrong["on"] = [_("A table counts from 1990 to 2150.")]
    elif own.get("first", on.year) > on.year:
        wrong["first"] = [_("This lies after the last year, %(year)s.") % {"year": on.year}]
    elif on.year - own.get("first", on.year) >= most:
        wrong["first"] = [_("At most %(most)s years.") % {"most": most}]
    return wrong


def question_of(query: TableQuery) -> Question:
    """What a query without problems asks for."""
    on, own, chosen = query.last_day, query.own, query.figures.chosen
    shown = BY_YEAR if own["columns"] == YEAR else ALONE
    first = own.get("first", max(FIRST_YEAR, on.year - shown + 1))
    return Question(
        chosen=chosen.asking(replace(query.figures.selection, on=on)),
        count=own["count"],
        rows=own["rows"],
        columns=own["columns"],
        days=tuple(on.replace(year=year) for year in range(first, on.year + 1)),
        rules=own.get("rules", ()),
    )


def wrong_rules(rules: Collection[str], used: Collection[str]) -> dict[str, list[str]]:
    """Says which rule books made the figures where the address names others."""
    if not rules or set(rules) == set(used):
        return {}
    message = _("Calculated with the rule book of: %(used)s.")
    return {"rules": [message % {"used": ", ".join(sorted(used)) or _("none")}]}
