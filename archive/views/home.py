"""The front page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from archive.headlines import endings, known, newest

ENDINGS, CHANGES = 8, 5


def home(request: HttpRequest) -> HttpResponse:
    on = timezone.localdate()
    context = {"on": on, "known": known(on), "endings": endings(on, ENDINGS), "changes": newest(CHANGES)}
    return render(request, "archive/home.html", context)
