"""Static files that were put beside the others after this worker started."""

import re
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from whitenoise.middleware import WhiteNoiseMiddleware  # type: ignore[import-untyped]

NAME = re.compile(r"[\w-][\w.-]*(/[\w-][\w.-]*)*")


class StaticFiles(WhiteNoiseMiddleware):  # type: ignore[misc]
    """Knows at its start what there is, and looks for what it does not know.

    While a release takes the place of another, a page of the new code asks old workers, and other machines, for styles
    that they have never heard of.
    """

    def __call__(self, request: HttpRequest) -> HttpResponse:
        url = request.path_info
        if not settings.DEBUG and url.startswith(settings.STATIC_URL) and url not in self.files:
            name = url.removeprefix(settings.STATIC_URL)
            if NAME.fullmatch(name) and (path := Path(settings.STATIC_ROOT) / name).is_file():
                self.add_file_to_dictionary(url, str(path))
        response: HttpResponse = super().__call__(request)
        return response
