"""What readers take along: pictures of a case, and its frame for other sites."""

from collections.abc import Callable

from csp.decorators import csp_replace
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import Resolver404, resolve, reverse
from django.utils import timezone, translation
from django.utils.html import format_html
from django.views.decorators.clickjacking import xframe_options_exempt

from archive.index.days import AddressDays, with_days
from archive.index.fetch import unlisted, with_case
from archive.index.published import PublishedCase, newest
from archive.index.representation import CACHE_CONTROL
from archive.pages.case import pictures
from archive.pages.case.embed_height import frame_height
from archive.pages.case.page import CasePage, case_page
from records.languages import LANGUAGES

EMBED_WIDTH = 720
MOST_DIGITS = 5


def picture(suffix: str, media_type: str, draw: Callable[[CasePage], bytes | str]) -> Callable[..., HttpResponse]:
    """Makes a view that answers with a picture of the case for the chosen day."""

    @with_case
    @with_days
    def view(request: HttpRequest, case: PublishedCase, days: AddressDays) -> HttpResponse:
        filename = f"shekteu-{case.edition.case_id}-{days.on}.{suffix}"
        headers = {"Content-Disposition": f'inline; filename="{filename}"', "Cache-Control": CACHE_CONTROL}
        return HttpResponse(draw(case_page(case.text, days.on)), content_type=media_type, headers=headers)

    return view


card = picture("png", "image/png", pictures.card)
bars_png = picture("png", "image/png", pictures.bars_png)
bars_svg = picture("svg", "image/svg+xml", pictures.bars_svg)


@xframe_options_exempt
# The decorator passes on what the address brings; its types know only the request.
@csp_replace({"frame-ancestors": ["*"], "script-src": ["'none'"]})  # type: ignore[arg-type]
def embed(request: HttpRequest, case_id: str) -> HttpResponse:
    """The core of a case for a frame on any site: no scripts, no cookies; ?lang= chooses the language."""
    case = newest(case_id)
    if case is None:
        raise Http404
    language = request.GET.get("lang", "en")
    with translation.override(language if language in LANGUAGES else "en"):
        if case.document is None:
            return render(request, "archive/gone.html", {"edition": case.edition}, status=410)
        page = case_page(case.document, timezone.localdate())
        address = request.build_absolute_uri(reverse("archive:case", args=[case.edition.case_id]))
        context = {"page": page, "edition": case.edition, "address": address}
        return unlisted(render(request, "archive/embed.html", context), [case])


def oembed(request: HttpRequest) -> HttpResponse:
    """https://oembed.com: the address of a case page in, a frame for it out."""
    if request.GET.get("format", "json") != "json":
        return JsonResponse({"error": "only json"}, status=501)
    case_id, language = case_and_language(request, request.GET.get("url", ""))
    case = newest(case_id) if case_id else None
    if case is None or case.document is None:
        return JsonResponse({"error": "no such case"}, status=404)
    if not limit(request, "maxwidth") or not limit(request, "maxheight"):
        return JsonResponse({"error": "maxwidth and maxheight are whole numbers of pixels"}, status=400)
    width = min(limit(request, "maxwidth"), EMBED_WIDTH)
    with translation.override(language):
        page = case_page(case.document, timezone.localdate())
        title, needed = page.name.text, frame_height(page, width)
    path = reverse("embed", args=[case.edition.case_id])
    address = request.build_absolute_uri(f"{path}?lang={language}")
    height = min(limit(request, "maxheight"), needed)
    frame = format_html('<iframe src="{}" width="{}" height="{}" title="{}"></iframe>', address, width, height, title)
    response = JsonResponse(
        {
            "version": "1.0",
            "type": "rich",
            "provider_name": "Shekteu",
            "provider_url": request.build_absolute_uri("/"),
            "title": title,
            "width": width,
            "height": height,
            "html": frame,
        }
    )
    return unlisted(response, [case])


def limit(request: HttpRequest, name: str) -> int:
    """What the other site allows; very much where it says nothing, 0 where it says no number."""
    text = request.GET.get(name, "9" * MOST_DIGITS)
    return int(text) if text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS else 0


def case_and_language(request: HttpRequest, address: str) -> tuple[str, str]:
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
