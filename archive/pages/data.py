"""/data/: what can be taken, what its columns mean, how to ask for more."""

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from archive.exports.api_examples import examples
from archive.exports.columns import CASES, PROVENANCE, RESTRICTIONS
from archive.exports.dataset.release import releases, releases_folder
from archive.index.filters import CaseFilter


def data(request: HttpRequest) -> HttpResponse:
    context = {
        "subjects": [("cases.csv", CASES), ("restrictions.csv", RESTRICTIONS), ("…", PROVENANCE)],
        "filters": [(name, definition.label) for name, definition in CaseFilter.base_filters.items()],
        "examples": examples(request.build_absolute_uri("/").rstrip("/")),
        "releases": releases(),
    }
    return render(request, "archive/data.html", context)


def release_file(request: HttpRequest, release: str, name: str) -> FileResponse:
    """A file of a release: only those that its sums name."""
    for known in releases():
        if known.name == release and name in {file.name for file in known.files}:
            return FileResponse((releases_folder() / release / name).open("rb"), as_attachment=True, filename=name)
    raise Http404
