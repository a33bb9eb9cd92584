"""What an answer of the public site is known by, and how long others may keep it."""

import hashlib
from collections import OrderedDict
from datetime import date, datetime, time, timedelta
from functools import cache
from threading import Lock

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.cache import get_conditional_response

IF_WE_CANNOT_ANSWER = "stale-if-error=600"
CACHE_CONTROL = f"public, max-age=60, {IF_WE_CANNOT_ANSWER}"
"""Whatever can be withdrawn is gone from shared caches within the minute; while we cannot answer, for ten."""
MOST_REMEMBERED = 10_000
_given: OrderedDict[str, tuple[int, str]] = OrderedDict()
"""By key the state of the index that an answer was rendered from, and its tag: this worker's newest answers."""
_one_at_a_time = Lock()


def until_midnight(now: datetime) -> str:
    """For what only a release or a new day changes, never a withdrawal: until the day ends in Almaty."""
    local = timezone.localtime(now)
    midnight = datetime.combine(local.date() + timedelta(1), time(), local.tzinfo)
    return f"public, max-age={int((midnight - local).total_seconds())}, {IF_WE_CANNOT_ANSWER}"


def key_of(request: HttpRequest, day: date) -> str:
    """A digest of all that a public page may hang on, except the index."""
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


def etag_of(content: bytes) -> str:
    """The digest of a representation. Weak, for it travels compressed or not."""
    return f'W/"{hashlib.sha256(content).hexdigest()[:32]}"'


def unchanged(request: HttpRequest, version: int) -> HttpResponse | None:
    """304 before anything is rendered, if this worker gave the reader the same of the same state of the index."""
    given = _given.get(key_of(request, timezone.localdate())) if "If-None-Match" in request.headers else None
    if given is None or given[0] != version:
        return None
    response = get_conditional_response(request, etag=given[1])
    if response is not None:
        response["ETag"] = given[1]
    return response


def tagged_stream(request: HttpRequest, response: HttpResponseBase, *parts: bytes) -> HttpResponseBase:
    """A stream with a tag made of all that its content hangs on, or 304, before any of it is written."""
    key = key_of(request, timezone.localdate()).encode()
    response["ETag"] = etag = etag_of(b"\n".join((key, *parts)))
    return get_conditional_response(request, etag=etag, response=response) or response  # type: ignore[arg-type]


def tagged(request: HttpRequest, response: HttpResponse, version: int | None = None) -> HttpResponse:
    """The response with its tag, or 304 to who has it; remembered if it was rendered from a ``version``."""
    etag = etag_of(response.content)
    if version is not None:
        with _one_at_a_time:
            _given[key_of(request, timezone.localdate())] = (version, etag)
            if len(_given) > MOST_REMEMBERED:
                _given.popitem(last=False)
    response["ETag"] = etag
    return get_conditional_response(request, etag=etag, response=response) or response
