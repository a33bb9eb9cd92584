"""The paper of one source at the desk: bring it, see what hides in it, let readers have it or not."""

from pathlib import PurePath
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from desk.accounts.own_drafts import is_own, only_own
from desk.documents import saving
from desk.documents.inspection import PdfReport, in_words
from desk.models import Export
from desk.pages import desk_page, render_desk
from desk.site import site
from records import stored
from records.models import Paper, Source


class UploadForm(forms.Form):
    """The file."""

    file = forms.FileField(label=gettext_lazy("Paper (PDF)"), widget=forms.FileInput(attrs={"accept": ".pdf"}))
    asked: PdfReport
    content: bytes

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        limits = {"size": settings.PAPER_LARGEST // settings.MEGABYTE, "pages": settings.PAPER_PAGES}
        self.fields["file"].help_text = _("At most %(size)s MB and %(pages)s pages. The desk alone sees it.") % limits

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > settings.PAPER_LARGEST:
            most = settings.PAPER_LARGEST // settings.MEGABYTE
            raise ValidationError(_("Larger than %(size)s MB: split it."), "large", {"size": most})
        if PurePath(file.name).suffix.lower() != ".pdf":
            raise ValidationError(_("The file’s name does not end in .pdf: send the paper as a PDF."), "suffix")
        self.content = file.read()
        self.asked = saving.checked(self.content)
        return file


class PlacesForm(forms.ModelForm):
    """What stands on which page."""

    class Meta:
        model = Paper
        fields = ("places",)


@desk_page("records.view_source")
def paper(request: HttpRequest, pk: int) -> HttpResponse:
    """See what is there; bring a paper, or another in its place."""
    source = _visible(request, pk)
    if request.method != "POST":
        return _page(request, source)
    _refuse_unless_writable(request, source)
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, source, upload=form)
    saving.keep(source, form.content, form.asked, request.user, timezone.now())
    messages.success(request, _("Kept for the desk. What was found in it stands below."))
    return redirect("desk_paper", pk)


@require_POST
@desk_page("records.view_source")
def places(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what stands on which page."""
    source, row = _writable(request, pk)
    form = PlacesForm(request.POST, instance=row)
    if not form.is_valid():
        return _page(request, source, places=form)
    form.save()
    messages.success(request, _("Saved."))
    return redirect("desk_paper", pk)


@require_POST
@desk_page("records.view_source")
def set_public(request: HttpRequest, pk: int) -> HttpResponse:
    """Public or internal: readers have it, or have it no more, with the next editions."""
    _source, row = _writable(request, pk)
    if request.POST.get("public") != "1":
        saving.make_internal(row)
        messages.success(request, _("For the desk alone, as soon as the cases that cite it are published again."))
        return redirect("desk_paper", pk)
    try:
        saving.make_public(row)
    except ValidationError as error:
        return _page(request, row.source, refused=error.messages)
    messages.success(request, _("Readers can have it as soon as a case that cites it is published."))
    return redirect("desk_paper", pk)


@require_POST
@desk_page("records.view_source")
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the paper away from the desk."""
    _source, row = _writable(request, pk)
    saving.remove(row)
    messages.success(request, _("Removed."))
    return redirect("desk_paper", pk)


@desk_page("records.view_source")
def file(request: HttpRequest, pk: int) -> HttpResponse:
    """The paper as it came. That it was taken is noted for ever."""
    source = _visible(request, pk)
    row = Paper.objects.filter(source=source).first()
    path = stored.find(stored.UNTOUCHED, f"{row.sha256}.pdf") if row else None
    if path is None:
        raise Http404
    Export.objects.create(user=request.user, what=f"paper of {source.slug}", at=timezone.now())
    headers = {"Content-Disposition": f'attachment; filename="{source.slug}.pdf"', "Cache-Control": "private, no-store"}
    return HttpResponse(path.read_bytes(), content_type="application/pdf", headers=headers)


def _visible(request: HttpRequest, pk: int) -> Source:
    """A source whose paper the account may see: papers name people, so contributors see their own alone."""
    source = get_object_or_404(Source, pk=pk)
    if only_own(request) and not is_own(request, source):
        raise PermissionDenied
    return source


def _refuse_unless_writable(request: HttpRequest, source: Source) -> None:
    if not site.get_model_admin(Source).has_change_permission(request, source):
        raise PermissionDenied


def _writable(request: HttpRequest, pk: int) -> tuple[Source, Paper]:
    source = _visible(request, pk)
    _refuse_unless_writable(request, source)
    return source, get_object_or_404(Paper, source=source)


def _page(request: HttpRequest, source: Source, refused: list[str] | None = None, **given: Any) -> HttpResponse:
    row = Paper.objects.filter(source=source).select_related("uploaded_by").first()
    context = {
        "source": source,
        "paper": row,
        "found": list(in_words(row.findings)) if row else [],
        "refused": refused or [],
        "upload": given.get("upload") or UploadForm(),
        "places": given.get("places") or (PlacesForm(instance=row) if row else None),
        "may_change": site.get_model_admin(Source).has_change_permission(request, source),
    }
    status = 400 if refused or given else 200
    return render_desk(
        request, "desk/documents/paper.html", _("Paper of %(source)s") % {"source": source}, context, status
    )
