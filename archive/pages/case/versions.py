"""The history of a case for readers: every edition with its reason and what changed, any old one readable."""

from itertools import pairwise
from typing import NamedTuple

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from archive.index.days import AddressDays, read_days, with_days
from archive.index.fetch import with_case
from archive.index.published import PublishedCase, editions_of
from archive.pages.case.page import case_page
from archive.pages.case.views import page_of
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
def editions(request: HttpRequest, found: PublishedCase, days: AddressDays) -> HttpResponse:
    assert found.document is not None
    page = case_page(found.document, days.on)
    context = {"page": page, "listed": _history(editions_of(found.edition.case_key)), "unlisted": found.unlisted}
    return render(request, "archive/editions.html", context)


@with_case
def edition(request: HttpRequest, found: PublishedCase, number: int) -> HttpResponse:
    """One edition as it was, under a banner if a newer one stands."""
    old = next((one for one in editions_of(found.edition.case_key) if one.number == number), None)
    if old is None:
        raise Http404
    document = document_of(old)
    if document is None:
        return render(request, "archive/gone.html", {"edition": old}, status=410)
    days = read_days(request, timezone.localdate())
    return page_of(request, PublishedCase(old, document), days, newest=found, permanent=True)


def _history(newest_first: list[Edition]) -> list[EditionView]:
    documents = {one.number: document_of(one) for one in newest_first}
    listed = []
    for newer, older in pairwise([*newest_first, None]):
        assert newer is not None
        new, old = documents[newer.number], documents[older.number] if older else None
        found = changes(old, new) if old and new else []
        listed.append(EditionView(newer, new is not None, found, because(old, new, found) if old and new else ""))
    return listed
