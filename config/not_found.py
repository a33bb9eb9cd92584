"""An unknown address shows the site's own page on a laptop too, where Django would list all addresses instead."""

from collections.abc import Callable

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.defaults import page_not_found

DJANGOS_OWN = b"<code>DEBUG = True</code>"
"""What only Django's page for developers says."""


def own_not_found(get_response: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """Puts the site's page in the place of Django's; any other answer passes."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        is_djangos = settings.DEBUG and response.status_code == 404 and not response.streaming
        if is_djangos and isinstance(response, HttpResponse) and DJANGOS_OWN in response.content:
            return page_not_found(request, Http404())
        return response

    return answer
