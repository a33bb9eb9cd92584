"""Lists of the cases that have one value of a main filter: the mirror's pages for what the site reads of an address."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse

from archive.index.columns.bitmaps import numbers
from archive.index.columns.selecting import choose
from archive.index.filters.filterset import LISTED_STATES
from archive.index.models import Entry
from archive.index.selection import Selection
from archive.pages.cases.views import cases

MAIN_FILTERS = ("kind", "state", "region", "year", "recognised")


def list_by(request: HttpRequest, name: str, value: str) -> HttpResponseBase:
    """The list of cases as the site shows it for `?name=value`."""
    request.META["QUERY_STRING"] = urlencode({name: value})
    request.path = reverse("archive:cases")  # whatever undoes the choice leads to the whole list
    return cases(request)


def filters_of_cases(day: date) -> dict[str, list[str]]:
    """By case id the queries by which the site's list finds the case on the day, such as `kind=fine&state=ended`.

    Kind and state are asked of one and the same restriction: each two together are a query of their own.
    """
    ids = dict(Entry.objects.known(None).values_list("edition", "case_id"))
    of_cases: dict[str, list[str]] = {case_id: [] for case_id in ids.values()}
    for filters in _choices(day):
        for edition in numbers(choose(Selection(today=day, on=day, **filters)).cases).tolist():
            of_cases[ids[edition]].append(urlencode(filters, doseq=True))
    return of_cases


def _choices(day: date) -> Iterator[dict[str, Any]]:
    """Each value of each main filter that any case has, and each kind in each state."""
    counts = choose(Selection(today=day, on=day)).tally.facets
    for name in MAIN_FILTERS:
        yield from ({name: (value,)} for value in sorted(counts[name]) if name != "state" or value in LISTED_STATES)
    for kind in sorted(counts["kind"]):
        yield from ({"kind": (kind,), "state": (state,)} for state in LISTED_STATES)
