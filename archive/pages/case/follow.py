"""To follow one case or one person: editions as an Atom feed, endings as a calendar."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from archive.exports import rows
from archive.exports.about import described
from archive.exports.calendars import calendar
from archive.index.fetch import with_case
from archive.index.published import PublishedCase, editions_of, of_person
from archive.pages.case.page import person_name
from archive.wording.localize import localized_str
from editions.current import document_of
from editions.models import Edition
from law.country import country

FEED_LENGTH = 50
NOT_COUNTED = ("void", "expected")
"""States in which a restriction has no end to tell of."""


if TYPE_CHECKING:
    EditionFeed = Feed[Edition, Any]
else:
    EditionFeed = Feed


class EditionsFeed(EditionFeed):
    """Newest editions first; an entry is one edition with its reason."""

    feed_type = Atom1Feed
    author_name = "Shekteu"

    def __call__(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        """For who follows a case, not for search engines."""
        response = super().__call__(request, *args, **kwargs)
        response["X-Robots-Tag"] = "noindex"
        return response

    def item_title(self, edition: Edition) -> str:
        words = {"number": edition.version, "reason": localized_str(edition.reason)}
        return _("Version %(number)s: %(reason)s") % words

    def item_guid(self, edition: Edition) -> str:
        """The same everywhere: its random key."""
        return f"urn:shekteu:version:{edition.key}"

    def item_description(self, edition: Edition) -> str:
        return localized_str(edition.reason)

    def item_link(self, edition: Edition) -> str:
        return reverse("archive:version", args=[edition.case_id, edition.version])

    def item_pubdate(self, edition: Edition) -> datetime:
        return edition.published_at

    def item_updateddate(self, edition: Edition) -> datetime:
        return edition.published_at


class CaseFeed(EditionsFeed):
    """The editions of one case."""

    def get_object(self, request: HttpRequest, case: PublishedCase) -> PublishedCase:
        return case

    def title(self, case: PublishedCase) -> str:
        return f"Shekteu: {person_name(case.text)}"

    def link(self, case: PublishedCase) -> str:
        return reverse("archive:case", args=[case.edition.case_id])

    def items(self, case: PublishedCase) -> list[Edition]:
        return [edition for edition in editions_of(case.edition.case_key) if document_of(edition)][:FEED_LENGTH]


@with_case
def case_feed(request: HttpRequest, case: PublishedCase) -> HttpResponse:
    return CaseFeed()(request, case=case)


class PersonFeed(EditionsFeed):
    """The editions of all cases of one person."""

    def get_object(self, request: HttpRequest, person_id: str) -> list[PublishedCase]:
        cases = of_person(person_id)
        if not cases:
            raise Http404
        return cases

    def title(self, cases: list[PublishedCase]) -> str:
        return f"Shekteu: {person_name(cases[-1].text)}"

    def link(self, cases: list[PublishedCase]) -> str:
        return reverse("archive:person", args=[cases[-1].text.person.id])

    def items(self, cases: list[PublishedCase]) -> list[Edition]:
        keys = [case.edition.case_key for case in cases]
        published = Edition.objects.filter(case_key__in=keys, kind=Edition.Kind.PUBLISHED, text__isnull=False)
        return list(published.order_by("-published_at", "key")[:FEED_LENGTH])


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
