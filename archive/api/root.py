"""Where a program begins: what this API has, and where it is described."""

from functools import cache

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.views.decorators.http import require_safe
from drf_spectacular.generators import SchemaGenerator
from rest_framework.request import Request
from rest_framework.response import Response

from archive.api import answers
from archive.api.endpoint import Endpoint
from archive.api.problems import BadQuery
from archive.index.filters import parameters
from records.json_dict import JSONDict

ENDPOINTS = (
    *("cases", "restrictions", "people", "counts", "statistics", "tables", "versions", "changes"),
    *("kinds", "articles", "rules", "law-check"),
)


@answers.describe(answers.ROOT)
class Root(Endpoint):
    """Every list and count with its address, the description and the page for readers."""

    operation = "root_read"
    of_the_release = True

    def get(self, request: Request) -> Response:
        if given := parameters(request):
            raise BadQuery({name: ["The root has no parameters."] for name in given})
        return Response(
            {
                "title": "Shekteu",
                "version": "1",
                "schema": full(request, "api:schema"),
                "documentation": full(request, "archive:api"),
                "endpoints": {name: full(request, f"api:{name}") for name in ENDPOINTS},
            }
        )


@cache
def description() -> JSONDict:
    """The description of this API. It hangs on the release alone."""
    described: JSONDict = SchemaGenerator().get_schema(request=None, public=True)  # type: ignore[no-untyped-call]
    return described


@require_safe
def description_as_json(request: HttpRequest) -> HttpResponse:
    response = JsonResponse(description(), content_type="application/vnd.oai.openapi+json")
    response["Access-Control-Allow-Origin"] = "*"
    return response


def full(request: Request | HttpRequest, name: str) -> str:
    return str(request.build_absolute_uri(reverse(name)))
