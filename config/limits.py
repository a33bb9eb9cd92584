"""What one request and one reader may ask: a body of some size, and so much in a minute."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, DatabaseError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from psycopg import errors

from archive.api.problems import MEDIA_TYPE, problem
from archive.index.kept import is_public
from archive.index.replicas import asked
from limits.models import take
from limits.readers import reader

MINUTE = timedelta(minutes=1)
CANNOT_WRITE = (errors.DiskFull, errors.IoError, errors.ReadOnlySqlTransaction)
"""A database that is out of room still knows everything: who reads need not be counted for that."""
API = "/api/"


def largest_request(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Answers 413 to what is longer than any upload may be. Without a length nothing is read anyway."""

    def answer(request: HttpRequest) -> HttpResponse:
        length = request.META.get("CONTENT_LENGTH") or "0"
        if not length.isdigit() or int(length) <= settings.LARGEST_REQUEST:
            return get_response(request)
        most = settings.LARGEST_REQUEST // settings.MEGABYTE
        message = _("This is larger than %(size)s MB: send a smaller file.") % {"size": most}
        return HttpResponse(f"{message}\n", content_type="text/plain; charset=utf-8", status=413)

    return answer


class FairShare:
    """Answers 429 to a reader who asked too much in this minute. Pages that are kept are answered before, for all.

    A view says by its attribute ``units`` that it is dearer than others.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, *_arguments: Any) -> HttpResponse | None:
        if not settings.READER_RATE or not is_public(request) or request.path_info.startswith(settings.MEDIA_URL):
            return None
        units = getattr(view, "units", 1)
        try:
            seconds = asked(
                DEFAULT_DB_ALIAS, lambda: take("minute", reader(request), settings.READER_RATE, MINUTE, units)
            )
        except DatabaseError as error:
            if not isinstance(error.__cause__, CANNOT_WRITE):
                raise
            return None
        return too_much(request, seconds) if seconds else None


def too_much(request: HttpRequest, seconds: int) -> HttpResponse:
    headers = {"Retry-After": str(seconds), "Cache-Control": "no-store"}
    if request.path_info.startswith(API):
        headers["Access-Control-Allow-Origin"] = "*"
        detail = f"Too many requests: try again in {seconds} seconds."
        return JsonResponse(problem(429, detail), status=429, content_type=MEDIA_TYPE, headers=headers)
    text = _("Too many requests. Please try again in a minute.")
    return HttpResponse(f"{text}\n", status=429, content_type="text/plain; charset=utf-8", headers=headers)
