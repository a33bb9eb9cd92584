"""Pages made once: what was rendered is kept for all workers until the index changes or the day ends."""

import gzip
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import cache, wraps
from typing import Any, cast

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, DatabaseError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_vary_headers

from archive.index.models import IndexState, KeptPage
from archive.index.replicas import asked
from archive.index.representation import CACHE_CONTROL, etag_of, key_of, tagged, until_midnight

View = Callable[..., HttpResponse]
LEVEL = 6
RENDERED_FROM = "shekteu.rendered_from"
"""Where a view notes, beside what the server says of the request, from which state of the index it renders. Present
where the answer may be kept, which no stranger's query may."""
OWN_HEADERS = ("Content-Length", "Content-Encoding", "ETag", "Cache-Control")
"""Set anew for each answer; all others are kept with the page."""
CACHEABLE = (200, 301, 404, 410)
SITEMAP = "/sitemap.xml"
"""The one public page that stands under no language."""


def kept_pages(get_response: View) -> View:
    """Answers from what was rendered before, with one query and none of the middleware further in; keeps what is new.

    Stands outside sessions and accounts: a kept page is the same for everybody. Tells every other public answer how
    long it may be kept elsewhere.
    """

    def answer(request: HttpRequest) -> HttpResponseBase:
        has_no_query = request.method in ("GET", "HEAD") and not request.META.get("QUERY_STRING")
        is_page = request.path_info.startswith((*page_roots(), SITEMAP))
        if not (settings.KEEP_PAGES and has_no_query and is_page):
            return public_answer(request, get_response(request))
        day = timezone.localdate()
        key = key_of(request, day)
        pages = KeptPage.objects.using(DEFAULT_DB_ALIAS)
        if page := asked(DEFAULT_DB_ALIAS, lambda: pages.page(key)):
            return page_answer(request, page)
        request.META[RENDERED_FROM] = None
        response = get_response(request)
        version = request.META[RENDERED_FROM]
        if version is None or response.status_code != 200 or is_personal(response):
            return public_answer(request, response)
        page = page_of(key, day, response)
        with suppress(DatabaseError):  # a full disk keeps nothing, and readers get what was rendered
            asked(DEFAULT_DB_ALIAS, lambda: pages.keep(page, version))
        return page_answer(request, page)

    return answer  # type: ignore[return-value]


def is_personal(response: HttpResponseBase) -> bool:
    return bool(response.cookies) or "Cookie" in response.get("Vary", "")


def kept(view: View) -> View:
    """Marks a page that hangs on its address, the day and the index, and on nothing else: `kept_pages` keeps it."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if RENDERED_FROM in request.META:
            request.META[RENDERED_FROM] = IndexState.objects.version()
        return view(request, *args, **kwargs)

    return answer


def of_the_release(view: View) -> View:
    """Marks a page that only a release changes: nothing in it can be withdrawn."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response["Cache-Control"] = until_midnight(timezone.now())
        return response

    return answer


def public_answer(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """The answer as it is, with its tag and how long it may be kept, if it is for everybody."""
    if request.method not in ("GET", "HEAD") or is_personal(response) or not is_public(request):
        return response
    if response.status_code in CACHEABLE:
        response.headers.setdefault("Cache-Control", CACHE_CONTROL)
    is_new = response.status_code == 200 and isinstance(response, HttpResponse) and "ETag" not in response
    if is_new and "no-store" not in response["Cache-Control"]:
        response = tagged(request, cast(HttpResponse, response))
    if is_file(request):
        response["Access-Control-Allow-Origin"] = "*"
        response["Access-Control-Expose-Headers"] = "ETag, Content-Disposition"
    return response


def is_file(request: HttpRequest) -> bool:
    """Whether the address is that of an export, a feed, a calendar or a file of a case: open to every origin."""
    return request.path_info.startswith(page_roots()) and "." in request.path_info.rpartition("/")[2]


def is_public(request: HttpRequest) -> bool:
    """Whether the address is one that every reader may ask: not the desk's, not of the server's health."""
    return request.path_info.startswith((*page_roots(), SITEMAP, "/api/", "/embed/", settings.MEDIA_URL))


@cache
def page_roots() -> tuple[str, ...]:
    return tuple(f"/{code}/" for code, _name in settings.LANGUAGES)


def page_of(key: str, day: date, response: HttpResponse) -> KeptPage:
    headers = {name: text for name, text in response.items() if name not in OWN_HEADERS}
    content = response.content
    return KeptPage(
        key=key,
        day=day,
        etag=etag_of(content),
        headers=headers,
        body=gzip.compress(content, LEVEL, mtime=0),
    )


def page_answer(request: HttpRequest, page: KeptPage) -> HttpResponse:
    """The page, or 304 to who has it. Whoever takes gzip gets the bytes that are kept."""
    response = get_conditional_response(request, etag=page.etag)
    if response is None:
        zipped = "gzip" in request.headers.get("Accept-Encoding", "")
        response = HttpResponse(bytes(page.body) if zipped else gzip.decompress(page.body))
        response["Content-Length"] = str(len(response.content))
        if zipped:
            response["Content-Encoding"] = "gzip"
    for name, text in page.headers.items():
        response[name] = text
    response["ETag"], response["Cache-Control"] = page.etag, CACHE_CONTROL
    patch_vary_headers(response, ["Accept-Encoding"])
    return response
