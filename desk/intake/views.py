"""The page of a paper: only its fields; saved in one transaction or not at all; then the whole case form."""

import re
from datetime import date
from typing import Any

from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from cases.models import Case
from desk.accounts.own_drafts import WRITE_OWN, is_own
from desk.intake.dates import DateAnswer
from desk.intake.draft import Draft, RowInvalid
from desk.intake.new_case import NewCaseForm, SourceForm
from desk.intake.parts import DocumentPart
from desk.intake.source_documents import SOURCE_DOCUMENTS, SourceDocument
from desk.intake.sources import filled_in
from desk.pages import case_or_404, desk_page, render_desk
from desk.review.checking import most_wanted
from editions.building import document_of_rows
from editions.refusal import PublicationError
from people.models import Person
from records.models import Court, Publisher, Source

LISTED = 500
"""As many rows a box offers while one types; others are found by what is typed."""


@desk_page("cases.add_case", WRITE_OWN)
def new_case(request: HttpRequest, kind: str) -> HttpResponse:
    """Begin a case with a paper."""
    return _paper(request, kind, None)


@desk_page("cases.change_case", WRITE_OWN)
def new_fact(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """Add to a case what a paper says."""
    case = case_or_404(request, pk)
    if not request.user.has_perm("cases.change_case") and not is_own(request, case):
        raise PermissionDenied
    return _paper(request, kind, case)


def _paper(request: HttpRequest, kind: str, case: Case | None) -> HttpResponse:
    if kind not in SOURCE_DOCUMENTS:
        raise Http404
    paper = SOURCE_DOCUMENTS[kind]
    parts = _parts(paper, request.POST if request.method == "POST" else None, case)
    if "read" in request.POST:
        return _page(request, paper, case, _read(request, paper, parts, case))
    if request.method == "POST" and _are_valid(parts):
        saved = _saved(request.user, parts, case, timezone.localdate())
        if saved is not None:
            return _on_to_the_form(request, saved)
    return _page(request, paper, case, parts)


def _are_valid(parts: list[DocumentPart]) -> bool:
    """Whether all are; each is asked, so that all errors show at once."""
    return not [part for part in parts if not part.is_valid()]


def _parts(paper: SourceDocument, data: Any, case: Case | None) -> list[DocumentPart]:
    """The paper's forms in their order; the paper itself first, or second after the person."""
    kinds = (SourceForm, *paper.later) if case else (NewCaseForm, SourceForm, *paper.first)
    return [kind(data, case=case, initial={"kind": paper.source} if kind is SourceForm else None) for kind in kinds]


def _saved(user: User, parts: list[DocumentPart], case: Case | None, today: date) -> Case | None:
    """The case with all that the paper says; None, and nothing kept, if a row was refused."""
    try:
        with transaction.atomic():
            return _written(user, parts, case, today)
    except RowInvalid:
        return None


def _written(user: User, parts: list[DocumentPart], case: Case | None, today: date) -> Case:
    begun, source = ([None, *parts] if case else parts)[:2]
    if case is None:
        assert isinstance(begun, NewCaseForm)
        case = begun.save(user, year(parts) or str(today.year))
    else:
        case = Case.objects.select_for_update().get(pk=case.pk)
        case.mark_changed()
    assert isinstance(source, SourceForm)
    draft = Draft(case, source.save(user), today)
    for part in parts:
        if part not in (begun, source):
            part.write(draft)
    case.save()
    return case


def year(parts: list[DocumentPart]) -> str:
    """The year of the first date that the paper gives."""
    answers = [value for part in parts for value in part.cleaned_data.values() if isinstance(value, DateAnswer)]
    found = [match[0] for answer in answers if answer.text and (match := re.search(r"\d{4}", answer.text))]
    return found[0] if found else ""


def _read(
    request: HttpRequest, paper: SourceDocument, parts: list[DocumentPart], case: Case | None
) -> list[DocumentPart]:
    """The same paper with what the page of its source says of itself; what was typed stays."""
    data = request.POST.copy()
    url = data.get("source-url", "").strip()
    found = filled_in(request, url) if url else {}
    names = {"title": "title_", "published": "published", "language": "language", "site": "publisher"}
    for key, name in names.items():
        if not data.get(f"source-{name}"):
            data[f"source-{name}"] = found.get(key, "")
    filled = _parts(paper, data, case)
    for part in filled:
        part.unchecked()
    return filled


def _on_to_the_form(request: HttpRequest, case: Case) -> HttpResponse:
    """The whole case, with the one fact that is most worth searching for next."""
    messages.success(request, _("Saved as a draft: here is the whole case."))
    try:
        wanted = most_wanted(document_of_rows(case), timezone.localdate())
    except PublicationError:
        wanted = ""
    if wanted:
        messages.info(request, _("The one fact that would narrow the dates most: %(fact)s") % {"fact": wanted})
    return redirect("admin:cases_case_change", case.pk)


def _page(request: HttpRequest, paper: SourceDocument, case: Case | None, parts: list[DocumentPart]) -> HttpResponse:
    what = {"paper": paper.title, "case": case}
    title = _("%(paper)s: what it adds to %(case)s") % what if case else _("A case begins with: %(paper)s") % what
    context = {"paper": paper, "case": case, "parts": parts, "lists": _lists()}
    wrong = any(part.is_bound and part.errors for part in parts)
    return render_desk(request, "desk/intake/paper.html", title, context, 400 if wrong else 200)


def _lists() -> dict[str, list[tuple[str, str]]]:
    """What the boxes offer while one types: id and name. Four queries."""
    people = Person.objects.order_by("-pk")[:LISTED]
    rows = Source.objects.select_related("publisher").order_by("-pk")[:LISTED]
    return {
        "people": [(row.slug, str(row)) for row in people],
        "courts": [(row.slug, str(row)) for row in Court.objects.order_by("slug")[:LISTED]],
        "sources": [(row.slug, str(row)) for row in rows],
        "publishers": [(row.name, "") for row in Publisher.objects.order_by("name")[:LISTED]],
    }
