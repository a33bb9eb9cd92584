"""A case as one file that needs no other: to send, to keep, to print. Its links lead to the site."""

from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import PurePath

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import get_script_prefix, get_urlconf, reverse, set_script_prefix, set_urlconf
from django.utils.timezone import localdate

from archive.index.days import AddressDays
from archive.index.fetch import with_case
from archive.index.published import PublishedCase
from archive.pages.case.context import case_context
from archive.wording.portrait import PortraitView
from config.mirror.requests import MirrorRequest
from config.mirror.static import static_file
from records import stored

STYLES = ("css/base.css", "css/case.css", "css/mirror.css")


@with_case
def case_alone(request: HttpRequest, case: PublishedCase) -> HttpResponse:
    """The page as of the day, with its styles and the portrait in it."""
    assert isinstance(request, MirrorRequest)
    styles = "".join(static_file(name).read_text(encoding="utf-8") for name in STYLES)
    with on_the_site(request):
        address = reverse("archive:case", args=[case.edition.case_id])
        request.path, request.file = address, address.removeprefix(f"{request.root}/")
        context = case_context(request, case, AddressDays(localdate(), None, {}), case)
        page = context["page"]
        if page.portrait:
            context |= {"page": page._replace(portrait=inlined(page.portrait)), "media": ""}
        digest = b64encode(sha256(styles.encode()).digest()).decode()
        policy = f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
        return render(request, "mirror/alone.html", {**context, "address": address, "styles": styles, "policy": policy})


@contextmanager
def on_the_site(request: MirrorRequest) -> Iterator[None]:
    """Addresses inside are those of the site, with its host; the request is of no mirror any more."""
    former = get_script_prefix(), get_urlconf()
    set_script_prefix(f"{request.root}/")
    set_urlconf(None)
    request.is_mirror = False
    try:
        yield
    finally:
        set_script_prefix(former[0])
        set_urlconf(former[1])


def inlined(portrait: PortraitView) -> PortraitView:
    """The portrait with the bytes of its one picture that every browser shows, instead of an address."""
    content = stored.read(stored.CLEANED, portrait.fallback.name)
    if content is None:
        return portrait
    suffix = PurePath(portrait.fallback.name).suffix
    address = f"data:{stored.TYPES[suffix]};base64,{b64encode(content).decode()}"
    return portrait._replace(formats=(), fallback=portrait.fallback._replace(name=address))
