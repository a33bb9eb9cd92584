"""One page of a feed as an answer."""

from collections.abc import Iterable

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import http_date

from archive.exports.feeds import MEDIA_TYPE, FeedEntry, FeedHead, atom


def feed_response(head: FeedHead, entries: Iterable[FeedEntry], page: int, pages: int) -> HttpResponse:
    """With the moment of its last change. Only the ETag answers 304: a moment cannot tell of what was withdrawn."""
    headers = {"Last-Modified": http_date(head.changed.timestamp())}
    return HttpResponse(atom(head, entries, page, pages), content_type=MEDIA_TYPE, headers=headers)


def page_number(request: HttpRequest, pages: int) -> int:
    """The page that the address names, the first where it names none. Raises Http404 for a page that is none."""
    text = request.GET.get("page", "1")
    if not (text.isascii() and text.isdigit() and len(text) <= 5 and 1 <= int(text) <= pages):
        raise Http404
    return int(text)
