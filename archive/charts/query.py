"""The address of a page of figures: the filters that it shares with the list, and what is wrong with them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from archive.index.columns.selecting import Chosen
from archive.index.filters import CaseFilter, Parameters, Selection, parameters
from archive.index.filters.address import Address
from archive.wording.filter_choices import Chip, chips

OF_LISTS = ("sort", "page")
"""Filters of the list that mean nothing where everything is counted."""


@dataclass(frozen=True, slots=True)
class FiguresQuery:
    """The address as it was read. ``problems``: what is wrong, by parameter; empty if nothing is."""

    params: Parameters
    filters: CaseFilter
    address: Address
    problems: dict[str, list[str]]
    today: date

    @property
    def chosen(self) -> Chosen:
        return self.filters.chosen

    @property
    def selection(self) -> Selection:
        return self.filters.selection()

    def list_address(self, **values: str | None) -> str:
        """The list of cases with the same filters and these values instead."""
        return Address(reverse("archive:cases"), self.of_filters()).having(**values)

    def kept(self, *shown: str) -> list[tuple[str, str]]:
        """The parameters beside the fields that a form shows, so that sending it keeps them."""
        return [(name, value) for name in self.params if name not in shown for value in self.params.getlist(name)]

    def of_filters(self) -> dict[str, list[str]]:
        names = [name for name in self.params if name in self.filters.filters and name not in OF_LISTS]
        return {name: self.params.getlist(name) for name in names}


def read_query(request: HttpRequest, own: Collection[str] = ()) -> FiguresQuery:
    """Reads the address. ``own``: parameters of the page beside the filters."""
    params, today = parameters(request), timezone.localdate()
    filters = CaseFilter(params, today=today, ignored=own)
    problems = filters.problems()
    for name in OF_LISTS:
        if name in params:
            problems[name] = [_("This page has no such filter: everything is counted.")]
    return FiguresQuery(params, filters, Address.of(request.path, params), problems, today)


def chips_of(query: FiguresQuery) -> list[Chip]:
    """What was chosen, each with the way to undo it."""
    return chips(query.selection, query.address, query.chosen.columns.courts)
