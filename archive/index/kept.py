"""Pages made once: what was rendered is kept for all workers until the index changes or the day ends."""

import gzip
import hashlib
from collections.abc import Callable
from datetime import date
from functools import cache, wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_vary_headers

from archive.index.models import IndexState, KeptPage

View = Callable[..., HttpResponse]
CACHE_CONTROL = "public, max-age=60, stale-if-error=600"
"""Whatever can be withdrawn is gone from shared caches within the minute; while we cannot answer, for ten."""
LEVEL = 6
RENDERED_FROM = "shekteu.rendered_from"
"""Where a view notes, beside what the server says of the request, from which state of the index it renders."""
OWN_HEADERS = ("Content-Length", "Content-Encoding", "ETag", "Cache-Control")
"""Set anew for each answer; all others are kept with the page."""


def kept_pages(get_response: View) -> View:
    """Answers from what was rendered before, with one query and none of the middleware further in; keeps what is new.

    Stands outside sessions and accounts: a kept page is the same for everybody.
    """
    languages = tuple(f"/{code}/" for code, _name in settings.LANGUAGES)

    def answer(request: HttpRequest) -> HttpResponse:
        if not (is_keepable(request) and request.path_info.startswith(languages)):
            return get_response(request)
        day = timezone.localdate()
        key = _key(request, day)
        pages = KeptPage.objects.using("default")
        if page := pages.page(key):
            return _response(request, page)
        response = get_response(request)
        version = request.META.get(RENDERED_FROM)
        if version is None or response.status_code != 200 or response.cookies or "Cookie" in response.get("Vary", ""):
            return response
        page = _page(key, day, response)
        pages.keep(page, version)
        return _response(request, page)

    return answer


def is_keepable(request: HttpRequest) -> bool:
    """Whether the answer may be kept: no stranger's query is."""
    return bool(settings.KEEP_PAGES and request.method in ("GET", "HEAD") and not request.META.get("QUERY_STRING"))


def kept(view: View) -> View:
    """Marks a page that hangs on its address, the day and the index, and on nothing else: `kept_pages` keeps it."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if is_keepable(request):
            request.META[RENDERED_FROM] = IndexState.objects.version()
        return fresh(view(request, *args, **kwargs))

    return answer


def fresh(response: HttpResponse) -> HttpResponse:
    """The response, which no shared cache may show for longer than a minute."""
    response.headers.setdefault("Cache-Control", CACHE_CONTROL)
    return response


def _key(request: HttpRequest, day: date) -> str:
    exchanged = "HX-Request" in request.headers
    parts = (request.build_absolute_uri(), str(exchanged), day.isoformat(), release())
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


@cache
def release() -> str:
    """Tells the releases of the code, the templates and the translations apart. None of its files are read."""
    folders = (settings.BASE_DIR / name for name in ("archive", "templates", "law", "records", "locale", "config"))
    files = (path for folder in folders for path in folder.rglob("*.*"))
    states = (f"{path} {path.stat().st_mtime_ns}" for path in sorted(files) if "__pycache__" not in path.parts)
    return hashlib.sha256("\n".join(states).encode()).hexdigest()


def _page(key: str, day: date, response: HttpResponse) -> KeptPage:
    headers = {name: text for name, text in response.items() if name not in OWN_HEADERS}
    return KeptPage(
        key=key,
        day=day,
        etag=f'W/"{hashlib.sha256(response.content).hexdigest()[:32]}"',
        headers=headers,
        body=gzip.compress(response.content, LEVEL, mtime=0),
    )


def _response(request: HttpRequest, page: KeptPage) -> HttpResponse:
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
