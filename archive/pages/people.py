"""The page of one person: all published cases and what binds on the day."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from archive.index.fetch import unlisted
from archive.index.published import of_person
from archive.pages.case.page import case_page


def person(request: HttpRequest, person_id: str) -> HttpResponse:
    found = of_person(person_id)
    if not found:
        raise Http404
    on = timezone.localdate()
    pages = [case_page(one.document, on) for one in found if one.document]
    context = {"on": on, "pages": pages, "page": pages[-1], "unlisted": any(one.unlisted for one in found)}
    context["media"] = settings.MEDIA_URL
    return unlisted(render(request, "archive/person.html", context), found)
