"""The public page of a case that is not published yet, and its reckoning, shown by the readers' side."""

from datetime import date, datetime
from importlib import import_module
from types import ModuleType

from django.conf import settings
from django.db.models import Max
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from desk.pages import case_or_404, desk_page, render_desk
from editions.building import document_of_rows
from editions.models import Edition
from editions.refusal import PublicationError
from editions.schema import Document
from records.languages import LANGUAGES


def pages() -> ModuleType:
    """The module that shows what readers would see."""
    return import_module(settings.PREVIEW)


@desk_page("cases.view_case")
def preview(request: HttpRequest, pk: int, language: str) -> HttpResponse:
    """Shows the case's page as readers would see it in one language if it were published now. Nothing is saved."""
    case = case_or_404(request, pk)
    if language not in LANGUAGES:
        raise Http404
    try:
        document = document_of_rows(case)
    except PublicationError as error:
        return render_desk(
            request, "desk/review/refused.html", gettext("No preview yet"), {"problems": error.problems}, 409
        )
    return public_page(request, document, language)


def public_page(request: HttpRequest, document: Document, language: str) -> HttpResponse:
    """Renders the page of a document as if it were the next edition, with the desk's own copies of its files."""
    edition = next_edition(document, timezone.now())
    media = reverse("desk_picture", args=["x"]).removesuffix("x")
    page: HttpResponse = pages().page(request, document, edition, timezone.localdate(), language, media)
    return page


def next_edition(document: Document, now: datetime) -> Edition:
    """The edition that publishing would make, not saved."""
    newest = Edition.objects.of_case(document.case.id).aggregate(version=Max("version"))["version"] or 0
    reason = {"en": "Preview", "ru": "Предпросмотр", "kk": "Алдын ала қарау"}
    return Edition(
        version=newest + 1,
        case_id=document.case.id,
        published_at=now,
        reason=reason,
        kind=Edition.Kind.PUBLISHED,
    )


def reckoning(document: Document, on: date) -> str:
    """Renders the reckoning as a part of a page."""
    html: str = pages().reckoning(document, on)
    return html
