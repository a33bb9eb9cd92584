"""*Check*: what the form would come to if it were saved. It is saved, built and taken back in one transaction."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.models import Case
from desk.pages import render_desk
from desk.review.assessment import CaseAssessment, assess
from desk.review.entry_names import entry_names
from desk.review.preview import public_page, reckoning
from desk.review.wording import place
from editions.current import standing_of_person
from editions.narrowing import OPEN, settles_most
from editions.schema import Document
from records.languages import LANGUAGES

PAPERS: Mapping[str, Promise] = {
    "date": gettext_lazy("The ruling itself has it."),
    "copy_served": gettext_lazy("The receipt for the copy has it, in the file of the case."),
    "in_force": gettext_lazy("The ruling of the appeal court has it, or the note of force on the verdict."),
    "from": gettext_lazy("The record of detention has it, and the verdict where it counts custody."),
    "until": gettext_lazy("The release paper has it, and the verdict where it counts custody."),
    "registered": gettext_lazy("The probation service’s paper on the registration has it."),
    "starts": gettext_lazy("The paper on the start of the penalty has it."),
    "ends": gettext_lazy("The release paper has it, or the order that ended it."),
    "length": gettext_lazy("The verdict has it, in its last part."),
}
"""Which paper tells a fact, by its field."""

Save = Callable[[HttpRequest], HttpResponse]


def check_response(request: HttpRequest, save: Save) -> HttpResponse:
    """Answers with the check, or with ``?preview=`` the public page, of a submitted form. Nothing stays saved.

    `save` saves it, answers as the admin does, and leaves the case at the request.
    """
    preview, language = None, request.GET.get("preview", "")
    context: dict[str, Any] = {}
    with transaction.atomic():
        response = save(request)
        if response.status_code != 302:
            context["errors"] = form_errors(response)
        else:
            case = Case.objects.get(pk=request.__dict__["saved_case"])
            assessment = assess(case, timezone.localdate())
            if assessment.document and language in LANGUAGES:
                preview = public_page(request, assessment.document, language)
            else:
                context = check_context(assessment)
        transaction.set_rollback(True)
    list(messages.get_messages(request))  # "was saved" would not be true
    if preview is not None:
        return preview
    if request.headers.get("X-Requested-With") == "fetch":
        return HttpResponse(render_to_string("desk/check/_check.html", context, request))
    return render_desk(request, "desk/check/page.html", _("Check: nothing is saved"), context)


def check_context(assessment: CaseAssessment) -> dict[str, Any]:
    """What the page of a check shows."""
    context: dict[str, Any] = {"assessment": assessment}
    if document := assessment.document:
        today = timezone.localdate()
        context["reckoning"] = reckoning(document, today)
        context["most_wanted"] = most_wanted(document, today)
        context["differing"] = [claim for claim in document.reckoning.claims if claim.result == "differs"]
    return context


def form_errors(response: Any) -> list[str]:
    """Every error of the admin's form, with the label of its field."""
    context = response.context_data
    formsets = [part.formset for part in context["inline_admin_formsets"]]
    lines = [str(error) for formset in formsets for error in formset.non_form_errors()]
    for form in (context["adminform"].form, *(form for formset in formsets for form in formset.forms)):
        for name, errors in form.errors.items():
            label = form.fields[name].label if name in form.fields else ""
            lines += [f"{form.prefix or ''} {label}: {error}".strip(" :") for error in errors]
    return lines


def most_wanted(document: Document, on: date) -> str:
    """The one fact that would narrow the dates most, and what it would narrow; empty if nothing is open."""
    cases = [standing.document.case for standing in standing_of_person(document.person.id)]
    others = [case.to_dict() for case in cases if case.id != document.case.id]
    settling = settles_most(document, on, others)
    if settling is None:
        return ""
    fact, days, restrictions = settling
    names = entry_names(document)
    what = ", ".join(dict.fromkeys(names.get(("restrictions", id_), id_) for id_ in restrictions))
    words = {"where": place(f"case.{fact.part}.{fact.id}.{fact.field}", names), "what": what, "days": days}
    if days >= OPEN:
        gain = _("%(where)s. It would give a day to: %(what)s.") % words
    else:
        gain = _("%(where)s. It would take %(days)s days of doubt from: %(what)s.") % words
    return f"{gain} {PAPERS[fact.field]}"
