"""Changes of the filtered set as an Atom feed."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from io import StringIO
from itertools import islice
from typing import Any
from xml.sax.xmlreader import AttributesImpl

from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.utils.xmlutils import SimplerXMLGenerator

from archive.exports.about import About
from archive.exports.columns import Row
from archive.wording import localize as translated
from editions.models import Edition

AT_ONCE = 500


class StreamedAtom(Atom1Feed):
    """An Atom feed that is written while its entries are read."""

    def parts(self, entries: Iterable[dict[str, Any]]) -> Iterator[str]:
        text = StringIO()
        handler = SimplerXMLGenerator(text, "utf-8", short_empty_elements=True)
        handler.startDocument()
        handler.startElement("feed", AttributesImpl(self.root_attributes()))
        self.add_root_elements(handler)
        for number, entry in enumerate(entries, start=1):
            self.add_item(**entry)
            self.write_items(handler)
            self.items.clear()
            if number % AT_ONCE == 0:
                yield text.getvalue()
                text.seek(0)
                text.truncate()
        handler.endElement("feed")
        yield text.getvalue()

    def latest_post_date(self) -> datetime:
        changed: datetime = self.feed["changed"]
        return changed


def atom(rows: Iterable[Row], about: About, changed: datetime, home: str, itself: str, language: str) -> Iterator[str]:
    """The newest edition of each case, with its reason. ``home`` is the address that case ids are appended to,
    ``changed`` when the newest of them was published."""
    feed = StreamedAtom(
        title=_("Shekteu: changes in cases"),
        link=about.query,
        description=about.note,
        subtitle=f"{about.note} {about.as_of} {about.query}",
        language=language,
        author_name="Shekteu",
        feed_url=itself,
        feed_copyright=about.licence,
        feed_guid=itself,
        changed=changed,
    )
    return feed.parts(entries(rows, home))


def entries(rows: Iterable[Row], home: str) -> Iterator[dict[str, Any]]:
    """The feed's entries, one a case; one query for a few hundred."""
    waiting = iter(rows)
    while batch := list(islice(waiting, AT_ONCE)):
        editions = Edition.objects.filter(number__in=[row["edition"] for row in batch])
        reasons = dict(editions.values_list("number", "reason"))
        for row in batch:
            yield {
                "title": translated.localized_str(row["names"], row["case_id"]),
                "link": f"{home}{row['case_id']}/",
                "description": translated.localized_str(reasons.get(row["edition"], {})),
                "unique_id": f"urn:shekteu:version:{row['key']}",
                "updateddate": row["published_at"],
                "pubdate": row["published_at"],
            }
