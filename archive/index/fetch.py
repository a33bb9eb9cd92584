"""What every view of a case begins with: the case as published, or why it is not there."""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any, TypeVar

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse

from archive.index.published import PublishedCase, newest

View = Callable[..., HttpResponse]
Answer = TypeVar("Answer", bound=HttpResponseBase)


def with_case(view: View) -> View:
    """Hands the view the newest edition; 404 for the unknown, 301 for an earlier id, 410 for the withdrawn."""

    @wraps(view)
    def answer(request: HttpRequest, case_id: str, **kwargs: Any) -> HttpResponse:
        found = newest(case_id)
        if found is None:
            raise Http404
        if found.edition.case_id != case_id:
            match = request.resolver_match
            assert match is not None
            address = reverse(match.view_name, kwargs={**match.kwargs, "case_id": found.edition.case_id})
            return HttpResponsePermanentRedirect(address)
        if found.document is None:
            return gone(request, found)
        return unlisted(view(request, found, **kwargs), [found])

    return answer


def unlisted(response: Answer, found: Iterable[PublishedCase]) -> Answer:
    """The answer, which search engines leave alone if one of the cases asks for that."""
    return of_many(response) if any(one.unlisted for one in found) else response


def of_many(response: Answer) -> Answer:
    """A file or an answer of the API that names many cases, which search engines leave alone: some may ask for it."""
    response["X-Robots-Tag"] = "noindex, noarchive"
    return response


def gone(request: HttpRequest, found: PublishedCase) -> HttpResponse:
    """The case was withdrawn: the reason that the editors chose to give, and nothing else."""
    return render(request, "archive/gone.html", {"edition": found.edition}, status=410)
