"""Makes one file of the mirror, by the view that makes it for readers."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time
from unittest.mock import patch

from django.conf import settings
from django.http import Http404, HttpResponseBase
from django.http.response import StreamingHttpResponse
from django.urls import get_script_prefix, resolve, set_script_prefix, set_urlconf
from django.utils import timezone
from django.utils.translation import override

from archive.index.selection import PAGE
from config.mirror.requests import MirrorRequest
from config.mirror.static import NotInTheMirror

FiltersOfCases = Mapping[str, Sequence[str]]
NO_FILTERS: FiltersOfCases = {}
URLS = "config.mirror.urls"
EVERY_CASE = 1_000_000


class Made:
    """A file of the mirror: its bytes, and whether it is a page with links, and that of a case."""

    def __init__(self, response: HttpResponseBase, is_case: bool) -> None:
        is_stream = isinstance(response, StreamingHttpResponse)
        self.content = b"".join(response) if is_stream else response.content  # type: ignore[attr-defined]
        self.is_page = response.get("Content-Type", "").startswith("text/html")
        self.is_case = is_case


def made(file: str, site: str, filters: FiltersOfCases = NO_FILTERS) -> Made:
    """Renders one file. `filters`: what the search finds each case by. Raises NotInTheMirror."""
    language = file.partition("/")[0]
    with override(language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE), standing_at(file):
        try:
            found = resolve(f"/{file}", URLS)
            request = MirrorRequest(file, site)
            is_case = found.url_name == "case"
            request.filters = filters.get(found.kwargs["case_id"], ()) if is_case else ()
            response = found.func(request, *found.args, **found.kwargs)
            if hasattr(response, "render"):
                response.render()
        except Http404 as error:
            raise NotInTheMirror(f"{file}: there is no such page") from error
        if response.status_code != 200:
            raise NotInTheMirror(f"{file}: the site answers {response.status_code}")
        return Made(response, is_case)


@contextmanager
def standing_at(file: str) -> Iterator[None]:
    """Addresses inside are those of the mirror, seen from this file."""
    former = get_script_prefix()
    set_urlconf(URLS)
    set_script_prefix("../" * file.count("/") or "./")
    try:
        yield
    finally:
        set_urlconf(None)
        set_script_prefix(former)


@contextmanager
def on_day(day: date) -> Iterator[None]:
    """It is noon of a day in Almaty: views ask the clock, and two mirrors of one day are to be the same."""
    noon = timezone.make_aware(datetime.combine(day, time(12)))
    with patch("django.utils.timezone.now", lambda: noon):
        yield


@contextmanager
def every_case_on_one_page() -> Iterator[None]:
    """No address can ask the mirror for the next page of the list."""
    former = PAGE.set(EVERY_CASE)
    try:
        yield
    finally:
        PAGE.reset(former)
