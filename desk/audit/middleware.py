"""Who is at work, for the triggers that write the audit."""

from collections.abc import Callable

import pghistory
from django.conf import settings
from django.http import HttpRequest, HttpResponse


class AuditMiddleware:
    """Every change made by a request to the desk names its account and its path; the public pages pass untouched."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path.startswith(f"/{settings.DESK_PATH}/"):
            return self.get_response(request)
        with pghistory.context(user=request.user.pk, path=request.path):
            return self.get_response(request)
