"""What all forms of the desk share."""

from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.contrib.admin.options import BaseModelAdmin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse

from desk.accounts.own_drafts import only_own
from desk.accounts.visibility import OWNED, openable_rows, visible_rows
from desk.audit.views import record_history
from desk.forms.help import help_for
from desk.forms.shared_rows import offer_to_send
from desk.forms.widgets import TolerantAutocompleteSelect, TolerantAutocompleteSelectMultiple
from records.fields import WordField


class WordFilter(admin.AllValuesFieldListFilter):
    """The rows that have a word of a vocabulary, offered by its name."""

    def __init__(self, field: Any, *args: Any, **kwargs: Any) -> None:
        self.field = field
        super().__init__(field, *args, **kwargs)

    def choices(self, changelist: Any) -> Iterator[Any]:
        names = dict(self.field.flatchoices)
        for choice in super().choices(changelist):
            yield {**choice, "display": names.get(choice["display"], choice["display"])}


admin.FieldListFilter.register(lambda field: isinstance(field, WordField), WordFilter, take_priority=True)


class DeskFields(BaseModelAdmin):
    """Fields of a form: no browser keeps what was typed, and the odd case is explained where it is met."""

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None:
            field.widget.attrs["autocomplete"] = "off"
            field.help_text = help_for(db_field) or field.help_text
        return field

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if only_own(request):
            kwargs["queryset"] = visible_rows(request, db_field.remote_field.model)
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", TolerantAutocompleteSelect(db_field, self.admin_site))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if only_own(request):
            kwargs["queryset"] = visible_rows(request, db_field.remote_field.model)
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", TolerantAutocompleteSelectMultiple(db_field, self.admin_site))
        return super().formfield_for_manytomany(db_field, request, **kwargs)


class DeskAdmin(DeskFields, admin.ModelAdmin):
    """A form of the desk, with the desk's look, and the audit in place of the admin's own log."""

    subject = ""

    class Media:
        css = {"all": ["desk/desk.css"]}
        js = ["desk/boxes.js", "desk/languages.js"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """A contributor lists and opens what is theirs; a search box offers what readers see as well."""
        rows = super().get_queryset(request)
        if only_own(request):
            searched = request.resolver_match and request.resolver_match.url_name == "autocomplete"
            chosen = visible_rows(request, self.model) if searched else openable_rows(request, self.model)
            rows = rows.filter(pk__in=chosen.values("pk"))
        return rows

    def save_related(self, request: HttpRequest, form: Any, formsets: list[Any], change: bool) -> None:
        super().save_related(request, form, formsets, change)
        if change and (form.has_changed() or any(formset.has_changed() for formset in formsets)):
            offer_to_send(request, form.instance)

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        row = self.get_object(request, object_id)
        if row is None:
            raise Http404
        shared = only_own(request) and self.model not in OWNED  # who names courts and tags is nothing for contributors
        if shared or not self.has_view_or_change_permission(request, row):
            raise PermissionDenied
        return record_history(request, self.subject or str(self.opts.model_name), row)

    def log_addition(self, *args: Any) -> Any:
        """Does nothing: the audit's triggers keep what was done."""

    def log_change(self, *args: Any) -> Any:
        """Does nothing, as above."""

    def log_deletions(self, *args: Any) -> Any:
        """Does nothing, as above."""
