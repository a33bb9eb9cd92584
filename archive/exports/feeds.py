"""Changes of the filtered set as an Atom feed, and its endings as a calendar."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from io import StringIO
from itertools import islice
from typing import Any

from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.utils.xmlutils import SimplerXMLGenerator
from icalendar import Calendar, Event

from archive.exports.about import About
from archive.exports.rows import Row
from archive.wording import dates as dates_in_words
from archive.wording import localize as translated
from editions.models import Edition
from law.dates import DateRange

AT_ONCE = 500


class Atom(Atom1Feed):
    """An Atom feed that is written while its items are read."""

    def parts(self, items: Iterable[dict[str, Any]]) -> Iterator[str]:
        text = StringIO()
        handler = SimplerXMLGenerator(text, "utf-8", short_empty_elements=True)
        handler.startDocument()
        handler.startElement("feed", self.root_attributes())
        self.add_root_elements(handler)
        for number, item in enumerate(items, start=1):
            self.add_item(**item)
            self.write_items(handler)
            self.items.clear()
            if number % AT_ONCE == 0:
                yield _taken(text)
        handler.endElement("feed")
        yield _taken(text)

    def latest_post_date(self) -> datetime:
        return self.feed["changed"]


def _taken(text: StringIO) -> str:
    """What was written since the last time."""
    found = text.getvalue()
    text.seek(0)
    text.truncate()
    return found


def atom(rows: Iterable[Row], about: About, changed: datetime, home: str, itself: str, language: str) -> Iterator[str]:
    """The newest edition of each case, with its reason. ``home`` is the address that case ids are appended to,
    ``changed`` when the newest of them was published."""
    feed = Atom(
        title=_("Shekteu: changes in cases"),
        link=about.query,
        description=about.note,
        subtitle=f"{about.note} {about.as_of} {about.query}",
        language=language,
        feed_url=itself,
        feed_copyright=about.licence,
        feed_guid=itself,
        changed=changed,
    )
    return feed.parts(_items(rows, home))


def _items(rows: Iterable[Row], home: str) -> Iterator[dict[str, Any]]:
    waiting = iter(rows)
    while some := list(islice(waiting, AT_ONCE)):
        reasons = dict(
            Edition.objects.filter(number__in=[row["edition"] for row in some]).values_list("number", "reason")
        )
        for row in some:
            yield {
                "title": translated.localized_str(row["names"], row["case_id"]),
                "link": f"{home}{row['case_id']}/",
                "description": translated.localized_str(reasons.get(row["edition"], {})),
                "unique_id": f"urn:shekteu:edition:{row['edition']}",
                "updateddate": row["published_at"],
                "pubdate": row["published_at"],
            }


def calendar(rows: Iterable[Row], about: About, home: str) -> Iterator[bytes]:
    """The last days of restrictions as all-day events (RFC 5545), one at a time.

    The same restriction keeps its UID; a later edition has a higher SEQUENCE, so a moved end moves its event. A day
    known only as a range spans it; where one side is not known it stands on the other.
    """
    head = Calendar()
    head.add("prodid", "-//Shekteu//endings//EN")
    head.add("version", "2.0")
    head.add("method", "PUBLISH")
    head.add("x-wr-calname", _("Shekteu: ends of restrictions"))
    head.add("x-wr-caldesc", f"{about.note} {about.as_of} {about.licence}. {about.query}")
    begin, end = head.to_ical().split(b"END:VCALENDAR", 1)
    yield begin
    for row in rows:
        if row["ends_earliest"] or row["ends_latest"]:
            yield _event(row, home).to_ical()
    yield b"END:VCALENDAR" + end


def _event(row: Row, home: str) -> Event:
    ends = DateRange(row["ends_earliest"], row["ends_latest"])
    first, last = ends.earliest or ends.latest, ends.latest or ends.earliest
    assert first is not None and last is not None
    event = Event()
    event.add("uid", f"{row['case_key']}-{row['item'].replace(':', '-')}@shekteu")
    event.add("sequence", row["entry_id"])
    event.add("dtstamp", row["published_at"])
    event.add("last-modified", row["published_at"])
    event.add("dtstart", first - timedelta(days=1))
    event.add("dtend", last)
    event.add("summary", summary(row, ends))
    event.add("description", _description(row, ends))
    event.add("url", f"{home}{row['case_id']}/")
    event.add("categories", [translated.short_name(row["kind"])])
    event.add("transp", "TRANSPARENT")
    return event


def summary(row: Row, ends: DateRange) -> str:
    """Whose restriction it is, and what the day rests on: a calculation is never worded as an event."""
    said = {
        "computed": _("By our calculation the last day: %(what)s, %(name)s"),
        "reported": _("Last day as reported: %(what)s, %(name)s"),
        "told": _("Last day as told by the person or their lawyer: %(what)s, %(name)s"),
    }[row["end_basis"]]
    if ends.latest is None:
        said = _("The last day is not known, this one at the earliest: %(what)s, %(name)s")
    elif ends.earliest is None:
        said = _("The last day is not known, this one at the latest: %(what)s, %(name)s")
    elif not ends.is_exact:
        said = _("The last day may be one of these: %(what)s, %(name)s")
    return said % {
        "name": translated.localized_str(row["names"], row["case_id"]),
        "what": translated.short_name(row["kind"]),
    }


def _description(row: Row, ends: DateRange) -> str:
    first_free = _("First day without it: %(day)s.") % {"day": dates_in_words.in_words(ends)}
    computed = _("Calculated, not a court’s decision.") if row["end_basis"] == "computed" else ""
    return f"{first_free} {computed}".strip()
