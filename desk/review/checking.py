"""*Check*: what the form would come to if it were saved. It is saved, built and taken back in one transaction."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _

from cases.models import Case
from desk.pages import render_desk
from desk.review.assessment import CaseAssessment, assess
from desk.review.narrowing import OPEN, Narrowed, narrowing
from desk.review.preview import public_page, reckoning
from desk.review.wording import place
from editions.current import standing_of_person
from editions.reckoning import reckoning_of
from editions.schema import Document
from records.languages import LANGUAGES

Save = Callable[[HttpRequest], HttpResponse]


def check_response(request: HttpRequest, save: Save, slug: str | None) -> HttpResponse:
    """The check of a submitted form. `save` saves it and answers as the admin does; `slug` is a saved case's id."""
    with transaction.atomic():
        answer = save(request)
        found = assess(_saved(slug, request), timezone.localdate()) if answer.status_code == 302 else None
        page = _preview(request, found)
        context = {} if page else _context(answer, found)
        transaction.set_rollback(True)
    list(messages.get_messages(request))  # "was saved" would not be true
    if page is not None:
        return page
    if request.headers.get("X-Requested-With") == "fetch":
        return HttpResponse(render_to_string("desk/check/_check.html", context, request))
    return render_desk(request, "desk/check/page.html", _("Check: nothing is saved"), context)


def _saved(slug: str | None, request: HttpRequest) -> Case:
    return Case.objects.get(slug=slug or request.POST.get("slug", ""))


def _preview(request: HttpRequest, found: CaseAssessment | None) -> HttpResponse | None:
    """The public page in the language of ``?preview=``, if that was asked for and the rows make a document."""
    language = request.GET.get("preview")
    if language not in LANGUAGES or found is None or found.document is None:
        return None
    return public_page(request, found.document, language)


def _context(answer: HttpResponse, found: CaseAssessment | None) -> dict[str, Any]:
    if found is None:
        return {"errors": _errors(answer)}
    context: dict[str, Any] = {"reading": found}
    if found.document:
        context["reckoning"] = reckoning(found.document, timezone.localdate())
        context["most_wanted"] = most_wanted(found.document, timezone.localdate())
        context["differing"] = [claim for claim in found.document.reckoning.claims if claim.result == "differs"]
    return context


def _errors(answer: Any) -> list[str]:
    """Every error of the form with the label of its field."""
    context = answer.context_data
    forms = [context["adminform"].form]
    for part in context["inline_admin_formsets"]:
        forms += part.formset.forms
    lines = [str(error) for part in context["inline_admin_formsets"] for error in part.formset.non_form_errors()]
    for form in forms:
        for name, errors in form.errors.items():
            label = form.fields[name].label if name in form.fields else ""
            lines += [f"{form.prefix or ''} {label}: {error}".strip(" :") for error in errors]
    return lines


def most_wanted(document: Document, on: date) -> str:
    """The one fact that would narrow the dates most, and what it would narrow; empty if nothing is open."""
    standing = [one.document.case for one in standing_of_person(document.person.id)]
    others = [case.to_dict() for case in standing if case.id != document.case.id]
    person, sources = document.person.to_dict(), [source.to_dict() for source in document.sources]
    found = narrowing(document.case.to_dict(), lambda case: reckoning_of(case, person, others, sources), on)
    return _wanted(found[0]) if found else ""


def _wanted(found: Narrowed) -> str:
    where = place(f"case.{found.fact.part}.{found.fact.id}.{found.fact.field}")
    what = ", ".join(found.restrictions)
    if found.days >= OPEN:
        return _("%(where)s. It would give a day to: %(what)s.") % {"where": where, "what": what}
    values = {"where": where, "what": what, "days": found.days}
    return _("%(where)s. It would take %(days)s days of doubt from: %(what)s.") % values
