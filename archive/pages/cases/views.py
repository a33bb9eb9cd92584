"""The list of cases."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import patch_vary_headers

from archive.index.filters import CaseFilter, parameters
from archive.index.filters.address import Address
from archive.index.kept import kept
from archive.index.models import Entry
from archive.pages.cases.page import NoSuchPage, case_list_page


@kept
def cases(request: HttpRequest) -> HttpResponse:
    """All cases that the filters of the address choose; 400 with the reason beside each field it cannot read."""
    given = parameters(request)
    filters = CaseFilter(given, Entry.objects.for_lists(), today=today())
    address = Address.of(request.path, given)
    problems = filters.problems()
    found = None
    if not problems:
        try:
            found = case_list_page(filters, address)
        except NoSuchPage as error:
            problems = {"page": [str(error)]}
    context = {"list": found, "problems": problems, "given": given, "address": address, "today": today()}
    context["exchanged"] = "HX-Request" in request.headers
    response = render(request, "archive/cases/list.html", context, status=400 if problems else 200)
    patch_vary_headers(response, ["HX-Request"])
    return response


def today() -> date:
    """The day where the archive's people live."""
    return timezone.localdate()
