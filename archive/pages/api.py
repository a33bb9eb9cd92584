"""The page about the API: for whoever writes a program, or wonders what one may ask."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from archive.exports.api_examples import MOST_ROWS, ROWS, examples
from archive.index.kept import kept


@kept
def api(request: HttpRequest) -> HttpResponse:
    site = request.build_absolute_uri("/").rstrip("/")
    context = {"examples": examples(site), "rate": settings.READER_RATE, "most": MOST_ROWS, "default": ROWS}
    return render(request, "archive/api.html", context)
