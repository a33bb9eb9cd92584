"""What a table is asked: its own parameters beside the filters."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, NamedTuple

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.charts.question import OF_LISTS, Asked, asked
from archive.index.columns.selecting import Chosen
from archive.index.filters import Parameters
from archive.index.filters.fields import Choice, Number, Tokens

COUNTED = ("persons", "cases", "restrictions")
DIMENSIONS = ("kind", "covers", "article", "offence", "gender", "region", "court_region", "penalty")
YEAR = "year"
FIRST_YEAR, LAST_YEAR = 1990, 2150
MOST_YEARS = 60
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


@dataclass(frozen=True, slots=True)
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


class Read(NamedTuple):
    """The address with its problems, and the table's own parameters as far as they can be read.

    ``only_contradicts``: each value alone would be good.
    """

    asked: Asked
    own: dict[str, Any]
    only_contradicts: bool


def read(request: HttpRequest) -> Read:
    """Reads the address of a table."""
    found = asked(request, OWN)
    form = TableForm(found.given)
    found.problems.update({name: [str(one) for one in errors] for name, errors in form.errors.items()})
    for name in NOT_HERE:
        if name in found.given:
            found.problems[name] = [_("A table has no such filter: it counts what is certain, possible and neither.")]
    own = {"count": "persons", "rows": "kind", "columns": YEAR, **_given(form.cleaned_data)}
    if found.problems:
        unreadable = form.errors or any(name in found.given for name in (*NOT_HERE, *OF_LISTS))
        return Read(found, own, found.filters.only_contradicts and not unreadable)
    found.problems.update(_contradictions(found, own))
    return Read(found, own, bool(found.problems))


def _given(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in (None, "", ())}


def _contradictions(found: Asked, own: dict[str, Any]) -> dict[str, list[str]]:
    on, wrong = last_day(found), {}
    if own["rows"] == own["columns"]:
        wrong["columns"] = [_("Rows and columns are the same: choose another.")]
    if (on.month, on.day) == (2, 29):
        wrong["on"] = [_("Not every year has a 29 February: choose another day.")]
    if not FIRST_YEAR <= on.year <= LAST_YEAR:
        wrong["on"] = [_("A table counts from 1990 to 2150.")]
    elif own.get("first", on.year) > on.year:
        wrong["first"] = [_("This lies after the last year, %(year)s.") % {"year": on.year}]
    elif on.year - own.get("first", on.year) >= MOST_YEARS:
        wrong["first"] = [_("At most %(most)s years.") % {"most": MOST_YEARS}]
    return wrong


def last_day(found: Asked) -> date:
    """The newest day of a table: the one chosen, else the first of this year."""
    return found.selection.on if "on" in found.given else date(found.today.year, 1, 1)


def question(found: Asked, own: dict[str, Any]) -> Question:
    """The question, which has no problems."""
    on = last_day(found)
    shown = BY_YEAR if own["columns"] == YEAR else ALONE
    first = own.get("first", max(FIRST_YEAR, on.year - shown + 1))
    days = tuple(on.replace(year=year) for year in range(first, on.year + 1))
    chosen = found.chosen.asking(replace(found.selection, on=on))
    return Question(chosen, own["count"], own["rows"], own["columns"], days, own.get("rules", ()))


def wrong_rules(asked_for: Collection[str], used: Collection[str]) -> dict[str, list[str]]:
    """Says which rule books made the figures where the address names others."""
    if not asked_for or set(asked_for) == set(used):
        return {}
    message = _("The cases counted here were reckoned by the rule book of: %(used)s.")
    return {"rules": [message % {"used": ", ".join(sorted(used)) or _("none")}]}


def parameters_of(asked_question: Question, known: date) -> Parameters:
    """The parameters that make an address keep its figures."""
    found = Parameters()
    for name, value in (
        ("count", asked_question.count),
        ("rows", asked_question.rows),
        ("columns", asked_question.columns),
        ("on", asked_question.chosen.selection.on.isoformat()),
        ("first", str(asked_question.days[0].year)),
        ("known", known.isoformat()),
    ):
        found.appendlist(name, value)
    return found
