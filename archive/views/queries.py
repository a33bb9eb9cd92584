"""What every page over a selection does with its address."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from archive.filters import CaseFilter, Parameters, Selection, parameters
from archive.listing.address import Address
from archive.listing.choices import Chip, chips
from archive.models import Label
from archive.views.cases import today

LIST_ONLY = ("sort", "page")


@dataclass(frozen=True, slots=True)
class Asked:
    """An address as a selection, or the problems that it has."""

    given: Parameters
    address: Address
    selection: Selection | None
    problems: dict[str, list[str]]


def asked(request: HttpRequest, *more: str) -> Asked:
    """Read the address. ``more``: parameters that are no filters."""
    given = parameters(request)
    filters = CaseFilter(given, today(), ignored=more, without=LIST_ONLY)
    problems = filters.problems()
    return Asked(given, Address.of(request.path, given), None if problems else filters.selection(), problems)


def chosen(query: Asked) -> list[Chip]:
    """What was chosen, each with the way to undo it. One query if courts are among it."""
    if query.selection is None:
        return []
    tokens = [f"court:{value}" for value in query.selection.court]
    return chips(query.selection, query.address, Label.objects.newest(tokens) if tokens else {})


def page(request: HttpRequest, template: str, query: Asked, **context: Any) -> HttpResponse:
    """The page; 400 with the problems where there are any."""
    common = {
        "query": query,
        "chips": chosen(query),
        "problems": query.problems,
        "given": query.given,
        "today": today(),
    }
    return render(request, template, {**common, **context}, status=400 if query.problems else 200)


def refusal(query: Asked) -> HttpResponse:
    """The problems as plain text, for files."""
    lines = [f"{name}: {message}" for name, messages in query.problems.items() for message in messages]
    text = _("The query cannot be read:") + "\n" + "\n".join(lines) + "\n"
    return HttpResponse(text, status=400, content_type="text/plain; charset=utf-8")
