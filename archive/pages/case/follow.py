"""To follow one case or one person: editions as an Atom feed, endings as a calendar."""

from collections.abc import Sequence

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from archive.exports import rows
from archive.exports.about import described
from archive.exports.calendars import calendar
from archive.exports.feeds import FEED_LENGTH, FeedEntry, FeedHead
from archive.index.fetch import with_case
from archive.index.published import PublishedCase, editions_of, of_person
from archive.index.snapshot import in_one_snapshot
from archive.pages.case.page import person_name
from archive.pages.feed_response import feed_response, page_number
from archive.wording.localize import localized_str
from editions.current import document_of
from editions.models import Edition
from law.country import country
from records.languages import active_language

NOT_COUNTED = ("void", "expected")
"""States in which a restriction has no end to tell of."""


@with_case
def case_feed(request: HttpRequest, case: PublishedCase) -> HttpResponse:
    """The editions of one case."""
    editions = [edition for edition in editions_of(case.edition.case_key) if document_of(edition)]
    return editions_feed(
        request, person_name(case.text), reverse("archive:case", args=[case.edition.case_id]), editions
    )


def person_feed(request: HttpRequest, person_id: str) -> HttpResponse:
    """The editions of all cases of one person."""
    cases = of_person(person_id)
    if not cases:
        raise Http404
    keys = [case.edition.case_key for case in cases]
    published = Edition.objects.filter(case_key__in=keys, kind=Edition.Kind.PUBLISHED, text__isnull=False)
    person = cases[-1].text
    page = reverse("archive:person", args=[person.person.id])
    return editions_feed(request, person_name(person), page, list(published.order_by("-published_at", "key")))


def editions_feed(request: HttpRequest, name: str, page: str, editions: Sequence[Edition]) -> HttpResponse:
    """One page of the feed of these editions, which are the newest first; ``page``: whom they speak of.

    For who follows a case, not for search engines.
    """
    pages = max(1, -(-len(editions) // FEED_LENGTH))
    number, here = page_number(request, pages), request.build_absolute_uri(request.path)
    today, link = timezone.localdate(), request.build_absolute_uri(page)
    source = described(today, today, editions[0].published_at, link)
    head = FeedHead(
        title=f"Shekteu: {name}",
        link=link,
        note=source.note,
        rights=source.licence,
        language=active_language(),
        changed=editions[0].published_at,
        page_address=lambda number: f"{here}?page={number}" if number > 1 else here,
    )
    on_page = editions[(number - 1) * FEED_LENGTH : number * FEED_LENGTH]
    response = feed_response(head, [feed_entry(request, name, edition) for edition in on_page], number, pages)
    response["X-Robots-Tag"] = "noindex"
    return response


def feed_entry(request: HttpRequest, name: str, edition: Edition) -> FeedEntry:
    return FeedEntry(
        name=name,
        version=edition.version or 0,
        reason=localized_str(edition.reason),
        address=request.build_absolute_uri(reverse("archive:version", args=[edition.case_id, edition.version])),
        key=edition.key,
        published_at=edition.published_at,
    )


@in_one_snapshot
@with_case
def case_calendar(request: HttpRequest, case: PublishedCase) -> HttpResponse:
    """The last days of a case's restrictions as all-day events, worded as in the calendar of all cases."""
    today, case_id, number = timezone.localdate(), case.edition.case_id, case.edition.number
    page, home = (
        request.build_absolute_uri(address)
        for address in (reverse("archive:case", args=[case_id]), reverse("archive:cases"))
    )
    # Custody before force has no term of its own that could end.
    lasting = (row for row in rows.of_case(number, today) if row["kind"] not in country().pretrial_kinds)
    ending = (row for row in lasting if row["state"] not in NOT_COUNTED)
    content = b"".join(calendar(ending, described(today, today, case.edition.published_at, page), home))
    headers = {"Content-Disposition": f'attachment; filename="{case_id}.ics"'}
    return HttpResponse(content, "text/calendar; charset=utf-8", headers=headers)
