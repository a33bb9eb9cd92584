"""One's own account, and what happens when a form comes without its token."""

from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.csrf import csrf_failure as plain_csrf_failure

from desk.accounts.kept_forms import typed, typist_of
from desk.accounts.middleware import has_second_factor
from desk.models import SignIn
from desk.pages import DeskRequest


@login_required
def own_account(request: DeskRequest) -> HttpResponse:
    """Shows password, second factor, sessions, and the last sign-ins."""
    recent = SignIn.objects.filter(user=request.user)[:20]
    context = {"recent": recent, "second_factor": has_second_factor(request.user)}
    return render(request, "desk/signin/account.html", context)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Gives back a form of our own pages whose token is stale (one signed in anew meanwhile), to be sent again.

    Only a browser that says that the form came from this very site gets it back, and only the account that typed it.
    """
    own = request.headers.get("Sec-Fetch-Site") == "same-origin"
    if not own or not isinstance(request.user, User) or typist_of(request) != request.user.pk or request.FILES:
        return plain_csrf_failure(request, reason)
    return render(request, "desk/signin/resend.html", {"typed": typed(request), "signed_in": True}, status=403)
