"""How much a reader presumes, on the pages that have no other filter."""

from collections.abc import Callable
from functools import wraps

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse

from archive.index.columns.current import columns
from archive.index.filters import CaseFilter, parameters

View = Callable[..., HttpResponse]


def with_reading(view: View) -> View:
    """Hands the view the index by the reading that the address names; 400 if there is no such reading."""

    @wraps(view)
    def answer(request: HttpRequest, *args: str, **kwargs: str) -> HttpResponse:
        definition = CaseFilter.base_filters["reading"]
        try:
            reading = definition.field_class(**definition.extra).clean(parameters(request).getlist("reading"))
        except ValidationError as error:
            return HttpResponse(f"reading: {error.messages[0]}\n", "text/plain; charset=utf-8", status=400)
        return view(request, columns().under(reading), *args, **kwargs)

    return answer
