"""The history of a case for readers: every edition with its reason and what changed, any old one readable."""

from itertools import pairwise
from typing import NamedTuple

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from archive.index.days import AddressDays, read_days, with_days
from archive.index.fetch import with_case
from archive.index.published import PublishedCase, editions_of
from archive.pages.case.context import case_context
from archive.pages.case.page import case_page
from archive.wording.changes import ChangeView, because, changes
from editions.current import document_of
from editions.models import Edition


class EditionView(NamedTuple):
    """An edition in the history; ``changes`` against the one before it, none for the first."""

    edition: Edition
    readable: bool
    changes: list[ChangeView]
    because: str


@with_case
@with_days
def versions(request: HttpRequest, case: PublishedCase, days: AddressDays) -> HttpResponse:
    page = case_page(case.text, days.on)
    history = edition_views(editions_of(case.edition.case_key))
    return render(request, "archive/editions.html", {"page": page, "history": history, "unlisted": case.unlisted})


@with_case
def moved(request: HttpRequest, case: PublishedCase, number: int = 0) -> HttpResponse:
    """An address of before: whatever number it has leads to the list of versions, so that none is told from another."""
    return HttpResponsePermanentRedirect(reverse("archive:versions", args=[case.edition.case_id]))


@with_case
def version(request: HttpRequest, case: PublishedCase, number: int) -> HttpResponse:
    """One version as it was, under a banner if a newer one stands."""
    edition = next((row for row in editions_of(case.edition.case_key) if row.version == number), None)
    if edition is None:
        raise Http404
    document = document_of(edition)
    if document is None:
        return render(request, "archive/gone.html", {"edition": edition}, status=410)
    days = read_days(request, timezone.localdate())
    context = case_context(request, PublishedCase(edition, document), days, newest=case)
    return render(request, "archive/case.html", {**context, "permanent": True}, status=400 if days.problems else 200)


def edition_views(newest_first: list[Edition]) -> list[EditionView]:
    documents = {edition.number: document_of(edition) for edition in newest_first}
    views = []
    for edition, older in pairwise([*newest_first, None]):
        assert edition is not None
        new, old = documents[edition.number], documents[older.number] if older else None
        differences = changes(old, new) if old and new else []
        reason = because(old, new, differences) if old and new else ""
        views.append(EditionView(edition, new is not None, differences, reason))
    return views
