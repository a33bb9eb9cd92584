"""The page of one case, and its text-only version."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from archive.index.days import read_days
from archive.index.fetch import with_case
from archive.index.kept import kept
from archive.index.published import PublishedCase, as_of
from archive.pages.case.context import case_context
from archive.pages.case.page import case_page
from archive.pages.case.use import paragraph


@kept
@with_case
def case(request: HttpRequest, newest: PublishedCase) -> HttpResponse:
    """The case on a day, as known now or on an earlier day; 400 with the reason beside a day that cannot be read."""
    days = read_days(request, timezone.localdate())
    case = as_of(newest.edition.case_key, days.known) if days.known else newest
    if case is None or case.document is None:
        raise Http404
    context = case_context(request, case, days, newest)
    return render(request, "archive/case.html", context, status=400 if days.problems else 200)


@kept
@with_case
def case_text(request: HttpRequest, case: PublishedCase) -> HttpResponse:
    """The same content as plain text, good for pasting."""
    days = read_days(request, timezone.localdate())
    page, edition = case_page(case.text, days.on), case.edition
    address = request.build_absolute_uri(reverse("archive:version", args=[edition.case_id, edition.version]))
    context = {"page": page, "edition": edition, "problems": days.problems}
    context["paragraph"] = paragraph(page, edition, address)
    content_type = "text/plain; charset=utf-8"
    return render(request, "archive/case.txt", context, content_type=content_type, status=400 if days.problems else 200)
