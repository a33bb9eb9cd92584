"""What readers take along: pictures of a case, and its frame for other sites."""

from collections.abc import Callable
from typing import Any

from csp.decorators import csp_replace
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import Resolver404, resolve, reverse
from django.utils import timezone, translation
from django.utils.html import format_html
from django.views.decorators.clickjacking import xframe_options_exempt

from archive.index.days import AddressDays, with_days
from archive.index.fetch import with_case
from archive.index.published import PublishedCase, newest
from archive.pages.case.page import CasePage, case_page
from archive.pages.case.pictures import bars_png as draw_bars
from archive.pages.case.pictures import card as draw_card
from archive.pages.case.standalone import bars_svg as write_bars
from records.languages import LANGUAGES

EMBED_WIDTH, EMBED_HEIGHT, LEAST_WIDTH = 720, 560, 280


def _picture(name: str, media: str, draw: Callable[[CasePage], Any]) -> Callable[..., HttpResponse]:
    """A view that answers with a picture of the case for the chosen day."""

    @with_case
    @with_days
    def view(request: HttpRequest, found: PublishedCase, days: AddressDays) -> HttpResponse:
        assert found.document is not None
        filename = f"shekteu-{found.edition.case_id}-{days.on}.{name}"
        headers = {"Content-Disposition": f'inline; filename="{filename}"', "Cache-Control": "max-age=3600"}
        return HttpResponse(draw(case_page(found.document, days.on)), content_type=media, headers=headers)

    return view


card = _picture("png", "image/png", draw_card)
bars_png = _picture("png", "image/png", draw_bars)
bars_svg = _picture("svg", "image/svg+xml", write_bars)


@xframe_options_exempt
@csp_replace({"frame-ancestors": ["*"], "script-src": ["'none'"]})
def embed(request: HttpRequest, case_id: str) -> HttpResponse:
    """The core of a case for a frame on any site: no scripts, no cookies; ?lang= chooses the language."""
    found = newest(case_id)
    if found is None:
        raise Http404
    language = request.GET.get("lang", "en")
    with translation.override(language if language in LANGUAGES else "en"):
        if found.document is None:
            return render(request, "archive/gone.html", {"edition": found.edition}, status=410)
        page = case_page(found.document, timezone.localdate())
        address = request.build_absolute_uri(reverse("archive:case", args=[found.edition.case_id]))
        return render(request, "archive/embed.html", {"page": page, "edition": found.edition, "address": address})


def oembed(request: HttpRequest) -> HttpResponse:
    """https://oembed.com: the address of a case page in, a frame for it out."""
    if request.GET.get("format", "json") != "json":
        return JsonResponse({"error": "only json"}, status=501)
    case_id, language = _case_of(request, request.GET.get("url", ""))
    found = newest(case_id) if case_id else None
    if found is None or found.document is None:
        return JsonResponse({"error": "no such case"}, status=404)
    with translation.override(language):
        page = case_page(found.document, timezone.localdate())
    address = request.build_absolute_uri(reverse("embed", args=[found.edition.case_id]))
    return JsonResponse(_rich(request, page.name.text, f"{address}?lang={language}"))


def _rich(request: HttpRequest, title: str, address: str) -> dict[str, Any]:
    width = _size(request, "maxwidth", EMBED_WIDTH)
    height = _size(request, "maxheight", EMBED_HEIGHT)
    frame = format_html('<iframe src="{}" width="{}" height="{}" title="{}"></iframe>', address, width, height, title)
    return {
        "version": "1.0",
        "type": "rich",
        "provider_name": "Shekteu",
        "provider_url": request.build_absolute_uri("/"),
        "title": title,
        "width": width,
        "height": height,
        "html": frame,
    }


def _size(request: HttpRequest, name: str, most: int) -> int:
    text = request.GET.get(name, "")
    return max(LEAST_WIDTH, min(most, int(text))) if text.isascii() and text.isdigit() and len(text) < 6 else most


def _case_of(request: HttpRequest, address: str) -> tuple[str, str]:
    """The case and the language that an address of this site names; empty for any other address."""
    root = request.build_absolute_uri("/")
    if not address.startswith(root):
        return "", "en"
    path = "/" + address.removeprefix(root).partition("?")[0].partition("#")[0]
    language = path.split("/")[1]
    try:
        with translation.override(language if language in LANGUAGES else "en"):
            match = resolve(path)
    except Resolver404:
        return "", "en"
    return (match.kwargs.get("case_id", ""), language) if match.view_name == "archive:case" else ("", "en")
