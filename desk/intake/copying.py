"""A co-defendant's case, begun from one of the same trial: what the court said, nothing of the person's own story."""

from typing import Any

from django import forms
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.models import Case
from desk.accounts.own_drafts import WRITE_OWN
from desk.accounts.visibility import visible_rows
from desk.models import DraftOwner
from desk.pages import DeskRequest, case_or_404, desk_page, render_desk
from desk.review.savers import carry_over
from editions.schema import Case as CaseRecord
from people.models import Person
from records.ids import ARCHIVE_ID
from records.json_dict import JSONDict
from records.serial import fresh_dict, save_dict

OWN = ("custody", "events", "claims", "testimonies", "prior", "missing", "former_ids", "withheld")
REPORTED = ("registered", "starts", "ends", "ended_by", "changes", "told", "reported_as")


def is_taken(slug: str) -> bool:
    """Whether a case has or had this id."""
    return Case.objects.filter(slug=slug).exists() or Case.objects.filter(former_ids__contains=[slug]).exists()


class CopyForm(forms.Form):
    """For whom, and under which id."""

    slug = forms.RegexField(ARCHIVE_ID, label=gettext_lazy("Id of the new case"), max_length=60)
    person = forms.CharField(label=gettext_lazy("Id of the co-defendant"), max_length=60)

    def __init__(self, *args: Any, people: QuerySet[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = people

    def clean_slug(self) -> str:
        slug: str = self.cleaned_data["slug"]
        if is_taken(slug):
            raise forms.ValidationError(_("Another case has or had this id."))
        return slug

    def clean_person(self) -> str:
        person: str = self.cleaned_data["person"]
        if not self.people.filter(slug=person).exists():
            raise forms.ValidationError(_("There is no person with this id: enter the person first."))
        return person


@desk_page("cases.add_case", WRITE_OWN)
def copy_case(request: DeskRequest, pk: int) -> HttpResponse:
    """Copies the verdicts, charges and penalties of a case for another person of the same trial, as a draft."""
    case, form = case_or_404(request, pk), CopyForm(request.POST or None, people=visible_rows(request, Person))
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            draft = save_dict(Case, copy_for(fresh_dict(case), **form.cleaned_data))
            DraftOwner.remember(draft, request.user)
            carry_over(case, draft)
        return redirect("admin:cases_case_change", draft.pk)
    title = _("Copy %(case)s for a co-defendant") % {"case": case.slug}
    context = {"form": form, "button": _("Copy")}
    return render_desk(request, "desk/form.html", title, context, 400 if form.errors else 200)


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
