"""What the desk shows of a case before it is published (settings.PREVIEW): the very pages that readers will see.

The desk may not import `archive`, so it finds these functions by name. They read no rows and no index.
"""

from copy import copy
from datetime import date

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse, QueryDict
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import override

from archive.index.days import AddressDays
from archive.index.published import PublishedCase
from archive.pages.case.page import case_page
from archive.pages.case.views import page_of
from editions.models import Edition
from editions.schema import Document


def page(
    request: HttpRequest, document: Document, edition: Edition, on: date, language: str, media: str
) -> HttpResponse:
    """The case's public page as it would be in that language, whoever asks for it. `media`: where its files are."""
    found = PublishedCase(edition, document)
    with override(language):
        return page_of(_as_reader(request, document), found, AddressDays(on, None, {}), newest=found, media=media)


def _as_reader(request: HttpRequest, document: Document) -> HttpRequest:
    """The request as a reader's browser would make it once the case is published."""
    asked = copy(request)
    asked.path = asked.path_info = reverse("archive:case", args=[document.case.id])
    asked.META = {**request.META, "QUERY_STRING": ""}
    asked.GET = QueryDict()
    asked.user = AnonymousUser()
    return asked


def reckoning(document: Document, on: date) -> SafeString:
    """Every restriction with its steps, and the claims beside it, as parts of a page."""
    context = {"page": case_page(document, on)}
    parts = ("archive/case/_table.html", "archive/case/_claims.html")
    return SafeString("".join(render_to_string(part, context) for part in parts))
