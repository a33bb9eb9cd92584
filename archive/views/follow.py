"""To follow one case or one person: editions as an Atom feed, endings as a calendar."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from archive.case_page.page import CasePage, case_page, person_name
from archive.case_page.restrictions import Row
from archive.documents import Found, editions_of, newest, of_person
from archive.translated import plain
from archive.views.fetch import day_of, with_case
from editions.models import Edition

FEED_LENGTH = 30


class Editions(Feed):
    """Newest editions first; an entry is one edition with its reason."""

    feed_type = Atom1Feed

    def item_title(self, item: Edition) -> str:
        return _("Edition %(number)s: %(case)s") % {"number": item.number, "case": item.case_id}

    def item_description(self, item: Edition) -> str:
        return plain(item.reason)

    def item_link(self, item: Edition) -> str:
        return reverse("archive:edition", args=[item.case_id, item.number])

    def item_pubdate(self, item: Edition) -> datetime:
        return item.published_at

    def item_updateddate(self, item: Edition) -> datetime:
        return item.published_at


class CaseFeed(Editions):
    """The editions of one case."""

    def get_object(self, request: HttpRequest, case_id: str) -> Found:
        found = newest(case_id)
        if found is None or found.document is None:
            raise Http404
        return found

    def title(self, found: Found) -> str:
        assert found.document is not None
        return f"Shekteu: {person_name(found.document)}"

    def link(self, found: Found) -> str:
        return reverse("archive:case", args=[found.edition.case_id])

    def items(self, found: Found) -> list[Edition]:
        return editions_of(found.edition.case_key)[:FEED_LENGTH]


class PersonFeed(Editions):
    """The editions of all cases of one person."""

    def get_object(self, request: HttpRequest, person_id: str) -> list[Found]:
        found = of_person(person_id)
        if not found:
            raise Http404
        return found

    def title(self, found: list[Found]) -> str:
        assert found[-1].document is not None
        return f"Shekteu: {person_name(found[-1].document)}"

    def link(self, found: list[Found]) -> str:
        assert found[-1].document is not None
        return reverse("archive:person", args=[found[-1].document.person.id])

    def items(self, found: list[Found]) -> list[Edition]:
        keys = [one.edition.case_key for one in found]
        return list(Edition.objects.filter(case_key__in=keys).order_by("-number")[:FEED_LENGTH])


@with_case
def case_calendar(request: HttpRequest, found: Found) -> HttpResponse:
    """The last days of a case's restrictions as all-day events, each worded as a calculation or a report."""
    assert found.document is not None
    page = case_page(found.document, day_of(request)[0])
    address = request.build_absolute_uri(reverse("archive:case", args=[found.edition.case_id]))
    calendar = Calendar()
    calendar.add("prodid", "-//Shekteu//cases//EN")
    calendar.add("version", "2.0")
    calendar.add("name", page.name.text)
    for row in page.rows:
        if _has_a_day(row):
            calendar.add_component(_event(row, page, found.edition, address))
    name = f'attachment; filename="{found.edition.case_id}.ics"'
    return HttpResponse(calendar.to_ical(), "text/calendar; charset=utf-8", headers={"Content-Disposition": name})


def _has_a_day(row: Row) -> bool:
    exact = row.outcome.ends.is_exact and not row.outcome.open_ended
    return exact and not row.held and row.state not in ("void", "expected")


def _event(row: Row, page: CasePage, edition: Edition, address: str) -> Event:
    ends: date | None = row.outcome.ends.earliest
    assert ends is not None
    computed = row.outcome.end_basis == "computed"
    said = (
        _("By our calculation the last day: %(what)s, %(name)s")
        if computed
        else _("Last day as reported: %(what)s, %(name)s")
    )
    event = Event()
    values: dict[str, Any] = {
        "uid": f"{edition.case_id}-{row.anchor}@shekteu",
        "dtstamp": edition.published_at.astimezone(UTC),
        "dtstart": ends - timedelta(1),
        "dtend": ends,
        "summary": said % {"what": row.name, "name": page.name.text},
        "description": _("Calculated, not a court’s decision."),
        "url": f"{address}#{row.anchor}",
        "transp": "TRANSPARENT",
    }
    for name, value in values.items():
        event.add(name, value)
    return event
