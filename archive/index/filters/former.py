"""Values that filters had before, and what they are called now: an address that somebody kept still answers."""

from collections.abc import Callable
from functools import wraps
from itertools import chain

from django.http import HttpRequest, HttpResponseBase, HttpResponsePermanentRedirect

from archive.index.filters.address import Address
from archive.index.filters.parameters import parameters

NOW = {("state", "uncertain"): ("likely-in-force", "possible")}
View = Callable[..., HttpResponseBase]


def by_present_names(view: View) -> View:
    """Leads an address that has a former value of a filter to the one with the present values."""

    @wraps(view)
    def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        given = parameters(request)
        if not any(value in given.getlist(name) for name, value in NOW):
            return view(request, *args, **kwargs)
        now = {name: [NOW.get((name, value), (value,)) for value in given.getlist(name)] for name in given}
        present = {name: tuple(dict.fromkeys(chain.from_iterable(values))) for name, values in now.items()}
        return HttpResponsePermanentRedirect(Address(request.path, present).having())

    return answer
