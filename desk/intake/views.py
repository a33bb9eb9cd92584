"""The page of a paper: only its fields; saved in one transaction or not at all; then the whole case form."""

import re
from collections.abc import Sequence
from datetime import date
from functools import partial, wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from cases.models import Case
from desk.accounts.own_drafts import WRITE_OWN, is_own, only_own
from desk.accounts.visibility import visible_rows
from desk.intake.confirming import ProposedRow, rows, with_confirmed
from desk.intake.dates import DateAnswer
from desk.intake.draft import Draft, RowInvalid
from desk.intake.fields import ModelLookupField
from desk.intake.new_case import NewCaseForm, SourceForm
from desk.intake.parts import DocumentPart
from desk.intake.pasted import TEXT, HiddenText, PastedPart
from desk.intake.source_documents import SOURCE_DOCUMENTS, SourceDocument, title_of_paper
from desk.intake.sources import describe_page
from desk.pages import DeskRequest, View, case_or_404, desk_page, render_desk
from desk.review.checking import most_wanted
from editions.building import document_of_rows
from editions.refusal import PublicationError
from people.models import Person
from records.models import Court, Publisher, Source, Trial


def hides_the_text(view: View) -> View:
    """Keeps a pasted text out of every report of an error, with all that was read of it."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        request.exception_reporter_filter = HiddenText()
        return view(request, *args, **kwargs)

    return sensitive_post_parameters()(guarded)


LISTED = 500
"""As many rows a box offers while one types; others are found by what is typed."""


@hides_the_text
@desk_page("cases.add_case", WRITE_OWN)
def new_case(request: DeskRequest, kind: str) -> HttpResponse:
    """Begins a case with a paper."""
    return enter_document(request, kind, None)


@hides_the_text
@desk_page("cases.change_case", WRITE_OWN)
def new_fact(request: DeskRequest, pk: int, kind: str) -> HttpResponse:
    """Adds to a case what a paper says."""
    case = case_or_404(request, pk)
    if not request.user.has_perm("cases.change_case") and not is_own(request, case):
        raise PermissionDenied
    return enter_document(request, kind, case)


def enter_document(request: DeskRequest, kind: str, case: Case | None) -> HttpResponse:
    """Shows the fields of one kind of paper; saves what was typed; or fills in what the source's page says."""
    if kind not in SOURCE_DOCUMENTS:
        raise Http404
    document = SOURCE_DOCUMENTS[kind]
    if "read" in request.POST:
        return render_document(request, document, case, read_page(request, document, case))
    data = confirmed(request, document, case) if request.method == "POST" else None
    parts = parts_of(request, document, data, case)
    if "read_text" in request.POST or "fill" in request.POST:
        return render_unchecked(request, document, case, parts)
    if data is not None:
        valid = [part.is_valid() for part in parts]  # each is asked, so that all errors show at once
        saved = save(request.user, document, parts, case, timezone.localdate()) if all(valid) else None
        if saved is not None:
            return lead_to_form(request, saved)
    return render_document(request, document, case, parts)


def confirmed(request: HttpRequest, document: SourceDocument, case: Case | None) -> QueryDict:
    """What was typed, with what was confirmed of the pasted text."""
    if not request.POST.get(TEXT):
        return request.POST
    parts = parts_of(request, document, request.POST, case)
    return with_confirmed(request.POST, document.kind, parts)


def parts_of(
    request: HttpRequest, document: SourceDocument, data: QueryDict | None, case: Case | None
) -> list[DocumentPart]:
    """The forms of a paper in their order; that of the source first, or second after the person.

    They find for a contributor what the contributor may see, and nothing else.
    """
    usual = {"kind": document.source}
    parts: list[DocumentPart] = [PastedPart(data, case=case)]
    parts += [] if case else [NewCaseForm(data)]
    parts.append(SourceForm(data, case=case, initial=usual, names_itself=document.printed is not None))
    parts += [part(data, case=case) for part in (document.later if case else document.first)]
    for field in (field for part in parts for field in part.fields.values() if isinstance(field, ModelLookupField)):
        field.visible = partial(visible_rows, request) if only_own(request) else None
    return parts


def save(
    user: User, document: SourceDocument, parts: list[DocumentPart], case: Case | None, today: date
) -> Case | None:
    """Saves the case with all that the paper says; returns None, with nothing kept, if a row was refused."""
    try:
        with transaction.atomic():
            draft = begin(user, document, parts, case, today)
            # the case itself comes last: its title says what the others wrote
            for part in sorted(parts, key=lambda part: isinstance(part, NewCaseForm)):
                if not isinstance(part, SourceForm):
                    part.write(draft)
            draft.case.save()
            return draft.case
    except RowInvalid:
        return None


