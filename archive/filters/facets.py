"""The counts beside every choice, under the other filters, and the total: one query."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from django.db.models import Aggregate, CharField, Count, F, Func, Max, QuerySet, TextField, Value
from django.db.models.functions import Cast

from archive.filters.conditions import MARKS, entries, narrows_cases, of_cases, periods
from archive.filters.filterset import Selection
from archive.models import Entry

Counts = Mapping[str, Mapping[str, int]]
OF_PERIODS = ("kind", "state", "covers")


class Tally(NamedTuple):
    """How many cases and people a selection has, and how many cases each choice of each facet would give.

    ``edition``: the newest that the archive knew.
    """

    cases: int
    people: int
    edition: int
    facets: Counts


def tally(selection: Selection) -> Tally:
    """All counts of a selection. Choices within one facet do not shut each other out."""
    parts = list(_parts(selection))
    counted = parts[0].union(*parts[1:], all=True)
    rows = [(facet, token, number) for facet, token, number in counted]
    totals = {token: number for facet, token, number in rows if facet == "total"}
    numbers = [totals.get(name) or 0 for name in ("cases", "people", "edition")]
    return Tally(*numbers, _by_facet(selection, rows))


def _by_facet(selection: Selection, rows: list[tuple[str, str, int]]) -> Counts:
    own = {facet for facet in (*MARKS, "year") if _chosen(selection, facet)}
    found: dict[str, dict[str, int]] = {facet: {} for facet in (*OF_PERIODS, *MARKS, "year")}
    for counted_as, token, number in rows:
        facet, _colon, value = token.partition(":")
        if counted_as in OF_PERIODS:
            found[counted_as][token] = number
        elif facet in found and (counted_as == facet or (counted_as == "entry" and facet not in own)):
            found[facet][value] = number
    return found


def _chosen(selection: Selection, facet: str) -> bool:
    if facet == "year":
        return bool(selection.year_from or selection.year_to)
    return bool(getattr(selection, facet))


def _parts(selection: Selection) -> Iterator[QuerySet]:
    """Rows of (what was dropped, token, number): all facets without a choice at once, one more part for each with."""
    chosen = entries(selection)
    yield _row("total", Value("cases", TextField()), Count("edition"), chosen)
    yield _row("total", Value("people", TextField()), Count("person_id", distinct=True), chosen)
    yield _row("total", Value("edition", TextField()), Max("edition"), Entry.objects.known(selection.known))
    yield _unnested("entry", chosen)
    for facet in (*MARKS, "year"):
        if _chosen(selection, facet):
            yield _unnested(facet, entries(selection, facet))
    for facet in OF_PERIODS:
        yield _of_periods(selection, facet)


def _unnested(counted_as: str, found: QuerySet) -> QuerySet:
    token = Cast(Func(F("facets"), function="unnest"), TextField())
    return _row(counted_as, token, Count("edition"), found)


def _of_periods(selection: Selection, facet: str) -> QuerySet:
    """Distinct cases by kind, state or what is covered, of the restrictions that the rest speaks of."""
    found = periods(selection, facet)
    if narrows_cases(selection):
        found = found.filter(entry__in=of_cases(selection).values("edition"))
    if facet == "state":
        found = found.with_state(selection.on)
    value = Func(F("covers"), function="unnest") if facet == "covers" else F(facet)
    return _row(facet, Cast(value, TextField()), Count("entry_id", distinct=True), found)


def _row(counted_as: str, token: object, count: Aggregate, found: QuerySet) -> QuerySet:
    named = found.order_by().annotate(counted_as=Value(counted_as, CharField()), token=token)
    return named.values("counted_as", "token").annotate(number=count).values_list("counted_as", "token", "number")
