"""The list of one's own sessions, each with a button that ends it."""

from importlib import import_module

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from desk.accounts.adapter import remember
from desk.models import SignIn, UserSession


def _store() -> type:
    return import_module(settings.SESSION_ENGINE).SessionStore


@login_required
def sessions(request: HttpRequest) -> HttpResponse:
    """Where the account is signed in now."""
    store = _store()()
    rows = [row for row in request.user.user_sessions.all() if store.exists(row.session_key)]
    return render(request, "desk/signin/sessions.html", {"rows": rows, "here": request.session.session_key})


@require_POST
@login_required
def end_session(request: HttpRequest, pk: int) -> HttpResponse:
    """End one of one's own sessions."""
    row = get_object_or_404(UserSession, pk=pk, user=request.user)
    _store()(row.session_key).delete()
    row.delete()
    remember(request, request.user, SignIn.EventKind.ENDED)
    messages.success(request, _("The session has ended."))
    return redirect("desk_sessions")
