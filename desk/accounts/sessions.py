"""The list of one's own sessions, each with a button that ends it."""

from importlib import import_module

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from desk.accounts.adapter import remember
from desk.models import SignIn, UserSession
from desk.pages import DeskRequest


def session_store(key: str | None = None) -> SessionBase:
    """Opens the store that Django keeps sessions in."""
    store: SessionBase = import_module(settings.SESSION_ENGINE).SessionStore(key)
    return store


@login_required
def sessions(request: DeskRequest) -> HttpResponse:
    """Lists where the account is signed in now."""
    store = session_store()
    rows = [row for row in request.user.user_sessions.all() if store.exists(row.session_key)]
    return render(request, "desk/signin/sessions.html", {"rows": rows, "here": request.session.session_key})


@require_POST
@login_required
def end_session(request: DeskRequest, pk: int) -> HttpResponse:
    """Ends one of one's own sessions."""
    row = get_object_or_404(UserSession, pk=pk, user=request.user)
    session_store(row.session_key).delete()
    row.delete()
    remember(request, request.user, SignIn.EventKind.ENDED)
    messages.success(request, _("The session has ended."))
    return redirect("desk_sessions")
