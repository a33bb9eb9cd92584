"""Makes one file of the mirror, by the view that makes it for readers."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from io import BytesIO
from unittest.mock import patch
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.handlers.wsgi import WSGIRequest
from django.http import Http404, HttpResponseBase
from django.http.response import StreamingHttpResponse
from django.urls import get_script_prefix, resolve, set_script_prefix, set_urlconf
from django.utils import timezone
from django.utils.translation import get_language, override

from archive.index.selection import PAGE
from config.mirror.urls import FILE

URLS = "config.mirror.urls"
EVERY_CASE = 1_000_000


class MirrorRequest(WSGIRequest):
    """What a reader without scripts, cookies or query asks for one file."""

    is_mirror = True

    def __init__(self, file: str, site: str) -> None:
        where = urlsplit(site)
        super().__init__(
            {
                "REQUEST_METHOD": "GET",
                "PATH_INFO": f"/{file}",
                "SERVER_NAME": where.hostname or "",
                "SERVER_PORT": str(where.port or 443),
                "HTTP_HOST": where.netloc,
                "wsgi.url_scheme": where.scheme,
                "wsgi.input": BytesIO(),
            }
        )
        self.root, self.day = site, timezone.localdate()
        self.path = get_script_prefix() + file
        self.user, self.LANGUAGE_CODE = AnonymousUser(), get_language()

    def build_absolute_uri(self, location: str | None = None) -> str:
        """The address on the site itself, without the name that the file has here."""
        address = urljoin(self.root + self.path_info, location or self.path_info)
        page, *rest = address.split(f"/{FILE}", 1)
        return f"{page}/{rest[0]}" if rest else address


class Made:
    """A file of the mirror: its bytes, and whether it is a page with links."""

    def __init__(self, response: HttpResponseBase) -> None:
        is_stream = isinstance(response, StreamingHttpResponse)
        self.content = b"".join(response) if is_stream else response.content  # type: ignore[attr-defined]
        self.is_page = response.get("Content-Type", "").startswith("text/html")


class NotInTheMirror(LookupError):
    """A link leads to a file that the mirror cannot have; the message names it."""


def made(file: str, site: str) -> Made:
    """Renders one file. Raises NotInTheMirror."""
    language = file.partition("/")[0]
    with override(language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE), standing_at(file):
        try:
            found = resolve(f"/{file}", URLS)
            request = MirrorRequest(file, site)
            response = found.func(request, *found.args, **found.kwargs)
            if hasattr(response, "render"):
                response.render()
        except Http404 as error:
            raise NotInTheMirror(f"{file}: there is no such page") from error
        if response.status_code != 200:
            raise NotInTheMirror(f"{file}: the site answers {response.status_code}")
        return Made(response)


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
