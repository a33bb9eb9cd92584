"""Merge with a preview of all that moves; restore an edition."""

from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from desk.intake.fields import person_field, source_field
from desk.merging.merge import merge, preview
from desk.pages import desk_page, render_desk
from desk.review.savers import revive
from editions.current import document_of
from editions.models import Edition
from editions.refusal import PublicationError
from editions.restore import restore
from people.models import Person
from records.events import log_event

SUBJECTS = ("people", "sources")


class MergeForm(forms.Form):
    """Which two; the second goes."""

    def __init__(self, subject: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        box = person_field if subject == "people" else source_field
        words = _("A name, a part of it, or the id.") if subject == "people" else _("Words of the title, or the id.")
        self.fields["kept"] = box(label=_("The one that stays"), help_text=words)
        self.fields["gone"] = box(label=_("The one that goes"), help_text=words)


@desk_page("desk.merge_rows")
def merge_rows(request: HttpRequest, subject: str) -> HttpResponse:
    """Merges two people or two sources: shows first what would move, then, confirmed, moves it."""
    if subject not in SUBJECTS:
        raise Http404
    form = MergeForm(subject, request.POST or None, initial=request.GET.dict())
    context: dict[str, Any] = {"form": form, "subject": subject}
    if request.method == "POST" and form.is_valid():
        kept, gone = form.cleaned_data["kept"], form.cleaned_data["gone"]
        try:
            if "confirmed" in request.POST:
                merge(kept, gone)
                messages.success(request, _("Merged. The cases concerned are drafts until they are reviewed."))
                return redirect(f"admin:{kept._meta.app_label}_{kept._meta.model_name}_change", kept.pk)
            context["moved"] = preview(kept, gone)
        except PublicationError as error:
            log_event("refusal", account=request.user.pk, of="merge", problems=len(error.problems))
            context["problems"] = error.problems
    status = 400 if form.errors or "problems" in context else 200
    return render_desk(request, "desk/merge/merge.html", _("Merge"), context, status)


@require_POST
@desk_page("desk.restore_edition")
@transaction.atomic
def restore_edition(request: HttpRequest, number: int) -> HttpResponse:
    """Makes the rows say what an edition said, as a draft."""
    edition = get_object_or_404(Edition, number=number)
    document = document_of(edition)
    if document is None:
        problems = {"problems": [_("this version has no text")]}
        return render_desk(request, "desk/review/refused.html", _("Not restored"), problems, 409)
    case = restore(document)
    revive(case, edition.number)
    for other in Person.objects.filter(former_ids__contains=[document.person.id]):
        # A merge had taken this person in, who is a row of their own again.
        other.former_ids = [former for former in other.former_ids if former != document.person.id]
        other.save(update_fields=["former_ids"])
    messages.success(request, _("Version %(number)s is back in the form as a draft.") % {"number": edition.version})
    return redirect(reverse("desk_case_work", args=[case.pk]))
