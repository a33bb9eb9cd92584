"""A request that is too large is refused by its length, before any of it is read."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _


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
