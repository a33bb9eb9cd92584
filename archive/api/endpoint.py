"""What every endpoint does: read only, open to every origin, unchanged if nothing was published since."""

import hashlib
from datetime import date
from typing import Any

from django.db.models import Max
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.template.response import SimpleTemplateResponse
from django.utils import timezone, translation
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.crypto import salted_hmac
from rest_framework.request import Request
from rest_framework.throttling import SimpleRateThrottle
from rest_framework.views import APIView

from archive.api.problems import BadQuery, ContradictoryQuery
from archive.index.columns.selecting import Chosen
from archive.index.filters import CaseFilter, parameters
from archive.index.filters.parameters import Parameters
from editions.models import Edition, Erasure
from law.country import country

NO_FILTERS_HERE = ("page", "sort")


class Readers(SimpleRateThrottle):
    """So many requests a minute from one place, which is kept as a hash of the day and thrown away with it."""

    scope = "readers"

    def get_cache_key(self, request: Request, view: APIView) -> str:
        place = f"{timezone.localdate()} {self.get_ident(request)}"
        return f"readers-{salted_hmac('archive.api.readers', place, algorithm='sha256').hexdigest()[:32]}"


class Endpoint(APIView):
    """An endpoint that answers GET. ``without``: the filters that make no sense here."""

    throttle_classes = (Readers,)
    http_method_names = ("get", "head", "options")
    without: tuple[str, ...] = NO_FILTERS_HERE

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Answers in English; says that nothing changed where the reader has the same already."""
        etag = etag_of(request)
        response: HttpResponseBase | None = get_conditional_response(request, etag=etag)
        if response is None:
            with translation.override("en"):
                response = super().dispatch(request, *args, **kwargs)
                if isinstance(response, SimpleTemplateResponse):
                    response.render()
        if response.status_code in (200, 304):
            response["ETag"] = etag
            patch_cache_control(response, public=True, max_age=60)
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


def etag_of(request: HttpRequest) -> str:
    """Changes with what is published, with the day, with the address and with the rule book. Two queries."""
    edition = Edition.objects.aggregate(newest=Max("number"))["newest"]
    erasure = Erasure.objects.aggregate(newest=Max("number"))["newest"]
    known = f"{edition} {erasure} {timezone.localdate()} {country().rule_book_version} {request.build_absolute_uri()}"
    return f'"{hashlib.sha256(known.encode()).hexdigest()[:32]}"'
