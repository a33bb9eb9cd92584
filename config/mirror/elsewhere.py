"""What stands in the mirror for a page that needs the site itself."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def elsewhere(request: HttpRequest, **named: Any) -> HttpResponse:
    """Says where the page is: it asks the server something."""
    return render(request, "mirror/elsewhere.html", {"address": request.build_absolute_uri()})
