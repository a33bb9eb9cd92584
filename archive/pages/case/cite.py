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
def cite(request: HttpRequest, found: PublishedCase, days: AddressDays) -> HttpResponse:
    assert found.document is not None
    page = case_page(found.document, days.on)
    one = citation(page, found.edition, request.build_absolute_uri)
    styles = [(name, style(one)) for name, style in STYLES.items()]
    context = {"page": page, "citation": one, "styles": styles, "files": FILES, "unlisted": found.unlisted}
    return render(request, "archive/cite.html", context)


@with_case
@with_days
def cite_file(request: HttpRequest, found: PublishedCase, suffix: str, days: AddressDays) -> HttpResponse:
    """One citation for a reference manager."""
    assert found.document is not None
    if suffix not in FILES:
        raise Http404
    style, media, _name = FILES[suffix]
    page = case_page(found.document, days.on)
    one = citation(page, found.edition, request.build_absolute_uri)
    return HttpResponse(style(one), content_type=f"{media}; charset=utf-8", headers=_attached(one.key, suffix))


def _attached(name: str, suffix: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="{name}.{suffix}"'}
