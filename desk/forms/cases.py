"""A whole case on one form."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.models import AnonymousUser, User
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from cases.models import Case, CaseCitation
from desk.accounts.own_drafts import OwnDrafts, only_own
from desk.forms import inlines
from desk.forms.base import DeskAdmin
from desk.forms.citations import CitedSources, cited_sources, save_citations, submitted_values
from desk.forms.facts import FactFormSet
from desk.forms.made_ids import MadeIdForm, case_id
from desk.forms.meanwhile import Meanwhile, meanwhile
from desk.forms.widgets import SourcesField
from desk.review.checking import check_response
from desk.review.states import state_of, with_work
from desk.site import site
from desk.templatetags.colleagues import colleague
from records.fields import in_languages
from records.languages import LANGUAGES

if TYPE_CHECKING:
    from desk.review.states import CaseWithWork


class CaseForm(MadeIdForm):
    """The case itself. Remembers which version of the rows it was opened on."""

    opened = forms.IntegerField(widget=forms.HiddenInput, required=False)
    sources = SourcesField(
        required=False,
        label=_("Sources of what you enter now"),
        help_text=_("They become the sources of every new entry that cites nothing of its own."),
    )
    cited_sources: CitedSources

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.cited_sources.fill(self, None)
        self.initial["opened"] = self.instance.version

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        self.saved_version = self._saved_version() if self.instance.pk else 0
        known = {str(cleaned.get("opened")), self.data.get("resolved")}
        if self.instance.pk and str(self.saved_version) not in known:
            raise ValidationError(
                _(
                    "Somebody saved this case after you had opened it; nothing of yours is saved yet."
                    " What they changed stands below; what you typed is still in the form."
                ),
                code="conflict",
            )
        return cleaned

    def made_id(self, cleaned: dict[str, Any]) -> str:
        person = cleaned.get("person")
        return case_id(person, str(self.data.get("verdicts-0-date") or "")) if person else ""

    def _saved_version(self) -> int:
        """Reads the version in the database, and locks it until the transaction ends."""
        return Case.objects.select_for_update().values_list("version", flat=True).get(pk=self.instance.pk)


@admin.register(Case, site=site)
class CaseAdmin(OwnDrafts, DeskAdmin):
    """Everything about one case. Facts that contradict each other can be saved: the rows are a draft."""

    form = CaseForm
    change_form_template = "desk/case_form.html"
    list_display = ["slug", "name", "person", "work", "verified"]
    list_select_related = ["person"]
    search_fields = [
        "slug", "person__slug", *in_languages("person__names"),
        "person__other_names__name", *in_languages("title"),
    ]  # fmt: skip
    autocomplete_fields = ["person", "tags", "trial"]
    fieldsets = [
        (None, {"fields": [("slug", "status"), "person", "title", "summary", "sources", "opened"]}),
        (_("Place in the archive"), {"fields": ["tags", "trial", "former_ids"], "classes": ["collapse"]}),
        (_("Work"), {"fields": ["missing", ("searched", "verified"), "withheld"], "classes": ["collapse"]}),
    ]
    inlines = [
        inlines.InclusionInline,
        inlines.PriorInline,
        inlines.ChargeInline,
        inlines.CustodyInline,
        inlines.CustodyBasisInline,
        inlines.VerdictInline,
        inlines.RestrictionInline,
        inlines.RestrictionBasisInline,
        inlines.ChangeInline,
        inlines.EventInline,
        inlines.ClaimInline,
        inlines.TestimonyInline,
        inlines.CaseFieldCitationInline,
        inlines.CaseNoteInline,
    ]
    save_on_top = True

    def get_queryset(self, request: HttpRequest) -> QuerySet[Case]:
        return with_work(super().get_queryset(request))

    def get_list_filter(self, request: HttpRequest) -> Any:
        """The tags of all cases are nothing for contributors."""
        return ["status"] if only_own(request) else ["status", "tags"]

    @admin.display(description=_("state"), ordering="status")
    def work(self, case: "CaseWithWork") -> str:
        return str(state_of(case).label)

    @admin.display(description=_("title"), ordering="title")
    def name(self, case: Case) -> str:
        return str(case)

    def get_readonly_fields(self, request: HttpRequest, obj: Case | None = None) -> list[str]:
        """A contributor claims no former ids: what follows would tell which of them readers once saw."""
        own = ["former_ids"] if only_own(request) else []
        return ["slug", "status", *own] if obj else ["status", *own]

    def get_urls(self) -> list[URLPattern]:
        return [
            path("add/check/", self.check_view, name="cases_case_check_new"),
            path("<int:pk>/check/", self.check_view, name="cases_case_check"),
            *super().get_urls(),
        ]

    def get_form(self, request: HttpRequest, obj: Case | None = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change, **kwargs)
        return type(form.__name__, (form,), {"cited_sources": cited_sources(request, CaseCitation, obj)})

    def check_view(self, request: HttpRequest, pk: int | None = None) -> HttpResponse:
        """Shows what the submitted form would come to. Nothing is saved."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        if not self.admin_site.has_permission(request):
            return self.admin_site.login(request)
        if pk:
            get_object_or_404(Case, pk=pk)
        return check_response(request, lambda sent: self.changeform_view(sent, str(pk) if pk else None))

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        context["facts"] = [
            form.instance.fact
            for part in context["inline_admin_formsets"]
            if isinstance(part.formset, FactFormSet)
            for form in part.formset.initial_forms
        ]
        context["languages"] = LANGUAGES
        form = context["adminform"].form
        if form.is_bound and form.has_error(NON_FIELD_ERRORS, "conflict"):
            context["saved_version"] = form.saved_version
            context["conflict"] = request.__dict__["meanwhile"].asked if "meanwhile" in request.__dict__ else []
        return super().render_change_form(request, context, *args, **kwargs)

    def changeform_view(self, request: HttpRequest, object_id: str | None = None, *args: Any, **kwargs: Any) -> Any:
        """Takes what somebody else saved meanwhile into a form that was sent, where nothing else was typed there."""
        if request.method == "POST" and object_id and "resolved" not in request.POST:
            case = self.get_object(request, object_id)
            opened = request.POST.get("opened", "")
            if case is not None and opened.isdecimal() and len(opened) < 10 and opened != str(case.version):
                kept = self.taken_over(request, case)
                request.POST = kept.data  # type: ignore[assignment]
                request.__dict__["meanwhile"] = kept
        return super().changeform_view(request, object_id, *args, **kwargs)

    def taken_over(self, request: HttpRequest, case: Case) -> Meanwhile:
        """The form that was sent, with what changed since it was opened."""
        parts = {"case": ("", Case, self.get_form(request, case).base_fields)}
        for formset, _inline in self.get_formsets_with_inlines(request, case):
            model = formset.model
            parts[str(model._meta.model_name)] = (formset.get_default_prefix(), model, formset.form.base_fields)
        return meanwhile(case, request.POST, parts)

    def save_model(self, request: HttpRequest, obj: Case, form: CaseForm, change: bool) -> None:
        """Saves a draft: what the editor changed waits until it is published again."""
        if change:
            obj.mark_changed()
        super().save_model(request, obj, form, change)
        request.__dict__["saved_case"] = obj.pk

    def save_related(self, request: HttpRequest, form: CaseForm, formsets: list[Any], change: bool) -> None:
        super().save_related(request, form, formsets, change)
        facts = [formset for formset in formsets if isinstance(formset, FactFormSet)]
        default, by_field = form.cleaned_data["sources"], set(submitted_values(form.data, "citations", "fact"))
        following = [fact for formset in facts for fact in formset.following(by_field)] if default else []
        cited: dict[str, list[str]] = {}
        for formset in facts:
            cited |= formset.sources_by_fact()
        kept: Meanwhile | None = request.__dict__.get("meanwhile")
        save_citations(form.instance, cited | dict.fromkeys(following, default), kept.new_facts if kept else ())
        completed = dict.fromkeys(name for formset in facts for name in formset.completed)
        labels = [form.cited_sources.labels[source] for source in default]
        for line in (*of_new_entries(len(following), labels), *of_names(completed), *of_meanwhile(kept, request.user)):
            messages.info(request, line)


def of_new_entries(number: int, sources: Sequence[str]) -> Iterator[str]:
    """Says which sources new entries cite of which nobody typed any."""
    if number:
        words = ngettext("%(number)d new entry cites: %(sources)s", "%(number)d new entries cite: %(sources)s", number)
        yield words % {"number": number, "sources": "; ".join(sources)}


def of_names(completed: Iterable[str]) -> Iterator[str]:
    """Says whose name was completed in other languages."""
    for name in completed:
        yield _("%(name)s: the name is given in all languages in which the person has it.") % {"name": name}


def of_meanwhile(kept: Meanwhile | None, user: User | AnonymousUser) -> Iterator[str]:
    """Says what was taken over from somebody who saved in between."""
    for entry in kept.taken if kept else ():
        words = _("Taken over from %(name)s, who saved meanwhile: %(what)s (%(fields)s).")
        fields = ", ".join(field.name for field in entry.fields)
        yield words % {"name": colleague(entry.change.user, user), "what": entry.what, "fields": fields}
