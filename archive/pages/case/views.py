"""The page of one case, and its text-only version."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from archive.index.days import AddressDays, read_days
from archive.index.fetch import with_case
from archive.index.published import PublishedCase, as_of
from archive.pages.case.metadata import citation_meta, json_ld
from archive.pages.case.page import CasePage, case_page
from archive.pages.case.print_box import print_box
from archive.pages.case.related import related_groups
from records.languages import active_language


@with_case
def case(request: HttpRequest, found: PublishedCase) -> HttpResponse:
    days = read_days(request, timezone.localdate())
    shown = found
    if days.known is not None:
        shown = as_of(found.edition.case_key, days.known)
        if shown is None or shown.document is None:
            raise Http404
    return page_of(request, shown, days, newest=found)


def page_of(request: HttpRequest, found: PublishedCase, days: AddressDays, **more: Any) -> HttpResponse:
    """The page of one edition. With another ``newest`` it stands under a banner."""
    assert found.document is not None
    page = case_page(found.document, days.on)
    context = {
        "page": page,
        "edition": found.edition,
        "unlisted": more.get("newest", found).unlisted,
        "is_today": days.on == timezone.localdate(),
        "known": days.known,
        "day_error": days.problem("on"),
        "day_given": request.GET.get("on", ""),
        "known_error": days.problem("known"),
        "known_given": request.GET.get("known", ""),
        "unknown_parameters": days.unknown,
        "box": box_of(page, found),
        "related": related_groups(found.document),
        "media": settings.MEDIA_URL,
        "citation": citation_meta(page, found.edition, request.build_absolute_uri),
        "json_ld": json_ld(page, found.edition, request.build_absolute_uri),
        "permanent_address": permanent_address(request, found),
        "embed_address": embed_address(request, found),
        **more,
    }
    return render(request, "archive/case.html", context, status=400 if days.problems else 200)


def permanent_address(request: HttpRequest, found: PublishedCase) -> str:
    """The address that shows this edition for ever."""
    return request.build_absolute_uri(reverse("archive:edition", args=[found.edition.case_id, found.edition.number]))


def embed_address(request: HttpRequest, found: PublishedCase) -> str:
    """The frame for other sites, in the language of the page from which its code is copied."""
    return request.build_absolute_uri(reverse("embed", args=[found.edition.case_id])) + f"?lang={active_language()}"


def box_of(page: CasePage, found: PublishedCase) -> Any:
    day = timezone.localdate(found.edition.published_at)
    return print_box(page.name.text, page.rows, page.on, found.edition.number, day)


@with_case
def case_text(request: HttpRequest, found: PublishedCase) -> HttpResponse:
    """The same content as plain text, good for pasting."""
    assert found.document is not None
    days = read_days(request, timezone.localdate())
    page = case_page(found.document, days.on)
    context = {"page": page, "edition": found.edition, "box": box_of(page, found), "problems": days.problems}
    context["address"] = permanent_address(request, found)
    response = render(request, "archive/case.txt", context, content_type="text/plain; charset=utf-8")
    response.status_code = 400 if days.problems else 200
    return response
