"""What the desk's own pages share: who may see them, and the frame around them."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from cases.models import Case
from desk.accounts.own_drafts import is_own, only_own
from desk.site import site


class DeskRequest(HttpRequest):
    """A request that has passed the desk's door: somebody is signed in."""

    user: User


View = Callable[..., HttpResponse]


def desk_page(*permissions: str) -> Callable[[View], View]:
    """Opens a page to accounts with one of these permissions; others get 403, strangers the door."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not site.has_permission(request):
                return site.login(request)
            if not any(request.user.has_perm(permission) for permission in permissions):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return guarded

    return decorate


def render_desk(
    request: HttpRequest, template: str, title: object, context: dict[str, Any] | None = None, status: int = 200
) -> HttpResponse:
    """Renders a page in the admin's frame."""
    return render(request, template, {**site.each_context(request), "title": title, **(context or {})}, status=status)


def case_or_404(request: HttpRequest, pk: int) -> Case:
    """Returns a case that the account may see; any other is not found."""
    case = Case.objects.select_related("person").filter(pk=pk).first()
    if case is None or (only_own(request) and not is_own(request, case)):
        raise Http404
    return case
