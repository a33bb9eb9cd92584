"""What the desk shows of a case before it is published (settings.PREVIEW): the very pages that readers will see.

The desk may not import `archive`, so it finds these functions by name. They read no rows and no index.
"""

from copy import copy
from datetime import date

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import override

from archive.index.days import AddressDays
from archive.index.published import PublishedCase
from archive.pages.case.context import case_context
from archive.pages.case.page import case_page
from editions.models import Edition
from editions.schema import Document


def page(
    request: HttpRequest, document: Document, edition: Edition, on: date, language: str, media: str
) -> HttpResponse:
    """The case's public page as it would be in that language, whoever asks for it. `media`: where its files are."""
    case = PublishedCase(edition, document)
    with override(language):
        reader_request = as_reader(request, document)
        context = case_context(reader_request, case, AddressDays(on, None, {}), newest=case)
        return render(reader_request, "archive/case.html", {**context, "media": media})


def as_reader(request: HttpRequest, document: Document) -> HttpRequest:
    """The request as a reader's browser would make it once the case is published."""
    reader_request = copy(request)
    reader_request.path = reader_request.path_info = reverse("archive:case", args=[document.case.id])
    reader_request.META = {**request.META, "QUERY_STRING": ""}
    reader_request.GET = QueryDict()
    reader_request.user = AnonymousUser()
    return reader_request


def reckoning(document: Document, on: date) -> SafeString:
    """Every restriction with its steps, and the claims beside it, as parts of a page."""
    context = {"page": case_page(document, on)}
    parts = ("archive/case/_table.html", "archive/case/_claims.html")
    return SafeString("".join(render_to_string(part, context) for part in parts))
