"""To follow one case or one person: editions as an Atom feed, endings as a calendar."""

from datetime import datetime

from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from archive.exports import rows
from archive.exports.about import described
from archive.exports.feeds import calendar
from archive.index.fetch import with_case
from archive.index.published import PublishedCase, editions_of, of_person
from archive.pages.case.page import person_name
from archive.wording.localize import localized_str
from editions.models import Edition
from law.country import country

FEED_LENGTH = 30
NOT_COUNTED = ("void", "expected")
"""States in which a restriction has no end to tell of."""


class Editions(Feed):
    """Newest editions first; an entry is one edition with its reason."""

    feed_type = Atom1Feed

    def __call__(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        """For who follows a case, not for search engines."""
        response = super().__call__(request, *args, **kwargs)
        response["X-Robots-Tag"] = "noindex"
        return response

    def item_title(self, item: Edition) -> str:
        return _("Edition %(number)s: %(case)s") % {"number": item.number, "case": item.case_id}

    def item_description(self, item: Edition) -> str:
        return localized_str(item.reason)

    def item_link(self, item: Edition) -> str:
        return reverse("archive:edition", args=[item.case_id, item.number])

    def item_pubdate(self, item: Edition) -> datetime:
        return item.published_at

    def item_updateddate(self, item: Edition) -> datetime:
        return item.published_at


class CaseFeed(Editions):
    """The editions of one case."""

    def get_object(self, request: HttpRequest, found: PublishedCase) -> PublishedCase:
        return found

    def title(self, found: PublishedCase) -> str:
        assert found.document is not None
        return f"Shekteu: {person_name(found.document)}"

    def link(self, found: PublishedCase) -> str:
        return reverse("archive:case", args=[found.edition.case_id])

    def items(self, found: PublishedCase) -> list[Edition]:
        return editions_of(found.edition.case_key)[:FEED_LENGTH]


@with_case
def case_feed(request: HttpRequest, found: PublishedCase) -> HttpResponse:
    return CaseFeed()(request, found=found)


class PersonFeed(Editions):
    """The editions of all cases of one person."""

    def get_object(self, request: HttpRequest, person_id: str) -> list[PublishedCase]:
        found = of_person(person_id)
        if not found:
            raise Http404
        return found

    def title(self, found: list[PublishedCase]) -> str:
        assert found[-1].document is not None
        return f"Shekteu: {person_name(found[-1].document)}"

    def link(self, found: list[PublishedCase]) -> str:
        assert found[-1].document is not None
        return reverse("archive:person", args=[found[-1].document.person.id])

    def items(self, found: list[PublishedCase]) -> list[Edition]:
        keys = [one.edition.case_key for one in found]
        return list(Edition.objects.filter(case_key__in=keys).order_by("-number")[:FEED_LENGTH])


@with_case
def case_calendar(request: HttpRequest, found: PublishedCase) -> HttpResponse:
    """The last days of a case's restrictions as all-day events, worded as in the calendar of all cases."""
    today = timezone.localdate()
    told = described(today, today, found.edition.number, _absolute(request, "archive:case", found.edition.case_id))
    # Custody before force has no term of its own that could end.
    lasting = (row for row in rows.of_case(found.edition.number, today) if row["kind"] not in country().pretrial_kinds)
    ending = (row for row in lasting if row["state"] not in NOT_COUNTED)
    content = b"".join(calendar(ending, told, _absolute(request, "archive:cases")))
    name = f'attachment; filename="{found.edition.case_id}.ics"'
    return HttpResponse(content, "text/calendar; charset=utf-8", headers={"Content-Disposition": name})


def _absolute(request: HttpRequest, name: str, *args: str) -> str:
    return request.build_absolute_uri(reverse(name, args=args))
