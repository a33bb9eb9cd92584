"""A co-defendant's case, begun from one of the same trial: what the court said, nothing of the person's own story."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.models import Case
from desk.accounts.own_drafts import WRITE_OWN
from desk.accounts.visibility import visible_rows
from desk.intake.draft import RowInvalid, chosen_row
from desk.intake.fields import ModelLookupField, case_id_field, person_field
from desk.intake.making import free_id, is_taken
from desk.models import DraftOwner
from desk.pages import DeskRequest, case_or_404, desk_page, render_desk
from desk.review.savers import carry_over
from editions.schema import Case as CaseRecord
from people.models import Person
from records.json_dict import JSONDict
from records.serial import fresh_dict, save_dict

OWN = ("custody", "events", "claims", "testimonies", "prior", "missing", "former_ids", "withheld")
REPORTED = ("registered", "starts", "ends", "ended_by", "changes", "told", "reported_as")


class CopyForm(forms.Form):
    """For whom, and under which id."""

    person = person_field(label=gettext_lazy("The co-defendant"), may_add=True)
    slug = case_id_field(label=gettext_lazy("Id of the new case"), help_text=gettext_lazy("Empty: made from the name."))

    def __init__(self, *args: Any, visible: Callable[[type[Any]], QuerySet[Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["person"]
        assert isinstance(field, ModelLookupField)
        field.visible = visible

    def clean_slug(self) -> str:
        slug: str = self.cleaned_data["slug"]
        if slug and is_taken(slug):
            raise forms.ValidationError(_("Another case has or had this id."))
        return slug


@desk_page("cases.add_case", WRITE_OWN)
def copy_case(request: DeskRequest, pk: int) -> HttpResponse:
    """Copies the verdicts, charges and penalties of a case for another person of the same trial, as a draft."""
    case, form = case_or_404(request, pk), CopyForm(request.POST or None, visible=partial(visible_rows, request))
    if request.method == "POST" and form.is_valid() and (draft := save_copy(case, form, request.user)):
        return redirect("admin:cases_case_change", draft.pk)
    title = _("Copy %(case)s for a co-defendant") % {"case": case.slug}
    context = {"form": form, "button": _("Copy")}
    return render_desk(request, "desk/form.html", title, context, 400 if form.errors else 200)


def save_copy(case: Case, form: CopyForm, user: User) -> Case | None:
    """Saves the copy, and the person if new; None if the person's name was refused."""
    try:
        with transaction.atomic():
            person = chosen_row(form, "person", Person, user)
            year = case.slug.rpartition("-")[2]
            slug = form.cleaned_data["slug"] or free_id(f"{person.slug.rpartition('-')[2]}-{year}", is_taken)
            draft = save_dict(Case, copy_for(fresh_dict(case), slug, person.slug))
            DraftOwner.remember(draft, user)
            carry_over(case, draft)
            return draft
    except RowInvalid:
        return None


def copy_for(record: JSONDict, slug: str, person: str) -> JSONDict:
    """Returns the record of a new draft: what the court pronounced stays, what happened to the person does not."""
    kept = {key: value for key, value in record.items() if key not in OWN}
    penalties = [{key: value for key, value in row.items() if key not in REPORTED} for row in record["restrictions"]]
    new: JSONDict = {
        "id": slug,
        "person": person,
        "status": "draft",
        "restrictions": penalties,
        "verified": None,
        "title": {},
    }
    return CaseRecord.model_validate({**kept, **new, "summary": {}}).to_dict()
