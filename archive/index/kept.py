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
KEPT_HEADERS = ("Content-Type", "X-Robots-Tag", "Vary", "Content-Language")
CACHE_CONTROL = "public, max-age=60, stale-if-error=600"
"""Whatever can be withdrawn is gone from shared caches within the minute; while we cannot answer, for ten."""
LEVEL = 6


def kept(view: View) -> View:
    """Answers an address without a query from what was rendered before, and keeps what it renders.

    A page may hang on its address, the day and the index, and on nothing else.
    """

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not settings.KEEP_PAGES or request.method not in ("GET", "HEAD") or request.META.get("QUERY_STRING"):
            return fresh(view(request, *args, **kwargs))
        day = timezone.localdate()
        key = _key(request, day)
        page = KeptPage.objects.using("default").filter(pk=key).first()
        if page is None:
            version = IndexState.objects.version()
            response = view(request, *args, **kwargs)
            if response.status_code != 200 or response.cookies or "Cookie" in response.get("Vary", ""):
                return fresh(response)
            page = _page(key, day, response)
            KeptPage.objects.using("default").keep(page, version)
        return _response(request, page)

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
    headers = {name: response[name] for name in KEPT_HEADERS if name in response}
    return KeptPage(
        key=key,
        day=day,
        etag=f'W/"{hashlib.sha256(response.content).hexdigest()[:32]}"',
        headers=headers,
        body=gzip.compress(response.content, LEVEL, mtime=0),
    )


def _response(request: HttpRequest, page: KeptPage) -> HttpResponse:
    """The page, or 304 to who has it. Whoever takes gzip gets the bytes that are kept."""
    unchanged = get_conditional_response(request, etag=page.etag)
    zipped = "gzip" in request.headers.get("Accept-Encoding", "")
    content = bytes(page.body) if zipped else gzip.decompress(page.body)
    response = unchanged if unchanged is not None else HttpResponse(content)
    for name, value in page.headers.items():
        response[name] = value
    if zipped and unchanged is None:
        response["Content-Encoding"] = "gzip"
    response["ETag"], response["Cache-Control"] = page.etag, CACHE_CONTROL
    patch_vary_headers(response, ["Accept-Encoding"])
    return response
