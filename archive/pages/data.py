"""/data/: what can be taken, what its columns mean, how to ask for more."""

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from archive.exports.api_examples import examples
from archive.exports.columns import CASES, PROVENANCE, RESTRICTIONS
from archive.exports.dataset.release import releases, releases_folder
from archive.index.filters import CaseFilter
from editions.ledgers import ledger_path


def data(request: HttpRequest) -> HttpResponse:
    context = {
        "subjects": [("cases.csv", CASES), ("restrictions.csv", RESTRICTIONS), ("…", PROVENANCE)],
        "filters": [(name, definition.label) for name, definition in CaseFilter.base_filters.items()],
        "examples": examples(request.build_absolute_uri("/").rstrip("/")),
        "releases": releases(),
        "has_ledger": ledger_path().is_file(),
    }
    return render(request, "archive/data.html", context)


def ledger(request: HttpRequest) -> FileResponse:
    """The ledger of the last seal, for who keeps it."""
    path = ledger_path()
    if not path.is_file():
        raise Http404
    return FileResponse(path.open("rb"), as_attachment=True, filename=path.name, content_type="application/json")


def release_file(request: HttpRequest, release: str, name: str) -> FileResponse:
    """A file of a release: only those that its sums name."""
    for known in releases():
        if known.name == release and name in {file.name for file in known.files}:
            return FileResponse((releases_folder() / release / name).open("rb"), as_attachment=True, filename=name)
    raise Http404
