"""What readers get when something breaks: 503 with a time to come back while the database is away, else 500."""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.views.decorators.csrf import requires_csrf_token

from archive.api.problems import MEDIA_TYPE, problem
from records.storage import StorageError

API = "/api/"
SECONDS_TO_WAIT = 30
DETAILS = {500: "Something broke here.", 503: "The database does not answer at this moment: try again later."}


@requires_csrf_token
def server_error(request: HttpRequest) -> HttpResponse:
    """Django calls it while the error is being handled. The API answers with a problem, everything else with a page.

    A statement that took too long counts as a database that does not answer.
    """
    error = sys.exception()
    status = 503 if isinstance(error, OperationalError | InterfaceError | StorageError) else 500
    if request.path_info.startswith(API):
        response: HttpResponse = JsonResponse(problem(status, DETAILS[status]), status=status, content_type=MEDIA_TYPE)
        response["Access-Control-Allow-Origin"] = "*"
    else:
        page = render_to_string(f"{status}.html", {"is_file": isinstance(error, StorageError)})
        response = HttpResponse(page, status=status)
    if status == 503:
        response["Retry-After"] = str(SECONDS_TO_WAIT)
    response["Cache-Control"] = "no-store"
    return response
