"""Portraits and papers, as long as an edition that readers may see names them."""

from pathlib import Path

from csp.decorators import csp_replace
from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import get_script_prefix
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag

from archive.index.fetch import of_many
from archive.index.models import PublicFile
from archive.index.representation import CACHE_CONTROL
from records import stored
from records.stored import TYPES


def media_address() -> str:
    """Where the files lie, seen from the page."""
    return get_script_prefix() + settings.MEDIA_URL.removeprefix("/")


# The decorators pass on what the address brings; their types know only the request.
@csp_replace({"default-src": ["'none'"], "sandbox": True})  # type: ignore[arg-type]
def media(request: HttpRequest, name: str) -> HttpResponseBase:
    """One file by the digest of its bytes. Asked anew each time: what was erased or withdrawn is not given."""
    if not (stored.NAME.match(name) and PublicFile.objects.filter(name=name).exists()):
        raise Http404
    tag = quote_etag(name)
    response = get_conditional_response(request, etag=tag) or file_response(name)
    response["ETag"] = tag
    response["Cache-Control"] = CACHE_CONTROL
    return of_many(response)  # a portrait or paper may be of several cases


def file_response(name: str) -> HttpResponseBase:
    """The whole file. Raises Http404 if it is not here, StorageError if its storage is away."""
    suffix = Path(name).suffix
    if suffix == ".pdf":
        try:
            return FileResponse(
                stored.open_file(stored.CLEANED, name), as_attachment=True, filename=name, content_type=TYPES[suffix]
            )
        except FileNotFoundError as error:
            raise Http404 from error
    content = stored.read_picture(name)
    if content is None:
        raise Http404
    return HttpResponse(content, content_type=TYPES[suffix])
