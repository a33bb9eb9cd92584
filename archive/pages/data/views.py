"""/data/: what can be taken, how to ask for more, and the codebook."""

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from archive.exports.api_examples import examples
from archive.exports.codebook import code_lists
from archive.exports.columns import PROVENANCE
from archive.exports.dataset.places import own_place
from archive.exports.dataset.release import Release, releases
from archive.exports.definitions import TABLES
from archive.exports.document_schema import document_schema
from archive.index.fetch import of_many
from archive.index.filters import CaseFilter
from archive.pages.data.examples import READING
from archive.pages.data.metadata import json_ld
from editions.ledgers import FILE as LEDGER
from editions.ledgers import NAME as LEDGER_NAME
from records.storage import StorageError


def data(request: HttpRequest) -> HttpResponse:
    """What can be taken. While the files' storage is away: everything else, as an answer that nobody keeps."""
    written: list[Release] = []
    try:
        written, has_ledger, status = releases(), default_storage.exists(LEDGER), 200
    except StorageError:
        has_ledger, status = False, 503
    context = {
        "tables": TABLES.values(),
        "reading": READING,
        "filters": [(name, definition.label) for name, definition in CaseFilter.base_filters.items()],
        "examples": examples(request.build_absolute_uri("/").rstrip("/")),
        "releases": written,
        "has_ledger": has_ledger,
        "files_are_away": status == 503,
        "json_ld": json_ld(written, request.build_absolute_uri),
    }
    return render(request, "archive/data/page.html", context, status=status)


def codebook(request: HttpRequest) -> HttpResponse:
    """Every column and every code with its meaning, from the definitions that the files are made of."""
    context = {"tables": TABLES.values(), "about_column": PROVENANCE, "lists": code_lists()}
    return render(request, "archive/data/codebook.html", context)


def document_format(request: HttpRequest) -> JsonResponse:
    """The JSON Schema of the documents: an address a format, so that it never changes its meaning."""
    schema = document_schema()
    response = JsonResponse({"$id": request.build_absolute_uri(), **schema}, json_dumps_params={"indent": 1})
    response["Content-Type"] = "application/schema+json"
    response["Access-Control-Allow-Origin"] = "*"
    return response


def ledger(request: HttpRequest) -> FileResponse:
    """The ledger of the last seal, for who keeps it."""
    try:
        file = default_storage.open(LEDGER)
    except FileNotFoundError as error:
        raise Http404 from error
    return FileResponse(file, as_attachment=True, filename=LEDGER_NAME, content_type="application/json")


def release_file(request: HttpRequest, release: str, name: str) -> FileResponse:
    """A file of a release: only those that its sums name."""
    for known in releases():
        if known.name == release and name in {file.name for file in known.files}:
            return of_many(FileResponse(own_place(release).open(name), as_attachment=True, filename=name))
    raise Http404
