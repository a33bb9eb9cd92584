"""The list of cases."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from archive.index.filters import CaseFilter, parameters
from archive.index.filters.address import Address
from archive.index.filters.former import by_present_names
from archive.index.kept import kept
from archive.index.models import Entry
from archive.pages.cases.page import case_list_page


@by_present_names
@kept
def cases(request: HttpRequest) -> HttpResponse:
    """Lists the cases that the address's filters choose, 25 a page.

    Answers 400, with a message beside each field that cannot be read.
    """
    params, today = parameters(request), localdate()
    filters = CaseFilter(params, Entry.objects.for_lists(), today=today)
    address = Address.of(request.path, params)
    problems = filters.problems()
    if not problems and filters.chosen.selection.page > filters.chosen.pages:
        problems["page"] = [_("There is no such page: the last is %(last)s.") % {"last": filters.chosen.pages}]
    context = {
        "list": None if problems else case_list_page(filters, address),
        "problems": problems,
        "given": params,
        "address": address,
        "today": today,
        "exchanged": "HX-Request" in request.headers,
    }
    response = render(request, "archive/cases/list.html", context, status=400 if problems else 200)
    patch_vary_headers(response, ["HX-Request"])
    return response
