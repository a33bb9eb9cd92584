"""The page of one case."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from archive.case_page.page import case_page
from archive.documents import Found, newest
from archive.views.days import BadDay, chosen_day


def case(request: HttpRequest, case_id: str) -> HttpResponse:
    found = newest(case_id)
    if found is None:
        raise Http404
    if found.edition.case_id != case_id:
        return redirect("archive:case", found.edition.case_id, permanent=True)
    if found.document is None:
        return gone(request, found)
    error, status = "", 200
    try:
        on = chosen_day(request.GET)
    except BadDay as problem:
        on, error, status = timezone.localdate(), str(problem), 400
    context = {
        "page": case_page(found.document, on),
        "edition": found.edition,
        "is_today": on == timezone.localdate(),
        "day_error": error,
        "day_given": request.GET.get("on", ""),
    }
    return render(request, "archive/case.html", context, status=status)


def gone(request: HttpRequest, found: Found) -> HttpResponse:
    """The case was withdrawn: the reason that the editors chose to give, and nothing else."""
    return render(request, "archive/gone.html", {"edition": found.edition}, status=410)
