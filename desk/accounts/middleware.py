"""Who may work at the desk: accounts with a second factor, in a session that is not idle."""

from collections.abc import Callable
from datetime import timedelta

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from desk.accounts.adapter import remember
from desk.accounts.browsers import browser_name
from desk.models import SignIn, UserSession

SEEN = "desk_seen"
ENROLLED = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
NOTE_EVERY = timedelta(minutes=1)


class DeskMiddleware:
    """Guards every address of the desk; the public pages pass untouched."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path.startswith(f"/{settings.DESK_PATH}/"):
            return self.get_response(request)
        response = self._refusal(request) or self.get_response(request)
        response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
        response["Cache-Control"] = "no-store, private"
        return response

    def _refusal(self, request: HttpRequest) -> HttpResponse | None:
        if not request.user.is_authenticated:
            return None
        if _idle(request):
            remember(request, request.user, SignIn.EventKind.IDLE)
            return _signed_out(request)
        _note(request)
        if not request.path.startswith(reverse("desk_account")) and not has_second_factor(request.user):
            return redirect("mfa_index")
        return None


def has_second_factor(user: object) -> bool:
    """Whether the account has an authenticator app or a passkey; recovery codes alone do not count."""
    return Authenticator.objects.filter(user=user, type__in=ENROLLED).exists()


def _idle(request: HttpRequest) -> bool:
    seen = request.session.get(SEEN)
    return seen is not None and timezone.now().timestamp() - seen > settings.DESK_IDLE_SECONDS


def _signed_out(request: HttpRequest) -> HttpResponse:
    """To the door; a form that was just sent comes back, so that nothing typed is lost."""
    UserSession.objects.filter(session_key=request.session.session_key).delete()
    logout(request)
    if request.method != "POST":
        return redirect(f"{reverse('account_login')}?next={request.path}")
    return render(request, "desk/signin/resend.html", {"typed": typed(request)}, status=403)


def typed(request: HttpRequest) -> list[tuple[str, str]]:
    """Every field of the form that was sent, without its token."""
    pairs = ((name, value) for name in request.POST for value in request.POST.getlist(name))
    return [(name, value) for name, value in pairs if name not in ("csrfmiddlewaretoken", "password")]


def _note(request: HttpRequest) -> None:
    """Remember once a minute that the session is in use."""
    now = timezone.now()
    if now.timestamp() - request.session.get(SEEN, 0) < NOTE_EVERY.total_seconds():
        return
    request.session[SEEN] = int(now.timestamp())
    if request.session.session_key is None:
        request.session.save()
    UserSession.objects.update_or_create(
        session_key=request.session.session_key,
        defaults={"user": request.user, "seen_at": now},
        create_defaults={
            "user": request.user,
            "browser": browser_name(request.headers.get("User-Agent", "")),
            "began_at": now,
            "seen_at": now,
        },
    )
