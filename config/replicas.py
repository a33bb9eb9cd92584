"""Readers' requests are answered by replicas where there are any; `archive.index.replicas` says by which."""

from collections.abc import Callable
from typing import Any

from django.db import DEFAULT_DB_ALIAS, InterfaceError, OperationalError
from django.db.models import Model
from django.http import HttpRequest, HttpResponse

from archive.index import replicas
from archive.index.kept import is_public
from archive.index.models import KeptPage

PUBLISHED = ("archive", "editions")
"""The apps whose tables readers' pages are made from: editions, and the index of them."""


class Router:
    """Published rows are read from the database that answers the request, everything else on the primary."""

    def db_for_read(self, model: type[Model], **_hints: Any) -> str:
        is_published = model._meta.app_label in PUBLISHED and model is not KeptPage
        return replicas.answering() if is_published else DEFAULT_DB_ALIAS

    def db_for_write(self, _model: type[Model], **_hints: Any) -> str:
        return DEFAULT_DB_ALIAS

    def allow_relation(self, _one: Model, _other: Model, **_hints: Any) -> bool:
        """They are the same rows on every database."""
        return True

    def allow_migrate(self, alias: str, _app_label: str, **_hints: Any) -> bool:
        return alias == DEFAULT_DB_ALIAS


class Replicas:
    """Lets replicas answer who reads what is public, and the primary if a replica dies meanwhile."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method in ("GET", "HEAD") and is_public(request):
            replicas.choose_for_this_request()
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The view's answer from the primary. Reading twice harms nothing; a stream that has begun is cut off."""
        match = request.resolver_match
        if match is None or not isinstance(exception, OperationalError | InterfaceError):
            return None
        if not replicas.turn_to_the_primary(exception):
            return None
        response: HttpResponse = match.func(request, *match.args, **match.kwargs)
        return response
