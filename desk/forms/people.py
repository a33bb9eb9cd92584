"""A person on one form, and the named things people have."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from desk.accounts.own_drafts import OwnDrafts
from desk.accounts.visibility import visible_rows
from desk.forms import inlines
from desk.forms.base import DeskAdmin
from desk.forms.citations import CitedSources, cited_sources, save_citations
from desk.forms.facts import FactFormSet
from desk.forms.lookalikes import looks_like
from desk.forms.made_ids import MadeIdForm
from desk.forms.records import NamedAdmin
from desk.forms.widgets import SourcesField
from desk.site import site
from people.models import Occupation, Person, PersonCitation, Portrait, Recogniser
from records.fields import in_languages

site.register([Occupation, Recogniser], NamedAdmin)


class PersonForm(MadeIdForm):
    """The person, with the sources that carry the entry as a whole."""

    sources = SourcesField(required=False, label=_("Sources"))
    another = forms.BooleanField(required=False, label=_("This is somebody else"), widget=forms.HiddenInput)
    cited_sources: CitedSources
    visible_people: QuerySet[Person]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.cited_sources.fill(self, "")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self.instance.pk is None and not cleaned.get("another"):
            self._refuse_lookalikes(cleaned.get("names") or {})
        return cleaned

    def _refuse_lookalikes(self, names: dict[str, str]) -> None:
        """Asks once before what may be a duplicate is made."""
        lookalikes = looks_like(names.values(), self.visible_people)
        if not lookalikes:
            return
        self.fields["another"].widget = forms.CheckboxInput()
        message = _("This looks like %(people)s. Choose that person in the case, or tick “This is somebody else”.")
        listed = ", ".join(f"{person} ({person.slug})" for person in lookalikes[:5])
        raise ValidationError({"another": ValidationError(message, "lookalike", {"people": listed})})


@admin.register(Person, site=site)
class PersonAdmin(OwnDrafts, DeskAdmin):
    """A person with every spelling of the name: what the search box of a case looks through."""

    form = PersonForm
    change_form_template = "desk/person_form.html"
    list_display = ["slug", "name", "region", "gender"]
    search_fields = ["slug", *in_languages("names"), "other_names__name"]
    autocomplete_fields = ["occupations"]
    fieldsets = [
        (None, {"fields": ["slug", "names", "another", ("gender", "born", "died"), "city", "region", "occupations"]}),
        (None, {"fields": ["about", "sources"]}),
        (_("Place in the archive"), {"fields": ["former_ids"], "classes": ["collapse"]}),
    ]
    inlines = [
        inlines.OtherNameInline,
        inlines.RecognitionInline,
        inlines.PersonFieldCitationInline,
        inlines.PersonNoteInline,
    ]

    @admin.display(description=_("name"), ordering="names")
    def name(self, person: Person) -> str:
        return str(person)

    def get_readonly_fields(self, request: HttpRequest, obj: Person | None = None) -> list[str]:
        return ["slug"] if obj else []

    def get_form(self, request: HttpRequest, obj: Person | None = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change, **kwargs)
        return type(
            form.__name__,
            (form,),
            {
                "cited_sources": cited_sources(request, PersonCitation, obj),
                "visible_people": visible_rows(request, Person),
            },
        )

    def save_related(self, request: HttpRequest, form: PersonForm, formsets: list[Any], change: bool) -> None:
        super().save_related(request, form, formsets, change)
        portrait = Portrait.fact
        cited = {"": form.cleaned_data["sources"], portrait: form.cited_sources.by_fact.get(portrait, [])}
        for formset in formsets:
            if isinstance(formset, FactFormSet):
                cited |= formset.sources_by_fact()
        save_citations(form.instance, cited)
