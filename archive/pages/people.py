"""The page of one person: all published cases and what binds on the day."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from archive.index.fetch import unlisted
from archive.index.kept import kept
from archive.index.published import of_person
from archive.pages.case.page import case_page


@kept
def person(request: HttpRequest, person_id: str) -> HttpResponse:
    cases = of_person(person_id)
    if not cases:
        raise Http404
    on = timezone.localdate()
    pages = [case_page(case.text, on) for case in cases]
    context = {
        "on": on,
        "pages": pages,
        "page": pages[-1],
        "unlisted": any(case.unlisted for case in cases),
        "media": settings.MEDIA_URL,
    }
    return unlisted(render(request, "archive/person.html", context), cases)
