"""What every answer tells the browser, and which hosts are answered at all."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.request import split_domain_port
from django.http.response import HttpResponseBase

from archive.index.kept import is_public

View = Callable[[HttpRequest], HttpResponseBase]
NOT_USED = (
    "accelerometer", "autoplay", "camera", "display-capture", "fullscreen", "geolocation", "gyroscope", "hid",
    "magnetometer", "microphone", "midi", "payment", "serial", "usb", "xr-spatial-tracking",
)  # fmt: skip
PERMISSIONS = ", ".join(f"{name}=()" for name in NOT_USED)
PAGE = "text/html"
TAKEN_ALONG = ("/embed/", "/api/")


def own_headers(get_response: View) -> View:
    """Refuses a host with a foreign port; says what pages may not use, and who may load what.

    Stands outside everything else, so that kept pages, files and refusals say it too.
    """

    def answer(request: HttpRequest) -> HttpResponseBase:
        if has_foreign_port(request):
            return HttpResponse("Bad host\n", status=400, content_type="text/plain")
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        taken_along = may_be_taken_along(request, response)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "cross-origin" if taken_along else "same-origin")
        tell_of_onion(request, response)
        return response

    return answer


def has_foreign_port(request: HttpRequest) -> bool:
    """Whether the host is named with a port that is not the site's: it would stand in every address of the answer."""
    port = split_domain_port(request.META.get("HTTP_HOST", ""))[1]
    return bool(settings.SITE_PORTS and port and port not in settings.SITE_PORTS)


def may_be_taken_along(request: HttpRequest, response: HttpResponseBase) -> bool:
    """Whether other sites may load it: frames, the API, charts and files; no page, no portrait, nothing internal."""
    if not is_public(request) or request.path_info.startswith(settings.MEDIA_URL):
        return False
    return request.path_info.startswith(TAKEN_ALONG) or not is_page(response)


def is_page(response: HttpResponseBase) -> bool:
    return response.headers.get("Content-Type", "").startswith(PAGE)


def tell_of_onion(request: HttpRequest, response: HttpResponseBase) -> None:
    """Offers Tor Browser the same page at the onion service, where there is one."""
    if settings.ONION and is_public(request) and is_page(response) and request.is_secure():
        response.headers.setdefault("Onion-Location", settings.ONION + request.get_full_path())
