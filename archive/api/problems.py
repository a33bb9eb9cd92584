"""Errors as problem+json (RFC 9457), never a page."""

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, JsonResponse
from django.urls import resolve
from rest_framework import status
from rest_framework.exceptions import APIException
from rest_framework.response import Response
from rest_framework.views import exception_handler

MEDIA_TYPE = "application/problem+json"


class BadQuery(APIException):
    """Parameters that cannot be read; ``errors`` names each."""

    status_code: int = status.HTTP_400_BAD_REQUEST
    default_detail = "The query cannot be read."

    def __init__(self, errors: Mapping[str, Sequence[str]]) -> None:
        super().__init__()
        self.errors = errors


class ContradictoryQuery(BadQuery):
    """Parameters that can each be read, but not together."""

    status_code = status.HTTP_409_CONFLICT
    default_detail = "Every parameter can be read, but not with the others, or not in this archive as it stands."


class Gone(APIException):
    """The case was withdrawn."""

    status_code = status.HTTP_410_GONE
    default_detail = "This case was withdrawn."


def handler(error: Exception, context: dict[str, Any]) -> Response | None:
    """Any error of a view as a problem; None for what no view foresees."""
    response = exception_handler(error, context)
    if response is None:
        return None
    detail = error.detail if isinstance(error, APIException) else "There is nothing under this address."
    body = problem(response.status_code, str(detail))
    if isinstance(error, BadQuery):
        body["errors"] = error.errors
    headers = {name: response[name] for name in ("Allow", "Retry-After") if name in response}
    return Response(body, status=response.status_code, headers=headers, content_type=MEDIA_TYPE)


def problem(code: int, detail: str) -> dict[str, Any]:
    return {"type": "about:blank", "title": HTTPStatus(code).phrase, "status": code, "detail": detail}


def not_found(request: HttpRequest, rest: str = "") -> HttpResponse:
    """An address of the API that does not exist; one without its last slash leads to the one with it."""
    if not rest.endswith("/") and resolve(f"{request.path_info}/").func is not not_found:
        response: HttpResponse = HttpResponsePermanentRedirect(request.get_full_path(force_append_slash=True))
    else:
        body = problem(404, "There is nothing under this address: /api/v1/schema/ lists what there is.")
        response = JsonResponse(body, status=404, content_type=MEDIA_TYPE)
    response["Access-Control-Allow-Origin"] = "*"
    return response
