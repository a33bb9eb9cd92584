"""What search engines are told: where the list of addresses is, and every public page but those that ask to be left."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import override

from archive.index.kept import kept
from editions.models import Edition
from records.languages import LANGUAGES

PAGES = (
    "home",
    "cases",
    "statistics",
    "tables",
    "calendar",
    "kinds",
    "law",
    "law-check",
    "calculator",
    "data",
    "about",
    "method",
    "glossary",
)
UNLISTED = '"noindex"'
"""Stands in the text of a case whose pages search engines leave alone."""


def robots(request: HttpRequest) -> HttpResponse:
    sitemap = request.build_absolute_uri(reverse("sitemap"))
    lines = ["User-agent: *", "Disallow: /*?", f"Sitemap: {sitemap}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@kept
def sitemap(request: HttpRequest) -> HttpResponse:
    """All pages in all languages; of the cases, those that stand and do not ask to be left alone. One query."""
    cases = Edition.objects.current().filter(text__isnull=False).exclude(text__content__contains=UNLISTED)
    case_ids = sorted(cases.values_list("case_id", flat=True))
    addresses = []
    for language in LANGUAGES:
        with override(language):
            addresses += [reverse(f"archive:{page}") for page in PAGES]
            addresses += [reverse("archive:case", args=[case_id]) for case_id in case_ids]
    urls = "".join(f"<url><loc>{request.build_absolute_uri(address)}</loc></url>" for address in addresses)
    content = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>'
    return HttpResponse(f'<?xml version="1.0" encoding="UTF-8"?>{content}', content_type="application/xml")
