"""The audit as pages: of one record, of everything, of sign-ins, of what left the desk. Read only."""

from django import forms
from django.contrib.auth.models import User
from django.core.paginator import Paginator
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desk.accounts.own_drafts import only_own
from desk.audit.entries import NOTES, entries, model_of, of_subject
from desk.models import Export, RowChange, SignIn
from desk.pages import desk_page, render_desk

A_PAGE = 50
SUBJECTS = ("case", "person", "source", "court", "trial", "publisher", "tag", "occupation", "recogniser", "account")


def subject_choices() -> list[tuple[str, str]]:
    """The names of the tables, in the editor's language."""
    models = {name: model_of(name) for name in SUBJECTS}
    return [("", "—"), *((name, str(model._meta.verbose_name)) for name, model in models.items() if model)]


class FilterForm(forms.Form):
    """Which changes to show."""

    user = forms.ModelChoiceField(User.objects.order_by("username"), label=gettext_lazy("Account"), required=False)
    subject = forms.ChoiceField(label=gettext_lazy("Belongs to"), required=False, choices=subject_choices)
    since = forms.DateField(label=gettext_lazy("From"), required=False, widget=forms.DateInput(attrs={"type": "date"}))
    until = forms.DateField(label=gettext_lazy("Until"), required=False, widget=forms.DateInput(attrs={"type": "date"}))
    path = forms.CharField(label=gettext_lazy("Path contains"), required=False)
    LOOKUPS = {
        "user": "user",
        "subject": "subject",
        "since": "at__date__gte",
        "until": "at__date__lte",
        "path": "path__contains",
    }

    def narrow(self, changes: QuerySet[RowChange]) -> QuerySet[RowChange]:
        """Keeps the changes that fit; a filter that cannot be read fits none."""
        if not self.is_valid():
            return changes.none()
        for name, lookup in self.LOOKUPS.items():
            if chosen := self.cleaned_data[name]:
                changes = changes.filter(**{lookup: chosen})
        return changes


@desk_page("desk.read_audit")
def changes(request: HttpRequest) -> HttpResponse:
    """Lists every change of every row, filtered."""
    form = FilterForm(request.GET)
    page = Paginator(form.narrow(RowChange.objects.select_related("user")), A_PAGE).get_page(request.GET.get("page"))
    query = request.GET.copy()
    query.pop("page", None)
    context = {"form": form, "page": page, "entries": entries(page.object_list), "query": query.urlencode()}
    return render_desk(request, "desk/audit/changes.html", _("Who changed what"), context)


@desk_page("desk.read_audit")
def sign_ins(request: HttpRequest) -> HttpResponse:
    """Lists who signed in, and what changed in who may."""
    page = Paginator(SignIn.objects.select_related("user"), A_PAGE).get_page(request.GET.get("page"))
    return render_desk(request, "desk/audit/sign_ins.html", _("Sign-ins"), {"page": page})


@desk_page("desk.read_audit")
def exports(request: HttpRequest) -> HttpResponse:
    """Lists which unpublished data left the desk."""
    page = Paginator(Export.objects.select_related("user"), A_PAGE).get_page(request.GET.get("page"))
    return render_desk(request, "desk/audit/exports.html", _("Exports of unpublished data"), {"page": page})


def record_history(request: HttpRequest, subject: str, row: Model) -> HttpResponse:
    """Shows what happened to one record to whoever may see it; to a contributor only what they did, without notes."""
    changes = of_subject(subject, row.pk)
    if only_own(request):
        assert isinstance(request.user, User)
        changes = changes.filter(user=request.user).exclude(model__in=NOTES)
    page = Paginator(changes, A_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "entries": entries(page.object_list), "query": ""}
    return render_desk(request, "desk/audit/record.html", _("History of %(row)s") % {"row": row}, context)