def begin(user: User, document: SourceDocument, parts: list[DocumentPart], case: Case | None, today: date) -> Draft:
    """Begins the case, or locks the one that is there, and makes the source. Raises RowInvalid."""
    if case is None:
        (begun,) = [part for part in parts if isinstance(part, NewCaseForm)]
        case = begun.save(user, year(parts) or str(today.year))
    else:
        case = Case.objects.select_for_update().get(pk=case.pk)
        case.mark_changed()
    (source,) = [part for part in parts if isinstance(part, SourceForm)]
    title = title_of_paper(document, parts, source.cleaned_data["language"] or "")
    return Draft(case, source.save(user, title), user, today)


def year(parts: list[DocumentPart]) -> str:
    """The year of the first date that the paper gives."""
    answers = [answer for part in parts for answer in part.cleaned_data.values() if isinstance(answer, DateAnswer)]
    years = (match[0] for answer in answers if answer.text and (match := re.search(r"\d{4}", answer.text)))
    return next(years, "")


def read_page(request: HttpRequest, document: SourceDocument, case: Case | None) -> list[DocumentPart]:
    """Fills in what the page of the source says of itself; what was typed stays."""
    data = request.POST.copy()
    url = data.get("source-url", "").strip()
    described = describe_page(request, url) if url else {}
    names = {"title": "title_", "published": "published", "language": "language", "site": "publisher"}
    for key, name in names.items():
        if not data.get(f"source-{name}"):
            data[f"source-{name}"] = described.get(key, "")
    parts = parts_of(request, document, data, case)
    for part in parts:
        part.unchecked()
    return parts


def render_unchecked(
    request: HttpRequest, document: SourceDocument, case: Case | None, parts: list[DocumentPart]
) -> HttpResponse:
    """Shows the fields as they are filled in, and what the pasted text says; complains of nothing but its length."""
    pasted = parts[0]
    too_long = pasted.errors.get("text")
    for part in parts:
        part.unchecked()
    if too_long:
        pasted.add_error("text", too_long.as_data())
    read_ = [] if too_long or "fill" in request.POST else rows(request.POST.get(TEXT, ""), document.kind, parts)
    return render_document(request, document, case, parts, read_)


def lead_to_form(request: HttpRequest, case: Case) -> HttpResponse:
    """Leads to the whole case, naming the one fact that is most worth searching for next."""
    messages.success(request, _("Saved as a draft: here is the whole case."))
    try:
        wanted = most_wanted(document_of_rows(case), timezone.localdate())
    except PublicationError:
        wanted = ""
    if wanted:
        messages.info(request, _("The one fact that would narrow the dates most: %(fact)s") % {"fact": wanted})
    return redirect("admin:cases_case_change", case.pk)


def render_document(
    request: HttpRequest,
    document: SourceDocument,
    case: Case | None,
    parts: list[DocumentPart],
    read_: Sequence[ProposedRow] = (),
) -> HttpResponse:
    """Renders the page of a paper; 400 if something in it is wrong."""
    names = {"paper": document.title, "case": case}
    title = _("%(paper)s: what it adds to %(case)s") % names if case else _("A case begins with: %(paper)s") % names
    context: dict[str, Any] = {"paper": document, "case": case, "parts": parts, "lists": suggestions(request, case)}
    context |= {"rows": read_, "was_read": "read_text" in request.POST}
    wrong = any(part.is_bound and part.errors for part in parts)
    return render_desk(request, "desk/intake/paper.html", title, context, 400 if wrong else 200)


def suggestions(request: HttpRequest, case: Case | None) -> dict[str, list[tuple[str, str]]]:
    """What the boxes offer while one types: id and name. Five queries at most."""
    people = visible_rows(request, Person).order_by("-pk")[:LISTED]
    courts = Court.objects.order_by("slug")[:LISTED]
    sources = visible_rows(request, Source).select_related("publisher").order_by("-pk")[:LISTED]
    return {
        "people": [(row.slug, str(row)) for row in people],
        "courts": [(row.slug, str(row)) for row in courts],
        "sources": [(row.slug, str(row)) for row in sources],
        "trials": [] if case else [(row.slug, str(row)) for row in visible_rows(request, Trial)[:LISTED]],
        "publishers": [(row.name, "") for row in Publisher.objects.order_by("name")[:LISTED]],
    }
