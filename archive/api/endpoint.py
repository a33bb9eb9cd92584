"""What every endpoint does: read only, open to every origin, unchanged if nothing was published since."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template.response import SimpleTemplateResponse
from django.utils import timezone, translation
from rest_framework.views import APIView

from archive.api.problems import BadQuery, ContradictoryQuery
from archive.index.columns.selecting import Chosen
from archive.index.fetch import of_many
from archive.index.filters import CaseFilter, parameters
from archive.index.filters.parameters import Parameters
from archive.index.models import IndexState
from archive.index.representation import CACHE_CONTROL, tagged, unchanged, until_midnight

NO_FILTERS_HERE = ("page", "sort")


class Endpoint(APIView):
    """An endpoint that answers GET. ``without``: the filters that make no sense here. ``of_the_release``: only a
    release changes what it says, nothing in it can be withdrawn. ``names_many``: cases or people beside each other."""

    http_method_names = ("get", "head", "options")
    without: tuple[str, ...] = NO_FILTERS_HERE
    of_the_release = False
    names_many = False

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Answers in English; says that nothing changed where the reader has the same already."""
        version = IndexState.objects.version()
        response: HttpResponseBase | None = unchanged(request, version)
        if response is None:
            with translation.override("en"):
                response = super().dispatch(request, *args, **kwargs)
                if isinstance(response, SimpleTemplateResponse):
                    response.render()
            if response.status_code == 200 and isinstance(response, HttpResponse):
                response = tagged(request, response, version)
        if response.status_code in (200, 304):
            response["Cache-Control"] = until_midnight(timezone.now()) if self.of_the_release else CACHE_CONTROL
        if self.names_many:
            of_many(response)
        response["Access-Control-Allow-Origin"] = "*"
        response["Access-Control-Expose-Headers"] = "ETag, Link"
        return response

    @property
    def today(self) -> date:
        return timezone.localdate()

    def chosen(self, request: HttpRequest, *more: str) -> tuple[Chosen, Parameters]:
        """What the filters of the address choose, and all parameters. ``more``: parameters that are no filters."""
        given = parameters(request)
        filters = CaseFilter(given, today=self.today, ignored=more, without=self.without)
        if problems := filters.problems():
            raise ContradictoryQuery(problems) if filters.only_contradicts else BadQuery(problems)
        return filters.chosen, given
