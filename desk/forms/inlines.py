"""The parts of the forms of cases and people, declared."""

import json
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.options import InlineModelAdmin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from cases.models import (
    CaseCitation,
    CaseNote,
    Charge,
    Custody,
    CustodyBasis,
    Event,
    Inclusion,
    Prior,
    Testimony,
    Verdict,
)
from desk.accounts.own_drafts import is_own, only_own
from desk.forms.base import DeskFields
from desk.forms.citations import cited_sources
from desk.forms.facts import (
    LETTERS,
    MOST_ENTRIES,
    FactForm,
    FactFormSet,
    FieldCitationForm,
    FieldCitationFormSet,
    NumberedForm,
    PartFormSet,
)
from desk.forms.widgets import LabelledAutocompleteSelect, inner_widget
from law.country import country
from people.models import OtherName, PersonCitation, PersonNote, Recognition
from records.models import Citation
from restrictions.models import Change, Claim, Restriction, RestrictionBasis


class DeskInline(DeskFields, InlineModelAdmin):
    """A part of a form. Who may change the whole may change the part.

    Blank entries come by script, or by ``?blank=1`` in the address without scripts.
    """

    formset = PartFormSet
    max_num = MOST_ENTRIES

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        return super().get_formset(request, obj, absolute_max=MOST_ENTRIES, **kwargs)

    def get_extra(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        return 1 if "blank" in request.GET else 0

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_change_permission(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm(self._permission("change")) or request.user.has_perm(self._permission("add"))

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_change_permission(request, obj)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm(self._permission("view")) or self.has_change_permission(request, obj)

    def _permission(self, action: str) -> str:
        whole = self.parent_model._meta
        return f"{whole.app_label}.{action}_{whole.model_name}"

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """A box of a table has no label of its own beside it."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None and isinstance(self, admin.TabularInline):
            inner_widget(field).attrs["aria-label"] = field.label
        return field

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "court" and "blank" in request.GET:
            kwargs["widget"] = forms.Select()  # without scripts nothing can be searched
        elif db_field.name in self.autocomplete_fields:
            offers = {"data-offers": db_field.name}
            kwargs["widget"] = LabelledAutocompleteSelect(db_field, self.admin_site, attrs=offers)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class FactInline(DeskInline, admin.StackedInline):
    """Facts with their sources."""

    form = FactForm
    formset = FactFormSet
    classes = ["collapse"]
    references: dict[str, str] = {}
    carried: tuple[str, ...] = ()
    """The fields in which a new entry begins with what the entry above says."""
    citation: type[Citation] = CaseCitation

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        formset: Any = super().get_formset(request, obj, **kwargs)
        formset.form.carried = self.carried
        self.mark_ids(formset.form.base_fields)
        formset.cited_sources = cited_sources(request, self.citation, obj)
        formset.references = self.references
        return formset

    def mark_ids(self, fields: dict[str, Any]) -> None:
        """Says which id a new entry gets and which verdict it follows, for the page's script to show them."""
        if "verdict" in self.carried:
            fields["verdict"].widget.attrs["data-first"] = "verdicts"
        if "slug" in fields and not issubclass(self.form, NumberedForm):
            fields["slug"].widget.attrs["data-letter"] = LETTERS.get(self.model.word, "")


class ChargeInline(FactInline):
    model = Charge
    references = {"verdict": "verdicts"}
    carried = ("verdict", "outcome", "sources")
    fields = [
        ("slug", "verdict"), ("code", "article", "part", "basis"), ("outcome", "gravity", "against_life"), "committed",
        "sources",
    ]  # fmt: skip


class CustodyInline(FactInline):
    model = Custody
    fields = [("slug", "kind"), ("from_date", "until_date"), "place", "conditions", "sources"]


class CustodyBasisInline(FactInline):
    model = CustodyBasis
    form = NumberedForm
    references = {"custody": "custody"}
    carried = ("how",)
    fields = [
        ("custody", "field", "how", "fitted"), "text", "otherwise", ("slug", "position"), "sources",
    ]  # fmt: skip


class VerdictInline(FactInline):
    model = Verdict
    autocomplete_fields = ["court"]
    references = {"on": "verdicts"}
    fields = [
        ("slug", "instance", "result"), ("date", "on", "appealed"), ("court", "judge"), ("copy_served", "in_force"),
        ("recidivism", "lifts_record", "pending_on"), "sources",
    ]  # fmt: skip

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("court")


class RestrictionInline(FactInline):
    """What the verdict imposes. The script knows an id for each kind."""

    model = Restriction
    references = {"verdict": "verdicts", "charges": "charges"}
    carried = ("verdict",)
    fields = [
        ("slug", "kind", "verdict"), ("term", "length", "regime"), ("registered", "starts"), ("ends", "ended_by"),
        "covers", "exceptions", "wording", ("original", "amount", "reduced_share", "told"), "reported_as", "charges",
        "sources",
    ]  # fmt: skip

    def mark_ids(self, fields: dict[str, Any]) -> None:
        super().mark_ids(fields)
        ids = {kind: row.slug for kind, row in country().kinds.items()}
        fields["slug"].widget.attrs["data-ids"] = json.dumps(ids)


class RestrictionBasisInline(FactInline):
    model = RestrictionBasis
    form = NumberedForm
    references = {"restriction": "restrictions"}
    carried = ("restriction", "how")
    fields = [
        ("restriction", "field", "how", "fitted"), "otherwise", "text", ("slug", "position"), "sources",
    ]  # fmt: skip


class ChangeInline(FactInline):
    model = Change
    form = NumberedForm
    references = {"restriction": "restrictions", "verdict": "verdicts"}
    carried = ("restriction",)
    fields = [
        ("restriction", "kind", "date"), ("by", "to", "verdict"), ("from_date", "until_date"), ("slug", "position"),
        "sources",
    ]  # fmt: skip


class InclusionInline(FactInline):
    model = Inclusion
    form = NumberedForm
    fields = ["criterion", ("slug", "position"), "sources"]


class PriorInline(FactInline):
    model = Prior
    form = NumberedForm
    fk_name = "case"
    autocomplete_fields = ["earlier"]
    fields = [("earlier", "date"), "text", ("slug", "position"), "sources"]

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("earlier")


class EventInline(FactInline):
    model = Event
    form = NumberedForm
    fields = [("date", "kind"), "text", ("about", "answer"), "by", ("slug", "position"), "sources"]


class ClaimInline(FactInline):
    model = Claim
    fields = [("slug", "about"), ("says", "value", "said_on"), "by", "text", "sources"]


class TestimonyInline(FactInline):
    model = Testimony
    form = NumberedForm
    carried = ("form", "consent", "said_on", "speaker_name", "speaker_role")
    fields = [
        ("theme", "form", "consent"), "speaker_name", "speaker_role", "text", ("original", "said_on", "about"),
        ("slug", "position"), "sources",
    ]  # fmt: skip


class FieldCitationInline(DeskInline, admin.TabularInline):
    """Sources of single fields, beside those that carry whole facts."""

    form = FieldCitationForm
    formset = FieldCitationFormSet
    autocomplete_fields = ["source"]
    fields = ["fact", "field", "source"]
    classes = ["collapse"]
    verbose_name_plural = _("sources of single fields")

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).exclude(field="")

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        formset: Any = super().get_formset(request, obj, **kwargs)
        formset.cited_sources = cited_sources(request, self.model, obj)
        return formset


class CaseFieldCitationInline(FieldCitationInline):
    model = CaseCitation


class NoteInline(DeskInline, admin.StackedInline):
    """What only the desk may read, and of the desk only who may read everything."""

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return not (only_own(request) and obj is not None and not is_own(request, obj))

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and self.has_view_permission(request, obj)


class CaseNoteInline(NoteInline):
    model = CaseNote
    classes = ["collapse"]
    verbose_name_plural = _("internal notes, never published")


class OtherNameInline(DeskInline, admin.TabularInline):
    model = OtherName
    fields = ["name", "language", "kind", "position"]


class RecognitionInline(FactInline):
    model = Recognition
    form = NumberedForm
    citation = PersonCitation
    autocomplete_fields = ["by"]
    fields = [("by", "kind", "date"), ("slug", "position"), "sources"]

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("by")


class PersonFieldCitationInline(FieldCitationInline):
    model = PersonCitation

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        formset: Any = super().get_formset(request, obj, **kwargs)
        formset.of_owner = True
        return formset


class PersonNoteInline(NoteInline):
    model = PersonNote
    classes = ["collapse"]
    verbose_name_plural = _("internal notes, never published")
