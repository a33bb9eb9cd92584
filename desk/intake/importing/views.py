"""Import with a preview: a file, what it would do, then all or nothing."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from desk.intake.importing.importing import LARGEST, load_upload, preview, run, store_upload
from desk.models import Export
from desk.pages import DeskRequest, desk_page, render_desk
from editions.exporting import archive_of_rows, as_bytes
from editions.refusal import PublicationError
from records.events import log_event


class FileForm(forms.Form):
    """An archive file or the CSV."""

    file = forms.FileField(
        label=gettext_lazy("Archive file (JSON) or CSV"), widget=forms.FileInput(attrs={"accept": ".json,.csv"})
    )
    update = forms.BooleanField(label=gettext_lazy("Change entries that differ (they become drafts)"), required=False)

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise forms.ValidationError(_("Larger than 16 MB: split it."))
        return file


@desk_page("desk.import_rows")
def import_file(request: HttpRequest) -> HttpResponse:
    """Takes a file and shows row by row what it would do."""
    form = FileForm(request.POST or None, request.FILES or None)
    context: dict[str, Any] = {"form": form}
    if request.method == "POST" and form.is_valid():
        content, update = form.cleaned_data["file"].read(), form.cleaned_data["update"]
        outcome = preview(content, update)
        context |= {"outcome": outcome, "update": update}
        context["digest"] = store_upload(content) if outcome.saved else ""
    return render_desk(
        request, "desk/import/file.html", _("Import a file"), context, status=400 if form.errors else 200
    )


@require_POST
@desk_page("desk.import_rows")
def import_now(request: DeskRequest) -> HttpResponse:
    """Imports what was just shown, all or nothing, as drafts."""
    content = load_upload(request.POST.get("digest", ""))
    if content is None:
        messages.error(request, _("The file is not here any more: choose it again."))
        return redirect("desk_import")
    outcome = run(content, "update" in request.POST)
    if outcome.saved is None:
        log_event("refusal", account=request.user.pk, of="import", problems=len(outcome.problems))
        context = {"form": FileForm(), "outcome": outcome}
        return render_desk(request, "desk/import/file.html", _("Nothing was imported"), context, status=409)
    log_event("import", account=request.user.pk, created=len(outcome.saved.created), changed=len(outcome.saved.changed))
    numbers = {"created": len(outcome.saved.created), "changed": len(outcome.saved.changed)}
    messages.success(request, _("Imported as drafts: %(created)d created, %(changed)d changed.") % numbers)
    return redirect("admin:cases_case_changelist")


@require_POST
@desk_page("desk.export_rows")
def export_rows(request: DeskRequest) -> HttpResponse:
    """Gives all rows, drafts included, as one archive file; notes for ever who took it."""
    try:
        archive = archive_of_rows().to_dict()
    except PublicationError as refused:
        log_event("refusal", account=request.user.pk, of="export", problems=len(refused.problems))
        return render_desk(request, "desk/review/refused.html", _("Not exported"), {"problems": refused.problems}, 409)
    Export.objects.create(user=request.user, what=f"{len(archive['cases'])} cases", at=timezone.now())
    headers = {"Content-Disposition": 'attachment; filename="rows.json"'}
    return HttpResponse(as_bytes(archive), content_type="application/json", headers=headers)
