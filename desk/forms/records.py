"""Sources, courts, trials and other named things."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from cases.models import Tag
from desk.accounts.own_drafts import OwnDrafts
from desk.forms.base import DeskAdmin
from desk.forms.made_ids import MadeIdForm
from desk.intake.sources import describe_page
from desk.site import site
from records.fields import in_languages
from records.models import Court, Publisher, Source, Trial

READ_INTO = ("slug", "title", "publisher", "url", "published", "language", "kind", "_popup", "_to_field")
"""What stays of a form of a new source when its page is read."""


@admin.register(Publisher, Tag, site=site)
class NamedAdmin(DeskAdmin):
    """Something with a name in the archive file, names in three languages and aliases."""

    list_display = ["name", "names"]
    search_fields = ["name", *in_languages("names"), "aliases"]


class SlugAdmin(DeskAdmin):
    """Something with an id that never changes by typing."""

    form = MadeIdForm

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return ["slug"] if obj else []


@admin.register(Source, site=site)
class SourceAdmin(OwnDrafts, SlugAdmin):
    """One source, found by title, publisher or address."""

    list_display = ["slug", "title", "publisher", "published", "language", "kind"]
    list_filter = ["kind", "language"]
    list_select_related = ["publisher"]
    search_fields = ["slug", "title", "url", "publisher__name"]
    autocomplete_fields = ["publisher"]
    add_form_template = "desk/source_add.html"
    change_form_template = "desk/source_form.html"

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        """The form of a new source; asked to, filled in from the page at its address, what was typed kept."""
        url = request.POST.get("url", "").strip()
        if "_read" not in request.POST or not url or not self.has_add_permission(request):
            return super().add_view(request, form_url, extra_context)
        typed = {name: value for name, value in request.POST.items() if value and name in READ_INTO}
        return redirect(f"{request.path}?{urlencode({**describe_page(request, url), **typed})}")


@admin.register(Court, site=site)
class CourtAdmin(SlugAdmin):
    """A court, found by its name in any language."""

    list_display = ["slug", "names", "region"]
    list_filter = ["region"]
    search_fields = ["slug", *in_languages("names"), "aliases"]


@admin.register(Trial, site=site)
class TrialAdmin(SlugAdmin):
    """A trial of several people."""

    list_display = ["slug", "title"]
    search_fields = ["slug", *in_languages("title"), "aliases"]
