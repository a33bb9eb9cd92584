"""The portrait of one person at the desk; files as the desk alone may see them."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from desk.accounts.own_drafts import only_own
from desk.accounts.visibility import openable_rows, visible_rows
from desk.forms.citations import CitedSources
from desk.pages import desk_page, render_desk
from desk.portraits.forms import PortraitForm
from desk.portraits.saving import remove, save, store_renditions
from desk.site import site
from people.models import Person, PersonCitation, Portrait
from records import stored
from records.models import Source


@desk_page("people.view_person")
def portrait(request: HttpRequest, pk: int) -> HttpResponse:
    """Shows the portrait, puts another in its place, corrects its credit."""
    person = person_or_404(request, pk)
    may_change = site.get_model_admin(Person).has_change_permission(request, person)
    if request.method == "POST" and not may_change:
        raise PermissionDenied
    row = Portrait.objects.filter(person=person).first() or Portrait(person=person)
    cited_sources = CitedSources(PersonCitation, person, request.POST, False, visible_rows(request, Source))
    form = PortraitForm(request.POST or None, request.FILES or None, instance=row, cited_sources=cited_sources)
    if request.method == "POST" and form.is_valid():
        portrait = form.save(commit=False)
        if form.image:
            portrait.renditions = store_renditions(form.image)
        save(portrait, form.cleaned_data["sources"])
        messages.success(request, _("Saved. Readers see it when a case of this person is published again."))
        return redirect("desk_portrait", pk)
    context = {"form": form, "person": person, "portrait": row, "may_change": may_change}
    pictures = [rendition for rendition in row.renditions or () if rendition["type"] == "image/webp"]
    context["largest"] = max(pictures, key=lambda picture: picture["width"], default=None)
    title = _("Portrait of %(person)s") % {"person": person}
    return render_desk(request, "desk/portraits/portrait.html", title, context, 400 if form.errors else 200)


@require_POST
@desk_page("people.view_person")
def remove_portrait(request: HttpRequest, pk: int) -> HttpResponse:
    """Takes the portrait out of the rows; editions that show it stay until they are redacted."""
    person = person_or_404(request, pk)
    if not site.get_model_admin(Person).has_change_permission(request, person):
        raise PermissionDenied
    remove(person)
    messages.success(request, _("Removed. Readers see it until the person's cases are published again."))
    return redirect("desk_portrait", pk)


@desk_page("people.view_person")
def picture(request: HttpRequest, name: str) -> HttpResponse:
    """Gives one file of a portrait, published or not."""
    digest, dot, suffix = name.partition(".")
    if not stored.NAME.match(name) or suffix == "pdf" or not may_see_picture(request, digest):
        raise Http404
    content = stored.read(stored.CLEANED, name)
    if content is None:
        raise Http404
    response = HttpResponse(content, content_type=stored.TYPES[dot + suffix])
    response["Cache-Control"] = "private, no-store"
    return response


def may_see_picture(request: HttpRequest, sha256: str) -> bool:
    """Whether the account may see a file: a contributor those of their own people, and of whom readers see."""
    people = visible_rows(request, Person).filter(portrait__renditions__contains=[{"sha256": sha256}])
    return not only_own(request) or people.exists()


def person_or_404(request: HttpRequest, pk: int) -> Person:
    """Returns a person whose forms the account may open; any other is not found."""
    person: Person = get_object_or_404(openable_rows(request, Person), pk=pk)
    return person
