"""*Check*: what the form would come to if it were saved. It is saved, built and taken back in one transaction."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _

from cases.models import Case
from desk.pages import shown
from desk.preview import reckoning
from desk.workflow.reading import reading
from desk.workflow.wording import value

Save = Callable[[HttpRequest], HttpResponse]


def checked(request: HttpRequest, save: Save, slug: str | None) -> HttpResponse:
    """The check of a submitted form. `save` saves it and answers as the admin does; `slug` is a saved case's id."""
    with transaction.atomic():
        answer = save(request)
        context = _context(answer, slug or request.POST.get("slug", ""))
        transaction.set_rollback(True)
    list(messages.get_messages(request))  # "was saved" would not be true
    if request.headers.get("X-Requested-With") == "fetch":
        return HttpResponse(render_to_string("desk/check/_check.html", context, request))
    return shown(request, "desk/check/page.html", _("Check: nothing is saved"), context)


def _context(answer: HttpResponse, slug: str) -> dict[str, Any]:
    if answer.status_code != 302:
        return {"errors": _errors(answer)}
    found = reading(Case.objects.get(slug=slug), timezone.localdate())
    context: dict[str, Any] = {"reading": found}
    if found.document:
        context["reckoning"] = reckoning(found.document, timezone.localdate())
        context["most_wanted"] = most_wanted(found.document)
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


def most_wanted(document: Any) -> str:
    """The missing fact that most restrictions wait for: the one that would narrow the dates most."""
    waiting: dict[str, list[str]] = {}
    for found in document.reckoning.restrictions:
        for fact in found.missing:
            waiting.setdefault(fact, []).append(found.id)
    if not waiting:
        return ""
    fact, ids = max(waiting.items(), key=lambda pair: (len(pair[1]), pair[0]))
    return f"{fact}: {value(ids)}"
