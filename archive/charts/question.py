"""What somebody asked a page of figures: the filters that they share with the list, and what is wrong with them."""

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
class Asked:
    """The address as it was read. ``problems``: what is wrong, by parameter; empty if nothing is."""

    given: Parameters
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
        return Address(list_path(), self.of_filters()).having(**values)

    def kept(self, *shown: str) -> list[tuple[str, str]]:
        """What was given beside the fields that a form shows, so that sending it keeps it."""
        return [(name, value) for name in self.given if name not in shown for value in self.given.getlist(name)]

    def of_filters(self) -> dict[str, list[str]]:
        names = [name for name in self.given if name in self.filters.filters and name not in OF_LISTS]
        return {name: self.given.getlist(name) for name in names}


def asked(request: HttpRequest, own: Collection[str] = ()) -> Asked:
    """Reads the address. ``own``: parameters of the page beside the filters."""
    given, today = parameters(request), timezone.localdate()
    filters = CaseFilter(given, today=today, ignored=own)
    problems = filters.problems()
    for name in OF_LISTS:
        if name in given:
            problems[name] = [_("This page has no such filter: everything is counted.")]
    return Asked(given, filters, Address.of(request.path, given), problems, today)


def list_path() -> str:
    return reverse("archive:cases")


def chips_of(found: Asked) -> list[Chip]:
    """What was chosen, each with the way to undo it."""
    return chips(found.selection, found.address, found.chosen.columns.courts)
