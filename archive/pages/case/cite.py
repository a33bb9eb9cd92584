"""Citations of a case, as a page and as files."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from archive.index.days import AddressDays, with_days
from archive.index.fetch import with_case
from archive.index.published import PublishedCase
from archive.pages.case.citations import FILES, STYLES
from archive.pages.case.metadata import citation
from archive.pages.case.page import case_page


@with_case
@with_days
def cite(request: HttpRequest, case: PublishedCase, days: AddressDays) -> HttpResponse:
    page = case_page(case.text, days.on)
    entry = citation(page, case.edition, request.build_absolute_uri)
    styles = [(name, style(entry)) for name, style in STYLES.items()]
    context = {"page": page, "citation": entry, "styles": styles, "files": FILES, "unlisted": case.unlisted}
    return render(request, "archive/cite.html", context)


@with_case
@with_days
def cite_file(request: HttpRequest, case: PublishedCase, days: AddressDays, suffix: str) -> HttpResponse:
    """One citation for a reference manager."""
    if suffix not in FILES:
        raise Http404
    style, media_type, _name = FILES[suffix]
    page = case_page(case.text, days.on)
    entry = citation(page, case.edition, request.build_absolute_uri)
    headers = {"Content-Disposition": f'attachment; filename="{entry.key}.{suffix}"'}
    return HttpResponse(style(entry), content_type=f"{media_type}; charset=utf-8", headers=headers)
