"""Portraits and papers, as long as an edition that readers may see names them."""

from csp.decorators import csp_replace
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag

from archive.index.kept import CACHE_CONTROL
from archive.index.models import PublicFile
from records import stored


@csp_replace({"default-src": ["'none'"], "sandbox": True})
def media(request: HttpRequest, name: str) -> HttpResponseBase:
    """One file by the digest of its bytes. Asked anew each time: what was erased or withdrawn is not given."""
    path = stored.find(stored.CLEANED, name) if PublicFile.objects.filter(name=name).exists() else None
    if path is None:
        raise Http404
    response: HttpResponseBase
    if path.suffix == ".pdf":
        response = FileResponse(path.open("rb"), as_attachment=True, filename=name)
    else:
        response = HttpResponse(path.read_bytes())
    response["Content-Type"] = stored.TYPES[path.suffix]
    response["ETag"] = quote_etag(name)
    response["Cache-Control"] = CACHE_CONTROL
    return get_conditional_response(request, etag=response["ETag"], response=response) or response
