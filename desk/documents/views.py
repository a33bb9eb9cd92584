"""The paper of one source at the desk: bring it, see what hides in it, let readers have it or not."""

from collections.abc import Sequence
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
from desk.pages import DeskRequest, desk_page, render_desk
from desk.site import site
from records import stored
from records.models import Paper, Source


class UploadForm(forms.Form):
    """The file."""

    file = forms.FileField(label=gettext_lazy("Paper (PDF)"), widget=forms.FileInput(attrs={"accept": ".pdf"}))
    report: PdfReport
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
        self.report = saving.inspect_upload(self.content)
        return file


class PlacesForm(forms.ModelForm):
    """What stands on which page."""

    class Meta:
        model = Paper
        fields = ("places",)


@desk_page("records.view_source")
def paper(request: DeskRequest, pk: int) -> HttpResponse:
    """Shows what is there; takes a paper, or another in its place."""
    source = visible_source(request, pk)
    if request.method != "POST":
        return render_paper(request, source)
    refuse_unless_writable(request, source)
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        return render_paper(request, source, upload=form)
    saving.store(source, form.content, form.report, request.user, timezone.now())
    messages.success(request, _("Kept for the desk. What was found in it stands below."))
    return redirect("desk_paper", pk)


@require_POST
@desk_page("records.view_source")
def places(request: DeskRequest, pk: int) -> HttpResponse:
    """Notes what stands on which page."""
    row = writable_paper(request, pk)
    form = PlacesForm(request.POST, instance=row)
    if not form.is_valid():
        return render_paper(request, row.source, places=form)
    form.save()
    messages.success(request, _("Saved."))
    return redirect("desk_paper", pk)


@require_POST
@desk_page("records.view_source")
def set_public(request: DeskRequest, pk: int) -> HttpResponse:
    """Makes it public or internal: readers have it, or have it no more, with the next editions."""
    row = writable_paper(request, pk)
    if request.POST.get("public") != "1":
        saving.make_internal(row)
        messages.success(request, _("For the desk alone, as soon as the cases that cite it are published again."))
        return redirect("desk_paper", pk)
    try:
        saving.make_public(row)
    except ValidationError as error:
        return render_paper(request, row.source, problems=error.messages)
    messages.success(request, _("Readers can have it as soon as a case that cites it is published."))
    return redirect("desk_paper", pk)


@require_POST
@desk_page("records.view_source")
def remove(request: DeskRequest, pk: int) -> HttpResponse:
    """Takes the paper away from the desk."""
    row = writable_paper(request, pk)
    saving.remove(row)
    messages.success(request, _("Removed."))
    return redirect("desk_paper", pk)


@desk_page("records.view_source")
def file(request: DeskRequest, pk: int) -> HttpResponse:
    """Gives the paper as it came. Who took it is noted for ever."""
    source = visible_source(request, pk)
    row = Paper.objects.filter(source=source).first()
    content = stored.read(stored.UNTOUCHED, f"{row.sha256}.pdf") if row else None
    if content is None:
        raise Http404
    return noted_pdf(request, source, content)


@desk_page("records.view_source")
def pages(request: DeskRequest, pk: int) -> HttpResponse:
    """Gives the paper as readers would get it, public or not. Who took it is noted too."""
    source = visible_source(request, pk)
    try:
        _report, content = saving.as_readers_get_it(get_object_or_404(Paper, source=source))
    except ValidationError as error:
        return render_paper(request, source, problems=error.messages)
    return noted_pdf(request, source, content)


def noted_pdf(request: DeskRequest, source: Source, content: bytes) -> HttpResponse:
    """Answers with a PDF that no cache keeps, and notes for ever who took it."""
    Export.objects.create(user=request.user, what=f"paper of {source.slug}", at=timezone.now())
    headers = {"Content-Disposition": f'attachment; filename="{source.slug}.pdf"', "Cache-Control": "private, no-store"}
    return HttpResponse(content, content_type="application/pdf", headers=headers)


def visible_source(request: HttpRequest, pk: int) -> Source:
    """Returns a source whose paper the account may see: papers name people, so contributors see their own alone."""
    source = get_object_or_404(Source, pk=pk)
    if only_own(request) and not is_own(request, source):
        raise PermissionDenied
    return source


def refuse_unless_writable(request: HttpRequest, source: Source) -> None:
    """Raises PermissionDenied for who may not change the source."""
    if not site.get_model_admin(Source).has_change_permission(request, source):
        raise PermissionDenied


def writable_paper(request: HttpRequest, pk: int) -> Paper:
    """Returns the paper of a source that the account may change."""
    source = visible_source(request, pk)
    refuse_unless_writable(request, source)
    return get_object_or_404(Paper, source=source)


def render_paper(
    request: HttpRequest,
    source: Source,
    upload: UploadForm | None = None,
    places: PlacesForm | None = None,
    problems: Sequence[str] = (),
) -> HttpResponse:
    """Renders the page of a source's paper; 400 if something that was sent is wrong."""
    row = Paper.objects.filter(source=source).select_related("uploaded_by").first()
    context = {
        "source": source,
        "paper": row,
        "found": list(in_words(row.findings)) if row else [],
        "refused": problems,
        "upload": upload or UploadForm(),
        "places": places or (PlacesForm(instance=row) if row else None),
        "may_change": site.get_model_admin(Source).has_change_permission(request, source),
    }
    title, status = _("Paper of %(source)s") % {"source": source}, 400 if problems or upload or places else 200
    return render_desk(request, "desk/documents/paper.html", title, context, status)
