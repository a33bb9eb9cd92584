"""Editions as Atom feeds (RFC 4287): newest first, a few on a page, each page linked to its neighbours (RFC 5005)."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import NamedTuple

from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.utils.xmlutils import SimplerXMLGenerator

FEED_LENGTH = 50
MEDIA_TYPE = "application/atom+xml; charset=utf-8"


class FeedEntry(NamedTuple):
    """One edition. ``key``: the random key that it has everywhere."""

    name: str
    version: int
    reason: str
    address: str
    key: str
    published_at: datetime


class FeedHead(NamedTuple):
    """What a feed says of itself. ``page_address``: of each of its pages; the first is the feed's own."""

    title: str
    link: str
    note: str
    rights: str
    language: str
    changed: datetime
    page_address: Callable[[int], str]


class PagedAtom(Atom1Feed):
    """An Atom feed that names its neighbours and when what it shows last changed."""

    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        super().add_root_elements(handler)
        for relation, address in self.feed["neighbours"].items():
            handler.addQuickElement("link", "", {"rel": relation, "href": address})

    def latest_post_date(self) -> datetime:
        changed: datetime = self.feed["changed"]
        return changed


def atom(head: FeedHead, entries: Iterable[FeedEntry], page: int, pages: int) -> str:
    """One page of a feed. ``pages``: how many there are, at least one."""
    feed = PagedAtom(
        title=head.title,
        link=head.link,
        description=head.note,
        subtitle=head.note,
        language=head.language,
        author_name="Shekteu",
        feed_url=head.page_address(page),
        feed_copyright=head.rights,
        feed_guid=head.page_address(1),
        changed=head.changed,
        neighbours=neighbours(head, page, pages),
    )
    for entry in entries:
        words = {"name": entry.name, "number": entry.version, "reason": entry.reason}
        feed.add_item(
            title=_("%(name)s, version %(number)s: %(reason)s") % words,
            link=entry.address,
            description=entry.reason,
            unique_id=f"urn:shekteu:version:{entry.key}",
            updateddate=entry.published_at,
            pubdate=entry.published_at,
        )
    text: str = feed.writeString("utf-8")
    return text


def neighbours(head: FeedHead, page: int, pages: int) -> dict[str, str]:
    """By relation the addresses of the other pages; none where all fits one."""
    if pages == 1:
        return {}
    numbers = {"first": 1, "previous": page - 1, "next": page + 1, "last": pages}
    return {relation: head.page_address(number) for relation, number in numbers.items() if 1 <= number <= pages}
