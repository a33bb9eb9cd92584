"""What a reader without scripts, cookies or query asks for one file of the mirror."""

import re
from collections.abc import Sequence
from io import BytesIO
from urllib.parse import urljoin, urlsplit

from django.contrib.auth.models import AnonymousUser
from django.core.handlers.wsgi import WSGIRequest
from django.urls import get_script_prefix
from django.utils import timezone
from django.utils.translation import get_language

from config.mirror.lists import MAIN_FILTERS

FILE = "index.html"
POLICY = "default-src 'none'; style-src 'self' file:; img-src 'self' file: data:; base-uri 'none'; form-action 'none'"
"""What a page may load: from its own host, or from the disk that it is opened from; no script."""


LIST = re.compile(r"/cases/(\w+=[^/]+)/$")
"""The end of the address of a list by a filter, which the site itself reads behind a question mark."""

SEARCH = re.compile(r"(?<=/\w\w)/search/$")
"""The end of that of the search, which the list has there."""


class MirrorRequest(WSGIRequest):
    """Asks for one file. `filters`: the queries of the list of cases that find the case whose page it is."""

    is_mirror = True
    policy = POLICY
    main_filters = MAIN_FILTERS

    def __init__(self, file: str, site: str) -> None:
        self.file = file
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
        self.filters: Sequence[str] = ()
        self.root, self.day = site, timezone.localdate()
        self.path = get_script_prefix() + file
        self.user, self.LANGUAGE_CODE = AnonymousUser(), get_language()

    @property
    def search_filters(self) -> str:
        """The filters by which Pagefind finds the page. Each has one value, for it writes several in any order; and no
        `&`, which it does not read as HTML does."""
        return ", ".join(f"{query.replace('&', '/')}[data-case]" for query in self.filters)

    def get_full_path(self, force_append_slash: bool = False) -> str:
        return get_script_prefix() + self.file

    def build_absolute_uri(self, location: str | None = None) -> str:
        """The address on the site itself, without the name that the file has here."""
        address = urljoin(self.root + self.path_info, location or self.path_info)
        page, *rest = address.split(f"/{FILE}", 1)
        return LIST.sub(r"/cases/?\1", SEARCH.sub("/cases/", f"{page}/{rest[0]}")) if rest else address
